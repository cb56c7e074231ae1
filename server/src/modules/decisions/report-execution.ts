import { isPartyKind, whyNotAct, type MeetingKind, type PersonRef } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { subjectOf } from '@zhixiao/policy';
import { actorOf, refuseBy } from '../filings/index.js';
import { badInput, filledText, keyInOwnTenant, plausibleDay, type OwnKey } from '../schools/index.js';
import { namedPeople } from '../topics/index.js';
import type { ReportExecutionInput } from './decision.input.js';
import { ExecutionReport } from './execution-report.entity.js';
import { attachedTo } from './find-attached.js';
import { findDecision, type FoundDecision } from './find-decision.js';
import { judgeExecution } from './judge-execution.js';
import { carryTopic, settleDecision } from './settle-decision.js';

/**
 * Reports to the party organisation how a decision is carried out (意见（四）9): the principal, or one who has a task in it; the
 * clerk writes down what they reported.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function reportExecution(ctx: WriteContext, input: ReportExecutionInput): Promise<OwnKey> {
  const found = await findDecision(ctx, input, 'report');
  refuseBy(whyNotAct(actorOf(ctx), 'REPORT_EXECUTION'));
  refuseUnreportable(found);
  const reportedOn = reportDay(ctx, found, input.reportedOn);
  const text = filledText('text', input.text);
  const reporter = await reporterOf(ctx, found, input.reportedById);
  const meetingId = await hearingMeeting(ctx, found, input.meetingId);
  const attachmentIds = await attachedTo(ctx, { type: 'Decision', ...found }, input.attachmentIds ?? []);
  const { tenantId, id: decisionId, schoolId, restricted } = found;
  const { accountId: createdBy, accountName: recordedByName } = ctx.grant;
  await ctx.db.insert(ExecutionReport, {
    ...{ tenantId, id: newId(), schoolId, decisionId, reportedOn, text, meetingId, attachmentIds, restricted },
    ...{ reportedById: reporter.personId, reportedByName: reporter.personName, recordedByName, createdBy },
  });
  await judgeExecution(ctx, { schoolId, decisionId });
  await carryTopic(ctx, found.topicId, { type: 'REPORT', by: actorOf(ctx) });
  return settleDecision(ctx, found, { action: 'decision.reported', set: {}, reason: text });
}

function refuseUnreportable({ state }: FoundDecision): void {
  if (state === 'IN_FORCE' || state === 'COMPLETED') return;
  throw new RuleViolation('BAD_STATE', { status: state, allowed: ['IN_FORCE', 'COMPLETED'] });
}

function reportDay(ctx: WriteContext, { decidedOn }: FoundDecision, day: string): string {
  plausibleDay('reportedOn', day);
  if (day > ctx.today) throw badInput('reportedOn', 'IN_THE_FUTURE');
  if (day < decidedOn) throw badInput('reportedOn', 'BEFORE_DECISION');
  return day;
}

const PRINCIPALS_SQL = `SELECT person_id AS id FROM appointment
  WHERE tenant_id = $1 AND school_id = $2 AND post = 'PRINCIPAL' AND superseded_at IS NULL AND valid @> $3::date`;

/**
 * Whoever acts reports for himself; the clerk names the principal or one who has a task in it.
 * @throws RuleViolation BAD_INPUT, NOT_FOUND
 */
async function reporterOf(
  ctx: WriteContext,
  found: FoundDecision,
  opaque: string | null | undefined,
): Promise<PersonRef> {
  const { personId, accountName } = ctx.grant;
  const named = opaque ? keyInOwnTenant(ctx, 'Person', opaque).id : null;
  const isOwn = ctx.ability.can('propose', subjectOf('Topic', { tenantId: found.tenantId, schoolId: found.schoolId }));
  if (isOwn && personId !== null) {
    if (named !== null && named !== personId) throw badInput('reportedById', 'OF_ANOTHER');
    return { personId, personName: accountName };
  }
  if (named === null) throw badInput('reportedById', 'REQUIRED');
  const [person] = await namedPeople(ctx, [named], found.schoolId);
  if (!person) throw notFound();
  const principals = await ctx.db.query<{ id: string }>(PRINCIPALS_SQL, [found.tenantId, found.schoolId, ctx.today]);
  const reports = principals.some(({ id }) => id === named) || found.concernedIds.includes(named);
  if (!reports) throw badInput('reportedById', 'HAS_NO_PART');
  return person;
}

/** The party meeting that heard it. @throws RuleViolation NOT_FOUND, BAD_INPUT */
async function hearingMeeting(
  ctx: WriteContext,
  { tenantId, schoolId }: FoundDecision,
  opaque: string | null | undefined,
): Promise<string | null> {
  if (!opaque) return null;
  const { id } = keyInOwnTenant(ctx, 'Meeting', opaque);
  const [meeting] = await ctx.db.query<{ kind: MeetingKind; held: boolean }>(
    `SELECT kind, state IN ('OPEN', 'CLOSED', 'SIGNED', 'ISSUED') AS held FROM meeting WHERE tenant_id = $1 AND id = $2 AND school_id = $3`,
    [tenantId, id, schoolId],
  );
  if (!meeting) throw notFound();
  if (!meeting.held || !isPartyKind(meeting.kind)) throw badInput('meetingId', 'NO_PARTY_MEETING');
  return id;
}
