import { PARTY_ORG_TYPES, RATE_IDS, SCHOOL_STAGES, encodeTenantId } from '@zhixiao/domain';
import type { Rate, RateId } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { count, daysOf, lastMonthsEnd, rate, reportColumns, requireReport } from './figures.js';
import type { ReportInput } from './report.input.js';
import { rollUp } from './roll-up.js';
import type { Figures, OnDay, RolledUpTenant } from './roll-up.js';

const COUNTS = ['schools', 'inScope', 'byReference', 'adjusted', 'newlyAdjusted', 'hardFindings'] as const;

export type ReportRow = Readonly<Record<(typeof COUNTS)[number], number>> &
  Readonly<Record<RateId, Rate>> & { readonly key: string | null; readonly name: string };

export interface CrossSchoolReport {
  readonly asOf: string;
  readonly compareTo: string | null;
  readonly schools: number;
  readonly total: ReportRow;
  readonly rows: ReportRow[];
  readonly totalBefore: ReportRow | null;
  readonly rowsBefore: ReportRow[] | null;
}

/** A school without any party organisation. */
export const NO_ORGANIZATION = 'NONE';

const GROUPS = {
  COUNTY: (s: string): string => `${s}.tenant_id`,
  STAGE: (s: string): string => `${s}.stage`,
  ORG_TYPE: (s: string): string => `coalesce(${s}.org_type, '${NO_ORGANIZATION}')`,
};

interface Group {
  /** as the roll-up has it */
  readonly group: string;
  readonly key: string;
  readonly name: string;
}

/** The report over the schools of a filter, as of a day and compared with an earlier one. One statement. */
export async function crossSchoolReport(ctx: ReadContext, input: ReportInput): Promise<CrossSchoolReport> {
  requireReport(ctx, 'read');
  const { asOf, compareTo } = daysOf(ctx, input);
  const filter = { ...input.filter };
  const newSince = [compareTo ?? lastMonthsEnd(asOf), lastMonthsEnd(compareTo ?? asOf)] as const;
  const group = GROUPS[input.groupBy];
  const ask = { asOf, compareTo, newSince, tenantId: filter.tenantId, filter, group, columns: reportColumns };
  const { now, before, tenants } = await rollUp(ctx, ask);
  const groups = input.groupBy === 'COUNTY' ? tenants.map(ofTenant) : ofWords(input.groupBy, [now, before]);
  return {
    asOf,
    compareTo,
    schools: count(now.total, 'schools'),
    ...{ total: totalOf(now), rows: rowsOf(now, groups) },
    totalBefore: compareTo ? totalOf(before) : null,
    rowsBefore: compareTo ? rowsOf(before, groups) : null,
  };
}

function ofTenant({ id, name }: RolledUpTenant): Group {
  return { group: String(id), key: encodeTenantId(id), name };
}

/** The words of the vocabulary that occur on one of the days, in its order. */
function ofWords(groupBy: 'STAGE' | 'ORG_TYPE', days: readonly OnDay[]): Group[] {
  const words: readonly string[] = groupBy === 'STAGE' ? SCHOOL_STAGES : [...PARTY_ORG_TYPES, NO_ORGANIZATION];
  const present = words.filter((word) => days.some(({ groups }) => groups.has(word)));
  return present.map((word) => ({ group: word, key: word, name: word }));
}

const TOTAL = 'TOTAL';

function totalOf({ total }: OnDay): ReportRow {
  return rowOf(total, { key: null, name: TOTAL });
}

function rowsOf({ groups }: OnDay, wanted: readonly Group[]): ReportRow[] {
  return wanted.map(({ group, key, name }) => rowOf(groups.get(group), { key, name }));
}

function rowOf(figures: Figures | undefined, named: { key: string | null; name: string }): ReportRow {
  const counts = COUNTS.map((name) => [name, count(figures, name)]);
  const rates = RATE_IDS.map((id) => [id, rate(figures, id)]);
  return { ...named, ...(Object.fromEntries([...counts, ...rates]) as Omit<ReportRow, 'key' | 'name'>) };
}
