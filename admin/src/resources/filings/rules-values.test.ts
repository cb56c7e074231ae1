import { describe, expect, test } from '@jest/globals';
import { checkRules, suggestedRules } from '@zhixiao/domain';
import { formOf, inputOf, rulesOf, rulesOfForm } from './rules-values.js';

const party = suggestedRules('PARTY_ORG');
const steps = [
  { upTo: 5_000_00, approver: 'PRINCIPAL', needsTender: false },
  { upTo: null, approver: 'PARTY_MEETING', needsTender: true },
] as const;

describe('rules of procedure in a form', () => {
  test('what is shown and not touched is what was kept', () => {
    const kept = { ...party, largeAmounts: steps, adminTeamPosts: ['UNION_CHAIR' as const] };
    expect(rulesOfForm(formOf(kept), 'PARTY_ORG')).toEqual(kept);
  });

  test('sums are written in yuan and kept in fen', () => {
    const form = formOf({ ...party, largeAmounts: steps });
    expect(form['largeAmounts'][0].upTo).toBe(5000);
    expect(
      rulesOfForm({ ...form, largeAmounts: [{ ...steps[0], upTo: '1234.56' }] }, 'PARTY_ORG').largeAmounts,
    ).toEqual([{ ...steps[0], upTo: 123_456 }]);
  });

  test('an empty number is named by the check, and is no zero', () => {
    const rules = rulesOfForm({ ...formOf(party), noticeDays: null }, 'PARTY_ORG');
    expect(checkRules(rules, []).map(({ field }) => field)).toEqual(['noticeDays']);
  });

  test('a share below the Opinion is named while it is typed', () => {
    const looser = { numerator: 1, denominator: 3, over: false };
    const rules = rulesOfForm({ ...formOf(party), importantQuorum: looser }, 'PARTY_ORG');
    expect(checkRules(rules, [])).toEqual([{ code: 'LOOSER_THAN_OPINION', field: 'importantQuorum' }]);
  });

  test("at the principal's meeting nothing passes by votes, whatever the form holds", () => {
    const rules = rulesOfForm({ ...formOf(party) }, 'PRINCIPAL_OFFICE');
    expect([rules.pass, checkRules(rules, [])]).toEqual([null, []]);
  });

  test('the API is not told the meeting twice; what an older version does not say is filled in', () => {
    expect(inputOf(party)).not.toHaveProperty('meetingKind');
    expect(rulesOf({ noticeDays: 5 }, 'PARTY_ORG')).toMatchObject({ noticeDays: 5, firstTopic: true });
  });
});
