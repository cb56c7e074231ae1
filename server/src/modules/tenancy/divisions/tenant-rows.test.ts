import { describe, expect, test } from '@jest/globals';
import { tenantRows } from './tenant-rows.js';

const rows = tenantRows();
const byId = new Map(rows.map((row) => [row.id, row]));
const childrenOf = (id: number) => rows.filter((row) => row.parentId === id);
const count = (level: string) => rows.filter((row) => row.level === level).length;

describe('the division tree', () => {
  test('has one platform, 31 provinces, 333 cities and 2,969 counties, and every id once', () => {
    expect([count('PLATFORM'), count('PROVINCE'), count('CITY'), count('COUNTY')]).toEqual([1, 31, 333, 2969]);
    expect(byId.size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.code)).size).toBe(rows.length);
  });

  test('is a tree: everyone but the platform has a parent of a higher level that comes before it', () => {
    const height = { PLATFORM: 0, PROVINCE: 1, CITY: 2, COUNTY: 3 };
    const seen = new Set<number>();
    const orphans = rows.filter((row) => {
      seen.add(row.id);
      if (row.parentId === null) return row.id !== 0;
      const parent = byId.get(row.parentId);
      return !parent || !seen.has(parent.id) || height[parent.level] >= height[row.level];
    });
    expect(orphans).toEqual([]);
  });

  test('is said by the numbers: a parent range contains its children, and siblings share no number', () => {
    for (const parent of rows) {
      let free = parent.id;
      for (const child of childrenOf(parent.id).sort((a, b) => a.id - b.id)) {
        expect(child.id).toBeGreaterThanOrEqual(free);
        expect(child.subtreeEnd).toBeLessThanOrEqual(parent.subtreeEnd);
        free = child.subtreeEnd + 1;
      }
    }
  });

  test('holds a tenant in a range exactly when it hangs below it', () => {
    const ancestors = (id: number | null | undefined): number[] =>
      id === null || id === undefined ? [] : [id, ...ancestors(byId.get(id)?.parentId)];
    for (const row of rows) {
      const inRange = rows.filter((other) => other.id <= row.id && row.id <= other.subtreeEnd).map((other) => other.id);
      expect(inRange.sort()).toEqual(ancestors(row.id).sort());
    }
  });

  test('has the sixteen counties of Qiandongnan', () => {
    const counties = childrenOf(522600);
    expect(byId.get(522600)).toMatchObject({
      subtreeEnd: 522699,
      parentId: 520000,
      shortName: '黔东南',
      level: 'CITY',
    });
    expect(counties).toHaveLength(16);
    expect(counties.map((row) => row.shortName)).toEqual(
      '凯里 黄平 施秉 三穗 镇远 岑巩 天柱 锦屏 剑河 台江 黎平 榕江 从江 雷山 麻江 丹寨'.split(' '),
    );
    expect(byId.get(522636)).toMatchObject({ subtreeEnd: 522636, parentId: 522600, name: '丹寨县' });
  });

  test.each([
    [110101, 110000, 'a district of a municipality'],
    [500229, 500000, 'a county of a municipality'],
    [429004, 420000, 'a county-level city under its province'],
    [469030, 460000, 'an autonomous county under its province'],
    [659001, 650000, 'a city of the production corps'],
  ])('hangs %i directly under %i: %s', (id, parentId) => {
    expect(byId.get(id)).toMatchObject({ parentId, subtreeEnd: id, level: 'COUNTY' });
  });

  test.each([110100, 120100, 310100, 500100, 500200, 419000, 429000, 469000, 659000])('has no fake city %i', (id) => {
    expect(byId.has(id)).toBe(false);
  });

  test('has cities without counties, once and not as their own county', () => {
    for (const id of [441900, 442000, 460400]) {
      expect(byId.get(id)).toMatchObject({ level: 'CITY', subtreeEnd: id + 99 });
      expect(childrenOf(id)).toEqual([]);
    }
  });

  test('leaves out what exists for statistics only', () => {
    expect([130672, 152571, 460321, 460322, 460323, 632857].filter((id) => byId.has(id))).toEqual([]);
  });

  test('repeats county names across cities, never within a city', () => {
    const counties = rows.filter((row) => row.level === 'COUNTY');
    expect(counties.filter((row) => row.name === '鼓楼区')).toHaveLength(4);
    expect(new Set(counties.map((row) => `${row.parentId}/${row.name}`)).size).toBe(counties.length);
  });
});
