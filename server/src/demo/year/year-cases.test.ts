import { expect, test } from '@jest/globals';
import {
  ATTENDANCE_CAPACITIES,
  ATTENDANCE_STATUSES,
  CONSULTATION_OPINIONS,
  CONSULTATION_STATUSES,
  CONSULTED_SIDES,
  DECISION_FORMS,
  DECISION_STATES,
  EMERGENCY_STATES,
  FILING_STATES,
  HEARING_AUDIENCES,
  HEARING_CHANNELS,
  isEmergencyOverdue,
  ITEM_KINDS,
  ITEM_RESULTS,
  MATTER_CATEGORIES,
  MEETING_KINDS,
  MEETING_STATES,
  NOT_HELD_REASONS,
  PROCEDURE_CHECK_IDS,
  STANCES,
  TASK_LIGHTS,
  taskLight,
  TASK_ROLES,
  TASK_STATES,
  TOPIC_STATES,
  VOTE_CHOICES,
  VOTE_FORMS,
} from '@zhixiao/domain';
import {
  AS_OF,
  decisions,
  items,
  meetings,
  missing,
  outcomes,
  tasks,
  topics,
  years,
} from './test-support/made-years.js';
import type { SchoolYear } from './school-year.js';

const BOTH = [true, false];
const attendance = meetings.flatMap((meeting) => meeting.attendance);
const records = topics.flatMap((topic) => topic.records);
const rounds = topics.flatMap((topic) => topic.rounds);
const recusals = items.flatMap((item) => item.recusals);
const stated = items.flatMap(({ opinions }) => opinions.filter(({ statedOnPaper }) => statedOnPaper));
const emergencies = years.flatMap((year) => year.emergencies.map((one) => ({ year, one })));
const withChanges = rounds.filter(({ opinion }) => opinion === 'AGREE_WITH_CHANGES');
const onPaper = rounds.filter(({ statedOnPaper }) => statedOnPaper);
const waiting = emergencies.filter(({ one }) => one.state === 'TAKEN');
const RECORD_KINDS = [
  ...[
    'PROPOSAL',
    'INVESTIGATION',
    'COMMUNICATION',
    'CADRE_DELIBERATION',
    'INDIVIDUAL_DELIBERATION',
    'HEARING',
    'EXPERT',
  ],
  ...['TECHNICAL', 'POLICY', 'LEGAL'],
];
const REPORT_KINDS = ['PROGRESS', 'DONE', 'SENT_BACK', 'CLOSED', 'REOPENED', 'CANCELLED'];

test.each([
  ['kind of meeting', missing(MEETING_KINDS, meetings, ({ kind }) => kind)],
  ['state of a meeting', missing(MEETING_STATES, meetings, ({ state }) => state)],
  ['reason not to hold one', missing(NOT_HELD_REASONS, meetings, ({ notHeldReason }) => notHeldReason)],
  ['way of recording', missing(BOTH, meetings, ({ enteredAfterwards }) => enteredAfterwards)],
  ['chair, entrusted or not', missing(BOTH, meetings, ({ delegation }) => delegation !== null)],
  ['record, corrected or not', missing(BOTH, meetings, ({ corrections }) => corrections.length > 0)],
  [
    'half-signed record',
    missing([true], meetings, (one) => one.recorderSignedOn !== null && one.chairSignedOn === null),
  ],
  ['capacity', missing(ATTENDANCE_CAPACITIES, attendance, ({ capacity }) => capacity)],
  ['status of attendance', missing([...ATTENDANCE_STATUSES, null], attendance, ({ status }) => status)],
  ['early leaving', missing([true], attendance, ({ spans }) => spans.some(({ toItem }) => toItem !== null))],
  ['kind of item', missing(ITEM_KINDS, items, ({ kind }) => kind)],
  ['result', missing([...ITEM_RESULTS, null], items, ({ result }) => result)],
  ['form of vote', missing([...VOTE_FORMS, null], items, ({ voteForm }) => voteForm)],
  ['way of deciding', missing(DECISION_FORMS, items, ({ decidedThrough }) => decidedThrough)],
  ['choice by name', missing(VOTE_CHOICES, items, ({ ballots }) => ballots.map(({ choice }) => choice))],
  ['stance', missing(STANCES, items, ({ opinions }) => opinions.map(({ stance }) => stance))],
  ['recusal, gone or stayed', missing(BOTH, recusals, ({ stayed }) => stayed)],
  ['stated opinion, confirmed or not', missing(BOTH, stated, ({ confirmedAt }) => confirmedAt !== undefined)],
])('the years show every %s', (_what, lacking) => {
  expect(lacking).toEqual([]);
});

test.each([
  ['state of a topic', missing(TOPIC_STATES, topics, ({ state }) => state)],
  ['category', missing(MATTER_CATEGORIES, topics, ({ category }) => category)],
  ['status of consultation', missing(CONSULTATION_STATUSES, topics, (topic) => topic.consultationStatus)],
  ['opinion before the meeting', missing([...CONSULTATION_OPINIONS, null], rounds, ({ opinion }) => opinion)],
  ['side', missing(CONSULTED_SIDES, rounds, ({ side }) => side)],
  ['changes, accepted or not', missing(BOTH, withChanges, ({ changesAccepted }) => changesAccepted)],
  ['opinion on paper, confirmed or not', missing(BOTH, onPaper, ({ confirmed }) => confirmed)],
  ['round', missing([1, 2], rounds, ({ round }) => round)],
  ['record', missing(RECORD_KINDS, records, ({ kind }) => kind)],
  ['channel', missing(HEARING_CHANNELS, records, ({ channel }) => channel)],
  ['audience', missing(HEARING_AUDIENCES, records, ({ audience }) => audience)],
])('the topics show every %s', (_what, lacking) => {
  expect(lacking).toEqual([]);
});

test.each([
  ['state of a decision', missing(DECISION_STATES, decisions, ({ state }) => state)],
  ['body', missing(['PARTY_ORG', 'PRINCIPAL_OFFICE', 'MEMBERS_ASSEMBLY'], decisions, ({ body }) => body)],
  ['decision, published or not', missing(BOTH, decisions, ({ publishedOn }) => publishedOn !== null)],
  ['decision, of itself or carrying out another', missing(BOTH, decisions, (one) => one.partyDecisionId !== null)],
  ['decision, reported on or not', missing(BOTH, decisions, ({ reports }) => reports.length > 0)],
  ['state of a task', missing(TASK_STATES, tasks, ({ state }) => state)],
  ['light', missing(TASK_LIGHTS, tasks, (task) => taskLight(task, AS_OF, 7))],
  ['role', missing(TASK_ROLES, tasks, ({ roles }) => roles.map(({ role }) => role))],
  ['line of a task', missing(REPORT_KINDS, tasks, ({ reports }) => reports.map(({ kind }) => kind))],
  ['state of an emergency', missing(EMERGENCY_STATES, emergencies, ({ one }) => one.state)],
  ['waiting emergency, overdue or not', missing(BOTH, waiting, isOverdue)],
  ['state of rules', missing(FILING_STATES, years, ({ rules }) => rules.map(({ status }) => status))],
  ['school, with rules or without', missing(BOTH, years, ({ rules }) => rules.length > 0)],
])('what was decided shows every %s', (_what, lacking) => {
  expect(lacking).toEqual([]);
});

function isOverdue({ year, one }: { year: SchoolYear; one: SchoolYear['emergencies'][number] }): boolean {
  const held = year.meetings.filter(({ kind, number }) => kind === one.body && number !== null);
  return isEmergencyOverdue(
    one.takenOn,
    held.map(({ heldOn }) => heldOn),
  );
}

/** Cells that no record can have: without an interest noted there is none, and each paper has items with results. */
const CANNOT_BE: readonly string[] = ['PM-11 NO_RECORD', 'PM-15 NO_RECORD', 'OM-6 NO_RECORD'];
const DEPARTED = ['PM-10', 'PM-12', 'PM-14', 'PM-15', 'PRE-5', 'PRE-7'];

test('every check is kept, broken and not recorded somewhere, and what may be departed from departed from', () => {
  const known = new Set(outcomes.map(({ finding }) => `${finding.checkId} ${finding.outcome}`));
  const cells = (ids: readonly string[], said: readonly string[]) =>
    ids.flatMap((id) => said.map((one) => `${id} ${one}`));
  const lacking = cells(PROCEDURE_CHECK_IDS, ['PASS', 'FAIL', 'NO_RECORD']).filter((cell) => !known.has(cell));
  expect(lacking).toEqual(CANNOT_BE);
  const departures = cells(DEPARTED, ['DEPARTURE_APPROVED', 'DEPARTURE_PENDING']);
  expect(departures.filter((cell) => !known.has(cell))).toEqual([]);
});
