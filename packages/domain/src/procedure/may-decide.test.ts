import { describe, expect, test } from '@jest/globals';
import {
  hands,
  here,
  item,
  officeItem,
  officeMeeting,
  officeTopic,
  partyMeeting,
  partyTopic,
  person,
  procedureSchool,
  round,
  combinedSeats,
  committeeOf,
} from './build-procedure.test-support.js';
import { mayDecide, mayOpen, whyNotResult } from './may-decide.js';
import { MEETING_KINDS, MEETING_STATES, type ItemResult } from './meeting-words.js';
import type { ItemFacts, MeetingFacts, VoteFacts } from './procedure-facts.js';
import { allowedResults, makesDecision } from './results.js';
import { entitledVoters, passedOf, voteFormFor, voteProblems } from './vote-count.js';

const CADRE = item(partyTopic('CADRE_APPOINT_MIDDLE'), { result: null });
const BUDGET = item(partyTopic('ANNUAL_BUDGET'), { result: null });
const APPROVALS: ItemResult[] = ['APPROVED', 'APPROVED_IN_PRINCIPLE', 'APPROVED_AS_AMENDED', 'SUBMIT_TO_SUPERIOR'];
const LATER: ItemResult[] = ['SUBMIT_TO_STAFF_CONGRESS', 'POSTPONED', 'WITHDRAWN'];
const members = (...names: string[]) => names.map((name) => here(name));

describe('opening and deciding (意见（五）（六）)', () => {
  test('committee of five: two don’t open, three open and decide no 干部任免, four do; observers don’t help', () => {
    const observers = [here('vice2', { capacity: 'OBSERVER' }), here('vice3', { capacity: 'OBSERVER' })];
    const of = (...names: string[]) => partyMeeting([], { attendance: [...members(...names), ...observers] });
    const two = of('secretary', 'm1');
    expect(mayOpen(two)).toMatchObject({ code: 'GATES_OPEN', params: { checks: ['PM-4'] } });
    const three = of('secretary', 'm1', 'vice');
    expect(mayOpen(three)).toBeNull();
    expect(mayDecide({ ...BUDGET, vote: hands(3) }, three).allowed).toBe(true);
    const cadre = mayDecide({ ...CADRE, vote: hands(3) }, three);
    expect(cadre.violation).toMatchObject({ code: 'GATES_OPEN', params: { checks: ['PM-5'] } });
    expect(cadre.quorum).toMatchObject({ total: 5, present: 3, needed: 4, missing: 1 });
    expect(cadre.results).toEqual(['SUBMIT_TO_STAFF_CONGRESS', 'POSTPONED', 'WITHDRAWN']);
    expect(mayDecide({ ...CADRE, vote: hands(4) }, of('secretary', 'm1', 'vice', 'm2')).allowed).toBe(true);
  });

  test('committee of six: three open, four decide 干部任免', () => {
    const school = procedureSchool({ seats: committeeOf(6) });
    const of = (n: number) =>
      partyMeeting([], {
        school,
        chair: { ...person('c1'), delegatedById: null },
        attendance: Array.from({ length: n }, (_, index) => here(`c${index + 1}`)),
      });
    expect([2, 3].map((n) => mayOpen(of(n)) === null)).toEqual([false, true]);
    expect([3, 4].map((n) => mayDecide(CADRE, of(n)).quorum?.met)).toEqual([false, true]);
  });

  test('an office meeting of four with one member and the secretary can’t open', () => {
    const attendance = [here('principal'), here('secretary', { capacity: 'OBSERVER' })];
    expect(mayOpen(officeMeeting([], { attendance }))).toMatchObject({ params: { checks: ['OM-4'] } });
  });

  test('a gate that is open is named, and every result that decides is off until it is closed', () => {
    const topic = partyTopic('CADRE_APPOINT_MIDDLE', { cadreDeliberation: 'NOT_DONE', hearings: 'NOT_DONE' });
    const verdict = mayDecide({ ...CADRE, topic }, partyMeeting([]));
    expect(verdict.violation?.params).toEqual({ checks: ['PRE-6', 'PRE-8'] });
    expect(verdict.results).toEqual(['SUBMIT_TO_STAFF_CONGRESS', 'POSTPONED', 'WITHDRAWN']);
  });

  test('what is only 一般 does not stand in the way', () => {
    const topic = partyTopic('ANNUAL_BUDGET', { individualDeliberations: 'NOT_DONE', memberInCharge: person('vice3') });
    const meeting = partyMeeting([], { noticeSent: 'NOT_DONE', items: [] });
    const verdict = mayDecide({ ...BUDGET, topic }, meeting);
    expect(verdict.allowed).toBe(true);
    expect(verdict.findings.filter(({ outcome }) => outcome === 'FAIL').map(({ checkId }) => checkId)).toEqual([
      'PM-12',
      'PRE-7',
    ]);
  });

  test('a meeting chaired by the wrong person, or counting strangers, decides nothing', () => {
    const stranger = partyMeeting([], { attendance: [...members('secretary', 'principal', 'vice'), here('guest')] });
    expect(mayDecide({ ...BUDGET, vote: hands(3) }, stranger).violation?.params).toEqual({ checks: ['PM-6'] });
    const led = partyMeeting([], { chair: { ...person('principal'), delegatedById: null } });
    expect(mayDecide(BUDGET, led).violation?.params).toEqual({ checks: ['PM-1'] });
  });

  test.each(MEETING_STATES.filter((state) => state !== 'OPEN'))(
    'nothing is decided in a meeting that is %s',
    (state) => {
      const verdict = mayDecide(BUDGET, partyMeeting([], { state }));
      expect(verdict).toMatchObject({ allowed: false, violation: { code: 'MEETING_NOT_OPEN' }, results: [] });
    },
  );

  test.each(MEETING_KINDS.slice(3))('%s decides nothing', (kind) => {
    const verdict = mayDecide(BUDGET, partyMeeting([], { kind }));
    expect(verdict).toMatchObject({ allowed: false, violation: { code: 'MEETING_DOES_NOT_DECIDE' } });
    expect(verdict.results).toContain('NOTED');
    expect(mayOpen(partyMeeting([], { kind }))).toBeNull();
  });
});

describe('the results that a meeting may give', () => {
  const results = (one: ItemFacts, meeting: MeetingFacts) => mayDecide(one, meeting).results;

  test('the vote decides where the rules say what passes; without a vote it is put off', () => {
    expect(results({ ...BUDGET, vote: hands(3, 1, 1) }, partyMeeting([]))).toEqual([...APPROVALS, ...LATER]);
    expect(results({ ...BUDGET, vote: hands(2, 2, 1) }, partyMeeting([]))).toEqual(['REJECTED', ...LATER]);
    expect(results({ ...BUDGET, vote: null }, partyMeeting([]))).toEqual(LATER);
  });

  test('a school without rules of its own has its chair state what was decided', () => {
    const meeting = partyMeeting([], { rules: null });
    expect(passedOf(BUDGET, meeting)).toBeNull();
    expect(results({ ...BUDGET, vote: null }, meeting)).toEqual([...APPROVALS, 'REJECTED', ...LATER]);
  });

  test('a vote whose sum is not those entitled decides nothing', () => {
    const wrong = { ...BUDGET, vote: hands(4) };
    expect(whyNotResult(wrong, partyMeeting([]), 'APPROVED')).toMatchObject({
      code: 'VOTE_UNSOUND',
      params: { problems: ['SUM_DIFFERS'] },
    });
    expect(results(wrong, partyMeeting([]))).toEqual(['SUBMIT_TO_STAFF_CONGRESS', 'POSTPONED', 'WITHDRAWN']);
  });

  test('the principal decides his own matters, and on a party matter submits', () => {
    const own = officeItem(officeTopic('ANNUAL_WORK_PLAN'), { result: null });
    expect(results(own, officeMeeting([]))).toEqual([...APPROVALS, 'REJECTED', 'SUBMIT_TO_PARTY_MEETING', ...LATER]);
    const party = officeItem(officeTopic('ANNUAL_BUDGET'), { result: null });
    expect(results(party, officeMeeting([]))).toEqual(['SUBMIT_TO_PARTY_MEETING', 'POSTPONED', 'WITHDRAWN']);
    expect(whyNotResult(party, officeMeeting([]), 'APPROVED')).toMatchObject({ code: 'RESULT_NOT_ALLOWED' });
    const draft = officeItem(officeTopic('ANNUAL_BUDGET', { itemKind: 'DRAFT_PROPOSAL' }), { result: null });
    expect(results(draft, officeMeeting([]))).toContain('SUBMIT_TO_PARTY_MEETING');
  });

  test('before everybody has spoken the principal decides nothing', () => {
    const silent = officeItem(officeTopic('ANNUAL_WORK_PLAN'), { result: null, opinions: [] });
    expect(whyNotResult(silent, officeMeeting([]), 'APPROVED')).toMatchObject({ params: { checks: ['OM-5'] } });
  });

  test('studying and hearing a report end in taking note', () => {
    const study = item(null, { kind: 'STUDY', result: null });
    expect(results(study, partyMeeting([]))).toEqual(['NOTED', 'POSTPONED', 'WITHDRAWN']);
    const report = item(partyTopic('ANNUAL_BUDGET', { itemKind: 'HEAR_REPORT' }), { result: null });
    expect(whyNotResult(report, partyMeeting([]), 'APPROVED')?.code).toBe('RESULT_NOT_ALLOWED');
    const alone = partyMeeting([], { attendance: members('secretary') });
    expect(whyNotResult(study, alone, 'NOTED')).toMatchObject({ params: { checks: ['PM-4'] } });
    expect(whyNotResult(study, alone, 'POSTPONED')).toBeNull();
  });

  test('a matter of the members’ assembly is prepared by the committee, and that is no decision', () => {
    const one = item(partyTopic('COMMITTEE_CANDIDATES'), { result: 'APPROVED_IN_PRINCIPLE' });
    expect(allowedResults(one, partyMeeting([]))).toEqual([
      'APPROVED_IN_PRINCIPLE',
      'SUBMIT_TO_SUPERIOR',
      'NOTED',
      'POSTPONED',
      'WITHDRAWN',
    ]);
    expect(makesDecision(one, partyMeeting([]))).toBe(false);
    const assembly = partyMeeting([], { kind: 'MEMBERS_ASSEMBLY', stated: { expected: 40, present: 40 } });
    expect(makesDecision(one, assembly)).toBe(true);
    expect(makesDecision({ ...BUDGET, result: 'APPROVED' }, partyMeeting([]))).toBe(true);
    expect(makesDecision({ ...BUDGET, result: 'NOTED' }, partyMeeting([]))).toBe(false);
  });

  test('with one person in both posts the deputy’s missing opinion is named and blocks nothing', () => {
    const school = procedureSchool({ seats: combinedSeats() });
    const topic = partyTopic('ANNUAL_BUDGET', {
      confirmation: { ...person('head'), actingAs: 'SECRETARY', on: '2024-05-27' },
      communication: { on: '2024-05-27', result: 'NO_MAJOR_DISAGREEMENT', signedBy: ['id-head', 'id-deputy'] },
      consultation: [round('FULL_TIME_DEPUTY', 'deputy', { opinion: null })],
    });
    const meeting = partyMeeting([], {
      school,
      chair: { ...person('head'), delegatedById: null },
      attendance: members('head', 'deputy', 'vice', 'm1', 'm2'),
    });
    const verdict = mayDecide({ ...BUDGET, topic }, meeting);
    expect(verdict.findings.find(({ checkId }) => checkId === 'PRE-5')?.outcome).toBe('FAIL');
    expect(verdict.allowed).toBe(true);
  });
});

describe('votes', () => {
  const five = entitledVoters(BUDGET, partyMeeting([]))!;
  const ballots = (...names: string[]) => ({
    form: 'OPEN_BALLOT' as const,
    ballots: names.map((name) => ({ personId: `id-${name}`, choice: 'FOR' as const })),
  });

  test('the sum is exactly those entitled', () => {
    expect(five.count).toBe(5);
    expect(voteProblems(hands(3, 1, 1), five)).toEqual([]);
    expect(voteProblems(hands(3, 1), five)).toEqual(['SUM_DIFFERS']);
    expect(voteProblems(hands(6), five)).toEqual(['SUM_DIFFERS']);
    expect(voteProblems(hands(6, -1), five)).toEqual(['NOT_A_NUMBER']);
    expect(voteProblems(hands(2.5, 2.5), five)).toEqual(['NOT_A_NUMBER']);
  });

  test('a named vote is each member’s own, once', () => {
    expect(voteProblems(ballots('secretary', 'principal', 'vice', 'm1', 'm2'), five)).toEqual([]);
    expect(voteProblems(ballots('secretary', 'principal', 'vice', 'm1', 'vice2'), five)).toEqual(['NOT_ENTITLED']);
    expect(voteProblems(ballots('secretary', 'principal', 'vice', 'm1', 'm1'), five)).toEqual(['VOTED_TWICE']);
  });

  test('a secret ballot is counts and tellers, and has no place for a person’s choice', () => {
    const secret = { form: 'SECRET_BALLOT', counts: { inFavour: 4, against: 1, abstained: 0 } } as const;
    expect(voteProblems({ ...secret, tellers: ['id-m1', 'id-m2'] }, five)).toEqual([]);
    expect(voteProblems({ ...secret, tellers: [] }, five)).toEqual(['NO_TELLERS']);
    type Secret = Exclude<VoteFacts, { form: 'OPEN_BALLOT' }>;
    const holdsBallots: Secret extends { ballots: unknown } ? true : false = false;
    expect(holdsBallots).toBe(false);
  });

  test('one who is recused loses the vote for that item only, recorded or bound by the rules', () => {
    const meeting = partyMeeting([]);
    const people = (one: ItemFacts) => entitledVoters(one, meeting)?.people?.map((voter) => voter.personName);
    expect(people({ ...BUDGET, recusedIds: ['id-m1'] })).toEqual(['secretary', 'principal', 'vice', 'm2']);
    expect(people({ ...BUDGET, interested: [person('m2')] })).toEqual(['secretary', 'principal', 'vice', 'm1']);
    expect(people(BUDGET)).toHaveLength(5);
    const unbound = { ...meeting, rules: { ...meeting.rules!, recusal: false } };
    expect(entitledVoters({ ...BUDGET, interested: [person('m2')] }, unbound)?.count).toBe(5);
  });

  test('nobody votes at the principal’s meeting', () => {
    expect(entitledVoters(officeItem(officeTopic('ANNUAL_WORK_PLAN')), officeMeeting([]))).toBeNull();
  });

  test('of an assembly the numbers vote, without those who are out', () => {
    const assembly = partyMeeting([], {
      kind: 'MEMBERS_ASSEMBLY',
      attendance: 'NO_RECORD',
      stated: { expected: 40, present: 35 },
    });
    expect(entitledVoters({ ...BUDGET, recusedIds: ['id-x'] }, assembly)).toEqual({ count: 34, people: null });
    expect(entitledVoters(BUDGET, { ...assembly, stated: null })).toBeNull();
  });

  test('the filed rules name a form for 干部任免 and one for the rest', () => {
    const { rules } = partyMeeting([]);
    expect([voteFormFor(CADRE, rules), voteFormFor(BUDGET, rules), voteFormFor(CADRE, null)]).toEqual([
      'SECRET_BALLOT',
      'SHOW_OF_HANDS',
      null,
    ]);
  });
});
