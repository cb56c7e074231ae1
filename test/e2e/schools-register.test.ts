import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { CHANGE, CREATE, LIST, ORGANIZE, branch, newSchool, readSchool } from '../support/register.js';
import type { School } from '../support/register.js';
import { givenSchool } from '../support/schools.js';
import { extensions, uuidOf } from '../support/staffing.js';
import { DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

describe('the register of schools', () => {
  test.each([
    ['a public school with a branch committee is in scope', { ownership: 'PUBLIC', legalPerson: true }, 'IN_SCOPE'],
    [
      'a public kindergarten is by reference',
      { ownership: 'PUBLIC', legalPerson: true, stage: 'KINDERGARTEN' },
      'BY_REFERENCE',
    ],
    ['a private school is under other rules', { ownership: 'PRIVATE', legalPerson: true }, 'OTHER_RULES'],
    [
      'without legal person status it is a stronghold only',
      { ownership: 'PUBLIC', legalPerson: false },
      'STRONGHOLD_ONLY',
    ],
    ['while it is not said who owns it nobody knows', { legalPerson: true }, 'UNKNOWN'],
    ['while it is not said whether it is a legal person nobody knows', { ownership: 'PUBLIC' }, 'UNKNOWN'],
  ])('scope is computed: %s', async (_what, more, scope) => {
    const made = await county.ask<{ createSchool: School }>(CREATE, newSchool({ organization: branch(), ...more }));
    expect(made.createSchool.scope).toBe(scope);
  });

  test('a branch without a committee is a stronghold, and in scope from the day of its committee on', async () => {
    const school = await givenSchool(county, { hasCommittee: false, fullMembers: 5 });
    const input = branch({ fullMembers: 7, effectiveOn: '2023-03-01', reason: '增设支部委员会' });
    await county.ask(ORGANIZE, { id: school.id, v: school.version, input });
    expect((await readSchool(county, school.id, '2023-02-28')).scope).toBe('STRONGHOLD_ONLY');
    expect((await readSchool(county, school.id, '2023-03-01')).scope).toBe('IN_SCOPE');
    const periods = (await readSchool(county, school.id)).standing;
    expect(periods.map((p) => p.validFrom)).toContain('2023-03-01');
    expect(periods[0]?.validFrom).toBe('2015-09-01');
    expect(periods.at(-1)?.validTo).toBeNull();
    periods.slice(1).forEach((period, i) => expect(period.validFrom).toBe(periods[i]?.validTo));
  });

  test('a change holds from its day on, and the day before still answers as it was', async () => {
    const school = await givenSchool(county, { name: '丹寨县旧名小学' });
    const input = { name: '丹寨县新名小学', effectiveOn: '2022-09-01', reason: '更名批复' };
    const { changeSchool } = await county.ask<{ changeSchool: School }>(CHANGE, {
      id: school.id,
      v: school.version,
      input,
    });
    expect(changeSchool).toMatchObject({ name: '丹寨县新名小学', version: school.version + 1 });
    expect((await readSchool(county, school.id, '2022-08-31')).name).toBe('丹寨县旧名小学');
    expect((await readSchool(county, school.id, '2022-09-01')).name).toBe('丹寨县新名小学');
    const found = await county.ask<{ schools: { nodes: { id: string }[] } }>(LIST, {
      filter: { q: '旧名' },
      asOf: '2022-08-31',
    });
    expect(found.schools.nodes.map(({ id }) => id)).toContain(school.id);
  });

  test('a change to come is not yet today', async () => {
    const school = await givenSchool(county);
    const input = { students: 900, effectiveOn: '2098-09-01', reason: '扩建' };
    await county.ask(CHANGE, { id: school.id, v: school.version, input });
    expect((await readSchool(county, school.id)).students).toBeNull();
    expect((await readSchool(county, school.id, '2098-09-01')).students).toBe(900);
  });

  test('a back-dated correction is right on every day and overwrites no row', async () => {
    const school = await givenSchool(county, { name: '甲校' });
    await county.ask(CHANGE, {
      id: school.id,
      v: 1,
      input: { students: 500, effectiveOn: '2020-09-01', reason: '年报' },
    });
    const before = await world.sql('SELECT id, name, students, valid::text FROM school_version WHERE school_id = $1', [
      uuidOf(school.id),
    ]);
    await county.ask(CHANGE, {
      id: school.id,
      v: 2,
      input: { name: '乙校', effectiveOn: '2018-09-01', reason: '更正' },
    });
    expect((await readSchool(county, school.id, '2018-08-31')).name).toBe('甲校');
    expect((await readSchool(county, school.id, '2019-01-01')).name).toBe('乙校');
    expect(await readSchool(county, school.id)).toMatchObject({ name: '乙校', students: 500 });
    const after = await world.sql<{ id: string }>(
      'SELECT id, name, students, valid::text FROM school_version WHERE school_id = $1',
      [uuidOf(school.id)],
    );
    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('T-91: a stale version is refused with the current one, and nothing of it is kept', async () => {
    const school = await givenSchool(county);
    await county.ask(CHANGE, { id: school.id, v: 1, input: { students: 1, effectiveOn: '2021-01-01', reason: '先' } });
    const stale = await county.send(CHANGE, {
      id: school.id,
      v: 1,
      input: { students: 2, effectiveOn: '2021-01-01', reason: '后' },
    });
    expect(extensions(stale)).toMatchObject({ code: 'CONFLICT', params: { currentVersion: 2 } });
    expect((await readSchool(county, school.id)).students).toBe(1);
  });

  test('T-91: of twenty editors at once with the same version one wins', async () => {
    const school = await givenSchool(county);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        county.send(CHANGE, { id: school.id, v: 1, input: { students: i, effectiveOn: '2021-01-01', reason: '同时' } }),
      ),
    );
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    expect(new Set(answers.flatMap((a) => a.errors?.map((e) => e.extensions.code) ?? []))).toEqual(
      new Set(['CONFLICT']),
    );
  });

  test('a field that is named counts as confirmed', async () => {
    const school = await givenSchool(county);
    await world.sql(`UPDATE school_version SET assumed = '{legalPerson,ownership}' WHERE school_id = $1`, [
      uuidOf(school.id),
    ]);
    const input = { ownership: 'PUBLIC', effectiveOn: '2015-09-01', reason: '核实' };
    const { changeSchool } = await county.ask<{ changeSchool: School }>(CHANGE, { id: school.id, v: 1, input });
    expect(changeSchool.assumed).toEqual(['legalPerson']);
  });

  test.each([
    [{ effectiveOn: '2015-08-31' }, 'effectiveOn'],
    [{ effectiveOn: '9999-12-31' }, 'effectiveOn'],
    [{ reason: '  ' }, 'reason'],
    [{ name: ' ' }, 'name'],
    [{ name: null }, 'name'],
    [{ students: -1 }, 'input'],
  ])('T-59: %j is refused with its field', async (more, field) => {
    const school = await givenSchool(county);
    const input = { name: '某校', effectiveOn: '2020-01-01', reason: '更名', ...more };
    const answer = await county.send(CHANGE, { id: school.id, v: 1, input });
    expect(extensions(answer)).toMatchObject({ code: 'BAD_INPUT' });
    if (field !== 'input') expect(extensions(answer)).toMatchObject({ params: { path: [field] } });
    expect((await readSchool(county, school.id)).version).toBe(1);
  });

  test('T-59: a day that no calendar has is refused', async () => {
    const school = await givenSchool(county);
    for (const effectiveOn of ['0001-01-01', '2023-02-29', '2023-13-01', '20230101']) {
      const input = { name: '某校', effectiveOn, reason: '更名' };
      expect(await county.refusal(CHANGE, { id: school.id, v: 1, input })).toBe('BAD_INPUT');
    }
  });

  test('T-29: a code is used once in a county and says nothing of another county', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    await county.ask(CREATE, newSchool({ code: '2152936001' }));
    expect(await county.refusal(CREATE, newSchool({ code: '2152936001' }))).toBe('CODE_ALREADY_USED');
    const there = await kaili.ask<{ createSchool: School }>(CREATE, newSchool({ code: '2152936001' }));
    expect(there.createSchool.id).toMatch(/^S_522601_/);
  });

  test('who did what is remembered with what was before', async () => {
    const school = await givenSchool(county, { name: '记录校' });
    await county.ask(CHANGE, {
      id: school.id,
      v: 1,
      input: { name: '改名校', effectiveOn: '2020-01-01', reason: '批复' },
    });
    const [entry] = await world.sql<Record<string, unknown>>(
      `SELECT action, role, before ->> 'name' AS before, after ->> 'name' AS after, reason FROM audit_entry
       WHERE subject_id = $1 AND action = 'school.changed'`,
      [uuidOf(school.id)],
    );
    expect(entry).toEqual({
      action: 'school.changed',
      role: 'CountyAdmin',
      before: '记录校',
      after: '改名校',
      reason: '批复',
    });
  });
});
