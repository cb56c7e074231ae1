import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TASK_STATES, addDays, isEmergencyOverdue, taskLight } from '@zhixiao/domain';
import fc from 'fast-check';
import type pg from 'pg';
import { connectAs, startTestDatabase } from '../../testing/test-database.js';
import type { TestDatabase } from '../../testing/test-database.js';
import { overdueSql } from './emergency-overdue.js';
import { TASK_WARNING_DAYS, taskLightSql } from './task-light.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await startTestDatabase();
  client = await connectAs(database.superuserUrl);
}, 60_000);
afterAll(async () => {
  await client.end();
  await database.stop();
});

const day = fc.integer({ min: -40, max: 40 }).map((days) => addDays('2026-02-20', days));
const dayOrNull = fc.option(day, { nil: null });
const task = fc.record({ state: fc.constantFrom(...TASK_STATES), dueOn: dayOrNull, doneOn: dayOrNull, on: day });

describe('红黄绿 as SQL', () => {
  test('is the light that the domain gives: 4,000 tasks of every state, due and reported done on any day', async () => {
    const tasks = fc.sample(task, { numRuns: 4000, seed: 20261121 });
    const given = tasks.map(({ state, dueOn, doneOn, on }, no) => ({ no, state, due_on: dueOn, done_on: doneOn, on }));
    const { rows } = await client.query<{ light: string }>(
      `SELECT ${taskLightSql('t', 't."on"')} AS light
       FROM jsonb_to_recordset($1::jsonb) AS t (no int, state text, due_on date, done_on date, "on" date) ORDER BY t.no`,
      [JSON.stringify(given)],
    );
    const expected = tasks.map(({ on, ...facts }) => taskLight(facts, on, TASK_WARNING_DAYS));
    expect(rows.map(({ light }) => light)).toEqual(expected);
    expect(new Set(expected)).toEqual(new Set(['GREEN', 'YELLOW', 'RED']));
  });

  test.each([
    ['the day before the warning', '2026-03-12', 'GREEN'],
    ['the first day of the warning', '2026-03-13', 'YELLOW'],
    ['the day on which it is due', '2026-03-20', 'YELLOW'],
    ['the day after', '2026-03-21', 'RED'],
  ])('on %s', async (_, on, light) => {
    const { rows } = await client.query<{ light: string }>(
      `SELECT ${taskLightSql('t', '$1::date')} AS light
       FROM (SELECT 'IN_PROGRESS' AS state, date '2026-03-20' AS due_on, NULL::date AS done_on) t`,
      [on],
    );
    expect(rows).toEqual([{ light }]);
  });
});

describe('An emergency action that a meeting passed over', () => {
  const cases = fc.record({ takenOn: day, heldOn: fc.array(day, { maxLength: 4 }), on: day });

  test('is the one that the domain calls overdue: 500 actions, meetings before, on and after the day', async () => {
    await client.query('BEGIN');
    await client.query('SET LOCAL search_path = pg_temp, zhixiao, public');
    // the same columns without the rest of a meeting
    await client.query('CREATE TEMP TABLE meeting (tenant_id int, school_id int, kind text, state text, held_on date)');
    const samples = fc.sample(cases, { numRuns: 500, seed: 20261122 });
    const meetings = samples.flatMap(({ heldOn }, school_id) => heldOn.map((held_on) => ({ school_id, held_on })));
    await client.query(
      `INSERT INTO meeting SELECT 1, m.school_id, 'PARTY_ORG', 'SIGNED', m.held_on
       FROM jsonb_to_recordset($1::jsonb) AS m (school_id int, held_on date)`,
      [JSON.stringify(meetings)],
    );
    const actions = samples.map(({ takenOn, on }, school_id) => ({ school_id, taken_on: takenOn, on }));
    const { rows } = await client.query<{ overdue: boolean }>(
      `SELECT ${overdueSql('e', 'e."on"')} AS overdue FROM (SELECT 1 AS tenant_id, 'PARTY_ORG' AS body, 'TAKEN' AS state, r.*
         FROM jsonb_to_recordset($1::jsonb) AS r (school_id int, taken_on date, "on" date)) e ORDER BY e.school_id`,
      [JSON.stringify(actions)],
    );
    await client.query('ROLLBACK');
    const expected = samples.map(({ takenOn, heldOn, on }) =>
      isEmergencyOverdue(
        takenOn,
        heldOn.filter((held) => held <= on),
      ),
    );
    expect(rows.map(({ overdue }) => overdue)).toEqual(expected);
    expect(new Set(expected).size).toBe(2);
  });
});
