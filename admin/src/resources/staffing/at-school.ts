import type { ScopedRecord } from '../../data/index.js';

/** Something of a school that is not there yet, so that rights to make it can be asked for. */
export function atSchool(schoolId: string): ScopedRecord {
  return { id: schoolId, schoolId };
}
