import { describe, expect, test } from '@jest/globals';
import { DECIDERS, MATTER_TYPES, STAFF_HEARINGS, TWO_THIRDS_MARKS, type MatterType } from '@zhixiao/domain';
import { changeOf, choicesFor, problemWith } from './matter-rules.js';

const matter = (code: string): MatterType => {
  const found = MATTER_TYPES.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};
const charter = matter('SCHOOL_CHARTER');

describe('what a level may say on a type of matter', () => {
  test('the decider that the Opinion fixes is the only one offered', () => {
    expect(choicesFor(charter, 'decidedBy', DECIDERS)).toEqual(['PARTY_MEETING']);
  });

  test('marks become stricter, never milder; only the Opinion fixes', () => {
    expect(choicesFor(charter, 'staffHearing', STAFF_HEARINGS)).toEqual(['HEAR', 'APPROVE']);
    expect(choicesFor(charter, 'twoThirds', TWO_THIRDS_MARKS)).toEqual(['REQUIRED', 'RECOMMENDED']);
  });

  test('what is too mild has a name', () => {
    expect(problemWith(charter, { code: charter.code, staffHearing: 'NONE' }, 'CITY')).toBe('ONLY_STRICTER');
    expect(problemWith(charter, { code: charter.code, decidedBy: 'OFFICE_MEETING' }, 'CITY')).toBe('DECIDER_FIXED');
    expect(problemWith(charter, { code: charter.code, staffHearing: 'APPROVE' }, 'CITY')).toBe('');
  });

  test('what stays as it was handed down is not said', () => {
    expect(changeOf(charter, { staffHearing: 'HEAR', twoThirds: 'REQUIRED', expert: null })).toEqual({
      code: 'SCHOOL_CHARTER',
      twoThirds: 'REQUIRED',
    });
  });
});
