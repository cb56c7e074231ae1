import { describe, expect, test } from '@jest/globals';
import { passwordRefusal } from './password-refusal.js';

describe('A new password', () => {
  test.each([
    ['correct Horse 1', null],
    ['Qw3rty-uiop-42', null],
    ['一段很长的中文口令密码Ab', null],
    ['x'.repeat(32) + 'A1bcdefgh', null],
  ])('"%s" is taken', (password, refusal) => {
    expect(passwordRefusal(password, 'zhang.san')).toBe(refusal);
  });

  test.each([
    ['', 'TOO_SHORT'],
    ['Abcdefgh-12', 'TOO_SHORT'],
    ['correct horse battery', 'TOO_SIMPLE'],
    ['123456789012345', 'TOO_SIMPLE'],
    ['aA1aA1aA1aA1aA1', 'TOO_SIMPLE'],
    ['Zhang.San-2026!', 'LIKE_USERNAME'],
    [`Ab1-${'x'.repeat(200)}`, 'TOO_LONG'],
  ])('"%s" is refused as %s', (password, refusal) => {
    expect(passwordRefusal(password, 'zhang.san')).toBe(refusal);
  });

  test('of twelve characters is long enough, however many code units one has', () => {
    expect(passwordRefusal('😀😀😀😀😀aB1cdE', 'x')).toBe('TOO_SHORT');
    expect(passwordRefusal('😀😁😂🤣😃aB1cdEf', 'x')).toBeNull();
  });

  test('may hold a name that is too short to give it away', () => {
    expect(passwordRefusal('Wolves-at-3-am', 'wo')).toBeNull();
  });
});
