import type { ActionOf, SubjectName } from './actions.js';
import type { GrantScope } from './grant-scope.js';
import type { Reach, ScopeCondition } from './reach.js';

/** One rule as plain JSON. There are no prohibitions: what no rule allows is refused. */
export type PolicyRule = { [S in SubjectName]: RuleOn<S> }[SubjectName];

interface RuleOn<S extends SubjectName> {
  action: ActionOf<S>;
  subject: S;
  fields?: string[];
  conditions: ScopeCondition;
}

/** Writes one line of a role's table: one rule for each action named. */
type Can = <S extends SubjectName>(actions: ActionOf<S> | readonly ActionOf<S>[], subject: S, reach: Reach) => void;

/** What one role may do, line by line. */
export type RoleTable = (can: Can, grant: GrantScope) => void;

/** The rules of a role's table for one grant. */
export function collectRules(table: RoleTable, grant: GrantScope): PolicyRule[] {
  const rules: PolicyRule[] = [];
  table((actions, subject, reach) => {
    const named = Array.isArray(actions) ? actions : [actions];
    for (const action of named) rules.push(rule(action, subject, reach));
  }, grant);
  return rules;
}

function rule(action: string, subject: SubjectName, { where, fields }: Reach): PolicyRule {
  const masked = fields ? { fields: [...fields] } : {};
  // `Can` has tied the action to its subject; a union of pairs can't carry that through a loop.
  return { action, subject, ...masked, conditions: where } as PolicyRule;
}
