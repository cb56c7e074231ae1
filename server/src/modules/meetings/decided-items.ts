import type { WriteContext } from '../../platform/context.js';

/** An item by which its meeting decided something that belongs into the register of decisions; its row is written already. */
export interface DecidedItem {
  /** uuid */
  readonly itemId: string;
}

/** Runs in the transaction of the decision: who throws undoes it. */
export type OnDecided = (ctx: WriteContext, decided: DecidedItem) => Promise<void>;

const listeners: OnDecided[] = [];

/** Modules to the right say what follows from a decision; modules.ts calls it. */
export function registerOnDecided(listener: OnDecided): void {
  listeners.push(listener);
}

/** Tells them, in the order in which they were registered. */
export async function announceDecided(ctx: WriteContext, decided: DecidedItem): Promise<void> {
  for (const listener of listeners) await listener(ctx, decided);
}

/**
 * The decision of a personnel or secret item is published: from now on it is read like any other. The signed item itself
 * stays as it is. Rights are the caller's to check.
 */
export async function liftItemRestriction(ctx: WriteContext, itemId: string): Promise<void> {
  await ctx.db.query(
    `INSERT INTO item_publication (tenant_id, item_id, school_id, published_by)
     SELECT tenant_id, id, school_id, $3 FROM agenda_item WHERE tenant_id = $1 AND id = $2
     ON CONFLICT (tenant_id, item_id) DO NOTHING`,
    [ctx.grant.tenantId, itemId, ctx.grant.accountId],
  );
}
