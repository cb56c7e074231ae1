import { EXPIRE_FILES, expireFiles, newRetention, tenantsWithOldFiles } from '../../platform/files/index.js';
import { readingAsSystem, writeAsSystem } from '../../platform/jobs/as-system.js';
import type { Schedule } from '../../platform/jobs/schedule.js';
import { log } from '../../platform/log.js';
import type { Ports } from '../../platform/graphql/graphql-context.js';
import { PLATFORM_TENANT_ID } from '@zhixiao/domain';
import { settingsToChange } from './settings.js';

/** Every night, tenant by tenant: what was exported is kept as long as the tenant's settings say. */
export const fileSchedule: Schedule = {
  // 03:17 in Shanghai
  [EXPIRE_FILES]: { at: '17 19 * * *', run: expireFilesOfAll },
};

async function expireFilesOfAll(ports: Ports): Promise<void> {
  for (const tenantId of await tenantsWithOldFiles(readingAsSystem(ports, PLATFORM_TENANT_ID))) {
    // one tenant's trouble is not the next one's
    await expireFilesOf(ports, tenantId).catch((error: unknown) =>
      log.error({ err: error, tenant: tenantId }, 'old files could not be removed'),
    );
  }
}

async function expireFilesOf(ports: Ports, tenantId: number): Promise<void> {
  const { fileRetentionDays } = await writeAsSystem(ports, tenantId, (ctx) => settingsToChange(ctx.db, tenantId));
  const retention = newRetention(fileRetentionDays);
  while (await writeAsSystem(ports, tenantId, (ctx) => expireFiles(ctx, retention)));
}
