import { useAbility } from '../../data/index.js';
import type { Decision } from './decision.graphql.js';

interface FollowUp {
  readonly publish: boolean;
  readonly answer: boolean;
  readonly report: boolean;
  readonly assign: boolean;
}

/** What the account does with a decision: the server asks it again. */
export function useMayFollowUp(decision: Pick<Decision, 'id' | 'school'>): FollowUp {
  const { can } = useAbility();
  return {
    publish: can('publish', 'Decision', decision),
    answer: can('answer', 'Decision', decision),
    report: can('report', 'Decision', decision),
    assign: can('assign', 'DecisionTask', decision),
  };
}
