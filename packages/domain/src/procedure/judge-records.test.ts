import { describe, expect, test } from '@jest/globals';
import {
  DAY_BEFORE,
  here,
  item,
  matter,
  OFFICE_RULES,
  officeMeeting,
  PARTY_RULES,
  partyMeeting,
  partyTopic,
  person,
  procedureSchool,
} from './build-procedure.test-support.js';
import type { ProcedureCheckId } from './finding.js';
import { MEETING_KINDS, MEETING_STATES } from './meeting-words.js';
import { decisionChecks, itemChecks, meetingChecks } from './procedure-checks.js';
import type { DecisionFacts, MeetingFacts, TopicFacts } from './procedure-facts.js';

const ofMeeting = (checkId: ProcedureCheckId, meeting: MeetingFacts) =>
  meetingChecks(meeting).find((finding) => finding.checkId === checkId);
const ofTopic = (checkId: ProcedureCheckId, change: Partial<TopicFacts>, meeting: Partial<MeetingFacts> = {}) =>
  itemChecks(item(partyTopic('ANNUAL_BUDGET', change)), partyMeeting([], meeting)).find(
    (one) => one.checkId === checkId,
  );

describe('the signed record (REC-1)', () => {
  test('is asked once there is a record, of every kind of meeting', () => {
    const outcome = (change: Partial<MeetingFacts>) => ofMeeting('REC-1', partyMeeting([], change))?.outcome;
    expect(MEETING_STATES.filter((state) => outcome({ state }) === 'PASS')).toEqual(['CLOSED', 'SIGNED', 'ISSUED']);
    for (const kind of MEETING_KINDS) expect(outcome({ kind, state: 'SIGNED', rules: null })).toBe('PASS');
    const rules = { ...PARTY_RULES, signatures: false };
    expect(outcome({ state: 'CLOSED', chairSigned: 'NOT_DONE', rules })).toBe('NOT_APPLICABLE');
  });

  test('says whose signature is lacking, and that it was changed after it was signed', () => {
    const unsigned = { state: 'CLOSED', chairSigned: 'NOT_DONE', recorderSigned: 'NOT_DONE' } as const;
    expect(ofMeeting('REC-1', partyMeeting([], unsigned))?.params).toEqual({
      lacks: ['CHAIR', 'RECORDER'],
      changed: 0,
    });
    expect(ofMeeting('REC-1', partyMeeting([], { state: 'SIGNED', changedAfterSigning: true }))).toMatchObject({
      outcome: 'FAIL',
      params: { lacks: [], changed: 1 },
    });
  });
});

describe('reporting how a decision is carried out (REC-5)', () => {
  const semester = { from: '2024-02-01', to: '2024-08-01' };
  const decision: DecisionFacts = {
    decisionId: 'decision',
    body: 'PARTY_ORG',
    matter: matter('ANNUAL_BUDGET'),
    state: 'IN_FORCE',
    decidedOn: '2024-02-20',
    endedOn: null,
    executionReports: [],
  };
  const outcome = (change: Partial<DecisionFacts>, context: Partial<MeetingFacts> = {}) =>
    decisionChecks({ ...decision, ...change }, partyMeeting([], { on: '2024-08-01', ...context }), semester)[0]
      ?.outcome;

  test('is asked when the semester is over, of party decisions on major matters', () => {
    expect(outcome({})).toBe('FAIL');
    expect(outcome({}, { on: '2024-07-31' })).toBe('NOT_APPLICABLE');
    expect(outcome({ body: 'MEMBERS_ASSEMBLY' })).toBe('FAIL');
    expect(outcome({ body: 'PRINCIPAL_OFFICE' })).toBe('NOT_APPLICABLE');
    expect(outcome({ matter: matter('PARTY_FUNDS') })).toBe('NOT_APPLICABLE');
  });

  test('of those in force on a day of it', () => {
    expect(outcome({ decidedOn: '2024-07-31' })).toBe('FAIL');
    expect(outcome({ decidedOn: '2024-08-01' })).toBe('NOT_APPLICABLE');
    expect(outcome({ decidedOn: '2023-09-01', endedOn: '2024-02-01' })).toBe('FAIL');
    expect(outcome({ decidedOn: '2023-09-01', endedOn: '2024-01-31' })).toBe('NOT_APPLICABLE');
    expect(outcome({ state: 'AWAITING_SUPERIOR' })).toBe('NOT_APPLICABLE');
    expect(outcome({ state: 'NOT_APPROVED' })).toBe('NOT_APPLICABLE');
  });

  test('as often as the rules say, once where there are none', () => {
    const twice = { rules: { ...PARTY_RULES, executionReportsPerSemester: 2 } };
    const [first, second] = [{ on: '2024-04-01' }, { on: '2024-07-31' }];
    expect(outcome({ executionReports: [first] }, twice)).toBe('FAIL');
    expect(outcome({ executionReports: [first, second] }, twice)).toBe('PASS');
    expect(outcome({ executionReports: [first] }, { rules: null })).toBe('PASS');
    expect(outcome({ executionReports: [{ on: '2024-01-31' }] })).toBe('FAIL');
  });
});

describe('small print', () => {
  test('the communication was before the meeting and without a major disagreement (PRE-3)', () => {
    const signedBy = ['id-secretary', 'id-principal'];
    const told = (on: string, result: 'NO_MAJOR_DISAGREEMENT' | 'MAJOR_DISAGREEMENT') =>
      ofTopic('PRE-3', { communication: { on, result, signedBy } })?.outcome;
    expect(told('2024-06-03', 'NO_MAJOR_DISAGREEMENT')).toBe('PASS');
    expect(told('2024-06-04', 'NO_MAJOR_DISAGREEMENT')).toBe('FAIL');
    expect(told(DAY_BEFORE, 'MAJOR_DISAGREEMENT')).toBe('FAIL');
  });

  test('the member in charge may be there without a vote, and has to be there for the item (PM-12)', () => {
    const charge = { memberInCharge: person('vice2') };
    expect(ofTopic('PM-12', charge)?.outcome).toBe('PASS');
    const left = here('vice2', { capacity: 'OBSERVER', spans: [{ fromItem: 0, toItem: 1 }] });
    expect(ofTopic('PM-12', charge, { attendance: [here('secretary'), left] })?.outcome).toBe('FAIL');
  });

  test('one who came late was not there at the opening, whenever he came', () => {
    const attendance = ['secretary', 'm1', 'm2'].map((name, index) =>
      here(name, index === 2 ? { status: 'LATE' } : {}),
    );
    expect(ofMeeting('PM-4', partyMeeting([], { attendance }))).toMatchObject({ outcome: 'FAIL', params: { m: 2 } });
    expect(ofTopic('PM-4', {}, { attendance })?.outcome).toBe('PASS');
  });

  test('one who is recused and votes is found though the sum is right (PM-11)', () => {
    const ballots = ['secretary', 'principal', 'vice', 'm1'].map((name) => ({
      personId: `id-${name}`,
      choice: 'FOR' as const,
    }));
    const one = item(partyTopic('ANNUAL_BUDGET'), {
      interested: [person('m1')],
      recusedIds: ['id-m1'],
      vote: { form: 'OPEN_BALLOT', ballots },
    });
    const found = itemChecks(one, partyMeeting([])).find(({ checkId }) => checkId === 'PM-11');
    expect(found).toMatchObject({ outcome: 'FAIL', params: { names: ['m1'] } });
  });

  test('a members’ assembly beside a committee has its quorum from the party rules, which are never 应当 here', () => {
    const few = { kind: 'MEMBERS_ASSEMBLY', attendance: 'NO_RECORD', stated: { expected: 40, present: 19 } } as const;
    expect(ofMeeting('PM-4', partyMeeting([], few))).toMatchObject({ outcome: 'FAIL', severity: 'DEFAULT' });
    const school = procedureSchool({ hasCommittee: false });
    expect(ofMeeting('PM-4', partyMeeting([], { ...few, school }))).toMatchObject({
      outcome: 'FAIL',
      severity: 'HARD',
    });
  });

  test('a committee member who is entered as observer, and a guest without a reason, are named (PM-7)', () => {
    const guest = (reason: string | null) => here('guest', { capacity: 'OBSERVER', reason });
    const found = (...others: ReturnType<typeof here>[]) =>
      ofMeeting('PM-7', partyMeeting([], { attendance: [here('secretary'), ...others] }));
    expect(found(here('m1', { capacity: 'OBSERVER' }), guest(null))?.params).toEqual({ names: ['m1', 'guest'] });
    expect(found(guest('law adviser'))?.outcome).toBe('PASS');
    expect(found()?.outcome).toBe('NOT_APPLICABLE');
  });

  test('the principal’s meeting is asked for no notice, no first topic and no observers', () => {
    const asked = meetingChecks(officeMeeting([], { rules: OFFICE_RULES })).map(({ checkId }) => checkId);
    expect(asked).toEqual(['OM-1', 'OM-4', 'REC-1']);
  });
});
