import { describe, expect, test } from '@jest/globals';
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
import { tenantRows } from '../../modules/tenancy/divisions/tenant-rows.js';
import { calendarOf } from '../dates.js';
import { demoPlans } from '../demo-plans.js';
import { createCopyText } from '../tables.js';
import { generateTenant, writeTenant } from '../tenant.js';
import { makeYears, writeYears } from './index.js';
import type { SchoolYear } from './school-year.js';
import { chooseSchools } from './which-schools.js';

const AS_OF = '2026-11-21';
const calendar = calendarOf(AS_OF);
const plans = demoPlans(new Map(tenantRows().map((row) => [row.id, row])));
const years = plans.flatMap((plan) => makeYears(plan, generateTenant(plan, calendar), calendar));
const topics = years.flatMap((year) => year.topics);
const meetings = years.flatMap((year) => year.meetings);
const items = meetings.flatMap((meeting) => meeting.items);
const decisions = years.flatMap((year) => year.decisions);
const tasks = decisions.flatMap((decision) => decision.tasks);
const outcomes = years.flatMap((year) => year.outcomes.rows);

/** The words of a list that nobody uses. */
function missing<T>(list: readonly T[], used: readonly unknown[]): readonly T[] {
  const seen = new Set(used);
  return list.filter((word) => !seen.has(word));
}

describe('the years of meetings', () => {
  test('belong to forty schools of the first city, in all its counties with staff, and to one of the second', () => {
    const tenants = years.map(({ tenantId }) => tenantId);
    expect(tenants.filter((id) => id >= 522600 && id < 522700)).toHaveLength(40);
    expect(new Set(tenants.filter((id) => id >= 522600 && id < 522700)).size).toBe(16);
    expect(tenants.filter((id) => id < 400000)).toHaveLength(1);
    expect(years.filter(({ isShowcase }) => isShowcase)).toHaveLength(2);
    expect(
      missing(
        ['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'],
        years.map(({ school }) => school.seed.orgType),
      ),
    ).toEqual([]);
    const scopes = years.map(({ periods }) => periods.at(-1)?.scope);
    expect(missing(['IN_SCOPE', 'BY_REFERENCE', 'STRONGHOLD_ONLY'], scopes)).toEqual([]);
  });

  test('show every case of meetings, items and votes', () => {
    expect({
      kinds: missing(
        MEETING_KINDS,
        meetings.map(({ kind }) => kind),
      ),
      states: missing(
        MEETING_STATES,
        meetings.map(({ state }) => state),
      ),
      notHeld: missing(
        NOT_HELD_REASONS,
        meetings.map(({ notHeldReason }) => notHeldReason),
      ),
      afterwards: missing(
        [true, false],
        meetings.map(({ enteredAfterwards }) => enteredAfterwards),
      ),
      delegated: missing(
        [true, false],
        meetings.map(({ delegation }) => delegation !== null),
      ),
      corrected: missing(
        [true, false],
        meetings.map(({ corrections }) => corrections.length > 0),
      ),
      halfSigned: missing(
        [true],
        meetings.map((one) => one.recorderSignedOn !== null && one.chairSignedOn === null),
      ),
      capacities: missing(
        ATTENDANCE_CAPACITIES,
        meetings.flatMap((one) => one.attendance.map(({ capacity }) => capacity)),
      ),
      statuses: missing(
        [...ATTENDANCE_STATUSES, null],
        meetings.flatMap((one) => one.attendance.map(({ status }) => status)),
      ),
      spans: missing(
        [true],
        meetings.flatMap((one) => one.attendance.map(({ spans }) => spans.some(({ toItem }) => toItem !== null))),
      ),
      itemKinds: missing(
        ITEM_KINDS,
        items.map(({ kind }) => kind),
      ),
      results: missing(
        [...ITEM_RESULTS, null],
        items.map(({ result }) => result),
      ),
      voteForms: missing(
        [...VOTE_FORMS, null],
        items.map(({ voteForm }) => voteForm),
      ),
      through: missing(
        DECISION_FORMS,
        items.map(({ decidedThrough }) => decidedThrough),
      ),
      choices: missing(
        VOTE_CHOICES,
        items.flatMap(({ ballots }) => ballots.map(({ choice }) => choice)),
      ),
      stances: missing(
        STANCES,
        items.flatMap(({ opinions }) => opinions.map(({ stance }) => stance)),
      ),
      recusals: missing(
        [true, false],
        items.flatMap(({ recusals }) => recusals.map(({ stayed }) => stayed)),
      ),
      confirmed: missing(
        [true, false],
        items.flatMap(({ opinions }) =>
          opinions.filter((one) => one.statedOnPaper).map((one) => one.confirmedAt !== undefined),
        ),
      ),
    }).toEqual(Object.fromEntries(CASES_OF_MEETINGS.map((name) => [name, []])));
  });

  test('show every case of topics and of what prepares them', () => {
    const records = topics.flatMap((topic) => topic.records);
    const rounds = topics.flatMap((topic) => topic.rounds);
    expect(
      missing(
        TOPIC_STATES,
        topics.map(({ state }) => state),
      ),
    ).toEqual([]);
    expect(
      missing(
        MATTER_CATEGORIES,
        topics.map(({ category }) => category),
      ),
    ).toEqual([]);
    expect(
      missing(
        CONSULTATION_STATUSES,
        topics.map(({ consultationStatus }) => consultationStatus),
      ),
    ).toEqual([]);
    expect(
      missing(
        [...CONSULTATION_OPINIONS, null],
        rounds.map(({ opinion }) => opinion),
      ),
    ).toEqual([]);
    expect(
      missing(
        CONSULTED_SIDES,
        rounds.map(({ side }) => side),
      ),
    ).toEqual([]);
    expect(
      missing(
        [true, false],
        rounds.filter(({ opinion }) => opinion === 'AGREE_WITH_CHANGES').map((one) => one.changesAccepted),
      ),
    ).toEqual([]);
    expect(
      missing(
        [true, false],
        rounds.filter(({ statedOnPaper }) => statedOnPaper).map(({ confirmed }) => confirmed),
      ),
    ).toEqual([]);
    expect(
      missing(
        [1, 2],
        rounds.map(({ round }) => round),
      ),
    ).toEqual([]);
    const kinds = [
      'PROPOSAL',
      'INVESTIGATION',
      'COMMUNICATION',
      'CADRE_DELIBERATION',
      'INDIVIDUAL_DELIBERATION',
      'HEARING',
    ];
    expect(
      missing(
        [...kinds, 'EXPERT', 'TECHNICAL', 'POLICY', 'LEGAL'],
        records.map(({ kind }) => kind),
      ),
    ).toEqual([]);
    expect(
      missing(
        HEARING_CHANNELS,
        records.map(({ channel }) => channel),
      ),
    ).toEqual([]);
    expect(
      missing(
        HEARING_AUDIENCES,
        records.map(({ audience }) => audience),
      ),
    ).toEqual([]);
  });

  test('show every case of decisions, tasks, emergencies and rules', () => {
    const light = (task: (typeof tasks)[number]) => taskLight(task, AS_OF, 7);
    expect(
      missing(
        DECISION_STATES,
        decisions.map(({ state }) => state),
      ),
    ).toEqual([]);
    expect(
      missing(
        ['PARTY_ORG', 'PRINCIPAL_OFFICE', 'MEMBERS_ASSEMBLY'],
        decisions.map(({ body }) => body),
      ),
    ).toEqual([]);
    expect(
      missing(
        [true, false],
        decisions.map(({ publishedOn }) => publishedOn !== null),
      ),
    ).toEqual([]);
    expect(
      missing(
        [true, false],
        decisions.map(({ partyDecisionId }) => partyDecisionId !== null),
      ),
    ).toEqual([]);
    expect(
      missing(
        [true, false],
        decisions.map(({ reports }) => reports.length > 0),
      ),
    ).toEqual([]);
    expect(
      missing(
        TASK_STATES,
        tasks.map(({ state }) => state),
      ),
    ).toEqual([]);
    expect(missing(TASK_LIGHTS, tasks.map(light))).toEqual([]);
    expect(
      missing(
        TASK_ROLES,
        tasks.flatMap(({ roles }) => roles.map(({ role }) => role)),
      ),
    ).toEqual([]);
    const reports = tasks.flatMap((task) => task.reports.map(({ kind }) => kind));
    expect(missing(['PROGRESS', 'DONE', 'SENT_BACK', 'CLOSED', 'REOPENED', 'CANCELLED'], reports)).toEqual([]);
    expect(
      missing(
        EMERGENCY_STATES,
        years.flatMap((year) => year.emergencies.map(({ state }) => state)),
      ),
    ).toEqual([]);
    expect(
      missing(
        [true, false],
        years.flatMap((year) =>
          year.emergencies.flatMap((one) => (one.state === 'TAKEN' ? [isOverdue(year, one)] : [])),
        ),
      ),
    ).toEqual([]);
    expect(
      missing(
        FILING_STATES,
        years.flatMap((year) => year.rules.map(({ status }) => status)),
      ),
    ).toEqual([]);
    expect(years.filter(({ rules }) => rules.length === 0)).toHaveLength(2);
  });

  test('show every check kept, broken, not recorded, and what may be departed from departed from', () => {
    const known = new Set(outcomes.map(({ finding }) => `${finding.checkId} ${finding.outcome}`));
    const lacks = PROCEDURE_CHECK_IDS.flatMap((id) =>
      ['PASS', 'FAIL', 'NO_RECORD'].map((outcome) => `${id} ${outcome}`),
    );
    expect(lacks.filter((one) => !known.has(one))).toEqual(CANNOT_BE);
    const departed = ['PM-10', 'PM-12', 'PM-14', 'PM-15', 'PRE-5', 'PRE-7'].flatMap((id) => [
      `${id} DEPARTURE_APPROVED`,
      `${id} DEPARTURE_PENDING`,
    ]);
    expect(departed.filter((one) => !known.has(one))).toEqual([]);
  });

  test('keep to the shapes of the field: how many meetings, cadre matters, disagreements, how many come', () => {
    const branches = years.filter(({ school, course }) => school.seed.orgType === 'BRANCH' && !course.paper);
    const held = (kind: string) =>
      branches.flatMap((year) => year.meetings.filter((one) => one.kind === kind && one.number !== null)).length /
      branches.length;
    expect(held('PARTY_ORG')).toBeGreaterThan(11);
    expect(held('PARTY_ORG')).toBeLessThan(16);
    expect(held('PRINCIPAL_OFFICE')).toBeGreaterThan(16);
    expect(held('PRINCIPAL_OFFICE')).toBeLessThan(22);
    const party = topics.filter(({ meetingKind }) => meetingKind === 'PARTY_ORG');
    const share = (some: readonly unknown[], all: readonly unknown[]) => some.length / all.length;
    expect(
      share(
        party.filter(({ category }) => category === 'CADRE_APPOINTMENT'),
        party,
      ),
    ).toBeCloseTo(0.12, 1);
    const asked = topics.filter(({ rounds }) => rounds.length > 0);
    expect(
      share(
        asked.filter(({ heldBackOn }) => heldBackOn !== null),
        asked,
      ),
    ).toBeLessThan(0.25);
    const members = meetings.flatMap((one) =>
      one.number === null ? [] : one.attendance.filter(({ capacity }) => capacity === 'MEMBER'),
    );
    expect(
      share(
        members.filter(({ status }) => status === 'PRESENT' || status === 'LATE'),
        members,
      ),
    ).toBeCloseTo(0.92, 1);
  });

  test('say nothing of days to come but what is called or planned, and nothing that looks like an identity number or a telephone', () => {
    const held = meetings.filter(({ state }) => state !== 'CALLED' && state !== 'DRAFT');
    expect(held.filter(({ heldOn }) => heldOn > AS_OF)).toEqual([]);
    expect(topics.filter(({ createdOn }) => createdOn > AS_OF)).toEqual([]);
    expect(decisions.filter(({ publishedOn, superiorOn }) => (publishedOn ?? superiorOn ?? '') > AS_OF)).toEqual([]);
    const text = JSON.stringify([
      topics.map(({ title, body }) => title + body),
      items.map(({ conclusion }) => conclusion),
    ]);
    expect(text.match(/(?<![\w-])(\d{17}[\dX]|1[3-9]\d{9})(?![\w-])/g)).toBeNull();
  });

  test('never link a person to a choice in a secret ballot', () => {
    const secret = items.filter(({ voteForm }) => voteForm === 'SECRET_BALLOT');
    expect(secret.length).toBeGreaterThan(50);
    expect(secret.filter(({ ballots, tellers }) => ballots.length > 0 || tellers.length === 0)).toEqual([]);
  });

  test('are the same whenever they are made, each tenant by itself', () => {
    const plan = plans.find(({ tenantId }) => tenantId === 522624)!;
    const text = () => {
      const out = createCopyText();
      const schools = writeTenant(out, plan, calendar);
      writeYears(out, plan, { schools, today: calendar });
      return Object.values(out.take());
    };
    expect(text()).toEqual(text());
  });

  test.each(['2026-11-01', '2027-02-28', '2027-07-15', '2028-01-01'])(
    'can be made on any day, like %s, forty-one of them',
    (day) => {
      const around = calendarOf(day);
      const chosen = plans.flatMap((plan) => chooseSchools(plan.tenantId, generateTenant(plan, around), day));
      expect(chosen).toHaveLength(41);
      const plan = plans.find(({ tenantId }) => tenantId === 522601)!;
      const [showcase] = makeYears(plan, generateTenant(plan, around), around);
      expect(showcase?.meetings.filter(({ state }) => state === 'CALLED')).toHaveLength(1);
    },
  );
});

function isOverdue(year: SchoolYear, { takenOn, body }: SchoolYear['emergencies'][number]): boolean {
  const held = year.meetings.filter(({ kind, number }) => kind === body && number !== null).map(({ heldOn }) => heldOn);
  return isEmergencyOverdue(takenOn, held);
}

const CASES_OF_MEETINGS = [
  ...[
    'kinds',
    'states',
    'notHeld',
    'afterwards',
    'delegated',
    'corrected',
    'halfSigned',
    'capacities',
    'statuses',
    'spans',
  ],
  ...['itemKinds', 'results', 'voteForms', 'through', 'choices', 'stances', 'recusals', 'confirmed'],
];

/** Cells of check × outcome that no record can have: without an interest noted there is none, and each paper has items with results. */
const CANNOT_BE: readonly string[] = ['PM-11 NO_RECORD', 'PM-15 NO_RECORD', 'OM-6 NO_RECORD'];
