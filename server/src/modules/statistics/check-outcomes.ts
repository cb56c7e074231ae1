import { ID_PREFIXES, encodeId, type CheckOutcome, type CivilDate, type IdType, type Severity } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { judgedOutcomes } from './judged-outcomes.js';
import { openStatement } from './open-statement.js';
import { periodOf, type PeriodAsked } from './period.js';

export type JudgedSubject = 'MEETING' | 'ITEM' | 'DECISION';

export interface OutcomesAsked extends PeriodAsked {
  readonly checkId?: readonly string[] | null;
  readonly outcome?: readonly CheckOutcome[] | null;
  readonly first: number;
  readonly offset: number;
}

/** One number's one: which check said what of what, and where to look at it. */
export interface OutcomeEntry {
  readonly checkId: string;
  readonly outcome: CheckOutcome;
  readonly severity: Severity;
  readonly clause: string;
  readonly params: unknown;
  readonly on: CivilDate;
  readonly subjectType: JudgedSubject;
  readonly subjectId: string;
  readonly title: string;
  readonly meetingId: string | null;
  readonly schoolId: string;
  readonly schoolName: string | null;
}

export interface OutcomeList {
  readonly totalCount: number;
  readonly nodes: OutcomeEntry[];
}

interface OutcomeRow extends Omit<OutcomeEntry, 'meetingId'> {
  readonly tenantId: number;
  readonly meetingId: string | null;
}

const TYPES: Readonly<Record<JudgedSubject, IdType>> = { MEETING: 'Meeting', ITEM: 'AgendaItem', DECISION: 'Decision' };

/** The list behind the numbers of compliance, the newest first. */
export async function checkOutcomes(ctx: ReadContext, asked: OutcomesAsked): Promise<OutcomeList> {
  const period = periodOf(ctx, asked);
  const s = openStatement(ctx, asked);
  const judged = judgedOutcomes(s, period);
  const tests = [
    asked.checkId ? `o.check_id = ANY (${s.bind(asked.checkId)}::text[])` : 'TRUE',
    asked.outcome ? `o.outcome = ANY (${s.bind(asked.outcome)}::text[])` : 'TRUE',
  ];
  const day = `${s.bind(period.asOf)}::date`;
  const [result] = await ctx.read.run([
    s.statement(`
      WITH o AS MATERIALIZED (${judged}),
        f AS (SELECT * FROM o WHERE ${tests.join(' AND ')})
      SELECT (SELECT count(*)::int FROM f) AS total, (SELECT coalesce(json_agg(p), '[]'::json) FROM (SELECT o.tenant_id AS "tenantId", o.check_id AS "checkId", o.outcome, o.severity, o.clause, o.params, o.on_day::text AS "on",
        o.subject_type AS "subjectType", o.subject_id AS "subjectId", o.title, o.of_meeting AS "meetingId", o.school_id AS "schoolId",
        (SELECT n.name FROM school_standing n WHERE n.tenant_id = o.tenant_id AND n.school_id = o.school_id
          AND n.valid_from <= ${day} AND n.valid_to > ${day}) AS "schoolName"
      FROM f o ORDER BY o.on_day DESC, o.id DESC LIMIT ${s.bind(asked.first)}::int OFFSET ${s.bind(asked.offset)}::int) p) AS nodes`),
  ]);
  const page = result?.rows[0] as { total: number; nodes: OutcomeRow[] } | undefined;
  return { totalCount: page?.total ?? 0, nodes: (page?.nodes ?? []).map(entryOf) };
}

function entryOf(row: OutcomeRow): OutcomeEntry {
  const { tenantId, ...shown } = row;
  const type = TYPES[row.subjectType];
  return {
    ...shown,
    subjectId: encodeId(ID_PREFIXES[type], tenantId, row.subjectId),
    meetingId: row.meetingId === null ? null : encodeId(ID_PREFIXES.Meeting, tenantId, row.meetingId),
    schoolId: encodeId(ID_PREFIXES.School, tenantId, row.schoolId),
  };
}
