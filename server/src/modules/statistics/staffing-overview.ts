import { CHECKS, STAFFING_CHECK_IDS, addDays } from '@zhixiao/domain';
import type { Post, Severity } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { handWritten } from '../../platform/read/index.js';
import { schoolModel } from '../schools/index.js';
import { appointmentModel } from '../staffing/index.js';
import { count, daysOf, requireReport } from './figures.js';
import type { Figures } from './roll-up.js';

/** A tenure that ends within so many days is time to prepare the next one. */
export const TENURE_NOTICE_DAYS = 60;

export interface StaffingOverview {
  readonly asOf: string;
  readonly schools: number;
  readonly vacancies: { post: Post; fullTime: boolean; count: number }[];
  readonly findings: FindingCount[];
  readonly tenuresEnding: number;
  readonly departuresPending: number;
  readonly schoolsWithHardFindings: number;
}

interface FindingCount {
  readonly checkId: string;
  readonly severity: Severity;
  readonly clause: string;
  readonly fail: number;
  readonly pending: number;
  readonly approved: number;
  readonly pass: number;
}

const VACANCIES = [
  { post: 'SECRETARY', fullTime: false, column: 'secretary_vacant_since' },
  { post: 'PRINCIPAL', fullTime: false, column: 'principal_vacant_since' },
  { post: 'DEPUTY_SECRETARY', fullTime: true, column: 'full_time_deputy_vacant_since' },
] as const;

const OUTCOMES = { fail: 'FAIL', pending: 'DEPARTURE_PENDING', approved: 'DEPARTURE_APPROVED', pass: 'PASS' } as const;

const columnOf = (checkId: string): string => checkId.toLowerCase().replace('-', '');

function columns(): string[] {
  const checks = STAFFING_CHECK_IDS.map(columnOf).flatMap((check) =>
    Object.entries(OUTCOMES).map(
      ([name, outcome]) => `count(*) FILTER (WHERE s.${check} = '${outcome}') AS ${check}_${name}`,
    ),
  );
  const vacancies = VACANCIES.map(({ column }) => `count(s.${column}) AS ${column}`);
  return [
    'count(*) AS schools',
    'coalesce(sum(s.departures_pending), 0) AS departures_pending',
    'count(*) FILTER (WHERE s.hard_findings > 0) AS with_hard',
    ...vacancies,
    ...checks,
  ];
}

/** What a county (or city) must look at on the day. One statement. */
export async function staffingOverview(
  ctx: ReadContext,
  asked: { tenantId?: string | null; asOf?: string | null },
): Promise<StaffingOverview> {
  requireReport(ctx, 'read');
  const { asOf } = daysOf(ctx, asked);
  const hand = handWritten(ctx, { model: schoolModel, day: asOf, tenantId: asked.tenantId });
  const ending = { current: true, tenureEndsBefore: addDays(asOf, TENURE_NOTICE_DAYS) };
  const [result] = await ctx.read.run([
    hand.statement(`
      SELECT ${columns().join(', ')},
        (SELECT count(*) FROM ${appointmentModel.table} a WHERE ${hand.where(appointmentModel, 'a', ending)}) AS tenures_ending
      FROM ${schoolModel.table} s WHERE ${hand.where(schoolModel, 's')}`),
  ]);
  const figures = numbers(result?.rows[0] ?? {});
  return {
    asOf,
    schools: count(figures, 'schools'),
    vacancies: VACANCIES.map(({ post, fullTime, column }) => ({ post, fullTime, count: count(figures, column) })),
    findings: CHECKS.filter(({ id }) => (STAFFING_CHECK_IDS as readonly string[]).includes(id)).map((check) =>
      findingOf(figures, check),
    ),
    tenuresEnding: count(figures, 'tenures_ending'),
    departuresPending: count(figures, 'departures_pending'),
    schoolsWithHardFindings: count(figures, 'with_hard'),
  };
}

function findingOf(
  figures: Figures,
  { id, severity, clause }: { id: string; severity: Severity; clause: string },
): FindingCount {
  const of = (name: keyof typeof OUTCOMES): number => count(figures, `${columnOf(id)}_${name}`);
  return {
    checkId: id,
    severity,
    clause,
    fail: of('fail'),
    pending: of('pending'),
    approved: of('approved'),
    pass: of('pass'),
  };
}

/** The driver gives bigint as text. */
function numbers(row: Readonly<Record<string, unknown>>): Figures {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)]));
}
