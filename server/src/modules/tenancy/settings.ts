import type { ReadContext } from '../../platform/context.js';
import type { WriteDb } from '../../platform/database/write-transaction.js';
import type { TenantSettingType } from './tenant.type.js';

export const DEFAULT_SETTINGS = { vacancyDays: 90, countBranchWithoutCommittee: false, fileRetentionDays: 30 } as const;

/** A tenant's own settings, else those of the nearest tenant above, else the defaults. */
const SETTINGS_SQL = `SELECT vacancy_days AS "vacancyDays", count_branch_without_committee AS "countBranchWithoutCommittee",
  file_retention_days AS "fileRetentionDays",
  CASE WHEN tenant_id = $1 THEN version ELSE 0 END AS version
  FROM tenant_setting WHERE tenant_id = $1 OR tenant_id = ANY (string_to_array(NULLIF(current_setting('app.ancestors', true), ''), ',')::int[])
  ORDER BY tenant_id = $1 DESC, tenant_id DESC LIMIT 1`;

/** The settings in force for the grant's tenant. Version 0: the tenant has none of its own yet. */
export async function settingsInForce(ctx: ReadContext): Promise<TenantSettingType> {
  const [result] = await ctx.read.run([{ text: SETTINGS_SQL, values: [ctx.grant.tenantId] }]);
  return (result?.rows[0] as unknown as TenantSettingType | undefined) ?? { ...DEFAULT_SETTINGS, version: 0 };
}

/** The same for whoever on the platform's side needs them in a transaction of its own: `$1` the tenant. */
export const standingSettings = { sql: SETTINGS_SQL, fallback: DEFAULT_SETTINGS } as const;

/** The same within a write. */
export async function settingsToChange(db: WriteDb, tenantId: number): Promise<TenantSettingType> {
  const [row] = await db.query<TenantSettingType>(SETTINGS_SQL, [tenantId]);
  return row ?? { ...DEFAULT_SETTINGS, version: 0 };
}
