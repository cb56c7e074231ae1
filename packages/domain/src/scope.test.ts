import { describe, expect, test } from '@jest/globals';
import { CHECKED_SCOPES, isCheckedScope, scopeOf, type ScopeFacts } from './scope.js';
import { SCOPE_KINDS } from './vocabulary.js';

const OFF = { countBranchWithoutCommittee: false };
const ON = { countBranchWithoutCommittee: true };
const facts = (change: Partial<ScopeFacts> = {}): ScopeFacts => ({
  stage: 'PRIMARY',
  ownership: 'PUBLIC',
  legalPerson: true,
  orgType: 'BRANCH',
  hasCommittee: true,
  ...change,
});

describe('适用范围', () => {
  test.each([
    ['a public school with a branch committee', {}, 'IN_SCOPE'],
    [
      'a vocational school with a general branch',
      { stage: 'SECONDARY_VOCATIONAL', orgType: 'GENERAL_BRANCH' },
      'IN_SCOPE',
    ],
    [
      'a 党委 school of which nobody said whether it has a committee',
      { orgType: 'COMMITTEE', hasCommittee: null },
      'IN_SCOPE',
    ],
    ['a public kindergarten', { stage: 'KINDERGARTEN' }, 'BY_REFERENCE'],
    ['a public kindergarten without a committee', { stage: 'KINDERGARTEN', hasCommittee: false }, 'STRONGHOLD_ONLY'],
    [
      'a public kindergarten without legal person status',
      { stage: 'KINDERGARTEN', legalPerson: false },
      'STRONGHOLD_ONLY',
    ],
    ['a private school', { ownership: 'PRIVATE' }, 'OTHER_RULES'],
    ['a private kindergarten', { ownership: 'PRIVATE', stage: 'KINDERGARTEN' }, 'OTHER_RULES'],
    [
      'a private school of which little else is known',
      { ownership: 'PRIVATE', legalPerson: null, hasCommittee: null },
      'OTHER_RULES',
    ],
    ['a teaching point without legal person status', { legalPerson: false }, 'STRONGHOLD_ONLY'],
    ['a branch without a committee', { hasCommittee: false }, 'STRONGHOLD_ONLY'],
    ['a school of a joint branch', { orgType: 'JOINT_BRANCH' }, 'STRONGHOLD_ONLY'],
    ['a school without an organisation', { orgType: null, hasCommittee: null }, 'STRONGHOLD_ONLY'],
    ['a school of unknown ownership', { ownership: null }, 'UNKNOWN'],
    ['a school of unknown legal status', { legalPerson: null }, 'UNKNOWN'],
    ['a branch of which nobody said whether it has a committee', { hasCommittee: null }, 'UNKNOWN'],
    [
      'a missing committee does not matter without legal person status',
      { legalPerson: false, hasCommittee: null },
      'STRONGHOLD_ONLY',
    ],
    [
      'a missing legal status does not matter in a joint branch',
      { legalPerson: null, orgType: 'JOINT_BRANCH' },
      'STRONGHOLD_ONLY',
    ],
  ] satisfies [string, Partial<ScopeFacts>, string][])('%s', (_, change, scope) => {
    expect(scopeOf(facts(change), OFF)).toBe(scope);
  });

  test('a tenant may count small branches in, but neither joint branches nor schools without legal person status', () => {
    expect(scopeOf(facts({ hasCommittee: false }), ON)).toBe('IN_SCOPE');
    expect(scopeOf(facts({ hasCommittee: null }), ON)).toBe('IN_SCOPE');
    expect(scopeOf(facts({ hasCommittee: false, stage: 'KINDERGARTEN' }), ON)).toBe('BY_REFERENCE');
    expect(scopeOf(facts({ orgType: 'JOINT_BRANCH' }), ON)).toBe('STRONGHOLD_ONLY');
    expect(scopeOf(facts({ hasCommittee: false, legalPerson: false }), ON)).toBe('STRONGHOLD_ONLY');
    expect(scopeOf(facts({ orgType: null }), ON)).toBe('STRONGHOLD_ONLY');
  });

  test('the checks apply in scope and by reference only', () => {
    expect(SCOPE_KINDS.filter(isCheckedScope)).toEqual(CHECKED_SCOPES);
  });
});
