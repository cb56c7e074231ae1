import { describe, expect, test } from '@jest/globals';
import {
  DAY_BEFORE,
  hands,
  here,
  item,
  OFFICE_RULES,
  officeItem,
  officeMeeting,
  officeTopic,
  PARTY_RULES,
  partyMeeting,
  partyTopic,
  person,
  procedureSchool,
} from './build-procedure.test-support.js';
import type { ProcedureCheckId } from './finding.js';
import { itemChecks } from './procedure-checks.js';
import type { ItemFacts, MeetingFacts, TopicFacts } from './procedure-facts.js';

const outcome = (checkId: ProcedureCheckId, one: ItemFacts, meeting: MeetingFacts) =>
  itemChecks(one, meeting).find((finding) => finding.checkId === checkId)?.outcome;
const params = (checkId: ProcedureCheckId, one: ItemFacts, meeting: MeetingFacts) =>
  itemChecks(one, meeting).find((finding) => finding.checkId === checkId)?.params;

describe('the principal decides after hearing widely (OM-5)', () => {
  const topic = officeTopic('ANNUAL_WORK_PLAN');
  const heard = (names: readonly string[], change: Partial<MeetingFacts> = {}) =>
    outcome(
      'OM-5',
      officeItem(topic, { opinions: names.map((name) => ({ personId: `id-${name}`, stance: 'NO_COMMENT' })) }),
      officeMeeting([], change),
    );

  test('live each other member who is there says something, afterwards half of them', () => {
    expect(heard(['vice', 'vice2', 'vice3'])).toBe('PASS');
    expect(heard(['vice', 'vice2'])).toBe('FAIL');
    expect(heard(['vice', 'vice2'], { recordMode: 'AFTERWARDS' })).toBe('PASS');
    expect(heard(['vice'], { recordMode: 'AFTERWARDS' })).toBe('FAIL');
    expect(params('OM-5', officeItem(topic, { opinions: [] }), officeMeeting([]))).toEqual({
      names: ['vice', 'vice2', 'vice3'],
      heard: 0,
      others: 3,
    });
  });

  test('who is not there for the item is not asked', () => {
    const attendance = [here('principal'), here('vice'), here('vice2', { spans: [{ fromItem: 0, toItem: 1 }] })];
    expect(heard(['vice'], { attendance })).toBe('PASS');
  });

  test('of bare numbers as many opinions are asked as others were there', () => {
    const stated = { attendance: 'NO_RECORD', stated: { expected: 4, present: 4 } } as const;
    expect(heard(['vice', 'vice2'], { ...stated, recordMode: 'AFTERWARDS' })).toBe('PASS');
    expect(heard(['vice'], { ...stated, recordMode: 'AFTERWARDS' })).toBe('FAIL');
    expect(heard(['vice', 'vice2', 'vice3'], stated)).toBe('PASS');
    expect(heard(['vice'], { attendance: 'NO_RECORD', recordMode: 'AFTERWARDS' })).toBe('NO_RECORD');
  });
});

describe('what belongs to the party meeting (PM-8, OM-6)', () => {
  test('the principal’s meeting submits it, puts it off or withdraws it', () => {
    const results = [
      'SUBMIT_TO_PARTY_MEETING',
      'POSTPONED',
      'WITHDRAWN',
      'APPROVED',
      'NOTED',
      'SUBMIT_TO_SUPERIOR',
    ] as const;
    const one = (result: ItemFacts['result']) => officeItem(officeTopic('ANNUAL_BUDGET'), { result });
    expect(results.map((result) => outcome('OM-6', one(result), officeMeeting([])))).toEqual([
      'PASS',
      'PASS',
      'PASS',
      'FAIL',
      'FAIL',
      'FAIL',
    ]);
    expect(outcome('PM-8', one('APPROVED'), officeMeeting([]))).toBe('FAIL');
    expect(outcome('PM-8', one('SUBMIT_TO_PARTY_MEETING'), officeMeeting([]))).toBe('NOT_APPLICABLE');
  });

  test('a matter of the members’ assembly likewise', () => {
    const one = officeItem(officeTopic('MEMBER_DEVELOPMENT'), { result: 'APPROVED' });
    expect(outcome('OM-6', one, officeMeeting([]))).toBe('FAIL');
  });

  test('a sum that the filed rules give to the party meeting is not the principal’s any more', () => {
    const largeAmounts = [
      { upTo: 500_000, approver: 'OFFICE_MEETING', needsTender: false },
      { upTo: null, approver: 'PARTY_MEETING', needsTender: true },
    ] as const;
    const rules = { ...OFFICE_RULES, largeAmounts };
    const bought = (amount: number) => officeItem(officeTopic('ROUTINE_PURCHASE', { amount }));
    expect(outcome('OM-6', bought(500_000), officeMeeting([], { rules }))).toBe('NOT_APPLICABLE');
    expect(outcome('OM-6', bought(500_001), officeMeeting([], { rules }))).toBe('FAIL');
    expect(outcome('OM-6', bought(500_001), officeMeeting([]))).toBe('NOT_APPLICABLE');
  });

  test('the members’ assembly does not decide for a committee, and does where there is none', () => {
    const one = item(partyTopic('ANNUAL_BUDGET'));
    const assembly = partyMeeting([], { kind: 'MEMBERS_ASSEMBLY', stated: { expected: 6, present: 6 } });
    expect(outcome('PM-8', one, assembly)).toBe('FAIL');
    expect(outcome('PM-8', one, { ...assembly, school: procedureSchool({ hasCommittee: false }) })).toBe('PASS');
  });

  test('a council that decides breaks it, one that takes note does not', () => {
    const council = partyMeeting([], { kind: 'SCHOOL_COUNCIL' });
    expect(outcome('PM-8', item(partyTopic('ANNUAL_BUDGET')), council)).toBe('FAIL');
    expect(outcome('PM-8', item(partyTopic('ANNUAL_BUDGET'), { result: 'NOTED' }), council)).toBe('NOT_APPLICABLE');
  });

  test('asking one by one and countersigning are no meeting', () => {
    const forms = ['MEETING', 'CIRCULATION', 'COUNTERSIGNING', 'ONE_BY_ONE', 'NOT_DONE'] as const;
    const one = (decidedThrough: ItemFacts['decidedThrough']) => item(partyTopic('ANNUAL_BUDGET'), { decidedThrough });
    expect(forms.map((form) => outcome('PM-8', one(form), partyMeeting([])))).toEqual([
      'PASS',
      'FAIL',
      'FAIL',
      'FAIL',
      'FAIL',
    ]);
  });
});

describe('what passes a vote (PM-9)', () => {
  const cadre = (change: Partial<ItemFacts>) => item(partyTopic('CADRE_APPOINT_MIDDLE'), change);

  test('half of those expected is not more than half of them', () => {
    const school = procedureSchool({ seats: partyMeeting([]).school.seats.filter((one) => one.personId !== 'id-m2') });
    expect(outcome('PM-9', cadre({ vote: hands(2, 2) }), partyMeeting([], { school }))).toBe('FAIL');
    expect(outcome('PM-9', cadre({ vote: hands(3, 1) }), partyMeeting([], { school }))).toBe('PASS');
  });

  test('what has passed is not rejected, what has not is', () => {
    expect(outcome('PM-9', cadre({ vote: hands(3, 2), result: 'REJECTED' }), partyMeeting([]))).toBe('FAIL');
    expect(outcome('PM-9', cadre({ vote: hands(2, 3), result: 'REJECTED' }), partyMeeting([]))).toBe('PASS');
    expect(outcome('PM-9', cadre({ vote: null, result: 'POSTPONED' }), partyMeeting([]))).toBe('NOT_APPLICABLE');
  });

  test('the school’s rules may count from those present or those with a vote', () => {
    const attendance = ['secretary', 'principal', 'vice', 'm1'].map((name) => here(name));
    const one = cadre({ vote: hands(2, 1), recusedIds: ['id-m1'] });
    const by = (base: 'EXPECTED' | 'PRESENT' | 'ENTITLED') => {
      const rules = { ...PARTY_RULES, pass: { ...PARTY_RULES.pass!, base } };
      return outcome('PM-9', one, partyMeeting([], { attendance, rules }));
    };
    expect([by('EXPECTED'), by('PRESENT'), by('ENTITLED')]).toEqual(['FAIL', 'FAIL', 'PASS']);
  });

  test('of a named vote the ballots are counted', () => {
    const ballots = ['secretary', 'principal', 'vice', 'm1', 'm2'].map((name, index) => ({
      personId: `id-${name}`,
      choice: index < 3 ? ('FOR' as const) : ('ABSTAIN' as const),
    }));
    const one = cadre({ vote: { form: 'OPEN_BALLOT', ballots } });
    expect(params('PM-9', one, partyMeeting([]))).toEqual({ n: 5, k: 3, votes: 3, base: 'EXPECTED' });
  });
});

describe('who votes (PM-6, PM-11)', () => {
  const cadre = (change: Partial<ItemFacts>) => item(partyTopic('CADRE_APPOINT_MIDDLE'), change);
  const ballot = (name: string) => ({ personId: `id-${name}`, choice: 'FOR' as const });

  test('an observer’s vote is found by name', () => {
    const one = cadre({ vote: { form: 'OPEN_BALLOT', ballots: [ballot('secretary'), ballot('vice2')] } });
    expect(params('PM-6', one, partyMeeting([]))).toEqual({ names: ['vice2'], counted: '', allowed: '' });
  });

  test('more hands than members there are somebody else’s', () => {
    expect(params('PM-6', cadre({ vote: hands(4, 1, 1) }), partyMeeting([]))).toEqual({
      names: [],
      counted: 6,
      allowed: 5,
    });
  });

  test('a member who should be out for it and votes is PM-11’s, not PM-6’s', () => {
    const interested = [person('m1')];
    const voted = cadre({
      interested,
      recusedIds: ['id-m1'],
      vote: { form: 'OPEN_BALLOT', ballots: ['secretary', 'principal', 'vice', 'm1', 'm2'].map(ballot) },
    });
    expect(outcome('PM-11', voted, partyMeeting([]))).toBe('FAIL');
    expect(outcome('PM-6', voted, partyMeeting([]))).toBe('PASS');
    const counted = cadre({ interested, recusedIds: ['id-m1'], vote: hands(5) });
    expect(params('PM-11', counted, partyMeeting([]))).toEqual({ names: ['m1'] });
    expect(outcome('PM-11', cadre({ interested, recusedIds: ['id-m1'], vote: hands(4) }), partyMeeting([]))).toBe(
      'PASS',
    );
  });
});

describe('what is asked before a decision (意见（七）)', () => {
  const asked = (topic: TopicFacts) => {
    const kind = topic.meetingKind === 'PARTY_ORG' ? partyMeeting : officeMeeting;
    return itemChecks(item(topic), kind([]))
      .filter(({ checkId, outcome: found }) => checkId.startsWith('PRE-') && found !== 'NOT_APPLICABLE')
      .map(({ checkId }) => checkId);
  };

  test('by the category of the matter and the marks of its type', () => {
    expect(asked(partyTopic('CADRE_APPOINT_MIDDLE'))).toEqual([
      'PRE-1',
      'PRE-2',
      'PRE-3',
      'PRE-4',
      'PRE-6',
      'PRE-7',
      'PRE-8',
    ]);
    expect(asked(partyTopic('INFRASTRUCTURE_PROJECT'))).toEqual([
      'PRE-1',
      'PRE-2',
      'PRE-3',
      'PRE-4',
      'PRE-7',
      'PRE-8',
      'PRE-9',
    ]);
    expect(asked(partyTopic('PARTY_FUNDS'))).toEqual([]);
    expect(asked(officeTopic('SPECIFIC_RULES'))).toEqual(['PRE-8']);
  });

  test('the principal’s meeting that drafts for the party meeting is asked for the other side’s opinion only', () => {
    expect(asked(officeTopic('ANNUAL_BUDGET', { itemKind: 'DRAFT_PROPOSAL' }))).toEqual(['PRE-4']);
    expect(asked(officeTopic('ANNUAL_BUDGET'))).toEqual(['PRE-4']);
  });

  test('each item says itself whether it is of vital interest or technical', () => {
    const of = (change: Partial<TopicFacts>, code = 'SAFETY_MAJOR') => asked(partyTopic(code, change));
    expect(of({ vitalInterest: true })).toContain('PRE-8');
    expect(of({ vitalInterest: false }, 'ANNUAL_BUDGET')).not.toContain('PRE-8');
    expect(of({ technical: true })).toContain('PRE-9');
    expect(of({ technical: false })).not.toContain('PRE-9');
    expect(of({ technical: false }, 'INFRASTRUCTURE_PROJECT')).toContain('PRE-9');
    const open = item(partyTopic('SAFETY_MAJOR', { technical: null }));
    expect(params('PRE-9', open, partyMeeting([]))).toEqual({ lacks: ['ANSWER'] });
  });

  test('a hearing after the meeting, or of others than those concerned, is none', () => {
    const heard = (on: string, audience: 'STAFF' | 'PARENTS') =>
      outcome(
        'PRE-8',
        item(
          partyTopic('EDU_CHARGES', {
            audiences: ['PARENTS'],
            hearings: [{ on, channel: 'PARENT_MEETING', audience, approved: null }],
          }),
        ),
        partyMeeting([]),
      );
    expect(heard('2024-06-03', 'PARENTS')).toBe('PASS');
    expect(heard('2024-06-04', 'PARENTS')).toBe('FAIL');
    expect(heard(DAY_BEFORE, 'STAFF')).toBe('FAIL');
  });

  test('assessment and advice are both asked', () => {
    const lacks = (change: Partial<TopicFacts>) =>
      params('PRE-9', item(partyTopic('ICT_PROJECT', change)), partyMeeting([]))?.['lacks'];
    expect(lacks({ expertAssessment: 'NOT_DONE', advice: [] })).toEqual(['ASSESSMENT', 'ADVICE']);
    expect(lacks({ advice: [{ on: '2024-06-04', kind: 'LEGAL' }] })).toEqual(['ADVICE']);
    expect(lacks({})).toBeUndefined();
  });

  test('a decision is reconsidered by the same kind of meeting that took it (PRE-10)', () => {
    const changed = (body: 'PARTY_ORG' | 'PRINCIPAL_OFFICE', state: 'IN_FORCE' | 'SUPERSEDED') =>
      outcome(
        'PRE-10',
        item(partyTopic('ANNUAL_BUDGET', { itemKind: 'RECONSIDERATION', changes: { decisionId: 'd', body, state } })),
        partyMeeting([]),
      );
    expect(changed('PARTY_ORG', 'IN_FORCE')).toBe('PASS');
    expect(changed('PRINCIPAL_OFFICE', 'IN_FORCE')).toBe('FAIL');
    expect(changed('PARTY_ORG', 'SUPERSEDED')).toBe('FAIL');
  });
});
