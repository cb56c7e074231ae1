import { abilityFor } from '@zhixiao/policy';
import type { WriteContext } from '../context.js';
import { civilDate } from '../civil-clock.js';
import { RuleViolation } from '../errors.js';
import type { Ports } from '../graphql/graphql-context.js';
import { log } from '../log.js';
import type { ActiveGrant } from '../scope.js';
import { unitOfWork } from '../unit-of-work.js';
import type { Acting } from '../unit-of-work.js';
import type { JobContext, JobHandler } from './job-context.js';

/** What stands in the queue: which job, and whose right it runs under. */
export interface JobPayload {
  readonly tenantId: number;
  readonly jobId: string;
  readonly accountId: string;
  readonly grantId: string;
}

interface JobRow {
  kind: string;
  status: string;
  args: Record<string, unknown>;
}

export type JobHandlers = Readonly<Record<string, JobHandler>>;

function acting(grant: ActiveGrant, jobId: string): Acting {
  const now = new Date();
  return { requestId: jobId, ip: 'worker', now, today: civilDate(now), grant, ability: abilityFor(grant) };
}

/** Runs one job under its grant, if that is still held; what it comes to stands in the job's row. */
export async function runJob(ports: Ports, handlers: JobHandlers, payload: JobPayload): Promise<void> {
  const grants = await ports.sessions.grantsOf(payload.accountId, civilDate(new Date()));
  const grant = grants.find((held) => held.id === payload.grantId);
  if (!grant) {
    log.warn({ job: payload.jobId }, 'a job was dropped: its grant is no longer held');
    return;
  }
  const who = acting(grant, payload.jobId);
  const inOwnStep = <T>(work: (ctx: WriteContext) => Promise<T>): Promise<T> => unitOfWork(ports, who, work);
  const row = await inOwnStep((ctx) => start(ctx, payload));
  if (!row) return;
  try {
    const handler = handlers[row.kind];
    if (!handler) throw new Error(`No handler for jobs of kind ${row.kind}`);
    await handler(jobContext(ports, { payload, row, who, grants }));
    await inOwnStep((ctx) => finish(ctx, payload, { status: 'DONE', message: null }));
  } catch (error) {
    const code = error instanceof RuleViolation ? error.code : 'INTERNAL';
    if (code === 'INTERNAL') log.error({ err: error, job: payload.jobId }, 'a job failed');
    await inOwnStep((ctx) => finish(ctx, payload, { status: 'FAILED', message: code }));
  }
}

async function start(ctx: WriteContext, { tenantId, jobId }: JobPayload): Promise<JobRow | undefined> {
  const rows = await ctx.db.query<JobRow>(
    `UPDATE job SET status = 'RUNNING' WHERE tenant_id = $1 AND id = $2 AND status IN ('QUEUED', 'RUNNING') RETURNING kind, status, args`,
    [tenantId, jobId],
  );
  return rows[0];
}

async function finish(
  ctx: WriteContext,
  payload: JobPayload,
  { status, message }: { readonly status: 'DONE' | 'FAILED'; readonly message: string | null },
): Promise<void> {
  await ctx.db.query(
    `UPDATE job SET status = $3, message = $4, finished_at = now(), done = CASE WHEN $3 = 'DONE' THEN COALESCE(total, done) ELSE done END
     WHERE tenant_id = $1 AND id = $2`,
    [payload.tenantId, payload.jobId, status, message],
  );
}

interface Running {
  payload: JobPayload;
  row: JobRow;
  who: Acting;
  grants: readonly ActiveGrant[];
}

function jobContext(ports: Ports, { payload, row, who, grants }: Running): JobContext {
  const { tenantId, jobId } = payload;
  const update = (sql: string, values: readonly unknown[]): Promise<void> =>
    unitOfWork(ports, who, async (ctx) => void (await ctx.db.query(sql, [tenantId, jobId, ...values])));
  return {
    id: jobId,
    args: row.args,
    grants,
    reading: { ...who, read: { run: (statements) => ports.read.run(who.grant, jobId, statements) } },
    write: (work, grant) => unitOfWork(ports, grant ? acting(grant, jobId) : who, work),
    progress: (done, total) =>
      update('UPDATE job SET done = $3, total = $4 WHERE tenant_id = $1 AND id = $2', [done, total]),
    attach: (fileId) => update('UPDATE job SET file_id = $3 WHERE tenant_id = $1 AND id = $2', [fileId]),
  };
}
