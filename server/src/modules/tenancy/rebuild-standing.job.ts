import type { JobContext } from '../../platform/jobs/job-context.js';

const SCHOOLS_A_STEP = 200;

/** Makes the standing of every school of the tenant anew, some hundred schools a transaction. */
export async function rebuildTenantStanding(job: JobContext): Promise<void> {
  const ids = await job.write(async (ctx) => {
    const rows = await ctx.db.query<{ id: string }>('SELECT id FROM school WHERE tenant_id = $1 ORDER BY id', [
      ctx.grant.tenantId,
    ]);
    return rows.map((row) => row.id);
  });
  for (let from = 0; from < ids.length; from += SCHOOLS_A_STEP) {
    await job.write(async (ctx) => ids.slice(from, from + SCHOOLS_A_STEP).forEach((id) => ctx.standing.touch(id)));
    await job.progress(Math.min(ids.length, from + SCHOOLS_A_STEP), ids.length);
  }
}
