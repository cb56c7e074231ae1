import { describe, expect, test } from '@jest/globals';
import { barsOf, pixelsOf, placeOf, pointOf, spanOf, yearsOf } from './standing-bars.js';

const period = (validFrom: string, validTo: string | null, name: string | null) => ({ validFrom, validTo, name });

describe('bars of a timeline', () => {
  test('neighbours of the same value are one bar', () => {
    const periods = [period('2024-01-01', '2024-05-01', 'a'), period('2024-05-01', null, 'a')];
    expect(barsOf(periods, ({ name }) => name)).toEqual([{ from: '2024-01-01', to: null, value: 'a' }]);
  });

  test('a vacancy leaves a gap, and the same holder after it starts a bar of their own', () => {
    const periods = [
      period('2024-01-01', '2024-02-01', 'a'),
      period('2024-02-01', '2024-03-01', null),
      period('2024-03-01', null, 'a'),
    ];
    expect(barsOf(periods, ({ name }) => name).map(({ from }) => from)).toEqual(['2024-01-01', '2024-03-01']);
  });

  test('the span goes back six years at the most and a year ahead', () => {
    expect(spanOf([period('1996-09-01', null, 'a')], '2026-06-30')).toEqual({ from: '2020-06-30', to: '2027-06-30' });
    expect(spanOf([period('2024-09-01', null, 'a')], '2026-06-30').from).toBe('2024-09-01');
    expect(spanOf([period('2026-06-01', null, 'a')], '2026-06-30').from).toBe('2025-06-30');
  });

  test('a bar that reaches out of the span is cut, one outside of it is not shown', () => {
    const span = { from: '2024-01-01', to: '2024-01-11' };
    expect(placeOf({ from: '2020-01-01', to: '2024-01-06', value: '' }, span)).toEqual({ left: 0, width: 50 });
    expect(placeOf({ from: '2024-01-06', to: null, value: '' }, span)).toEqual({ left: 50, width: 50 });
    expect(placeOf({ from: '2020-01-01', to: '2024-01-01', value: '' }, span)).toBeNull();
  });

  test('today lies where its day is in the span', () => {
    expect(pointOf('2024-01-06', { from: '2024-01-01', to: '2024-01-11' })).toBe(50);
  });

  test('a bar needs more room for four Chinese characters than for four letters', () => {
    expect(pixelsOf('\u89c4\u8303\u8fd0\u884c')).toBe(58);
    expect(pixelsOf('Wen ')).toBe(38);
  });

  test('each new year within the span is marked', () => {
    expect(yearsOf({ from: '2024-06-30', to: '2026-06-30' })).toEqual(['2025-01-01', '2026-01-01']);
  });
});
