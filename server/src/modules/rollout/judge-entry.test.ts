import { describe, expect, test } from '@jest/globals';
import { READINESS_DIMENSIONS } from '@zhixiao/domain';
import type { RolloutState } from '@zhixiao/domain';
import { RuleViolation } from '../../platform/errors.js';
import { judgeEntry } from './judge-entry.js';
import type { DatedEntry, WantedEntry } from './judge-entry.js';

const entry = (state: RolloutState, effectiveOn: string, readiness: DatedEntry['readiness'] = []): DatedEntry => ({
  state,
  effectiveOn,
  readiness,
});
const wanted = (state: RolloutState, effectiveOn: string, more: Partial<WantedEntry> = {}): WantedEntry => ({
  ...{ state, effectiveOn, documentNo: null, reason: null, readiness: null },
  ...more,
});

function refusal(work: () => unknown): [string, unknown] | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof RuleViolation)
      return [error.code, error.violations[0]?.checkId ?? error.params['path'] ?? null];
    throw error;
  }
}

const ready = [
  entry('SURVEYED', '2024-01-01'),
  entry('PREPARING', '2024-02-01'),
  entry('READY', '2024-06-01', READINESS_DIMENSIONS),
];

describe('an entry in the history of a school', () => {
  test('goes one step at a time', () => {
    expect(refusal(() => judgeEntry([], wanted('SURVEYED', '2024-01-01'), null))).toBeNull();
    expect(refusal(() => judgeEntry([], wanted('PREPARING', '2024-01-01'), null))).toEqual(['BAD_STATE', null]);
  });

  test('fits to what comes after it as well', () => {
    const history = [entry('SURVEYED', '2024-01-01'), entry('DEFERRED', '2024-03-01')];
    expect(refusal(() => judgeEntry(history, wanted('PREPARING', '2024-02-01'), null))).toBeNull();
    expect(refusal(() => judgeEntry(ready, wanted('DEFERRED', '2024-07-01', { reason: 'r' }), null))).toBeNull();
    const adjusted = [...ready, entry('ADJUSTED', '2024-09-01', READINESS_DIMENSIONS)];
    expect(refusal(() => judgeEntry(adjusted, wanted('DEFERRED', '2024-07-01', { reason: 'r' }), null))).toEqual([
      'BAD_STATE',
      null,
    ]);
  });

  test('已调整 needs a document and all three preparations', () => {
    const adjusted = wanted('ADJUSTED', '2024-09-01', { documentNo: 'X〔2024〕1号' });
    expect(judgeEntry(ready, adjusted, null)).toMatchObject({ declared: false, readiness: READINESS_DIMENSIONS });
    expect(refusal(() => judgeEntry(ready, { ...adjusted, documentNo: null }, null))).toEqual([
      'BAD_INPUT',
      ['documentNo'],
    ]);
    const two = { ...adjusted, readiness: READINESS_DIMENSIONS.slice(0, 2) };
    expect(refusal(() => judgeEntry(ready, two, null))).toEqual(['RULE_VIOLATED', 'ROL-1']);
  });

  test('what was adjusted the day before the tenant came is declared, on the day itself it is not', () => {
    const adjusted = wanted('ADJUSTED', '2023-08-31', { documentNo: 'X〔2023〕1号' });
    expect(judgeEntry([], adjusted, '2023-09-01')).toMatchObject({ declared: true, readiness: [] });
    expect(refusal(() => judgeEntry([], { ...adjusted, effectiveOn: '2023-09-01' }, '2023-09-01'))).toEqual([
      'BAD_STATE',
      null,
    ]);
    expect(refusal(() => judgeEntry([], { ...adjusted, documentNo: null }, '2023-09-01'))).toEqual([
      'BAD_INPUT',
      ['documentNo'],
    ]);
  });

  test('a correction of the same day and a deferral need a reason', () => {
    const history = [entry('SURVEYED', '2024-01-01')];
    expect(
      refusal(() => judgeEntry([entry('DEFERRED', '2024-01-01')], wanted('SURVEYED', '2024-01-01'), null)),
    ).toEqual(['BAD_INPUT', ['reason']]);
    expect(refusal(() => judgeEntry(history, wanted('DEFERRED', '2024-02-01'), null))).toEqual([
      'BAD_INPUT',
      ['reason'],
    ]);
    expect(refusal(() => judgeEntry(history, wanted('DEFERRED', '2024-02-01', { reason: 'r' }), null))).toBeNull();
  });
});
