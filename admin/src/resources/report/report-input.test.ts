import { describe, expect, test } from '@jest/globals';
import { readReport, writeReport } from './report-input.js';

describe('a report in the address', () => {
  test('comes back as it was', () => {
    const input = { groupBy: 'STAGE', asOf: '2022-12-31', filter: { stage: ['PRIMARY'] } } as const;
    expect(readReport(writeReport({ ...input, filter: { stage: [...input.filter.stage] } }))).toEqual(input);
  });

  test('a mutilated address asks for nothing', () => {
    expect(readReport(new URLSearchParams({ report: '{"groupBy":' }))).toBeNull();
    expect(readReport(new URLSearchParams({ report: '[]' }))).toBeNull();
    expect(readReport(new URLSearchParams())).toBeNull();
  });
});
