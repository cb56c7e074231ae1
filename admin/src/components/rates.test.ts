import { describe, expect, test } from '@jest/globals';
import { formatDate, formatDateTime, formatNumber, formatPercent } from '../i18n/formats.js';
import { changeInPoints } from './RateText.js';

describe('figures', () => {
  test('rates change in percentage points, with their sign', () => {
    expect(changeInPoints(68.3, 64.2)).toBe('+4.1');
    expect(changeInPoints(64.2, 68.3)).toBe('−4.1');
    expect(changeInPoints(50, 50)).toBe('0');
    expect(changeInPoints(null, 50)).toBeNull();
  });

  test('unknown is a dash, zero is 0', () => {
    expect([formatNumber(null), formatNumber(0), formatNumber(1234), formatPercent(null), formatPercent(0)]).toEqual([
      '—',
      '0',
      '1,234',
      '—',
      '0.0%',
    ]);
  });

  test('a date known to the month shows no day, an instant the clocks of Shanghai', () => {
    expect(formatDate('2023-09-01', 'MONTH')).toBe('2023-09');
    expect(formatDate('2023-09-01')).toBe('2023-09-01');
    expect(formatDateTime('2026-11-20T16:00:05Z')).toBe('2026-11-21 00:00:05');
  });
});
