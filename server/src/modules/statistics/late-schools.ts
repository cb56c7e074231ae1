import type { GraphQLResolveInfo } from 'graphql';
import type { RolloutState } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { handWritten, resolveLinks } from '../../platform/read/index.js';
import { schoolModel } from '../schools/index.js';
import { daysOf, requireReport } from './figures.js';
import { adjusted, inScope } from './rate-columns.js';

export interface LateSchool {
  readonly tenantId: number;
  readonly schoolId: string;
  readonly state: RolloutState;
  readonly since: string | null;
  readonly days: number;
}

export interface LateAsked {
  readonly tenantId?: string | null;
  readonly asOf?: string | null;
  readonly first: number;
}

/**
 * Schools in scope that are not yet adjusted, the longest in their state first. Of a school about which nothing was ever
 * recorded the days count from its opening or, where that is later, from the day on which its tenant came to the system.
 */
export async function lateSchools(ctx: ReadContext, asked: LateAsked): Promise<LateSchool[]> {
  requireReport(ctx, 'read');
  const { asOf } = daysOf(ctx, asked);
  const hand = handWritten(ctx, { model: schoolModel, day: asOf, tenantId: asked.tenantId });
  const where = hand.where(schoolModel, 's');
  const day = `${hand.bind(asOf)}::date`;
  const since = `coalesce(s.rollout_since, greatest(k.opened_on, t.enrolled_on))`;
  const [result] = await ctx.read.run([
    hand.statement(`
      SELECT s.tenant_id AS "tenantId", s.school_id AS "schoolId", s.rollout_state AS state, s.rollout_since::text AS since,
        greatest(0, ${day} - ${since}) AS days
      FROM ${schoolModel.table} s
      JOIN school k ON k.tenant_id = s.tenant_id AND k.id = s.school_id
      JOIN tenant t ON t.id = s.tenant_id
      WHERE ${where} AND ${inScope('s')} AND NOT ${adjusted('s')}
      ORDER BY days DESC, s.code, s.tenant_id, s.school_id LIMIT ${hand.bind(asked.first)}::int`),
  ]);
  return (result?.rows ?? []) as unknown as LateSchool[];
}

/** The same with the schools themselves, as they stood on the day: a second statement, for what is selected of them. */
export async function viewLateSchools(ctx: ReadContext, info: GraphQLResolveInfo, asked: LateAsked): Promise<object[]> {
  const late = await lateSchools(ctx, asked);
  const keys = late.map(({ tenantId, schoolId }) => ({ tenantId, id: schoolId }));
  const schools = await resolveLinks({ ...ctx, today: asked.asOf ?? ctx.today }, info, { school: keys });
  return late.map((row, i) => ({ ...row, ...schools[i] }));
}
