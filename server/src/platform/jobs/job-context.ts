import type { WriteContext } from '../context.js';
import type { ActiveGrant } from '../scope.js';
import type { ReadContext } from '../context.js';

/** What a job handler works with: the grant that asked for it, still held; steps that are transactions of their own. */
export interface JobContext {
  readonly id: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** reads under the job's grant */
  readonly reading: ReadContext;
  /** one transaction under the job's grant, or under another grant that the same account holds */
  write<T>(work: (ctx: WriteContext) => Promise<T>, grant?: ActiveGrant): Promise<T>;
  /** every grant that the account holds today, for work over several tenants */
  readonly grants: readonly ActiveGrant[];
  progress(done: number, total: number): Promise<void>;
  /** the file that the job made, shown with it */
  attach(fileId: string): Promise<void>;
}

/** A handler must bear being run again: each step finds out what an earlier run already did. */
export type JobHandler = (job: JobContext) => Promise<void>;
