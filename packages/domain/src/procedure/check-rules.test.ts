import { describe, expect, test } from '@jest/globals';
import { checkRules, type RulesViolationCode } from './check-rules.js';
import { approverOf } from './large-amount.js';
import {
  isAsStrict,
  leastReaching,
  isSoundShare,
  MORE_THAN_HALF,
  OPINION_HALF,
  OPINION_TWO_THIRDS,
  reaches,
  type Share,
} from './quorum-rule.js';
import { PLATFORM_CATALOGUE } from './resolve-matter-type.js';
import { nextMeetingDue, rulesInForce, type RulesVersion } from './rules-in-force.js';
import type { RulesOfProcedure } from './rules-of-procedure.js';
import { suggestedRules } from './suggested-rules.js';

const PARTY = suggestedRules('PARTY_ORG');
const OFFICE = suggestedRules('PRINCIPAL_OFFICE');
const codes = (rules: RulesOfProcedure): RulesViolationCode[] =>
  checkRules(rules, [PLATFORM_CATALOGUE]).map(({ code }) => code);
const share = (numerator: number, denominator: number, over = false): Share => ({ numerator, denominator, over });

describe('rules of procedure become stricter, never looser', () => {
  test('what a new draft is filled with may be adopted', () => {
    expect([codes(PARTY), codes(OFFICE)]).toEqual([[], []]);
  });

  test.each([[share(1, 2), share(1, 2, true), share(3, 5), share(2, 3), share(1, 1)]])(
    'half may become %j to %j',
    (...shares) => {
      for (const openingQuorum of shares) expect(codes({ ...PARTY, openingQuorum })).toEqual([]);
    },
  );

  test('less than half, or less than two thirds, is looser than the Opinion', () => {
    for (const openingQuorum of [share(1, 3), share(49, 100), share(2, 5, true)]) {
      expect(codes({ ...PARTY, openingQuorum })).toEqual(['LOOSER_THAN_OPINION']);
    }
    for (const importantQuorum of [share(1, 2), share(1, 2, true), share(65, 100)]) {
      expect(codes({ ...PARTY, importantQuorum })).toEqual(['LOOSER_THAN_OPINION']);
    }
  });

  test('a share that nobody can reach, or that is no share, is unsound', () => {
    for (const wrong of [share(1, 1, true), share(3, 2), share(0, 2), share(0.5, 1), share(1, 0)]) {
      expect([wrong, codes({ ...PARTY, openingQuorum: wrong })]).toEqual([wrong, ['UNSOUND_SHARE']]);
    }
    expect(isSoundShare(share(1, 1))).toBe(true);
  });

  test('a vote passes by more than half, of whatever base', () => {
    const pass = (by: Share) => codes({ ...PARTY, pass: { base: 'PRESENT', share: by } });
    expect(pass(share(1, 2))).toEqual(['NOT_A_MAJORITY']);
    expect(pass(MORE_THAN_HALF)).toEqual([]);
    expect(pass(OPINION_TWO_THIRDS)).toEqual([]);
    expect(pass(share(2, 1))).toEqual(['UNSOUND_SHARE']);
    expect(codes({ ...PARTY, pass: null })).toEqual(['PASS_RULE_MISSING']);
    expect(codes({ ...OFFICE, pass: PARTY.pass })).toEqual(['PRINCIPAL_IS_NOT_OUTVOTED']);
  });

  test('days and frequencies are whole numbers', () => {
    expect(codes({ ...PARTY, noticeDays: -1, topicFormDays: 1.5 })).toEqual([
      'NOT_A_WHOLE_NUMBER',
      'NOT_A_WHOLE_NUMBER',
    ]);
    expect(codes({ ...PARTY, frequency: { every: 0, unit: 'WEEK' } })).toEqual(['NOT_A_WHOLE_NUMBER']);
    expect(codes({ ...PARTY, executionReportsPerSemester: 0 })).toEqual(['NOT_A_WHOLE_NUMBER']);
    expect(codes({ ...PARTY, noticeDays: 0 })).toEqual([]);
  });

  test('large sums rise in steps and end with the party meeting', () => {
    const step = (upTo: number | null, approver: 'PRINCIPAL' | 'OFFICE_MEETING' | 'PARTY_MEETING') => ({
      upTo,
      approver,
      needsTender: false,
    });
    const steps = (...largeAmounts: RulesOfProcedure['largeAmounts']) => codes({ ...OFFICE, largeAmounts });
    expect(steps(step(100_000, 'PRINCIPAL'), step(1_000_000, 'OFFICE_MEETING'), step(null, 'PARTY_MEETING'))).toEqual(
      [],
    );
    expect(steps(step(1_000_000, 'PRINCIPAL'), step(100_000, 'OFFICE_MEETING'), step(null, 'PARTY_MEETING'))).toEqual([
      'STEPS_UNORDERED',
    ]);
    expect(steps(step(null, 'PRINCIPAL'), step(null, 'PARTY_MEETING'))).toEqual(['STEPS_UNORDERED']);
    expect(steps(step(100_000, 'PRINCIPAL'), step(null, 'OFFICE_MEETING'))).toEqual(['LAST_STEP_NOT_PARTY_MEETING']);
    expect(steps(step(100_000, 'PARTY_MEETING'))).toEqual(['STEPS_UNORDERED']);
  });

  test('what they say on matters is held to the catalogue', () => {
    const matters = [
      { code: 'ANNUAL_BUDGET', decidedBy: 'OFFICE_MEETING' },
      { code: 'SCHOOL_CHARTER', twoThirds: 'REQUIRED' },
    ] as const;
    expect(checkRules({ ...PARTY, matters }, [PLATFORM_CATALOGUE])).toEqual([
      { code: 'MATTER_NOT_ALLOWED', field: 'matters.ANNUAL_BUDGET' },
    ]);
  });

  test('a sum falls in the first step that holds it, its own bound included', () => {
    const largeAmounts = [
      { upTo: 100_000, approver: 'PRINCIPAL', needsTender: false },
      { upTo: null, approver: 'PARTY_MEETING', needsTender: true },
    ] as const;
    expect(approverOf({ largeAmounts }, 100_000)?.approver).toBe('PRINCIPAL');
    expect(approverOf({ largeAmounts }, 100_001)?.approver).toBe('PARTY_MEETING');
    expect(approverOf({ largeAmounts: [] }, 1)).toBeNull();
  });
});

describe('which of two shares is stricter', () => {
  test('nobody is no quorum, even of nobody', () => {
    expect([reaches(OPINION_HALF, 0, 0), reaches(OPINION_TWO_THIRDS, 0, 1)]).toEqual([false, false]);
    expect(leastReaching(OPINION_HALF, 0)).toBe(1);
  });

  test('agrees with what they let through, for all numbers up to 60', () => {
    const shares = [
      OPINION_HALF,
      MORE_THAN_HALF,
      OPINION_TWO_THIRDS,
      share(2, 3, true),
      share(3, 5),
      share(4, 5),
      share(1, 1),
    ];
    const pairs = shares.flatMap((a) => shares.map((b) => [a, b] as const));
    for (const [a, b] of pairs) {
      let looser = false;
      for (let total = 1; total <= 60; total += 1) {
        for (let n = 1; n <= total; n += 1) looser ||= reaches(a, n, total) && !reaches(b, n, total);
      }
      expect([a, b, isAsStrict(a, b)]).toEqual([a, b, !looser]);
    }
  });
});

describe('which rules bind on a day', () => {
  const version = (n: number, change: Partial<RulesVersion>): RulesVersion => ({
    version: n,
    state: 'DRAFT',
    rules: PARTY,
    adoptedOn: null,
    filedOn: null,
    ...change,
  });
  const versions = [
    version(1, { state: 'SUPERSEDED', adoptedOn: '2023-01-10', filedOn: '2023-02-01' }),
    version(2, { state: 'FILED', adoptedOn: '2024-03-01', filedOn: '2024-04-01' }),
    version(3, { state: 'SUBMITTED', adoptedOn: '2024-05-01' }),
  ];
  const on = (day: string) => rulesInForce(versions, day)?.version ?? null;

  test('the last filed; before the first filing the last adopted; before that none', () => {
    expect(['2023-01-09', '2023-01-10', '2023-02-01', '2024-03-31', '2024-04-01', '2024-06-01'].map(on)).toEqual([
      null,
      1,
      1,
      1,
      2,
      2,
    ]);
  });

  test('a draft binds nobody', () => {
    expect(rulesInForce([version(1, {})], '2024-06-01')).toBeNull();
  });

  test('the next meeting is due by the frequency', () => {
    expect(nextMeetingDue(OFFICE.frequency, '2024-06-03')).toBe('2024-06-17');
    expect(nextMeetingDue(PARTY.frequency, '2024-01-31')).toBe('2024-02-29');
  });
});
