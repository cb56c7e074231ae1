import { isAdjusted, ROLLOUT_STATES, type RolloutState } from '@zhixiao/domain';
import { listPath, type SchemaType } from '../data/index.js';

type SchoolFilter = SchemaType<'SchoolFilter'>;

/** The list of schools behind a figure. */
export function schoolsPath(filter: SchoolFilter): string {
  return listPath('schools', { filter });
}

/** Schools that the Opinion applies to, narrowed down: the base of completion. */
export function inScopePath(filter: SchoolFilter = {}): string {
  return schoolsPath({ scope: ['IN_SCOPE'], ...filter });
}

export const ADJUSTED_STATES: readonly RolloutState[] = ROLLOUT_STATES.filter(isAdjusted);
const LATE_STATES: readonly RolloutState[] = ROLLOUT_STATES.filter((state) => !isAdjusted(state));

/** Schools in scope that are not adjusted yet, longest in their state first. */
export function latePath(): string {
  return listPath('schools', {
    filter: { scope: ['IN_SCOPE'], rolloutState: LATE_STATES },
    sort: { field: 'rolloutSince', order: 'ASC' },
  });
}
