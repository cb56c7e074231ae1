/**
 * jobs 任务: long work (imports, exports, rebuilding) with progress, run by worker processes under the grant that asked.
 * Table: job; the queue itself is graphile-worker's. A job exists if and only if the write that asked for it does; its
 * handler bears being run again.
 */
import { jobModels, jobRoots } from './job.read.js';
import { JobResolver } from './job.resolver.js';

export { JobType } from './job.type.js';

export const jobParts = { resolvers: [JobResolver], models: jobModels, roots: jobRoots };
