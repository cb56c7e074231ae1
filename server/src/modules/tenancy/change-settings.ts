import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { settingsToChange } from './settings.js';
import type { TenantSettingInput, TenantSettingType } from './tenant.type.js';

const CHANGE_SQL = `INSERT INTO tenant_setting (tenant_id, vacancy_days, count_branch_without_committee, file_retention_days) VALUES ($1, $2, $3, $4)
  ON CONFLICT (tenant_id) DO UPDATE SET vacancy_days = $2, count_branch_without_committee = $3, file_retention_days = $4,
    version = tenant_setting.version + 1
  WHERE tenant_setting.version = $5 RETURNING version`;

/**
 * Changes the tenant's settings. Standing depends on them, so that it is made anew by a job, school by school.
 * @throws RuleViolation FORBIDDEN, CONFLICT
 */
export async function changeSettings(ctx: WriteContext, input: TenantSettingInput): Promise<TenantSettingType> {
  const { tenantId } = ctx.grant;
  if (!ctx.ability.can('update', subjectOf('TenantSetting', { tenantId }))) throw new RuleViolation('FORBIDDEN');
  const before = await settingsToChange(ctx.db, tenantId);
  if (before.version !== input.expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: before.version });
  const { vacancyDays, countBranchWithoutCommittee } = input;
  const fileRetentionDays = input.fileRetentionDays ?? before.fileRetentionDays;
  const changed = await ctx.db.query<{ version: number }>(CHANGE_SQL, [
    tenantId,
    vacancyDays,
    countBranchWithoutCommittee,
    fileRetentionDays,
    input.expectedVersion,
  ]);
  const version = changed[0]?.version;
  if (!version) throw new RuleViolation('CONFLICT', { currentVersion: null });
  const after = { vacancyDays, countBranchWithoutCommittee, fileRetentionDays, version };
  await ctx.jobs.enqueue({ kind: 'rebuild-standing', args: {} });
  ctx.audit({
    action: 'settings.changed',
    subjectType: 'TenantSetting',
    subjectId: null,
    before: { ...before },
    after,
  });
  return after;
}
