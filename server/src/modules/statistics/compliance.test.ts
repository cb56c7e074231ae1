import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CHECK_OUTCOMES, PROCEDURE_CHECK_IDS, addDays, complianceOf } from '@zhixiao/domain';
import type { CheckOutcome, CivilDate } from '@zhixiao/domain';
import fc from 'fast-check';
import type pg from 'pg';
import { createReadPool } from '../../platform/database/read-pool.js';
import type { ReadPool } from '../../platform/database/read-pool.js';
import { fillRow, readingAs } from '../../testing/fill-row.js';
import { connectAs, startTestDatabase } from '../../testing/test-database.js';
import type { TestDatabase } from '../../testing/test-database.js';
import { checkOutcomes } from './check-outcomes.js';
import { compliance, type ComplianceFigures } from './compliance.js';

const FROM = '2026-02-01';
const TO = '2026-08-01';
const TODAY = '2026-06-15';
const OUTCOMES = CHECK_OUTCOMES.filter((one) => one !== 'NOT_APPLICABLE');
const CHECKS = PROCEDURE_CHECK_IDS.filter((id) => id !== 'REC-5').slice(0, 9);

const on = fc.integer({ min: -5, max: 190 }).map((days) => addDays(FROM, days));
const judged = fc.record({
  checkId: fc.constantFrom(...CHECKS),
  outcome: fc.constantFrom(...OUTCOMES),
  current: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
});
const meeting = fc.record({
  heldOn: on,
  state: fc.constantFrom('DRAFT', 'CALLED', 'OPEN', 'CLOSED', 'SIGNED'),
  decided: fc.boolean(),
  own: fc.uniqueArray(judged, { maxLength: 5, selector: ({ checkId }) => checkId }),
  ofItem: fc.uniqueArray(judged, { maxLength: 5, selector: ({ checkId }) => checkId }),
});
/** REC-5 as it was judged semester by semester, the last word on each counts. */
const decision = fc.array(
  fc.record({ semester: fc.constantFrom('2025-08-01', FROM, TO), outcome: fc.constantFrom(...OUTCOMES) }),
  {
    maxLength: 4,
  },
);
const school = fc.record({
  meetings: fc.array(meeting, { maxLength: 6 }),
  decisions: fc.array(decision, { maxLength: 3 }),
});
type School = typeof school extends fc.Arbitrary<infer T> ? T : never;
interface Judged {
  readonly checkId: string;
  readonly outcome: CheckOutcome;
}

const inPeriod = (day: CivilDate): boolean => FROM <= day && day < TO;

/** What counts of one school, from what was generated. */
function countedOf({ meetings, decisions }: School): Judged[] {
  const held = meetings.filter(({ heldOn }) => inPeriod(heldOn));
  const own = held.filter(({ state }) => state === 'CLOSED' || state === 'SIGNED').flatMap((one) => one.own);
  const items = held.filter(({ decided }) => decided).flatMap(({ ofItem }) => ofItem);
  const last = decisions.flatMap((said) => said.findLast(({ semester }) => semester === FROM) ?? []);
  return [
    ...[...own, ...items].filter(({ current }) => current).map(({ checkId, outcome }) => ({ checkId, outcome })),
    ...last.map(({ outcome }) => ({ checkId: 'REC-5', outcome })),
  ];
}

const figures = (all: readonly Judged[]): ComplianceFigures => {
  const { percent, ...counts } = complianceOf(all.map(({ outcome }) => outcome));
  return { ...counts, rate: { numerator: counts.passed, denominator: counts.passed + counts.failed, percent } };
};

let database: TestDatabase;
let client: pg.Client;
let pool: ReadPool;
const placed = fc
  .sample(school, { numRuns: 40, seed: 20261121 })
  .map((data, i) => ({ tenantId: i % 3 === 0 ? 522601 : 522636, id: randomUUID(), data }));

beforeAll(async () => {
  database = await startTestDatabase();
  client = await connectAs(database.superuserUrl);
  await client.query(`SET search_path = zhixiao, public; SET session_replication_role = replica`);
  pool = createReadPool(database.urls.app, 2);
  for (const [no, { tenantId, id, data }] of placed.entries()) {
    const place = { tenant_id: tenantId, school_id: id };
    const days = { valid_from: '2020-01-01', valid_to: 'infinity' };
    await fillRow(client, 'school_standing', { ...place, ...days, code: String(no), name: `S${no}` });
    for (const one of data.meetings) await insertMeeting(place, one);
    for (const one of data.decisions) await insertDecision(place, one);
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([client.end(), pool.end()]);
  await database.stop();
});

let clock = 0;
/** Later ones are evaluated later. */
async function insertOutcome(place: object, row: Readonly<Record<string, unknown>>): Promise<void> {
  clock += 1;
  const at = new Date(Date.UTC(2026, 0, 1) + clock * 1000).toISOString();
  await fillRow(client, 'check_outcome', {
    ...place,
    clause: 'x',
    severity: 'HARD',
    params: {},
    evaluated_at: at,
    ...row,
  });
}

async function insertMeeting(place: object, one: School['meetings'][number]): Promise<string> {
  const [id, item] = [randomUUID(), randomUUID()];
  const { state, heldOn } = one;
  const signed = state === 'SIGNED' ? '2026-03-01' : null;
  const lists = { not_done: '{}', absent_names: '{}', opened_at: '2026-03-01', number: null };
  await fillRow(client, 'meeting', {
    ...{ ...place, id, kind: 'PARTY_ORG', state, held_on: heldOn, year: Number(heldOn.slice(0, 4)), ...lists },
    ...{ chair_signed_on: signed, recorder_signed_on: signed },
  });
  const names = { concerned_ids: '{}', tellers: '{}', not_done: '{}', allowed_results: '{}', absent_names: '{}' };
  const result = one.decided ? 'NOTED' : null;
  await fillRow(client, 'agenda_item', { ...place, id: item, meeting_id: id, kind: 'STUDY', result, ...names });
  const said = [
    ...one.own.map((row) => ({ ...row, subject_type: 'MEETING', subject_id: id })),
    ...one.ofItem.map((row) => ({ ...row, subject_type: 'ITEM', subject_id: item })),
  ];
  for (const { checkId, ...row } of said) await insertOutcome(place, { ...row, meeting_id: id, check_id: checkId });
  return id;
}

async function insertDecision(place: object, said: School['decisions'][number]): Promise<void> {
  const decidedOn = '2025-03-03';
  const id = randomUUID();
  const held: School['meetings'][number] = { heldOn: decidedOn, state: 'CLOSED', decided: true, own: [], ofItem: [] };
  const meeting_id = await insertMeeting(place, held);
  const open = { state: 'IN_FORCE', ended_on: null, superseded_by_id: null, published_on: null, published_where: null };
  const words = {
    body: 'PARTY_ORG',
    result: 'APPROVED',
    confidentiality: 'INTERNAL',
    disclosure: 'NONE',
    category: null,
  };
  const times = { decided_on: decidedOn, year: 2025, seq: (clock += 1), concerned_ids: '{}' };
  await fillRow(client, 'decision', { ...place, id, meeting_id, ...open, ...words, ...times });
  const subject = { subject_type: 'DECISION', subject_id: id, check_id: 'REC-5' };
  for (const [i, { semester, outcome }] of said.entries()) {
    const current = i === said.length - 1;
    await insertOutcome(place, { ...subject, outcome, params: { semester }, current });
  }
}

describe('Compliance of 40 schools of two counties', () => {
  const city = { tenantId: 522600, lo: 522600, hi: 522699, schoolId: null };
  const asked = { from: FROM, to: addDays(TO, -1), first: 200, offset: 0 };

  test('is what the domain makes of the same outcomes, in all, by county and by school, check by check', async () => {
    const ctx = readingAs(pool, 'CityInspector', { place: city, today: TODAY });
    const counted = placed.map((one) => ({ ...one, all: countedOf(one.data) }));
    const everything = counted.flatMap(({ all }) => all);
    expect(everything.length).toBeGreaterThan(150);
    const whole = await compliance(ctx, { ...asked, groupBy: 'CHECK' });
    expect(whole.total).toEqual(figures(everything));
    for (const { checkId, clause: _, severity: __, ...found } of whole.groups[0]?.checks ?? []) {
      expect([checkId, found]).toEqual([checkId, figures(everything.filter((one) => one.checkId === checkId))]);
    }
    const schools = await compliance(ctx, { ...asked, groupBy: 'SCHOOL' });
    const bySchool = new Map(schools.groups.map(({ key, total }) => [key, total]));
    for (const { tenantId, id, all } of counted) {
      expect(bySchool.get(`S_${tenantId}_${id}`)).toEqual(all.length > 0 ? figures(all) : undefined);
    }
    const counties = await compliance(ctx, { ...asked, groupBy: 'COUNTY' });
    expect(counties.groups.map(({ key, total }) => [key, total])).toEqual(
      [522601, 522636].map((tenant) => [
        `T_${tenant}`,
        figures(counted.filter(({ tenantId }) => tenantId === tenant).flatMap(({ all }) => all)),
      ]),
    );
  });

  test('has behind each number a list as long as the number', async () => {
    const ctx = readingAs(pool, 'CityInspector', { place: city, today: TODAY });
    for (const outcome of OUTCOMES) {
      const list = await checkOutcomes(ctx, { ...asked, outcome: [outcome] });
      const wanted = placed.flatMap(({ data }) => countedOf(data)).filter((one) => one.outcome === outcome);
      expect([outcome, list.totalCount]).toEqual([outcome, wanted.length]);
    }
  });
});
