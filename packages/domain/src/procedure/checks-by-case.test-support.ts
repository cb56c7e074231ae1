import {
  combinedSeats,
  DAY_BEFORE,
  FIRST_TOPIC,
  hands,
  here,
  item,
  MEETING_DAY,
  officeItem,
  officeMeeting,
  officeTopic,
  partyMeeting,
  partyTopic,
  person,
  procedureSchool,
  round,
  matter,
} from './build-procedure.test-support.js';
import type { ProcedureCheckId, ProcedureFinding } from './finding.js';
import { decisionChecks, itemChecks, meetingChecks } from './procedure-checks.js';
import type { DecisionFacts, ItemFacts, MeetingFacts, ProceduralDeparture, TopicFacts } from './procedure-facts.js';
import type { RecordMode } from './meeting-words.js';
import type { ScopeKind } from '../vocabulary.js';

/** In which way a case is recorded, in which school, with which departures. */
export type Setting = {
  readonly recordMode: RecordMode;
  readonly scope: ScopeKind;
  readonly departures: readonly ProceduralDeparture[];
};
/** A cell of the table: the case, or why there is none. */
export type Cell = ((setting: Setting) => readonly ProcedureFinding[]) | string;
export type Row = {
  readonly PASS: Cell;
  readonly FAIL: Cell;
  readonly NO_RECORD: Cell;
  readonly DEPARTED: Cell;
};

const HARD = '应当: no departure in a school in scope (by reference the severity is lowered; see the test for it)';
const ADVISORY = 'an exhortation needs no departure';
const LATER = '2024-06-10';

function within(meeting: MeetingFacts, { scope, ...setting }: Setting): MeetingFacts {
  return { ...meeting, ...setting, school: { ...meeting.school, scope } };
}

type Change<T> = Partial<T>;

/** The checks of a whole party meeting; of one item of it; of an item with this topic. */
const ofParty =
  (change: Change<MeetingFacts>): Cell =>
  (setting) =>
    meetingChecks(within(partyMeeting([item(partyTopic('ANNUAL_BUDGET'))], change), setting));
const ofOffice =
  (change: Change<MeetingFacts>): Cell =>
  (setting) =>
    meetingChecks(within(officeMeeting([officeItem(officeTopic('ANNUAL_WORK_PLAN'))], change), setting));
const ofPartyItem =
  (one: ItemFacts, change: Change<MeetingFacts> = {}): Cell =>
  (setting) =>
    itemChecks(one, within(partyMeeting([one], change), setting));
const ofOfficeItem =
  (one: ItemFacts, change: Change<MeetingFacts> = {}): Cell =>
  (setting) =>
    itemChecks(one, within(officeMeeting([one], change), setting));
const ofPartyTopic = (change: Change<TopicFacts>, code = 'INFRASTRUCTURE_PROJECT'): Cell =>
  ofPartyItem(item(partyTopic(code, change)));
const ofOfficeTopic = (change: Change<TopicFacts>): Cell =>
  ofOfficeItem(officeItem(officeTopic('ANNUAL_WORK_PLAN', change)));
const ofCombined = (change: Change<TopicFacts>): Cell => {
  const topic = partyTopic('ANNUAL_BUDGET', {
    confirmation: { ...person('head'), actingAs: 'SECRETARY', on: DAY_BEFORE },
    consultation: [round('FULL_TIME_DEPUTY', 'deputy')],
    ...change,
  });
  return ofPartyItem(item(topic), { school: procedureSchool({ seats: combinedSeats() }) });
};
const ofDecision =
  (change: Change<DecisionFacts>): Cell =>
  (setting) =>
    decisionChecks(
      {
        decisionId: 'decision',
        body: 'PARTY_ORG',
        matter: matter('ANNUAL_BUDGET'),
        state: 'IN_FORCE',
        decidedOn: '2024-02-20',
        endedOn: null,
        executionReports: [{ on: '2024-05-20' }],
        ...change,
      },
      within(partyMeeting([], { on: '2024-09-01' }), setting),
      { from: '2024-02-01', to: '2024-08-01' },
    );

const CADRE = partyTopic('CADRE_APPOINT_MIDDLE');
const few = ['secretary', 'm1', 'm2'].map((name) => here(name));
const fewer = few.slice(1);

/** All checks of the procedure by what can be found; a row missing here is a type error. */
export const CHECKS_BY_CASE: Readonly<Record<ProcedureCheckId, Row>> = {
  'PM-1': {
    PASS: ofParty({}),
    FAIL: ofParty({ chair: { ...person('principal'), delegatedById: null } }),
    NO_RECORD: ofParty({ chair: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-2': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ proposer: person('teacher') }),
    NO_RECORD: ofPartyTopic({ proposer: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-3': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ confirmation: { ...person('principal'), actingAs: 'PRINCIPAL', on: DAY_BEFORE } }),
    NO_RECORD: ofPartyTopic({ confirmation: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-4': {
    PASS: ofParty({ attendance: few }),
    FAIL: ofParty({ attendance: fewer }),
    NO_RECORD: ofParty({ attendance: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-5': {
    PASS: ofPartyItem(item(CADRE), { attendance: [...few, here('vice')] }),
    FAIL: ofPartyItem(item(CADRE), { attendance: few }),
    NO_RECORD: ofPartyItem(item(CADRE), { attendance: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-6': {
    PASS: ofPartyItem(item(CADRE)),
    FAIL: ofPartyItem(item(CADRE, { vote: hands(6) })),
    NO_RECORD: ofPartyItem(item(CADRE), { attendance: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PM-7': {
    PASS: ofParty({}),
    FAIL: ofParty({ attendance: [...few, here('guest', { capacity: 'OBSERVER' })] }),
    NO_RECORD: ofParty({ attendance: 'NO_RECORD' }),
    DEPARTED: ADVISORY,
  },
  'PM-8': {
    PASS: ofPartyItem(item(partyTopic('ANNUAL_BUDGET'))),
    FAIL: ofPartyItem(item(partyTopic('ANNUAL_BUDGET'), { decidedThrough: 'CIRCULATION' })),
    NO_RECORD: ofPartyItem(item(partyTopic('ANNUAL_BUDGET'), { decidedThrough: 'NO_RECORD' })),
    DEPARTED: HARD,
  },
  'PM-9': {
    PASS: ofPartyItem(item(CADRE, { vote: hands(3, 2) })),
    FAIL: ofPartyItem(item(CADRE, { vote: hands(2, 3) })),
    NO_RECORD: ofPartyItem(item(CADRE, { vote: null })),
    DEPARTED: ofPartyItem(item(CADRE, { vote: hands(2, 3) })),
  },
  'PM-10': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ itemKind: 'UNSCHEDULED' }),
    NO_RECORD: ofPartyTopic({ confirmation: 'NO_RECORD' }),
    DEPARTED: ofPartyTopic({ itemKind: 'UNSCHEDULED' }),
  },
  'PM-11': {
    PASS: ofPartyItem(item(CADRE, { interested: [person('m1')], recusedIds: ['id-m1'], vote: hands(4) })),
    FAIL: ofPartyItem(item(CADRE, { interested: [person('m1')] })),
    NO_RECORD: 'an interest that nobody recorded is not asked for',
    DEPARTED: ofPartyItem(item(CADRE, { interested: [person('m1')] })),
  },
  'PM-12': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ memberInCharge: person('vice3') }),
    NO_RECORD: ofPartyTopic({ memberInCharge: 'NO_RECORD' }),
    DEPARTED: ofPartyTopic({ memberInCharge: person('vice3') }),
  },
  'PM-13': {
    PASS: ofPartyItem(item(CADRE)),
    FAIL: ofPartyItem(item(CADRE, { chairSpokeLast: 'NOT_DONE' })),
    NO_RECORD: ofPartyItem(item(CADRE, { chairSpokeLast: 'NO_RECORD' })),
    DEPARTED: ADVISORY,
  },
  'PM-14': {
    PASS: ofParty({ noticeSent: { on: '2024-06-01' }, papersSent: { on: '2024-06-01' } }),
    FAIL: ofParty({ papersSent: { on: '2024-06-02' } }),
    NO_RECORD: ofParty({ noticeSent: 'NO_RECORD' }),
    DEPARTED: ofParty({ papersSent: { on: '2024-06-02' } }),
  },
  'PM-15': {
    PASS: ofParty({}),
    FAIL: ofParty({ items: [{ ...FIRST_TOPIC, order: 3 }, item(CADRE)] }),
    NO_RECORD: ofParty({ items: [] }),
    DEPARTED: ofParty({ items: [item(CADRE)] }),
  },
  'OM-1': {
    PASS: ofOffice({}),
    FAIL: ofOffice({ chair: { ...person('secretary'), delegatedById: null } }),
    NO_RECORD: ofOffice({ chair: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'OM-2': {
    PASS: ofOfficeTopic({ proposer: person('m1') }),
    FAIL: ofOfficeTopic({ proposer: person('clerk') }),
    NO_RECORD: ofOfficeTopic({ proposer: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'OM-3': {
    PASS: ofOfficeTopic({}),
    FAIL: ofOfficeTopic({ confirmation: { ...person('secretary'), actingAs: 'SECRETARY', on: DAY_BEFORE } }),
    NO_RECORD: ofOfficeTopic({ confirmation: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'OM-4': {
    PASS: ofOffice({ attendance: [here('principal'), here('vice')] }),
    FAIL: ofOffice({ attendance: [here('principal'), here('secretary', { capacity: 'OBSERVER' })] }),
    NO_RECORD: ofOffice({ attendance: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'OM-5': {
    PASS: ofOfficeItem(officeItem(officeTopic('ANNUAL_WORK_PLAN'))),
    FAIL: ofOfficeItem(
      officeItem(officeTopic('ANNUAL_WORK_PLAN'), { opinions: [{ personId: 'id-vice', stance: 'NO_COMMENT' }] }),
    ),
    NO_RECORD: ofOfficeItem(officeItem(officeTopic('ANNUAL_WORK_PLAN'), { opinions: 'NO_RECORD' })),
    DEPARTED: HARD,
  },
  'OM-6': {
    PASS: ofOfficeItem(officeItem(officeTopic('ANNUAL_BUDGET'), { result: 'SUBMIT_TO_PARTY_MEETING' })),
    FAIL: ofOfficeItem(officeItem(officeTopic('ANNUAL_BUDGET'), { result: 'APPROVED' })),
    NO_RECORD: ofOfficeItem(officeItem(officeTopic('ANNUAL_BUDGET'), { result: null })),
    DEPARTED: HARD,
  },
  'OM-7': {
    PASS: ofOfficeItem(officeItem(officeTopic('IMPLEMENT_DECISION'))),
    FAIL: ofOfficeItem(officeItem(officeTopic('IMPLEMENT_DECISION'), { implements: 'NOT_DONE' })),
    NO_RECORD: ofOfficeItem(officeItem(officeTopic('IMPLEMENT_DECISION'), { implements: 'NO_RECORD' })),
    DEPARTED: ofOfficeItem(officeItem(officeTopic('IMPLEMENT_DECISION'), { implements: 'NOT_DONE' })),
  },
  'PRE-1': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ proposal: 'NOT_DONE' }),
    NO_RECORD: ofPartyTopic({ proposal: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-2': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ investigation: { on: LATER } }),
    NO_RECORD: ofPartyTopic({ investigation: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-3': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({
      communication: { on: DAY_BEFORE, result: 'NO_MAJOR_DISAGREEMENT', signedBy: ['id-secretary'] },
    }),
    NO_RECORD: ofPartyTopic({ communication: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-4': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ consultation: [round('PRINCIPAL', 'principal', { opinion: 'DISAGREE' })] }),
    NO_RECORD: ofPartyTopic({ consultation: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-5': {
    PASS: ofCombined({}),
    FAIL: ofCombined({ consultation: [round('FULL_TIME_DEPUTY', 'deputy', { opinion: 'DISAGREE' })] }),
    NO_RECORD: ofCombined({ consultation: 'NO_RECORD' }),
    DEPARTED: ofCombined({ consultation: 'NOT_DONE' }),
  },
  'PRE-6': {
    PASS: ofPartyTopic({}, 'CADRE_APPOINT_MIDDLE'),
    FAIL: ofPartyTopic({ cadreDeliberation: { on: LATER, participants: [person('m1')] } }, 'CADRE_APPOINT_MIDDLE'),
    NO_RECORD: ofPartyTopic({ cadreDeliberation: 'NO_RECORD' }, 'CADRE_APPOINT_MIDDLE'),
    DEPARTED: HARD,
  },
  'PRE-7': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ individualDeliberations: [] }),
    NO_RECORD: ofPartyTopic({ individualDeliberations: 'NO_RECORD' }),
    DEPARTED: ofPartyTopic({ individualDeliberations: [] }),
  },
  'PRE-8': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ audiences: ['STAFF', 'PARENTS'] }),
    NO_RECORD: ofPartyTopic({ hearings: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-9': {
    PASS: ofPartyTopic({}),
    FAIL: ofPartyTopic({ advice: 'NOT_DONE' }),
    NO_RECORD: ofPartyTopic({ expertAssessment: 'NO_RECORD' }),
    DEPARTED: HARD,
  },
  'PRE-10': {
    PASS: ofPartyTopic({
      itemKind: 'RECONSIDERATION',
      changes: { decisionId: 'decision', body: 'PARTY_ORG', state: 'IN_FORCE' },
    }),
    FAIL: ofPartyTopic({ changes: { decisionId: 'decision', body: 'PARTY_ORG', state: 'IN_FORCE' } }),
    NO_RECORD: ofPartyTopic({ itemKind: 'RECONSIDERATION', changes: { decisionId: null, body: null, state: null } }),
    DEPARTED: HARD,
  },
  'REC-1': {
    PASS: ofParty({ state: 'SIGNED' }),
    FAIL: ofParty({ state: 'CLOSED', recorderSigned: 'NOT_DONE' }),
    NO_RECORD: ofParty({ state: 'CLOSED', chairSigned: 'NO_RECORD' }),
    DEPARTED: ofParty({ state: 'CLOSED', recorderSigned: 'NOT_DONE' }),
  },
  'REC-5': {
    PASS: ofDecision({}),
    FAIL: ofDecision({ executionReports: [{ on: MEETING_DAY.replace('2024-06', '2024-08') }] }),
    NO_RECORD: ofDecision({ executionReports: 'NO_RECORD' }),
    DEPARTED: ofDecision({ executionReports: [] }),
  },
};
