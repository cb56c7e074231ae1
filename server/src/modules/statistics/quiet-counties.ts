import { daysBetween, encodeTenantId } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { ReadContext } from '../../platform/context.js';
import { civilDate } from '../../platform/civil-clock.js';
import { RuleViolation } from '../../platform/errors.js';
import { asFields, handWritten } from '../../platform/read/index.js';
import { schoolModel } from '../schools/index.js';
import { daysOf } from './figures.js';

/** What a county reports is written down as one of these; rights and settings are no reports. */
const RECORDS = ['School', 'PartyOrganization', 'Person', 'Appointment', 'StaffingDeparture', 'RolloutEntry'] as const;

export interface QuietAsked {
  readonly tenantId?: string | null;
  readonly asOf?: string | null;
  /** silent for more than so many days */
  readonly days: number;
}

export interface QuietCounty {
  readonly tenant: unknown;
  readonly schools: number;
  readonly lastChangeAt: string | null;
  readonly lastImportAt: string | null;
  /** since the last of the two; null: there never was one */
  readonly days: number | null;
}

interface CountyRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly schools: number;
  readonly lastChangeAt: Date | null;
  readonly lastImportAt: Date | null;
}

/**
 * Counties that take part and have not reported: nothing of theirs was changed or imported in the last days, or ever. Who
 * never did comes first, then who has been silent the longest. Whose change it was, theirs or of a city-wide import in their
 * name, does not matter. For those who read a whole county's report: a school sees no more than itself of either.
 * @throws RuleViolation FORBIDDEN, BAD_INPUT
 */
export async function quietCounties(ctx: ReadContext, asked: QuietAsked): Promise<QuietCounty[]> {
  const whole = subjectOf('Report', { tenantId: ctx.grant.tenantId, schoolId: null });
  if (!ctx.ability.can('read', whole)) throw new RuleViolation('FORBIDDEN');
  const { asOf } = daysOf(ctx, asked);
  const [result] = await ctx.read.run([statementOf(ctx, asOf, asked.tenantId)]);
  const counties = (result?.rows ?? []) as unknown as CountyRow[];
  return counties
    .map((row) => viewOf(row, asOf))
    .filter(({ days }) => days === null || days > asked.days)
    .sort((a, b) => (b.days ?? Infinity) - (a.days ?? Infinity) || 0);
}

/** One walk over the counties; of each the newest entry by the index of the audit, and the newest import that reached it. */
function statementOf(
  ctx: ReadContext,
  asOf: string,
  tenantId: string | null | undefined,
): ReturnType<ReturnType<typeof handWritten>['statement']> {
  const hand = handWritten(ctx, { model: schoolModel, day: asOf, tenantId });
  const [lo, hi] = [`${hand.bind(hand.range.lo)}::int`, `${hand.bind(hand.range.hi)}::int`];
  const day = `${hand.bind(asOf)}::date`;
  const dayEnds = `((${day} + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;
  return hand.statement(`
   SELECT t.id, t.code, t.name, t.level, c.schools::int AS schools, a.at AS "lastChangeAt", i.at AS "lastImportAt"
   FROM tenant t
   CROSS JOIN LATERAL (SELECT count(*) AS schools FROM ${schoolModel.table} s
     WHERE ${hand.where(schoolModel, 's')} AND s.tenant_id = t.id) c
   LEFT JOIN LATERAL (SELECT e.at FROM audit_entry e WHERE e.tenant_id = t.id AND e.at < ${dayEnds}
     AND e.subject_type = ANY (${hand.bind(RECORDS)}::text[]) ORDER BY e.at DESC, e.id DESC LIMIT 1) a ON true
   CROSS JOIN LATERAL (SELECT max(b.confirmed_at) AS at FROM import_batch b
     WHERE b.tenant_id BETWEEN ${lo} AND ${hi} AND b.school_id IS NULL AND b.status = 'CONFIRMED' AND b.confirmed_at < ${dayEnds} AND (b.tenant_id = t.id
       OR EXISTS (SELECT 1 FROM import_effect f WHERE f.tenant_id = t.id AND f.batch_id = b.id AND f.undone_at IS NULL))) i
   WHERE t.id BETWEEN ${lo} AND ${hi} AND t.level = 'COUNTY' AND t.enrolled_on <= ${day}
   ORDER BY t.code, t.id`);
}

function viewOf(row: CountyRow, asOf: string): QuietCounty {
  const { id, code, name, level, schools, lastChangeAt, lastImportAt } = row;
  const last = Math.max(lastChangeAt?.getTime() ?? 0, lastImportAt?.getTime() ?? 0);
  return {
    tenant: asFields({ id: encodeTenantId(id), code, name, level }),
    schools,
    lastChangeAt: lastChangeAt?.toISOString() ?? null,
    lastImportAt: lastImportAt?.toISOString() ?? null,
    days: last === 0 ? null : daysBetween(civilDate(new Date(last)), asOf),
  };
}
