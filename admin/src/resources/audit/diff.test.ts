import { describe, expect, test } from '@jest/globals';
import { changesOf, nameIn } from './diff.js';

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

  test('keys of rows are left out, the check stays', () => {
    const changes = changesOf(null, { personId: 'x', schoolIds: ['y'], checkId: 'STF-5' });
    expect(changes.map(({ field }) => field)).toEqual(['checkId']);
  });

  test('an entry is called by the person, the name or the file that it is about', () => {
    expect(nameIn({ personName: 'Wen', name: 'x' })).toBe('Wen');
    expect(nameIn({ fileName: 'a.xlsx' })).toBe('a.xlsx');
    expect(nameIn({ status: 'APPROVED' })).toBeNull();
    expect(nameIn(null)).toBeNull();
  });

  test('what the grant may not see has no fields', () => {
    expect(changesOf(null, null)).toEqual([]);
  });
});
