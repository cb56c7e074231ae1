import { decisionChecks, semesterBefore, type Recorded } from '@zhixiao/domain';
import type {
  CivilDate,
  DatedRecord,
  DecisionFacts,
  MatterType,
  ProcedureContext,
  ProcedureFinding,
  Semester,
} from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { subjectOf } from '@zhixiao/policy';
import { procedureContextOf, recordChecks } from '../topics/index.js';

interface JudgedRow extends Pick<DecisionFacts, 'body' | 'state' | 'decidedOn' | 'endedOn'> {
  readonly id: string;
  readonly matter: MatterType;
  readonly meetingId: string;
  readonly restricted: boolean;
  readonly enteredAfterwards: boolean;
  readonly reportedOn: readonly CivilDate[];
}

/** A rejected topic leaves nothing to carry out, and so nothing to report. */
const TO_JUDGE_SQL = `SELECT d.id, d.body, d.state, d.matter, d.meeting_id AS "meetingId", d.restricted, d.entered_afterwards AS "enteredAfterwards",
  d.decided_on::text AS "decidedOn", d.ended_on::text AS "endedOn",
  ARRAY(SELECT r.reported_on::text FROM execution_report r WHERE r.tenant_id = d.tenant_id AND r.decision_id = d.id) AS "reportedOn"
  FROM decision d WHERE d.tenant_id = $1 AND d.school_id = $2 AND d.matter IS NOT NULL AND d.result <> 'REJECTED' AND d.undone_at IS NULL
    AND d.decided_on < $4::date AND (d.ended_on IS NULL OR d.ended_on >= $3::date)`;

/** Decisions of a school about whose last semester nothing was said yet; or one of them, whatever was said. */
const UNJUDGED = ` AND d.judged_semester IS DISTINCT FROM $3::date`;
const THIS_ONE = ` AND d.id = $5::uuid`;

export interface ToJudge {
  readonly schoolId: string;
  readonly decisionId?: string;
}

/**
 * REC-5 意见（四）9: whether the execution of each decision was reported to the party organisation in the semester that is over.
 * Looked at on its first morning after, and again when a report is entered later.
 */
export async function judgeExecution(ctx: WriteContext, { schoolId, decisionId }: ToJudge): Promise<void> {
  const { tenantId } = ctx.grant;
  const semester = semesterBefore(ctx.today);
  const values = [tenantId, schoolId, semester.from, semester.to, ...(decisionId ? [decisionId] : [])];
  const rows = await ctx.db.query<JudgedRow>(`${TO_JUDGE_SQL}${decisionId ? THIS_ONE : UNJUDGED}`, values);
  const contexts = new Map<string, ProcedureContext>();
  for (const row of rows) {
    const recordMode = row.enteredAfterwards ? 'AFTERWARDS' : 'LIVE';
    const place = { tenantId, schoolId, on: ctx.today, kind: row.body, recordMode } as const;
    const known = `${row.body} ${recordMode}`;
    const context = contexts.get(known) ?? (await procedureContextOf(ctx, place));
    contexts.set(known, context);
    await judge(ctx, row, { schoolId, semester, context });
  }
}

interface Place {
  readonly schoolId: string;
  readonly semester: Semester;
  readonly context: ProcedureContext;
}

async function judge(ctx: WriteContext, row: JudgedRow, { schoolId, semester, context }: Place): Promise<void> {
  const { id, restricted } = row;
  const findings = executionFindings(row, context, semester);
  const about = { subjectType: 'DECISION', subjectId: id, meetingId: row.meetingId, schoolId, restricted } as const;
  await recordChecks(ctx, about, findings);
  await ctx.db.query('UPDATE decision SET judged_semester = $3::date WHERE tenant_id = $1 AND id = $2', [
    ctx.grant.tenantId,
    id,
    semester.from,
  ]);
}

type Judged = Omit<JudgedRow, 'meetingId' | 'restricted'>;

/** What REC-5 says of a decision and a semester. */
export function executionFindings(row: Judged, context: ProcedureContext, semester: Semester): ProcedureFinding[] {
  const { id: decisionId, body, matter, state, decidedOn, endedOn } = row;
  const facts = { decisionId, body, matter, state, decidedOn, endedOn, executionReports: reportsOf(row) };
  return decisionChecks(facts, context, semester).map((finding) => ({
    ...finding,
    // of each semester its own row: what was missed in one is not made good by the next
    params: { ...finding.params, semester: semester.from },
  }));
}

/** Of a decision that was entered afterwards (补录) nobody knows what was reported without being written down. */
function reportsOf({ reportedOn, enteredAfterwards }: Judged): Recorded<readonly DatedRecord[]> {
  if (reportedOn.length === 0 && enteredAfterwards) return 'NO_RECORD';
  return reportedOn.map((on) => ({ on }));
}

/** Each morning, under the grants that follow up what a school decided. */
export async function judgeSemester(ctx: WriteContext): Promise<void> {
  const { tenantId, schoolId } = ctx.grant;
  if (schoolId === null || !ctx.ability.can('answer', subjectOf('Decision', { tenantId, schoolId }))) return;
  await judgeExecution(ctx, { schoolId });
}
