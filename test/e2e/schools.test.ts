import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const FIELDS = `id code name stage ownership legalPerson assumed scope orgType hasCommittee fullMembers students
  organizationName committeeTermEnd validFrom validTo version`;
const SCHOOL = `query School($id: ID!, $asOf: Date) { school(id: $id, asOf: $asOf) { ${FIELDS}
  tenant { name } organization { id name orgType version superior { name } subordinates { name } }
  standing { validFrom validTo scope orgType } } }`;
const CREATE = `mutation Create($input: SchoolInput!) { createSchool(input: $input) { ${FIELDS} } }`;
const CHANGE = `mutation Change($id: ID!, $v: Int!, $input: SchoolChangeInput!) {
  changeSchool(id: $id, expectedVersion: $v, input: $input) { ${FIELDS} } }`;
const ORGANIZE = `mutation Organize($id: ID!, $v: Int!, $input: OrganizationInput!) {
  changeOrganization(schoolId: $id, expectedVersion: $v, input: $input) { ${FIELDS} organization { id } } }`;
const LIST = `query List($filter: SchoolFilter, $order: SchoolOrder, $first: Int, $after: String, $asOf: Date) {
  schools(filter: $filter, order: $order, first: $first, after: $after, asOf: $asOf) {
    nodes { id name code } totalCount pageInfo { hasNextPage endCursor } } }`;

interface School {
  id: string;
  name: string;
  scope: string;
  orgType: string | null;
  students: number | null;
  assumed: string[];
  validFrom: string;
  validTo: string | null;
  version: number;
  organization: { id: string; name: string; version: number; superior: unknown; subordinates: unknown[] } | null;
  standing: { validFrom: string; validTo: string | null; scope: string; orgType: string | null }[];
}

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

async function read(client: Client, id: string, asOf?: string): Promise<School> {
  const { school } = await client.ask<{ school: School | null }>(SCHOOL, { id, asOf });
  if (!school) throw new Error('no school');
  return school;
}

const uuidOf = (id: string): string => id.split('_').at(-1) ?? '';
const without = (text: string): string => text.replace(/"requestId":"[^"]+"/, '');
const extensions = (answer: GraphqlAnswer<unknown>): unknown => answer.errors?.[0]?.extensions;
const newSchool = (more: Record<string, unknown>): Record<string, unknown> => ({
  input: { code: `c${Math.random()}`.slice(0, 12), name: '新校', stage: 'PRIMARY', openedOn: '2010-09-01', ...more },
});
const branch = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...{ name: '某党支部', orgType: 'BRANCH', hasCommittee: true, fullMembers: 9, effectiveOn: '2010-09-01' },
  ...more,
});

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
    expect((await read(county, school.id, '2023-02-28')).scope).toBe('STRONGHOLD_ONLY');
    expect((await read(county, school.id, '2023-03-01')).scope).toBe('IN_SCOPE');
    const periods = (await read(county, school.id)).standing;
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
    expect((await read(county, school.id, '2022-08-31')).name).toBe('丹寨县旧名小学');
    expect((await read(county, school.id, '2022-09-01')).name).toBe('丹寨县新名小学');
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
    expect((await read(county, school.id)).students).toBeNull();
    expect((await read(county, school.id, '2098-09-01')).students).toBe(900);
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
    expect((await read(county, school.id, '2018-08-31')).name).toBe('甲校');
    expect((await read(county, school.id, '2019-01-01')).name).toBe('乙校');
    expect(await read(county, school.id)).toMatchObject({ name: '乙校', students: 500 });
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
    expect((await read(county, school.id)).students).toBe(1);
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
    expect((await read(county, school.id)).version).toBe(1);
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

describe('party organisations', () => {
  test('a school without one gets its first, and stands under it from that day on', async () => {
    const school = await givenSchool(county, { orgType: null });
    const input = branch({ name: '首个党支部', effectiveOn: '2019-09-01' });
    const made = await county.ask<{ changeOrganization: School }>(ORGANIZE, { id: school.id, v: 1, input });
    expect(made.changeOrganization).toMatchObject({ orgType: 'BRANCH', organizationName: '首个党支部', version: 2 });
    expect((await read(county, school.id, '2019-08-31')).orgType).toBeNull();
  });

  test('dated before its beginning, the organisation has begun earlier', async () => {
    const school = await givenSchool(county, { orgType: null });
    await county.ask(ORGANIZE, { id: school.id, v: 1, input: branch({ effectiveOn: '2019-09-01' }) });
    await county.ask(ORGANIZE, {
      id: school.id,
      v: 2,
      input: branch({ name: '更早的支部', effectiveOn: '2017-09-01' }),
    });
    expect(await read(county, school.id, '2018-01-01')).toMatchObject({
      orgType: 'BRANCH',
      organizationName: '更早的支部',
    });
    expect(await read(county, school.id)).toMatchObject({ organizationName: '某党支部' });
  });

  test('one that leads two schools changes for both, and both forms are stale then', async () => {
    const first = await givenSchool(county, { orgType: 'JOINT_BRANCH', hasCommittee: null });
    const second = await givenSchool(county, { orgType: null });
    const joint = (await read(county, first.id)).organization;
    await world.sql(
      `INSERT INTO school_organization (tenant_id, id, school_id, organization_id, valid) VALUES ($1, gen_random_uuid(), $2, $3, '[2015-09-01,)')`,
      [DANZHAI, uuidOf(second.id), uuidOf(joint?.id ?? '')],
    );
    const input = { name: '联合党支部', orgType: 'JOINT_BRANCH', fullMembers: 4, effectiveOn: '2021-01-01' };
    await county.ask(ORGANIZE, { id: first.id, v: 1, input });
    expect(await read(county, second.id)).toMatchObject({
      organizationName: '联合党支部',
      orgType: 'JOINT_BRANCH',
      version: 2,
    });
    expect(await county.refusal(ORGANIZE, { id: second.id, v: 1, input })).toBe('CONFLICT');
  });

  test('organisations stand above and below each other, in no circle', async () => {
    const above = await givenSchool(county, { orgType: 'COMMITTEE', fullMembers: 120, name: '总校' });
    const below = await givenSchool(county, { name: '分校' });
    const superior = (await read(county, above.id)).organization?.id;
    const input = branch({ name: '分校支部', superiorId: superior, effectiveOn: '2021-01-01' });
    const made = await county.ask<{ changeOrganization: School }>(ORGANIZE, { id: below.id, v: 1, input });
    expect((await read(county, below.id)).organization?.superior).toEqual({ name: '总校党支部' });
    expect((await read(county, above.id)).organization?.subordinates).toEqual([{ name: '分校支部' }]);
    const circle = {
      name: '总校党委',
      orgType: 'COMMITTEE',
      superiorId: made.changeOrganization.organization?.id,
      effectiveOn: '2022-01-01',
    };
    const answer = await county.send(ORGANIZE, { id: above.id, v: 1, input: circle });
    expect(extensions(answer)).toMatchObject({ code: 'BAD_INPUT', params: { path: ['superiorId'] } });
  });

  test('a superior of another county does not exist here', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = await givenSchool(kaili, { name: '凯里校' });
    const superiorId = (await read(kaili, foreign.id)).organization?.id;
    const school = await givenSchool(county);
    expect(
      await county.refusal(ORGANIZE, { id: school.id, v: 1, input: branch({ superiorId, effectiveOn: '2021-01-01' }) }),
    ).toBe('NOT_FOUND');
  });
});

describe('who may write what', () => {
  test('T-25: a school of another county answers byte for byte like one that is not there', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const { id } = await givenSchool(kaili);
    const unknown = `S_522636_${uuidOf(id)}`;
    const input = { name: '侵入', effectiveOn: '2020-01-01', reason: '试' };
    for (const [query, variables] of [
      [CHANGE, { v: 1, input }],
      [ORGANIZE, { v: 1, input: branch({ effectiveOn: '2020-01-01' }) }],
      [SCHOOL, {}],
    ] as const) {
      const foreign = await county.send(query, { ...variables, id });
      const missing = await county.send(query, { ...variables, id: unknown });
      expect(without(foreign.text)).toBe(without(missing.text));
    }
    expect((await read(kaili, id)).version).toBe(1);
  });

  test('T-33: a city reads its counties and writes for its own schools only', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const { id } = await givenSchool(county);
    expect((await read(city, id)).version).toBe(1);
    expect(
      await city.refusal(CHANGE, { id, v: 1, input: { name: '改', effectiveOn: '2020-01-01', reason: '试' } }),
    ).toBe('FORBIDDEN');
    expect(await city.refusal(ORGANIZE, { id, v: 1, input: branch({ effectiveOn: '2020-01-01' }) })).toBe('FORBIDDEN');
    const own = await city.ask<{ createSchool: School }>(CREATE, newSchool({}));
    expect(own.createSchool.id).toMatch(/^S_522600_/);
  });

  test.each(['CountyInspector', 'CityInspector'] as const)('a %s writes no register', async (role) => {
    const client = await world.signedIn({ role, tenant: role === 'CityInspector' ? CITY : DANZHAI });
    const { id } = await givenSchool(county);
    expect(await client.refusal(CREATE, newSchool({}))).toBe('FORBIDDEN');
    expect(
      await client.refusal(CHANGE, { id, v: 1, input: { name: '改', effectiveOn: '2020-01-01', reason: '试' } }),
    ).toBe('FORBIDDEN');
  });

  test('a clerk reads the own school, changes nothing there and finds no other', async () => {
    const [own, other] = [await givenSchool(county), await givenSchool(county)];
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: own.id });
    const input = { name: '改', effectiveOn: '2020-01-01', reason: '试' };
    expect(await clerk.refusal(CHANGE, { id: own.id, v: 1, input })).toBe('FORBIDDEN');
    expect(await clerk.refusal(CHANGE, { id: other.id, v: 1, input })).toBe('NOT_FOUND');
    const { schools } = await clerk.ask<{ schools: { nodes: { id: string }[]; totalCount: number } }>(LIST);
    expect(schools).toMatchObject({ totalCount: 1, nodes: [{ id: own.id }] });
  });

  test('T-24, T-26, T-65: what is not in the input does not exist: no tenant, no version, no id', async () => {
    for (const more of [{ tenantId: 'T_522601' }, { version: 9 }, { id: 'x' }, { scope: 'IN_SCOPE' }]) {
      expect(await county.refusal(CREATE, newSchool(more))).toMatch(/BAD_INPUT|GRAPHQL_INVALID/);
    }
    const { id } = await givenSchool(county);
    const move = { tenantId: 'T_522601', effectiveOn: '2020-01-01', reason: '划转' };
    expect(await county.refusal(CHANGE, { id, v: 1, input: move })).toMatch(/BAD_INPUT|GRAPHQL_INVALID/);
  });

  test('T-86, T-87: a repeated key gives the same school, with another body it is refused', async () => {
    const variables = newSchool({ name: '只此一所' });
    const key = { 'idempotency-key': 'create-once-0001' };
    const first = await county.send(CREATE, variables, key);
    const again = await Promise.all(Array.from({ length: 20 }, () => county.send(CREATE, variables, key)));
    expect(again.map(({ data }) => data)).toEqual(again.map(() => first.data));
    const other = await county.send(CREATE, newSchool({ name: '另一所' }), key);
    expect(other.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const stranger = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    const theirs = await stranger.send(CREATE, newSchool({ name: '别人的' }), key);
    expect(theirs.errors).toBeUndefined();
    const rows = await world.sql('SELECT 1 FROM school_version WHERE name = $1', ['只此一所']);
    expect(rows).toHaveLength(1);
  });
});

describe('lists of schools', () => {
  let lister: Client;
  beforeAll(async () => {
    lister = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    await givenSchool(lister, { name: '金泉小学', code: '1000000001' });
    await givenSchool(lister, {
      name: '龙泉中学',
      code: '1000000002',
      stage: 'JUNIOR',
      orgType: 'GENERAL_BRANCH',
      fullMembers: 60,
    });
    await givenSchool(lister, { name: '扬武小学', code: '1000000003', orgType: null });
  });

  const names = async (filter: Record<string, unknown>, order?: string): Promise<string[]> => {
    const { schools } = await lister.ask<{ schools: { nodes: { name: string; code: string }[] } }>(LIST, {
      filter,
      order,
    });
    return schools.nodes.filter(({ code }) => code.startsWith('100000000')).map(({ name }) => name);
  };

  test.each([
    [{ q: '小学' }, ['金泉小学', '扬武小学']],
    [{ q: 'longquan' }, ['龙泉中学']],
    [{ q: 'YWXX' }, ['扬武小学']],
    [{ q: '1000000001' }, ['金泉小学']],
    [{ q: '%' }, []],
    [{ stage: ['JUNIOR'] }, ['龙泉中学']],
    [{ orgType: ['BRANCH'] }, ['金泉小学']],
    [{ scope: ['STRONGHOLD_ONLY'] }, ['扬武小学']],
    [{ vacant: ['SECRETARY'] }, ['金泉小学', '龙泉中学']],
    [{ vacant: ['PRINCIPAL'] }, ['金泉小学', '龙泉中学', '扬武小学']],
    [{ failing: ['STF-11'] }, []],
    [{ failing: ['STF-9'] }, ['金泉小学', '龙泉中学']],
    [{ lacksFullTimeDeputy: true }, []],
    [{ assumed: true }, []],
    [{ hasFindings: 'HARD' }, []],
    [{ hasFindings: 'ADVISORY' }, ['金泉小学', '龙泉中学']],
    [{ tenantId: 'T_522636' }, []],
    [{ tenantId: 'T_522601', stage: ['PRIMARY'] }, ['金泉小学', '扬武小学']],
  ])('%j finds %j', async (filter, expected) => {
    expect(await names({ ...filter })).toEqual(expected);
  });

  test.each([
    ['CODE_DESC', ['扬武小学', '龙泉中学', '金泉小学']],
    ['NAME_ASC', ['金泉小学', '龙泉中学', '扬武小学']],
    ['NAME_DESC', ['扬武小学', '龙泉中学', '金泉小学']],
    ['MEMBERS_DESC', ['龙泉中学', '金泉小学', '扬武小学']],
  ])('in the order %s', async (order, expected) => {
    expect(await names({}, order)).toEqual(expected);
  });

  test('every order pages through all schools, each once', async () => {
    const { __type } = await lister.ask<{ __type: { enumValues: { name: string }[] } }>(
      '{ __type(name: "SchoolOrder") { enumValues { name } } }',
    );
    for (const { name: order } of __type.enumValues) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: {
          schools: {
            nodes: { id: string }[];
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        } = await lister.ask(LIST, { order, first: 2, after });
        seen.push(...page.schools.nodes.map(({ id }) => id));
        after = page.schools.pageInfo.hasNextPage ? page.schools.pageInfo.endCursor : null;
        if (!after) expect(seen).toHaveLength(page.schools.totalCount);
      } while (after);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });
});
