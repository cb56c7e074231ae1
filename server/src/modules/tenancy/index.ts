/**
 * tenancy 区划与租户: the whole division tree, which of it uses the system, and each tenant's settings.
 * Tables: tenant, tenant_code, tenant_setting.
 * Rules: a tenant's id is laid out like GB/T 2260, so that a subtree is a range; fake cities of the code list are no
 * tenants; a setting that a tenant does not have comes from the nearest tenant above; a changed setting rebuilds the
 * standing of the tenant's schools by job; exported files are kept for as many days as it says, and removed at night.
 */
import { AuditTenantResolver } from './audit-tenant.resolver.js';
import { fileSchedule } from './expire-files.task.js';
import { rebuildTenantStanding } from './rebuild-standing.job.js';
import { tenancyRoots, tenant } from './tenant.read.js';
import { TenancyResolver } from './tenancy.resolver.js';

export { divisionFacts } from './divisions/division-facts.js';
export { loadTenants } from './divisions/load-tenants.js';
export { settingsInForce, standingSettings } from './settings.js';
export { TenantSettingType, TenantType } from './tenant.type.js';

export const tenancyModule = {
  resolvers: [TenancyResolver, AuditTenantResolver],
  models: [tenant],
  roots: tenancyRoots,
  jobs: { 'rebuild-standing': rebuildTenantStanding },
  schedule: fileSchedule,
};
