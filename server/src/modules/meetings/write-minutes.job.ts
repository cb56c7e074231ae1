import { meetingMinutes } from '@zhixiao/documents';
import { headPostOf } from '@zhixiao/domain';
import { openAttachment } from '../../platform/attachments/index.js';
import type { ReadContext } from '../../platform/context.js';
import { derivedId } from '../../platform/ids.js';
import type { JobContext } from '../../platform/jobs/job-context.js';
import { loadMeeting, type LoadedMeeting } from './load-meeting.js';
import { minutesFileName } from './meeting.dictionary.js';
import { minutesInput, type Issuer } from './minutes-input.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Writes the issued minutes and attaches them to their meeting. Personnel and secret items are recorded elsewhere: what is
 * issued holds none (意见（五）), so everybody who reads the meeting may read it.
 */
export async function writeMinutes(job: JobContext): Promise<void> {
  const { tenantId } = job.reading.grant;
  const meeting = await loadMeeting(job.reading, { tenantId, id: String(job.args['meetingId']) });
  const { id, schoolId, title, heldOn } = meeting.row;
  const file = await openAttachment(job.write, {
    id: derivedId(job.id, 'minutes'),
    subject: { type: 'Meeting', tenantId, id, schoolId, restricted: false },
    ...{ kind: 'MINUTES', name: minutesFileName(title, heldOn), mediaType: DOCX },
  });
  if (!file) return;
  const issuer = await issuerOf(job.reading, meeting, String(job.args['issuedOn']));
  await file.write(await meetingMinutes(minutesInput(meeting, issuer)));
  await file.finish();
}

interface Names {
  readonly name: string;
  readonly organizationName: string | null;
}

/** The party organisation issues the minutes of its meeting, the school those of the principal's. */
async function issuerOf(ctx: ReadContext, { row, facts }: LoadedMeeting, issuedOn: string): Promise<Issuer> {
  const { grant } = ctx;
  const [result] = await ctx.read.run([
    {
      text: `SELECT name, organization_name AS "organizationName" FROM school_standing
             WHERE tenant_id = $1 AND school_id = $2 AND valid_from <= $3::date AND valid_to > $3::date`,
      values: [row.tenantId, row.schoolId, row.heldOn],
    },
  ]);
  const names = result?.rows[0] as unknown as Names | undefined;
  const schoolName = names?.name ?? '';
  const post = headPostOf(facts.kind);
  const issuingBody = post === 'SECRETARY' ? (names?.organizationName ?? schoolName) : schoolName;
  return { schoolName, issuingBody, name: grant.accountName, post, issuedOn };
}
