import { describe, expect, test } from '@jest/globals';
import { changesOf } from './diff.js';

describe('what an entry changed', () => {
  test('fields that differ come first', () => {
    const changes = changesOf({ name: 'a', classes: 6 }, { name: 'a', classes: 7 });
    expect(changes.map(({ field, isChanged }) => [field, isChanged])).toEqual([
      ['classes', true],
      ['name', false],
    ]);
  });

  test('a new row has nothing before', () => {
    expect(changesOf(null, { post: 'SECRETARY' })).toEqual([
      { field: 'post', before: undefined, after: 'SECRETARY', isChanged: true },
    ]);
  });

  test('nothing and null are the same', () => {
    expect(changesOf({ remark: null }, {})[0]?.isChanged).toBe(false);
  });

  test('what the grant may not see has no fields', () => {
    expect(changesOf(null, null)).toEqual([]);
  });
});
