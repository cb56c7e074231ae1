import {
  combinedSeats,
  DAY_BEFORE,
  item,
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
import type { ProcedureFinding } from './finding.js';
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

export const HARD =
  '应当: no departure in a school in scope (by reference the severity is lowered; see the test for it)';
export const ADVISORY = 'an exhortation needs no departure';
export const LATER = '2024-06-10';

function within(meeting: MeetingFacts, { scope, ...setting }: Setting): MeetingFacts {
  return { ...meeting, ...setting, school: { ...meeting.school, scope } };
}

type Change<T> = Partial<T>;

/** The checks of a whole party meeting; of one item of it; of an item with this topic. */
export const ofParty =
  (change: Change<MeetingFacts>): Cell =>
  (setting) =>
    meetingChecks(within(partyMeeting([item(partyTopic('ANNUAL_BUDGET'))], change), setting));
export const ofOffice =
  (change: Change<MeetingFacts>): Cell =>
  (setting) =>
    meetingChecks(within(officeMeeting([officeItem(officeTopic('ANNUAL_WORK_PLAN'))], change), setting));
export const ofPartyItem =
  (one: ItemFacts, change: Change<MeetingFacts> = {}): Cell =>
  (setting) =>
    itemChecks(one, within(partyMeeting([one], change), setting));
export const ofOfficeItem =
  (one: ItemFacts, change: Change<MeetingFacts> = {}): Cell =>
  (setting) =>
    itemChecks(one, within(officeMeeting([one], change), setting));
export const ofPartyTopic = (change: Change<TopicFacts>, code = 'INFRASTRUCTURE_PROJECT'): Cell =>
  ofPartyItem(item(partyTopic(code, change)));
export const ofOfficeTopic = (change: Change<TopicFacts>): Cell =>
  ofOfficeItem(officeItem(officeTopic('ANNUAL_WORK_PLAN', change)));
export const ofCombined = (change: Change<TopicFacts>): Cell => {
  const topic = partyTopic('ANNUAL_BUDGET', {
    confirmation: { ...person('head'), actingAs: 'SECRETARY', on: DAY_BEFORE },
    consultation: [round('FULL_TIME_DEPUTY', 'deputy')],
    ...change,
  });
  return ofPartyItem(item(topic), { school: procedureSchool({ seats: combinedSeats() }) });
};
export const ofDecision =
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
