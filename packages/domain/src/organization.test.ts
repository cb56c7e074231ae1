import { describe, expect, test } from '@jest/globals';
import { branchNeedsCommittee, committeeSizeRange, lastTermDay, suitableTypes, termYears } from './organization.js';

describe('thresholds of the party rules', () => {
  test('a branch needs a committee from seven full members on', () => {
    expect([6, 7, 8].map(branchNeedsCommittee)).toEqual([false, true, true]);
  });

  test.each([
    [0, ['JOINT_BRANCH']],
    [2, ['JOINT_BRANCH']],
    [3, ['BRANCH']],
    [49, ['BRANCH']],
    [50, ['BRANCH', 'GENERAL_BRANCH']],
    [51, ['GENERAL_BRANCH']],
    [99, ['GENERAL_BRANCH']],
    [100, ['COMMITTEE']],
  ])('%i members fit %j', (members, types) => {
    expect(suitableTypes(members)).toEqual(types);
  });

  test('probationary members do not make a branch', () => {
    expect(suitableTypes(4, 2)).toEqual(['JOINT_BRANCH']);
    expect(suitableTypes(4, 3)).toEqual(['BRANCH']);
  });

  test('terms and committees by type', () => {
    expect((['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH', 'JOINT_BRANCH'] as const).map(termYears)).toEqual([5, 3, 3, 3]);
    expect(committeeSizeRange('BRANCH')).toEqual({ min: 3, usual: 5, max: 7 });
    expect(committeeSizeRange('GENERAL_BRANCH')).toEqual({ min: 5, usual: 7, max: 9 });
    expect(committeeSizeRange('COMMITTEE')).toEqual({ min: 5, usual: 9, max: 9 });
    expect(committeeSizeRange('JOINT_BRANCH')).toBeNull();
  });

  test('a term of a leap day and its extension', () => {
    const term = { termStart: '2020-02-29', termEnd: null, termExtendedUntil: '2030-01-01' };
    expect(lastTermDay('BRANCH', term)).toBe('2024-02-28');
    expect(lastTermDay('BRANCH', { termStart: null, termEnd: null, termExtendedUntil: '2030-01-01' })).toBeNull();
  });
});
