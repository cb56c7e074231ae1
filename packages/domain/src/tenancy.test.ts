import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ancestorsOf, isTenantId, isWithin, levelOf, subtreeEnd } from './tenancy.js';

const anyTenant = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 10_000, max: 999_999 }),
  fc.integer({ min: 100, max: 9_999 }).map((city) => city * 100),
  fc.integer({ min: 1, max: 99 }).map((province) => province * 10_000),
);

describe('the tree is the number', () => {
  test.each([
    [0, 'PLATFORM', 999_999, []],
    [520_000, 'PROVINCE', 529_999, [0]],
    [522_600, 'CITY', 522_699, [0, 520_000]],
    [522_636, 'COUNTY', 522_636, [0, 520_000, 522_600]],
  ] as const)('%i is a %s up to %i', (id, level, end, above) => {
    expect(levelOf(id)).toBe(level);
    expect(subtreeEnd(id)).toBe(end);
    expect(ancestorsOf(id)).toEqual(above);
  });

  test('a county is within its city and province, not within its neighbours', () => {
    expect(isWithin(522_636, 522_600)).toBe(true);
    expect(isWithin(522_636, 520_000)).toBe(true);
    expect(isWithin(522_636, 0)).toBe(true);
    expect(isWithin(522_636, 522_636)).toBe(true);
    expect(isWithin(522_636, 522_635)).toBe(false);
    expect(isWithin(522_700, 522_600)).toBe(false);
    expect(isWithin(522_600, 522_636)).toBe(false);
  });

  test('a tenant is within exactly itself and its ancestors', () => {
    fc.assert(
      fc.property(anyTenant, anyTenant, (id, root) => {
        return isWithin(id, root) === (id === root || ancestorsOf(id).includes(root));
      }),
    );
  });

  test('at most three ids are above, each of another level', () => {
    fc.assert(
      fc.property(anyTenant, (id) => {
        const levels = [...ancestorsOf(id), id].map(levelOf);
        return levels.length <= 4 && new Set(levels).size === levels.length;
      }),
    );
  });

  test.each([-1, 1, 9_999, 1_000_000, 522_636.5, Number.NaN])('%d is no tenant id', (id) => {
    expect(isTenantId(id)).toBe(false);
  });
});
