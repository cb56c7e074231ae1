import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import type { ChangePlan } from './plan-change.js';

type History = 'school_version' | 'party_organization_version' | 'school_organization';

/** So many rows a statement: the protocol takes 65,535 parameters. */
const ROWS_A_STATEMENT = 1000;

/** Inserts rows in statements that the protocol can take. */
export async function inChunks<T>(rows: readonly T[], insert: (chunk: readonly T[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    await insert(rows.slice(from, from + ROWS_A_STATEMENT));
}

/** A range in PostgreSQL's own writing; `to` is the day after the last one. */
export function rangeText(from: CivilDate, to: CivilDate | null): string {
  return `[${from},${to ?? ''})`;
}

/**
 * Takes the rows of a plan out of force: superseded ones keep what they said, one that ends now gets its last day. To be
 * done before the new rows go in: the exclusion constraint looks at what is in force.
 */
export async function supersede(ctx: WriteContext, table: History, plan: ChangePlan<object>): Promise<void> {
  const { tenantId } = ctx.grant;
  if (plan.supersede.length > 0) {
    await ctx.db.query(`UPDATE ${table} SET superseded_at = now() WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`, [
      tenantId,
      plan.supersede,
    ]);
  }
  if (plan.close) {
    await ctx.db.query(
      `UPDATE ${table} SET valid = daterange(lower(valid), $3::date) WHERE tenant_id = $1 AND id = $2`,
      [tenantId, plan.close.id, plan.close.to],
    );
  }
}
