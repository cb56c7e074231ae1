import type { GrantScope } from './grant-scope.js';

/**
 * Whether a matter is about the person who acts. Nobody approves an appointment, departure, appraisal or inspection result
 * about themselves (回避). The use case asks, because a rule knows no persons.
 */
export function concernsSelf(scope: GrantScope, personId: string | null): boolean {
  return personId !== null && personId === scope.personId;
}
