import { describe, expect, test } from '@jest/globals';
import { visibleText } from './text-input.js';

describe('a text as somebody meant it', () => {
  test.each([
    ['  扬武小学\u3000', '扬武小学'],
    ['\u200B\u202E石 榴\u00A0\uFEFF', '石 榴'],
    ['\u0007a\u200Bb\u0007', 'a\u200Bb'],
    ['葛\u{E0100}', '葛\u{E0100}'],
    ['𠮷', '𠮷'],
    ['\u{E0100}', ''],
    ['\u3164\u2800\uFE0F', ''],
    ['', ''],
  ])('%j is %j', (typed, meant) => {
    expect(visibleText(typed)).toBe(meant);
  });

  test('a long run of blanks in its middle takes no longer than it is', () => {
    const blanks = '\u200B'.repeat(200_000);
    const from = performance.now();
    expect(visibleText(`${blanks}x${blanks}y${blanks}`)).toHaveLength(200_002);
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
