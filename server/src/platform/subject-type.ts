import type { IdType } from '@zhixiao/domain';
import type { SubjectName } from '@zhixiao/policy';

/** Types of rows that have opaque ids, and rights by which they are read. */
export type SubjectType = IdType & SubjectName;
