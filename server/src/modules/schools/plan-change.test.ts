import { describe, expect, test } from '@jest/globals';
import { planChange, planEnd, type Version } from './plan-change.js';

interface Values {
  name: string;
  students: number | null;
}

const version = (id: string, [from, to]: [string, string | null], values: Values): Version<Values> => ({
  id,
  from,
  to,
  values,
});

const one = [version('a', ['2015-09-01', null], { name: '一小', students: 300 })];
const three = [
  version('a', ['2015-09-01', '2018-09-01'], { name: '一小', students: 300 }),
  version('b', ['2018-09-01', '2020-09-01'], { name: '一小', students: 350 }),
  version('c', ['2020-09-01', null], { name: '城关一小', students: 400 }),
];

describe('a change in an effective-dated history', () => {
  test('after all that is known, ends the last row and adds one', () => {
    expect(planChange(one, { on: '2022-09-01', patch: { students: 320 } })).toEqual({
      supersede: [],
      close: { id: 'a', to: '2022-09-01' },
      insert: [{ from: '2022-09-01', to: null, values: { name: '一小', students: 320 } }],
    });
  });

  test('from the very day of a row on, takes its place', () => {
    expect(planChange(one, { on: '2015-09-01', patch: { students: 320 } })).toEqual({
      supersede: ['a'],
      close: null,
      insert: [{ from: '2015-09-01', to: null, values: { name: '一小', students: 320 } }],
    });
  });

  test('that says what is known already writes nothing', () => {
    expect(planChange(three, { on: '2019-01-01', patch: { name: '一小' } }).insert).toEqual([]);
  });

  test('dated back, supersedes and writes anew; the changed field runs on until a later row says otherwise', () => {
    expect(planChange(three, { on: '2017-01-01', patch: { name: '第一小学' } })).toEqual({
      supersede: ['a', 'b'],
      close: null,
      insert: [
        { from: '2015-09-01', to: '2017-01-01', values: { name: '一小', students: 300 } },
        { from: '2017-01-01', to: '2018-09-01', values: { name: '第一小学', students: 300 } },
        { from: '2018-09-01', to: '2020-09-01', values: { name: '第一小学', students: 350 } },
      ],
    });
  });

  test('dated back, of a field that the next row changed, stays within its row', () => {
    const { supersede, insert } = planChange(three, { on: '2016-09-01', patch: { students: 310 } });
    expect(supersede).toEqual(['a']);
    expect(insert.map(({ from, to }) => [from, to])).toEqual([
      ['2015-09-01', '2016-09-01'],
      ['2016-09-01', '2018-09-01'],
    ]);
  });

  test('of two fields carries each as far as it goes', () => {
    const { insert } = planChange(three, { on: '2015-09-01', patch: { name: '老名', students: 299 } });
    expect(insert.map(({ values }) => values)).toEqual([
      { name: '老名', students: 299 },
      { name: '老名', students: 350 },
    ]);
  });

  test('before the first row, adds one up to it and changes nothing else', () => {
    expect(planChange(one, { on: '2010-09-01', patch: { students: 200 } })).toEqual({
      supersede: [],
      close: null,
      insert: [{ from: '2010-09-01', to: '2015-09-01', values: { name: '一小', students: 200 } }],
    });
  });

  test('in a gap, is like the row before it, up to the next one', () => {
    const gap = [version('a', ['2015-09-01', '2016-09-01'], { name: '甲', students: 1 }), three[2] as Version<Values>];
    expect(planChange(gap, { on: '2017-01-01', patch: { students: 2 } }).insert).toEqual([
      { from: '2017-01-01', to: '2020-09-01', values: { name: '甲', students: 2 } },
    ]);
  });
});

describe('the end of an effective-dated history', () => {
  test('ends the row that holds then, and what begins later has never been', () => {
    expect(planEnd(one, '2022-09-01')).toEqual({ supersede: [], close: { id: 'a', to: '2022-09-01' }, insert: [] });
    expect(planEnd(three, '2019-01-01')).toEqual({
      supersede: ['b', 'c'],
      close: null,
      insert: [{ from: '2018-09-01', to: '2019-01-01', values: { name: '一小', students: 350 } }],
    });
  });

  test('on the first day of a row, leaves none of it', () => {
    expect(planEnd(three, '2020-09-01')).toEqual({ supersede: ['c'], close: null, insert: [] });
    expect(planEnd(one, '2015-09-01')).toEqual({ supersede: ['a'], close: null, insert: [] });
  });

  test('after all that is known, leaves all as it is', () => {
    const ended = [version('a', ['2015-09-01', '2018-09-01'], { name: '一小', students: 300 })];
    expect(planEnd(ended, '2018-09-01')).toEqual({ supersede: [], close: null, insert: [] });
  });
});
