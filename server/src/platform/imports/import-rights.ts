import type { RosterKind } from '@zhixiao/documents';
import { subjectOf } from '@zhixiao/policy';
import { RuleViolation } from '../errors.js';
import type { ActiveGrant } from '../scope.js';

/** Whose table an import is: the tenant's, or a school's own, of the account that brought it. */
interface Imported {
  readonly tenantId: number;
  readonly schoolId: string | null;
  readonly accountId: string;
}

/** An import as the ability looks at it. */
export function importSubject({ tenantId, schoolId, accountId }: Imported): ReturnType<typeof subjectOf<'Import'>> {
  return subjectOf('Import', { tenantId, accountId, ...(schoolId === null ? {} : { schoolId }) });
}

/** The import that a grant would bring itself. */
export function ownImport({ tenantId, schoolId, accountId }: ActiveGrant): ReturnType<typeof subjectOf<'Import'>> {
  return importSubject({ tenantId, schoolId, accountId });
}

/** What a school brings for itself; all other tables are the county's (意见（十五）). */
const OF_A_SCHOOL: readonly RosterKind[] = ['MEETINGS'];

export function isOfSchool(kind: RosterKind): boolean {
  return OF_A_SCHOOL.includes(kind);
}

/** @throws RuleViolation FORBIDDEN for a county that enters a school's meetings (SOD-10), and for a school with the county's tables */
export function requireLevel({ schoolId }: ActiveGrant, kind: RosterKind): void {
  if (isOfSchool(kind) !== (schoolId !== null)) throw new RuleViolation('FORBIDDEN', { reason: 'OTHER_LEVEL', kind });
}
