import type { AnyAbility } from '@casl/ability';
import type { Role } from '@zhixiao/domain';
import { abilityFor, subjectOf, type ScopedRow } from './ability.js';
import type { ActionOf, SubjectName } from './actions.js';

/** Roles that are granted to accounts. Those that follow from a post are found by the post. */
const OF_A_TENANT: readonly Role[] = [
  'PlatformOperator',
  'CityAdmin',
  'CityInspector',
  'CountyAdmin',
  'CountyInspector',
];
const OF_A_SCHOOL: readonly Role[] = ['SchoolClerk'];

/**
 * The granted roles that, held in the row's own tenant (and school), may do this to the row: whom to tell that it waits.
 * So no module names a role.
 */
export function rolesThatMay<S extends SubjectName>(action: ActionOf<S>, subject: S, row: ScopedRow): Role[] {
  const may = (role: Role, schoolId: string | null): boolean => {
    const { tenantId } = row;
    const scope = { role, tenantId, lo: tenantId, hi: tenantId, schoolId, accountId: '', personId: null };
    const ability: AnyAbility = abilityFor(scope);
    return ability.can(action, subjectOf(subject, row));
  };
  const { schoolId = null } = row;
  return [
    ...OF_A_TENANT.filter((role) => may(role, null)),
    ...OF_A_SCHOOL.filter((role) => schoolId !== null && may(role, schoolId)),
  ];
}
