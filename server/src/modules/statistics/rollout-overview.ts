import { ROLLOUT_STATES } from '@zhixiao/domain';
import type { Rate, RolloutState } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import { asFields } from '../../platform/read/index.js';
import { count, daysOf, lastMonthsEnd, rate, requireReport, scopeCounts } from './figures.js';
import { inScope, rateAggregates } from './rate-columns.js';
import { rollUp } from './roll-up.js';
import type { Figures, RolledUpTenant } from './roll-up.js';
import { viewTenant } from './view-tenant.js';

export interface Period {
  readonly tenantId?: string | null;
  readonly asOf?: string | null;
  readonly compareTo?: string | null;
}

interface StateCount {
  readonly state: RolloutState;
  readonly count: number;
}

interface Progress {
  readonly inScope: number;
  readonly completion: Rate;
  readonly completionBefore: Rate;
}

export interface RolloutOverview extends Progress {
  readonly asOf: string;
  readonly compareTo: string;
  readonly schools: number;
  readonly byReference: number;
  readonly funnel: StateCount[];
  readonly counties: (Progress & { tenant: unknown; states: StateCount[] })[];
}

function columns(s: string): Record<string, string> {
  const states = ROLLOUT_STATES.map((state) => [
    state,
    `count(*) FILTER (WHERE ${inScope(s)} AND ${s}.rollout_state = '${state}')`,
  ]);
  return {
    ...scopeCounts(s),
    ...(Object.fromEntries(states) as Record<string, string>),
    ...rateAggregates(s, ['completion']),
  };
}

/** How far the schools in scope have come, in all and county by county, now and on the earlier day. One statement. */
export async function rolloutOverview(ctx: ReadContext, period: Period): Promise<RolloutOverview> {
  requireReport(ctx, 'read');
  const { asOf, compareTo: asked } = daysOf(ctx, period);
  const compareTo = asked ?? lastMonthsEnd(asOf);
  const group = (s: string): string => `${s}.tenant_id`;
  const { tenantId } = period;
  const { now, before, tenants } = await rollUp(ctx, {
    asOf,
    compareTo,
    newSince: [compareTo, compareTo],
    tenantId,
    group,
    columns,
  });
  const counties = tenants.map((tenant: RolledUpTenant) => {
    const key = String(tenant.id);
    const states = statesOf(now.groups.get(key));
    return { tenant: asFields(viewTenant(tenant)), states, ...progress(now.groups.get(key), before.groups.get(key)) };
  });
  const { total } = now;
  const totals = { schools: count(total, 'schools'), byReference: count(total, 'byReference') };
  return { asOf, compareTo, ...totals, ...progress(total, before.total), funnel: statesOf(total), counties };
}

function progress(now: Figures | undefined, before: Figures | undefined): Progress {
  return {
    inScope: count(now, 'inScope'),
    completion: rate(now, 'completion'),
    completionBefore: rate(before, 'completion'),
  };
}

function statesOf(figures: Figures | undefined): StateCount[] {
  return ROLLOUT_STATES.map((state) => ({ state, count: count(figures, state) }));
}
