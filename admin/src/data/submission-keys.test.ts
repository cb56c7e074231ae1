import { describe, expect, test } from '@jest/globals';
import { createSubmissionKeys } from './submission-keys.js';

function numbered() {
  let next = 0;
  return createSubmissionKeys(() => `key-${(next += 1)}`);
}

describe('the key of a submission', () => {
  test('stays the same while its outcome is unknown, so that a retry is not a second act', () => {
    const keys = numbered();
    expect(keys.keyFor('appoint A')).toBe('key-1');
    expect(keys.keyFor('appoint A')).toBe('key-1');
  });

  test('is another one for other values', () => {
    const keys = numbered();
    expect(keys.keyFor('appoint A')).not.toBe(keys.keyFor('appoint B'));
  });

  test('is a new one for the same values once the server has answered', () => {
    const keys = numbered();
    const first = keys.keyFor('appoint A');
    keys.settle('appoint A');
    expect(keys.keyFor('appoint A')).not.toBe(first);
  });
});
