import { CHECKS, ID_PREFIXES, PROCEDURE_CHECK_IDS, addDays, encodeId, encodeTenantId, percent } from '@zhixiao/domain';
import type { CivilDate, ProcedureCheckId, Rate, Severity } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { requireReport } from './figures.js';
import { judgedOutcomes } from './judged-outcomes.js';
import { openStatement } from './open-statement.js';
import { periodOf, type PeriodAsked } from './period.js';

export const COMPLIANCE_GROUPS = ['CHECK', 'COUNTY', 'SCHOOL'] as const;
export type ComplianceGroupBy = (typeof COMPLIANCE_GROUPS)[number];

export interface ComplianceAsked extends PeriodAsked {
  readonly groupBy: ComplianceGroupBy;
  readonly first: number;
  readonly offset: number;
}

/** How far checks are kept: PASS among PASS and FAIL; what is not recorded and what was departed from stand apart. */
export interface ComplianceFigures {
  readonly passed: number;
  readonly failed: number;
  readonly departuresApproved: number;
  readonly departuresPending: number;
  readonly noRecord: number;
  readonly rate: Rate;
}

export interface CheckCompliance extends ComplianceFigures {
  readonly checkId: string;
  readonly clause: string;
  readonly severity: Severity;
}

export interface ComplianceGroup {
  /** opaque id of the tenant or school; null: all of them */
  readonly key: string | null;
  readonly name: string;
  readonly total: ComplianceFigures;
  readonly checks: CheckCompliance[];
}

export interface Compliance {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly total: ComplianceFigures;
  readonly groups: ComplianceGroup[];
  readonly groupCount: number;
}

type Counts = Readonly<Record<Exclude<keyof ComplianceFigures, 'rate'>, number>>;
type CountRow = Counts & {
  readonly checkId: ProcedureCheckId;
  readonly tenantId: number | null;
  readonly schoolId: string | null;
  readonly name: string | null;
};

const OUTCOMES = {
  passed: 'PASS',
  failed: 'FAIL',
  departuresApproved: 'DEPARTURE_APPROVED',
  departuresPending: 'DEPARTURE_PENDING',
  noRecord: 'NO_RECORD',
} as const;

/** The name of all together. */
const ALL = 'TOTAL';

/** What a group is, the name that it is shown by, and where that stands. */
const GROUPS: Readonly<Record<ComplianceGroupBy, { columns: string; name: string; from: string; order: string }>> = {
  CHECK: { columns: 'NULL::int AS tenant_id, NULL::uuid AS school_id', name: 'NULL', from: '', order: '1' },
  COUNTY: {
    columns: 'o.tenant_id, NULL::uuid AS school_id',
    name: 't.name',
    from: 'JOIN tenant t ON t.id = g.tenant_id',
    order: 't.code, t.id',
  },
  SCHOOL: {
    columns: 'o.tenant_id, o.school_id',
    name: 's.name',
    from: `JOIN school_standing s ON s.tenant_id = g.tenant_id AND s.school_id = g.school_id AND s.valid_from <= $day AND s.valid_to > $day`,
    order: 's.tenant_id, s.code, s.school_id',
  },
};

/**
 * How far the checks of the procedure were kept in a period, check by check, for all, each county or each school: every number
 * has its list (checkOutcomes). One statement; a zero denominator is null.
 * @throws RuleViolation FORBIDDEN, BAD_INPUT
 */
export async function compliance(ctx: ReadContext, asked: ComplianceAsked): Promise<Compliance> {
  requireReport(ctx, 'read');
  const period = periodOf(ctx, asked);
  const s = openStatement(ctx, asked);
  const group = GROUPS[asked.groupBy];
  const counts = Object.entries(OUTCOMES).map(
    ([name, outcome]) => `count(*) FILTER (WHERE o.outcome = '${outcome}')::int AS "${name}"`,
  );
  const judged = judgedOutcomes(s, period);
  const from = group.from.includes('$day') ? group.from.replaceAll('$day', `${s.bind(period.asOf)}::date`) : group.from;
  const [result] = await ctx.read.run([
    s.statement(`
      WITH o AS MATERIALIZED (${judged}),
      g AS (SELECT ${group.columns}, o.check_id, ${counts.join(', ')} FROM o GROUP BY 1, 2, 3)
      SELECT g.tenant_id AS "tenantId", g.school_id AS "schoolId", ${group.name} AS name, g.check_id AS "checkId",
        ${Object.keys(OUTCOMES)
          .map((name) => `g."${name}"`)
          .join(', ')}
      FROM g ${from} ORDER BY ${group.order}`),
  ]);
  const rows = (result?.rows ?? []) as unknown as CountRow[];
  const groups = groupsOf(rows, asked.groupBy);
  return {
    ...{ from: period.from, to: addDays(period.to, -1), total: figuresOf(rows), groupCount: groups.length },
    groups: groups.slice(asked.offset, asked.offset + asked.first),
  };
}

function groupsOf(rows: readonly CountRow[], groupBy: ComplianceGroupBy): ComplianceGroup[] {
  const byKey = new Map<string | null, CountRow[]>(groupBy === 'CHECK' ? [[null, []]] : []);
  for (const row of rows) byKey.set(keyOfRow(row), [...(byKey.get(keyOfRow(row)) ?? []), row]);
  return [...byKey].map(([key, own]) => ({
    ...{ key, name: own[0]?.name ?? ALL, total: figuresOf(own) },
    checks: PROCEDURE_CHECK_IDS.flatMap((id) => checkOf(own, id) ?? []),
  }));
}

function keyOfRow({ tenantId, schoolId }: CountRow): string | null {
  if (tenantId === null) return null;
  return schoolId === null ? encodeTenantId(tenantId) : encodeId(ID_PREFIXES.School, tenantId, schoolId);
}

function checkOf(rows: readonly CountRow[], checkId: ProcedureCheckId): CheckCompliance | null {
  const own = rows.filter((row) => row.checkId === checkId);
  const check = CHECKS.find(({ id }) => id === checkId);
  if (own.length === 0 || !check) return null;
  return { checkId, clause: check.clause, severity: check.severity, ...figuresOf(own) };
}

function figuresOf(rows: readonly CountRow[]): ComplianceFigures {
  const sum = (name: keyof Counts): number => rows.reduce((all, row) => all + row[name], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  return {
    ...{ passed, failed, departuresApproved: sum('departuresApproved'), departuresPending: sum('departuresPending') },
    noRecord: sum('noRecord'),
    rate: { numerator: passed, denominator: passed + failed, percent: percent(passed, passed + failed) },
  };
}
