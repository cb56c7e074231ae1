import type { World } from '../../support/world.js';

/** Runs a statement as the API's role under one tenant's scope: what row security lets through without any rule above it. */
export const asApp = (world: World, tenant: number, statement: string): Promise<unknown[]> =>
  world.sql(`BEGIN; SET LOCAL ROLE zhixiao_app; SET LOCAL app.tenant_id = '${tenant}'; SET LOCAL app.scope_lo = '${tenant}';
    SET LOCAL app.scope_hi = '${tenant}'; SET LOCAL app.school_id = ''; SET LOCAL app.ancestors = ''; ${statement}; COMMIT`);
