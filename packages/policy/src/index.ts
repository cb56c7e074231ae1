export { ACTIONS, type ActionOf, type SubjectName } from './actions.js';
export { abilityFor, createAbility, subjectOf, type AppAbility, type ScopedRow, type TaggedRow } from './ability.js';
export { concernsSelf } from './concerns-self.js';
export { conditionOf, type Alternative, type Condition, type SchoolTest, type TenantTest } from './condition-of.js';
export { fieldsOf, letsThrough, type FieldMask } from './fields-of.js';
export type { GrantScope } from './grant-scope.js';
export {
  grantableRoles,
  isBelow,
  refusalToGrant,
  refusalToRevoke,
  type GrantRefusal,
  type GrantWanted,
  type GrantHeld,
  type RevokeRefusal,
} from './grantable-roles.js';
export { passwordRefusal, type PasswordRefusal } from './password-refusal.js';
export type { ScopeCondition } from './reach.js';
export type { PolicyRule } from './rule-table.js';
export { rolesThatMay } from './roles-that-may.js';
export { rulesFor } from './rules-for.js';
