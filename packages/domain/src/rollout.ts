import { READINESS_DIMENSIONS, type ReadinessDimension, type RolloutState } from './vocabulary.js';

/** The main line of the rollout, in the order of the funnel; side states are not in it. */
export const ROLLOUT_FUNNEL = [
  'NOT_STARTED',
  'SURVEYED',
  'PREPARING',
  'READY',
  'ADJUSTED',
  'RUNNING',
] as const satisfies readonly RolloutState[];

/** States off the main line: 暂缓, and 因变动中止 (merger, split, change of organisation type). */
export const ROLLOUT_SIDE_STATES = ['DEFERRED', 'SUSPENDED_BY_CHANGE'] as const satisfies readonly RolloutState[];

const NEXT: Readonly<Record<RolloutState, readonly RolloutState[]>> = {
  NOT_STARTED: ['SURVEYED'],
  SURVEYED: ['PREPARING', 'DEFERRED'],
  PREPARING: ['READY', 'DEFERRED'],
  // 成熟待批 may be sent back.
  READY: ['PREPARING', 'ADJUSTED', 'DEFERRED'],
  ADJUSTED: ['RUNNING', 'SUSPENDED_BY_CHANGE'],
  RUNNING: ['SUSPENDED_BY_CHANGE'],
  // 暂缓 ends where it began.
  DEFERRED: ['SURVEYED', 'PREPARING', 'READY'],
  SUSPENDED_BY_CHANGE: ['PREPARING'],
};

/** The states that may follow this one. Declared entries (adjusted before the system came) are not bound by it. */
export function nextStates(state: RolloutState): readonly RolloutState[] {
  return NEXT[state];
}

/** May a school go from one state to the other, one step on the way (成熟一个调整一个)? */
export function canTransition(from: RolloutState, to: RolloutState): boolean {
  return NEXT[from].includes(to);
}

/** 已调整: the school works under the new system; 规范运行 is adjusted as well. */
export function isAdjusted(state: RolloutState): boolean {
  return state === 'ADJUSTED' || state === 'RUNNING';
}

/** The words in which counties' progress rosters count a school's stage. */
export const ROSTER_STATES = [
  'NOT_STARTED',
  'PREP_IDEOLOGICAL',
  'PREP_ORGANISATIONAL',
  'PREP_WORK',
  'ADJUSTED',
  'ACCEPTED',
] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

export type RosterReading = { readonly state: RolloutState; readonly readiness: readonly ReadinessDimension[] };

const READINGS: Readonly<Record<RosterState, RosterReading>> = {
  NOT_STARTED: { state: 'NOT_STARTED', readiness: [] },
  PREP_IDEOLOGICAL: { state: 'PREPARING', readiness: READINESS_DIMENSIONS.slice(0, 1) },
  PREP_ORGANISATIONAL: { state: 'PREPARING', readiness: READINESS_DIMENSIONS.slice(0, 2) },
  PREP_WORK: { state: 'PREPARING', readiness: READINESS_DIMENSIONS },
  ADJUSTED: { state: 'ADJUSTED', readiness: READINESS_DIMENSIONS },
  ACCEPTED: { state: 'RUNNING', readiness: READINESS_DIMENSIONS },
};

/** What a roster's stage means here: the three preparations are PREPARING with the dimensions up to it declared done. */
export function readRosterState(state: RosterState): RosterReading {
  return READINGS[state];
}

/** Dictionary of input: the column heads and cells of progress rosters. */
export const ROSTER_STATE_WORDS: Readonly<Record<string, RosterState>> = {
  未启动: 'NOT_STARTED',
  思想准备: 'PREP_IDEOLOGICAL',
  组织准备: 'PREP_ORGANISATIONAL',
  工作准备: 'PREP_WORK',
  已调整: 'ADJUSTED',
  已验收: 'ACCEPTED',
};
