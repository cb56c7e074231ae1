import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ATTENDANCE_CAPACITIES,
  ATTENDANCE_STATUSES,
  ITEM_KINDS,
  MATTER_CATEGORIES,
  MEETING_KINDS,
  MEETING_STATES,
  NOT_HELD_REASONS,
  TASK_STATES,
  addDays,
  semesterFigures,
} from '@zhixiao/domain';
import type { CivilDate, Role, SemesterFigures } from '@zhixiao/domain';
import fc from 'fast-check';
import type pg from 'pg';
import type { ReadContext } from '../../platform/context.js';
import { createReadPool } from '../../platform/database/read-pool.js';
import type { ReadPool } from '../../platform/database/read-pool.js';
import { fillRow, readingAs, type GrantPlace } from '../../testing/fill-row.js';
import { connectAs, startTestDatabase } from '../../testing/test-database.js';
import type { TestDatabase } from '../../testing/test-database.js';
import { meetingStatistics } from './meeting-statistics.js';

const FROM = '2026-02-01';
const TO = '2026-08-01';
const TODAY = '2026-06-15';

/** Days before, in and after the semester, its first and last day among them. */
const day = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -20, max: 200 }).map((days) => addDays(FROM, days)) },
  { weight: 1, arbitrary: fc.constantFrom(addDays(FROM, -1), FROM, addDays(TO, -1), TO, TODAY) },
);
const inSemester = (on: CivilDate | null): boolean => on !== null && FROM <= on && on < TO;
const orNull = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { nil: null });

const record = fc.record({
  kind: fc.constantFrom('HEARING', 'EXPERT', 'COMMUNICATION', 'PROPOSAL'),
  heldOn: day,
  superseded: fc.boolean(),
});
const topic = fc.record({
  category: fc.constantFrom(...MATTER_CATEGORIES),
  heldBackOn: orNull(day),
  records: fc.array(record, { maxLength: 4 }),
});
const item = fc.record({
  kind: fc.constantFrom(...ITEM_KINDS),
  topic: orNull(topic),
  removed: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});
const attender = fc.record({
  capacity: fc.constantFrom(...ATTENDANCE_CAPACITIES),
  status: orNull(fc.constantFrom(...ATTENDANCE_STATUSES)),
  removed: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});
const meeting = fc.record({
  kind: fc.constantFrom(...MEETING_KINDS),
  state: fc.constantFrom(...MEETING_STATES),
  reason: fc.constantFrom(...NOT_HELD_REASONS),
  heldOn: day,
  expected: orNull(fc.integer({ min: 1, max: 15 })),
  present: orNull(fc.integer({ min: 0, max: 15 })),
  attenders: fc.array(attender, { maxLength: 4 }),
  items: fc.array(item, { maxLength: 4 }),
});
const task = fc.record({ state: fc.constantFrom(...TASK_STATES), dueOn: orNull(day), doneOn: day });
const school = fc.record({
  meetings: fc.array(meeting, { maxLength: 8 }),
  pool: fc.array(topic, { maxLength: 3 }),
  tasks: fc.array(task, { maxLength: 4 }),
});
type Generated<A> = A extends fc.Arbitrary<infer T> ? T : never;
type School = Generated<typeof school>;
type Meeting = Generated<typeof meeting>;
type Topic = Generated<typeof topic>;
type Task = Generated<typeof task>;

const isNotHeld = ({ state }: Meeting): boolean => state === 'NOT_HELD';
const isWaiting = ({ state }: Meeting): boolean => state === 'DRAFT' || state === 'CALLED';
/** Only who reported done, and who was closed for it, has a day of that. */
const doneOn = ({ state, doneOn: on }: Task): CivilDate | null =>
  state === 'REPORTED_DONE' || state === 'CLOSED' ? on : null;

/** The figures of one school by the domain, from what was generated. */
function expectedOf({ meetings, pool, tasks }: School): SemesterFigures {
  const inTime = meetings.filter(({ heldOn }) => inSemester(heldOn));
  const held = inTime.filter((one) => !isNotHeld(one) && !isWaiting(one));
  const topics = [...pool, ...meetings.flatMap(({ items }) => items.flatMap((one) => one.topic ?? []))];
  const has = (one: Topic | null, kind: string): boolean =>
    one?.records.some((r) => r.kind === kind && !r.superseded) ?? false;
  return semesterFigures({
    meetings: inTime.map((one) => ({
      ...{ kind: one.kind, state: one.state, expected: one.expected, present: one.present },
      notHeldReason: isNotHeld(one) ? one.reason : null,
      observers: one.attenders.filter(
        ({ capacity, status, removed }) =>
          capacity === 'OBSERVER' && !removed && (status === 'PRESENT' || status === 'LATE'),
      ).length,
    })),
    items: held.flatMap(({ kind, items }) =>
      items
        .filter(({ removed }) => !removed)
        .map((one) => ({
          ...{ meetingKind: kind, itemKind: one.kind, category: one.topic?.category ?? null },
          ...{ heard: has(one.topic, 'HEARING'), assessed: has(one.topic, 'EXPERT') },
        })),
    ),
    heldBackTopics: topics.filter(({ heldBackOn }) => inSemester(heldBackOn)).length,
    overdueDecisions: tasks.filter((one) => {
      const done = doneOn(one);
      const late = one.dueOn !== null && one.dueOn < TODAY && (done === null || done > one.dueOn);
      return inSemester(one.dueOn) && late && one.state !== 'CANCELLED';
    }).length,
    communications: topics
      .flatMap(({ records }) => records)
      .filter((r) => r.kind === 'COMMUNICATION' && !r.superseded && inSemester(r.heldOn)).length,
  });
}

let database: TestDatabase;
let client: pg.Client;
let pool: ReadPool;
beforeAll(async () => {
  database = await startTestDatabase();
  client = await connectAs(database.superuserUrl);
  // rows of the tables that are counted, without all that they refer to
  await client.query(`SET search_path = zhixiao, public; SET session_replication_role = replica`);
  pool = createReadPool(database.urls.app, 2);
}, 60_000);
afterAll(async () => {
  await Promise.all([client.end(), pool.end()]);
  await database.stop();
});

const insert = (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => fillRow(client, table, row);

async function insertTopic(place: object, one: Topic): Promise<string> {
  const id = randomUUID();
  const words = {
    meeting_kind: 'PARTY_ORG',
    item_kind: 'DECISION',
    decider: 'PARTY_MEETING',
    confidentiality: 'PUBLIC',
  };
  const state = { state: 'PROPOSED', consultation_status: 'NOT_NEEDED', audiences: '{}', not_done: '{}' };
  const people = { concerned_ids: '{}', waiting_ids: '{}' };
  const row = { ...place, id, ...words, ...state, ...people, category: one.category, held_back_on: one.heldBackOn };
  await insert('topic', { ...row, entered_afterwards: false });
  for (const { kind, heldOn, superseded } of one.records) {
    const at = { ...place, topic_id: id, kind, held_on: heldOn, superseded_at: superseded ? '2026-03-01' : null };
    const hearing = kind === 'HEARING' ? { channel: 'SYMPOSIUM', audience: 'STAFF' } : {};
    const names = { participant_ids: '{}', participant_names: '{}', agreed: kind === 'COMMUNICATION' ? true : null };
    await insert('topic_record', { ...at, ...hearing, ...names });
  }
  return id;
}

async function insertMeeting(place: object, one: Meeting): Promise<void> {
  const id = randomUUID();
  const { kind, state, heldOn, expected, present } = one;
  const reason = { not_held_reason: isNotHeld(one) ? one.reason : null, number: null };
  const signed = state === 'SIGNED' || state === 'ISSUED' ? '2026-03-01' : null;
  const signatures = {
    chair_signed_on: signed,
    recorder_signed_on: signed,
    issued_at: state === 'ISSUED' ? signed : null,
  };
  const lists = { not_done: '{}', absent_names: '{}', opened_at: '2026-03-01' };
  const row = { ...place, id, kind, state, held_on: heldOn, year: Number(heldOn.slice(0, 4)), expected, present };
  await insert('meeting', { ...row, ...reason, ...signatures, ...lists });
  for (const { capacity, status, removed } of one.attenders) {
    const at = { ...place, meeting_id: id, person_id: randomUUID(), capacity, status };
    await insert('attendance', { ...at, removed_at: removed ? '2026-03-01' : null });
  }
  for (const { kind: itemKind, topic: about, removed } of one.items) {
    const topicId = about ? await insertTopic(place, about) : randomUUID();
    const needsTopic = ['DECISION', 'RECONSIDERATION', 'UNSCHEDULED'].includes(itemKind);
    const at = { ...place, meeting_id: id, kind: itemKind, removed_at: removed ? '2026-03-01' : null };
    const names = { concerned_ids: '{}', tellers: '{}', not_done: '{}', allowed_results: '{}', absent_names: '{}' };
    // a deciding item always has a topic: here one that no table knows stands for none
    await insert('agenda_item', { ...at, ...names, topic_id: about || needsTopic ? topicId : null });
  }
}

async function insertTask(place: object, one: Task): Promise<void> {
  const owner = randomUUID();
  const over = one.state === 'CLOSED' || one.state === 'CANCELLED';
  const row = { ...place, state: one.state, due_on: one.dueOn, done_on: doneOn(one), owner_id: owner };
  await insert('decision_task', { ...row, person_ids: `{${owner}}`, closed_on: over ? '2026-06-01' : null });
}

interface Placed {
  readonly tenantId: number;
  readonly id: string;
  readonly data: School;
}

async function insertSchool({ tenantId, id, data }: Placed, no: number): Promise<void> {
  const place = { tenant_id: tenantId, school_id: id };
  const standing = { ...place, code: String(no), name: `S${no}`, valid_from: '2020-01-01', valid_to: 'infinity' };
  await insert('school_standing', standing);
  for (const one of data.meetings) await insertMeeting(place, one);
  for (const one of data.pool) await insertTopic(place, one);
  for (const one of data.tasks) await insertTask(place, one);
}

const contextOf = (role: Role, place: GrantPlace): ReadContext => readingAs(pool, role, { place, today: TODAY });

describe('L8, school by school', () => {
  const placed: Placed[] = fc
    .sample(school, { numRuns: 120, seed: 20261121 })
    .map((data, i) => ({ tenantId: i % 3 === 0 ? 522601 : 522636, id: randomUUID(), data }));
  const asked = { from: FROM, to: addDays(TO, -1), first: 500, offset: 0 };
  beforeAll(async () => {
    for (const [no, one] of placed.entries()) await insertSchool(one, no);
  }, 120_000);

  test('is what the domain makes of the same meetings: 120 schools of two counties in one statement', async () => {
    const city = contextOf('CityInspector', { tenantId: 522600, lo: 522600, hi: 522699, schoolId: null });
    const { rows, total, schools } = await meetingStatistics(city, asked);
    const found = new Map(rows.map(({ schoolId, schoolName: _, tenantId: __, ...figures }) => [schoolId, figures]));
    const wanted = new Map(placed.map(({ tenantId, id, data }) => [`S_${tenantId}_${id}`, expectedOf(data)]));
    expect(schools).toBe(120);
    expect([...found.keys()].sort()).toEqual([...wanted.keys()].sort());
    for (const [id, figures] of wanted) expect([id, found.get(id)]).toEqual([id, figures]);
    const sum = (name: 'pmCount' | 'overdue' | 'observers' | 'comms' | 'deferred'): number =>
      [...wanted.values()].reduce((all, figures) => all + figures[name], 0);
    for (const name of ['pmCount', 'overdue', 'observers', 'comms', 'deferred'] as const) {
      expect([name, total[name]]).toEqual([name, sum(name)]);
      expect(sum(name)).toBeGreaterThan(10);
    }
  });

  test('shows a county its own schools, a school itself, and one school of them where it is asked for', async () => {
    const county = contextOf('CountyAdmin', { tenantId: 522636, lo: 522636, hi: 522636, schoolId: null });
    const own = placed.filter(({ tenantId }) => tenantId === 522636);
    expect((await meetingStatistics(county, asked)).schools).toBe(own.length);
    const [one] = own;
    const schoolId = `S_522636_${one?.id}`;
    expect((await meetingStatistics(county, { ...asked, schoolId })).rows).toEqual([
      { ...expectedOf(one?.data as School), schoolId, schoolName: expect.any(String), tenantId: 'T_522636' },
    ]);
    const secretary = contextOf('Secretary', { tenantId: 522636, lo: 522636, hi: 522636, schoolId: one?.id ?? '' });
    expect((await meetingStatistics(secretary, asked)).rows.map((row) => row.schoolId)).toEqual([schoolId]);
    const foreign = placed.find(({ tenantId }) => tenantId === 522601);
    const elsewhere = await meetingStatistics(county, { ...asked, schoolId: `S_522601_${foreign?.id}` });
    expect(elsewhere.rows).toEqual([]);
  });

  test('takes a page of the schools, with the total of all', async () => {
    const city = contextOf('CityInspector', { tenantId: 522600, lo: 522600, hi: 522699, schoolId: null });
    const all = await meetingStatistics(city, asked);
    const page = await meetingStatistics(city, { ...asked, first: 7, offset: 14 });
    expect(page).toEqual({ ...all, rows: all.rows.slice(14, 21) });
  });
});
