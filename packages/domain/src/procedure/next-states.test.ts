import { describe, expect, test } from '@jest/globals';
import {
  actor,
  DAY_BEFORE,
  FIRST_TOPIC,
  here,
  item,
  officeItem,
  officeMeeting,
  officeTopic,
  PARTY_RULES,
  partyMeeting,
  partyTopic,
  person,
  round,
} from './build-procedure.test-support.js';
import { DECISION_STATES, FILING_STATES, TASK_STATES } from './decision-words.js';
import { MEETING_STATES, type ItemResult } from './meeting-words.js';
import { initialDecisionState, nextDecisionState, type DecisionAct } from './next-decision-state.js';
import { nextFilingState, type FilingAct } from './next-filing-state.js';
import { nextMeetingState, type MeetingAct } from './next-meeting-state.js';
import { isEmergencyOverdue, nextEmergencyState, nextTaskState, taskLight, type TaskAct } from './next-task-state.js';
import { nextTopicState, type TopicAct, type TopicInState } from './next-topic-state.js';
import type { MeetingFacts, TopicFacts } from './procedure-facts.js';
import { PLATFORM_CATALOGUE } from './resolve-matter-type.js';
import { TOPIC_STATES, type TopicState } from './topic-words.js';
import type { Transition } from './violation.js';

/** The state that follows, or the code of the refusal. */
const said = <State>(transition: Transition<State>): State | string =>
  transition.ok ? transition.state : transition.violation.code;

const secretary = actor('secretary', 'Secretary');
const principal = actor('principal', 'Principal');
const clerk = actor('clerk', 'SchoolClerk');
const vice = actor('vice', 'CommitteeMember');
const county = actor('county', 'CountyAdmin');
const party = partyMeeting([]);
const UNCONFIRMED = { confirmation: 'NOT_DONE' } as const;
const NOTHING: Partial<TopicFacts> = {
  ...UNCONFIRMED,
  proposal: 'NOT_DONE',
  investigation: 'NOT_DONE',
  communication: 'NOT_DONE',
  cadreDeliberation: 'NOT_DONE',
  individualDeliberations: 'NOT_DONE',
  consultation: 'NOT_DONE',
  hearings: 'NOT_DONE',
  expertAssessment: 'NOT_DONE',
  advice: 'NOT_DONE',
};

describe('a topic', () => {
  const at = (state: TopicState, change: Partial<TopicFacts> = {}, code = 'CADRE_APPOINT_MIDDLE'): TopicInState => ({
    state,
    topic: partyTopic(code, change),
    context: party,
  });
  const step = (before: TopicInState, act: TopicAct) => said(nextTopicState(before, act));

  test('is proposed by one of the leadership team in office, not by the clerk', () => {
    expect(step(at('DRAFT', NOTHING), { type: 'PROPOSE', by: vice })).toBe('PROPOSED');
    expect(step(at('DRAFT'), { type: 'PROPOSE', by: clerk })).toBe('NOT_YOUR_ACT');
    expect(step(at('DRAFT'), { type: 'PROPOSE', by: actor('former', 'CommitteeMember') })).toBe('SOD-15');
    expect(step(at('DRAFT'), { type: 'PROPOSE', by: county })).toBe('SOD-10');
  });

  test('gets on as its records come in: 已提出, 已调研, 已酝酿, 已沟通', () => {
    const on = DAY_BEFORE;
    const records: Partial<TopicFacts>[] = [
      {},
      { proposal: { on }, investigation: { on } },
      { cadreDeliberation: { on, participants: [person('m1')] } },
      {
        communication: { on, result: 'NO_MAJOR_DISAGREEMENT', signedBy: ['id-secretary', 'id-principal'] },
        consultation: [round('PRINCIPAL', 'principal')],
      },
    ];
    const states = records.map((_, index) => {
      const change = Object.assign({}, NOTHING, ...records.slice(0, index + 1)) as Partial<TopicFacts>;
      return step(at('PROPOSED', change), { type: 'PREPARE', by: clerk });
    });
    expect(states).toEqual(['PROPOSED', 'INVESTIGATED', 'DELIBERATED', 'CONSULTED']);
  });

  test('of a routine kind is ready to be confirmed at once', () => {
    expect(step(at('DRAFT', NOTHING, 'PARTY_FUNDS'), { type: 'PROPOSE', by: vice })).toBe('CONSULTED');
  });

  test('is held back by a disagreement, before and after it was confirmed, and let go by agreement', () => {
    const no = { ...UNCONFIRMED, consultation: [round('PRINCIPAL', 'principal', { opinion: 'DISAGREE' })] };
    expect(step(at('CONSULTED', no), { type: 'PREPARE', by: principal })).toBe('HELD_BACK');
    expect(step(at('HEARD', no), { type: 'PREPARE', by: principal })).toBe('HELD_BACK');
    expect(step(at('HELD_BACK', no), { type: 'CONFIRM', by: secretary })).toBe('GATES_OPEN');
    const yes = { ...no, consultation: [...no.consultation, round('PRINCIPAL', 'principal', { round: 2 })] };
    expect(step(at('HELD_BACK', yes), { type: 'PREPARE', by: principal })).toBe('CONSULTED');
    expect(step(at('CONSULTED', yes), { type: 'CONFIRM', by: secretary })).toBe('HEARD');
  });

  test('is confirmed by its head with every gate closed, and waits for the hearing it needs', () => {
    expect(step(at('CONSULTED', UNCONFIRMED), { type: 'CONFIRM', by: principal })).toBe('SOD-1');
    const unheard = { ...UNCONFIRMED, hearings: 'NOT_DONE' as const };
    expect(step(at('CONSULTED', unheard), { type: 'CONFIRM', by: secretary })).toBe('CONFIRMED');
    expect(step(at('CONFIRMED'), { type: 'PREPARE', by: clerk })).toBe('HEARD');
    const open = nextTopicState(at('INVESTIGATED', NOTHING), { type: 'CONFIRM', by: secretary });
    expect(open).toMatchObject({
      violation: { code: 'GATES_OPEN', params: { checks: ['PRE-1', 'PRE-2', 'PRE-3', 'PRE-4', 'PRE-6'] } },
    });
  });

  test('is sent back by its head with a reason and taken back by its proposer', () => {
    const back = (by: typeof secretary, reason: string) => step(at('CONSULTED'), { type: 'RETURN', by, reason });
    expect([back(secretary, 'more'), back(secretary, ' '), back(vice, 'more')]).toEqual([
      'DRAFT',
      'REQUIRED',
      'NOT_YOUR_ACT',
    ]);
    const off = (by: typeof secretary) => step(at('HEARD'), { type: 'WITHDRAW', by, reason: 'settled' });
    expect([off(vice), off(secretary), off(actor('m1', 'CommitteeMember'))]).toEqual([
      'WITHDRAWN',
      'WITHDRAWN',
      'NOT_YOUR_ACT',
    ]);
  });

  test('is decided by its meeting, and goes where the result sends it', () => {
    const one = item(partyTopic('CADRE_APPOINT_MIDDLE'), { result: null });
    const to = (result: ItemResult, by = secretary, state: TopicState = 'HEARD') =>
      step(at(state), { type: 'DECIDE', by, item: one, meeting: party, result });
    expect(to('APPROVED')).toBe('DECIDED');
    expect(to('POSTPONED')).toBe('POSTPONED');
    expect(to('WITHDRAWN')).toBe('WITHDRAWN');
    expect(to('SUBMIT_TO_STAFF_CONGRESS')).toBe('FORWARDED');
    expect(to('REJECTED')).toBe('RESULT_NOT_ALLOWED');
    expect(to('APPROVED', clerk)).toBe('DECIDED');
    expect(to('APPROVED', vice)).toBe('NOT_YOUR_ACT');
    expect(to('APPROVED', county)).toBe('NOT_YOUR_ACT');
    expect(to('APPROVED', secretary, 'CONSULTED')).toBe('NOT_IN_THIS_STATE');
    const delegated = { ...party, chair: { ...person('vice'), delegatedById: 'id-secretary' } };
    expect(step(at('HEARD'), { type: 'DECIDE', by: vice, item: one, meeting: delegated, result: 'APPROVED' })).toBe(
      'DECIDED',
    );
  });

  test('is decided by the principal’s own word at his meeting', () => {
    const topic = officeTopic('ANNUAL_WORK_PLAN');
    const meeting = officeMeeting([]);
    const before: TopicInState = { state: 'HEARD', topic, context: meeting };
    const one = officeItem(topic, { result: null });
    const to = (by: typeof secretary) => step(before, { type: 'DECIDE', by, item: one, meeting, result: 'APPROVED' });
    expect([to(principal), to(clerk), to(secretary)]).toEqual(['DECIDED', 'NOT_YOUR_ACT', 'NOT_YOUR_ACT']);
  });

  test('comes back after it was put off, and from the staff congress; what another body decides does not', () => {
    expect(step(at('POSTPONED', UNCONFIRMED), { type: 'RESUME', by: vice })).toBe('CONSULTED');
    expect(step(at('FORWARDED'), { type: 'RESUME', by: vice })).toBe('CONSULTED');
    const office: TopicInState = {
      state: 'FORWARDED',
      topic: officeTopic('ANNUAL_BUDGET'),
      context: officeMeeting([]),
    };
    expect(step(office, { type: 'RESUME', by: vice })).toBe('NOT_IN_THIS_STATE');
  });

  test('of the members’ assembly is handed on by the committee, not decided', () => {
    const topic = partyTopic('COMMITTEE_CANDIDATES');
    const one = item(topic, { result: null });
    const to = (result: ItemResult) =>
      step(
        { state: 'HEARD', topic, context: party },
        { type: 'DECIDE', by: secretary, item: one, meeting: party, result },
      );
    expect([to('APPROVED_IN_PRINCIPLE'), to('APPROVED')]).toEqual(['FORWARDED', 'RESULT_NOT_ALLOWED']);
  });

  test('is carried out: assigned, executed when no task is open, reported', () => {
    expect(step(at('DECIDED'), { type: 'ASSIGN', by: secretary })).toBe('ASSIGNED');
    expect(step(at('ASSIGNED'), { type: 'EXECUTE', by: secretary, openTasks: 1 })).toBe('TASKS_OPEN');
    expect(step(at('ASSIGNED'), { type: 'EXECUTE', by: secretary, openTasks: 0 })).toBe('EXECUTED');
    expect(step(at('EXECUTED'), { type: 'REPORT', by: principal })).toBe('REPORTED');
  });

  test('from paper takes over its result, and only from paper', () => {
    const act = (result: ItemResult): TopicAct => ({ type: 'ENTER_AFTERWARDS', by: clerk, result });
    expect(step(at('DRAFT'), act('APPROVED'))).toBe('REQUIRED');
    const paper = { ...at('DRAFT', NOTHING), context: { ...party, recordMode: 'AFTERWARDS' as const } };
    expect(['APPROVED', 'NOTED', 'POSTPONED'].map((result) => step(paper, act(result as ItemResult)))).toEqual([
      'DECIDED',
      'NOTED',
      'POSTPONED',
    ]);
  });

  test('does nothing that does not belong to its state', () => {
    const acts: TopicAct[] = [
      { type: 'PROPOSE', by: vice },
      { type: 'CONFIRM', by: secretary },
      { type: 'ASSIGN', by: secretary },
      { type: 'REPORT', by: principal },
    ];
    const table = acts.map((act) => TOPIC_STATES.filter((state) => step(at(state), act) !== 'NOT_IN_THIS_STATE'));
    expect(table).toEqual([
      ['DRAFT'],
      ['PROPOSED', 'INVESTIGATED', 'DELIBERATED', 'CONSULTED', 'HELD_BACK'],
      ['DECIDED'],
      ['EXECUTED'],
    ]);
  });
});

describe('a meeting', () => {
  const decided = item(partyTopic('ANNUAL_BUDGET'));
  const of = (change: Partial<MeetingFacts>) => partyMeeting([decided], change);
  const step = (meeting: MeetingFacts, act: MeetingAct) => said(nextMeetingState(meeting, act));

  test('is called by its head with confirmed topics', () => {
    expect(step(of({ state: 'DRAFT' }), { type: 'CALL', by: secretary })).toBe('CALLED');
    expect(step(of({ state: 'DRAFT' }), { type: 'CALL', by: principal })).toBe('NOT_YOUR_ACT');
    expect(step(of({ state: 'DRAFT' }), { type: 'CALL', by: clerk })).toBe('NOT_YOUR_ACT');
    const chairedBy = (delegatedById: string | null) =>
      of({ state: 'DRAFT', chair: { ...person('vice'), delegatedById } });
    expect(step(chairedBy('id-secretary'), { type: 'CALL', by: vice })).toBe('CALLED');
    expect(step(chairedBy(null), { type: 'CALL', by: vice })).toBe('NOT_YOUR_ACT');
    expect(step(of({ state: 'DRAFT', items: [] }), { type: 'CALL', by: secretary })).toBe('REQUIRED');
    const items = [item(partyTopic('ANNUAL_BUDGET', UNCONFIRMED))];
    expect(nextMeetingState(of({ state: 'DRAFT', items }), { type: 'CALL', by: secretary })).toMatchObject({
      violation: { code: 'GATES_OPEN', params: { checks: ['PM-3'] } },
    });
  });

  test('opens with half of its members, and is entered as not held without them', () => {
    expect(step(of({ state: 'CALLED' }), { type: 'OPEN', by: clerk })).toBe('OPEN');
    const empty = of({ state: 'CALLED', attendance: [here('secretary')] });
    expect(step(empty, { type: 'OPEN', by: secretary })).toBe('GATES_OPEN');
    expect(step(empty, { type: 'NOT_HELD', by: secretary, reason: 'NO_QUORUM' })).toBe('NOT_HELD');
  });

  test('ends when every item has its result', () => {
    expect(step(of({}), { type: 'CLOSE', by: secretary })).toBe('CLOSED');
    const items = [FIRST_TOPIC, { ...decided, result: null }];
    expect(nextMeetingState(of({ items }), { type: 'CLOSE', by: secretary })).toMatchObject({
      violation: { code: 'ITEMS_OPEN', params: { items: ['2'] } },
    });
  });

  test('is signed by chair and recorder, each for himself, and does not change after that', () => {
    const unsigned = of({ state: 'CLOSED', chairSigned: 'NOT_DONE', recorderSigned: 'NOT_DONE' });
    expect(step(unsigned, { type: 'SIGN', by: secretary, as: 'CHAIR' })).toBe('CLOSED');
    expect(step(unsigned, { type: 'SIGN', by: clerk, as: 'RECORDER' })).toBe('CLOSED');
    expect(step(unsigned, { type: 'SIGN', by: secretary, as: 'RECORDER' })).toBe('NOT_YOUR_ACT');
    expect(step(unsigned, { type: 'SIGN', by: clerk, as: 'CHAIR' })).toBe('NOT_YOUR_ACT');
    expect(step(unsigned, { type: 'SIGN', by: vice, as: 'RECORDER' })).toBe('NOT_YOUR_ACT');
    const alone = { ...unsigned, chair: { ...person('clerk'), delegatedById: 'id-secretary' } };
    expect(step(alone, { type: 'SIGN', by: clerk, as: 'RECORDER' })).toBe('NOT_YOUR_ACT');
    const half = { ...unsigned, chairSigned: { on: '2024-06-03' } };
    expect(step(half, { type: 'SIGN', by: clerk, as: 'RECORDER' })).toBe('SIGNED');
    expect(step(of({ state: 'SIGNED' }), { type: 'SIGN', by: clerk, as: 'RECORDER' })).toBe('NOT_IN_THIS_STATE');
  });

  test('has its minutes issued by its head', () => {
    expect(step(of({ state: 'SIGNED' }), { type: 'ISSUE', by: secretary })).toBe('ISSUED');
    expect(step(of({ state: 'SIGNED' }), { type: 'ISSUE', by: principal })).toBe('NOT_YOUR_ACT');
    expect(step(officeMeeting([], { state: 'SIGNED' }), { type: 'ISSUE', by: principal })).toBe('ISSUED');
    expect(step(of({ state: 'CLOSED' }), { type: 'ISSUE', by: secretary })).toBe('NOT_IN_THIS_STATE');
  });

  test('from paper is closed at once, and only from paper', () => {
    expect(step(of({ state: 'DRAFT' }), { type: 'ENTER_AFTERWARDS', by: clerk })).toBe('REQUIRED');
    expect(step(of({ state: 'DRAFT', recordMode: 'AFTERWARDS' }), { type: 'ENTER_AFTERWARDS', by: clerk })).toBe(
      'CLOSED',
    );
  });

  test('is nobody’s from outside, in any state', () => {
    for (const state of MEETING_STATES) {
      const acts: MeetingAct[] = [
        { type: 'CALL', by: county },
        { type: 'OPEN', by: county },
        { type: 'CLOSE', by: county },
        { type: 'ISSUE', by: county },
      ];
      for (const act of acts) expect(['SOD-10', 'NOT_IN_THIS_STATE']).toContain(step(of({ state }), act));
    }
  });
});

describe('a decision', () => {
  const step = (act: DecisionAct) =>
    DECISION_STATES.map((state) => said(nextDecisionState({ state, body: 'PARTY_ORG' }, act)));
  const no = 'NOT_IN_THIS_STATE';

  test('enters the register as its result says', () => {
    const results: ItemResult[] = [
      'APPROVED',
      'APPROVED_AS_AMENDED',
      'SUBMIT_TO_SUPERIOR',
      'REJECTED',
      'NOTED',
      'POSTPONED',
    ];
    expect(results.map(initialDecisionState)).toEqual([
      'IN_FORCE',
      'IN_FORCE',
      'AWAITING_SUPERIOR',
      'COMPLETED',
      null,
      null,
    ]);
  });

  test('changes by reconsideration only, and the old one stays as superseded', () => {
    const item = { kind: 'RECONSIDERATION', meetingKind: 'PARTY_ORG', result: 'APPROVED' } as const;
    const supersede = (change: object): DecisionAct => ({
      type: 'SUPERSEDE',
      by: secretary,
      item: { ...item, ...change },
    });
    expect(step(supersede({}))).toEqual(['SUPERSEDED', 'SUPERSEDED', no, 'SUPERSEDED', no]);
    for (const change of [
      { kind: 'DECISION' },
      { meetingKind: 'PRINCIPAL_OFFICE' },
      { result: 'REJECTED' },
      { result: null },
    ]) {
      expect(step(supersede(change))[0]).toBe('ONLY_BY_RECONSIDERATION');
    }
    expect(new Set(step({ type: 'CHANGE', by: secretary }))).toEqual(new Set(['ONLY_BY_RECONSIDERATION']));
  });

  test('waits for its superior, and is completed when no task is open', () => {
    expect(step({ type: 'SUPERIOR_APPROVES', by: secretary })).toEqual([no, 'IN_FORCE', no, no, no]);
    expect(step({ type: 'SUPERIOR_REFUSES', by: secretary })).toEqual([no, 'NOT_APPROVED', no, no, no]);
    expect(step({ type: 'COMPLETE', by: secretary, openTasks: 0 })[0]).toBe('COMPLETED');
    expect(step({ type: 'COMPLETE', by: secretary, openTasks: 2 })[0]).toBe('TASKS_OPEN');
    expect(step({ type: 'COMPLETE', by: clerk, openTasks: 0 })[0]).toBe('NOT_YOUR_ACT');
  });
});

describe('a task', () => {
  const task = { ownerId: 'id-vice2', dueOn: '2024-06-30', doneOn: null };
  const owner = actor('vice2', 'AdminTeamMember');
  const step = (type: TaskAct['type'], by = owner) =>
    TASK_STATES.map((state) => said(nextTaskState({ ...task, state }, { type, by })));
  const no = 'NOT_IN_THIS_STATE';

  test('is worked on by its owner (or the clerk for him), and closed by those who follow it up', () => {
    expect(step('START')).toEqual(['IN_PROGRESS', no, no, no, no]);
    expect(step('REPORT_DONE')).toEqual(['REPORTED_DONE', 'REPORTED_DONE', no, no, no]);
    expect(step('REPORT_DONE', clerk)[0]).toBe('REPORTED_DONE');
    expect(step('REPORT_DONE', vice)[0]).toBe('NOT_YOUR_ACT');
    expect(step('CLOSE', secretary)).toEqual([no, no, 'CLOSED', no, no]);
    expect(step('CLOSE')[2]).toBe('NOT_YOUR_ACT');
    expect(step('SEND_BACK', secretary)[2]).toBe('IN_PROGRESS');
    expect(step('CANCEL', secretary)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED', no, no]);
    expect(step('CLOSE', county)[2]).toBe('SOD-10');
  });

  test('is green, yellow within the days of warning, red when overdue', () => {
    const light = (today: string, change: Partial<Parameters<typeof taskLight>[0]> = {}) =>
      taskLight({ state: 'IN_PROGRESS', dueOn: '2024-06-30', doneOn: null, ...change }, today, 7);
    expect(['2024-06-22', '2024-06-23', '2024-06-30', '2024-07-01'].map((day) => light(day))).toEqual([
      'GREEN',
      'YELLOW',
      'YELLOW',
      'RED',
    ]);
    expect(light('2024-08-01', { state: 'CLOSED' })).toBe('GREEN');
    expect(light('2024-08-01', { dueOn: null })).toBe('GREEN');
    const done = (doneOn: string) => light('2024-08-01', { state: 'REPORTED_DONE', doneOn });
    expect([done('2024-06-30'), done('2024-07-01')]).toEqual(['GREEN', 'RED']);
  });
});

test('an emergency action is confirmed or not by the next meeting, once', () => {
  expect(said(nextEmergencyState('TAKEN', 'YES'))).toBe('CONFIRMED');
  expect(said(nextEmergencyState('TAKEN', 'NO'))).toBe('NOT_CONFIRMED');
  expect(said(nextEmergencyState('CONFIRMED', 'NO'))).toBe('NOT_IN_THIS_STATE');
  expect(isEmergencyOverdue('2024-06-03', ['2024-05-01', '2024-06-03'])).toBe(false);
  expect(isEmergencyOverdue('2024-06-03', ['2024-06-04'])).toBe(true);
});

describe('rules of procedure on file (意见（七）)', () => {
  const step = (act: FilingAct, rules = PARTY_RULES) =>
    FILING_STATES.map((state) => said(nextFilingState({ state, rules, handedDown: [PLATFORM_CATALOGUE] }, act)));
  const no = 'NOT_IN_THIS_STATE';

  test('the school adopts and submits, the authority returns or files', () => {
    expect(step({ type: 'ADOPT', by: secretary })).toEqual(['ADOPTED', no, no, no, no, no]);
    expect(step({ type: 'SUBMIT', by: principal })).toEqual([no, 'SUBMITTED', no, no, no, no]);
    expect(step({ type: 'RETURN', by: county, opinion: 'see 3' })).toEqual([no, no, 'RETURNED', no, no, no]);
    expect(step({ type: 'FILE', by: county, filingNo: '2024-7' })).toEqual([no, no, 'FILED', no, no, no]);
    expect(step({ type: 'REVISE', by: clerk })).toEqual([no, no, no, 'DRAFT', no, no]);
    expect(step({ type: 'SUPERSEDE', by: county })).toEqual([no, no, no, no, 'SUPERSEDED', no]);
  });

  test('no school files its own, nothing is filed without a number or returned without an opinion', () => {
    expect(step({ type: 'FILE', by: secretary, filingNo: '2024-7' })[2]).toBe('SOD-6');
    expect(step({ type: 'FILE', by: county, filingNo: '' })[2]).toBe('REQUIRED');
    expect(step({ type: 'RETURN', by: county, opinion: ' ' })[2]).toBe('REQUIRED');
    expect(step({ type: 'ADOPT', by: clerk })[0]).toBe('NOT_YOUR_ACT');
    expect(step({ type: 'ADOPT', by: county })[0]).toBe('SOD-10');
  });

  test('what is looser than the Opinion is neither adopted nor filed', () => {
    const rules = { ...PARTY_RULES, openingQuorum: { numerator: 1, denominator: 3, over: false } };
    expect(step({ type: 'ADOPT', by: secretary }, rules)[0]).toBe('SOD-11');
    expect(step({ type: 'FILE', by: county, filingNo: '1' }, rules)[2]).toBe('SOD-11');
  });
});
