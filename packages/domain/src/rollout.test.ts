import { describe, expect, test } from '@jest/globals';
import {
  canTransition,
  isAdjusted,
  nextStates,
  readRosterState,
  ROLLOUT_FUNNEL,
  ROLLOUT_SIDE_STATES,
  ROSTER_STATE_WORDS,
  ROSTER_STATES,
} from './rollout.js';
import { ROLLOUT_STATES } from './vocabulary.js';

describe('rollout', () => {
  test('funnel and side states are all the states, each once', () => {
    expect([...ROLLOUT_FUNNEL, ...ROLLOUT_SIDE_STATES]).toEqual(ROLLOUT_STATES);
  });

  test('these transitions are allowed and no others', () => {
    const allowed = ROLLOUT_STATES.flatMap((from) =>
      ROLLOUT_STATES.filter((to) => canTransition(from, to)).map((to) => `${from} > ${to}`),
    );
    expect(allowed).toEqual([
      'NOT_STARTED > SURVEYED',
      'SURVEYED > PREPARING',
      'SURVEYED > DEFERRED',
      'PREPARING > READY',
      'PREPARING > DEFERRED',
      'READY > PREPARING',
      'READY > ADJUSTED',
      'READY > DEFERRED',
      'ADJUSTED > RUNNING',
      'ADJUSTED > SUSPENDED_BY_CHANGE',
      'RUNNING > SUSPENDED_BY_CHANGE',
      'DEFERRED > SURVEYED',
      'DEFERRED > PREPARING',
      'DEFERRED > READY',
      'SUSPENDED_BY_CHANGE > PREPARING',
    ]);
  });

  test('from every state there is a way on but to itself, save 规范运行, which only a change ends', () => {
    expect(ROLLOUT_STATES.every((state) => nextStates(state).length > 0)).toBe(true);
    expect(ROLLOUT_STATES.some((state) => canTransition(state, state))).toBe(false);
    expect(nextStates('RUNNING')).toEqual(['SUSPENDED_BY_CHANGE']);
  });

  test('adjusted are 已调整 and 规范运行 only', () => {
    expect(ROLLOUT_STATES.filter(isAdjusted)).toEqual(['ADJUSTED', 'RUNNING']);
  });

  test('the three preparations of a roster are PREPARING with the dimensions up to that one', () => {
    expect(ROSTER_STATES.map(readRosterState)).toEqual([
      { state: 'NOT_STARTED', readiness: [] },
      { state: 'PREPARING', readiness: ['IDEOLOGICAL'] },
      { state: 'PREPARING', readiness: ['IDEOLOGICAL', 'ORGANIZATIONAL'] },
      { state: 'PREPARING', readiness: ['IDEOLOGICAL', 'ORGANIZATIONAL', 'OPERATIONAL'] },
      { state: 'ADJUSTED', readiness: ['IDEOLOGICAL', 'ORGANIZATIONAL', 'OPERATIONAL'] },
      { state: 'RUNNING', readiness: ['IDEOLOGICAL', 'ORGANIZATIONAL', 'OPERATIONAL'] },
    ]);
    expect(Object.values(ROSTER_STATE_WORDS)).toEqual(ROSTER_STATES);
  });
});
