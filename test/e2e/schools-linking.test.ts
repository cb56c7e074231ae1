import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { LINK, ORGANIZATIONS, ORGANIZE, UNLINK, readSchool } from '../support/register.js';
import type { School } from '../support/register.js';
import { givenSchool } from '../support/schools.js';
import type { NewSchool } from '../support/schools.js';
import { extensions, uuidOf, without } from '../support/staffing.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const read = (id: string, asOf?: string): Promise<School> => readSchool(county, id, asOf);
const joint = { orgType: 'JOINT_BRANCH', hasCommittee: null, fullMembers: 4 } as const;

/** A school with its organisation's id, where it has one. */
async function given(school: NewSchool = {}, client = county): Promise<{ id: string; organization: string }> {
  const { id } = await givenSchool(client, school);
  return { id, organization: (await readSchool(client, id)).organization?.id ?? '' };
}

const link = (id: string, organizationId: string, more: Record<string, unknown> = {}): Promise<GraphqlAnswer> => {
  const { v = 1, client = county, ...input } = more;
  const variables = { id, v, input: { organizationId, effectiveOn: '2021-03-01', reason: '组建联合党支部', ...input } };
  return (client as Client).send(LINK, variables);
};
const unlink = (id: string, v: number, effectiveOn: string): Promise<GraphqlAnswer> =>
  county.send(UNLINK, { id, v, input: { effectiveOn, reason: '撤销联合党支部' } });

describe('one organisation for several schools', () => {
  test('a school comes under a joint branch from a day on, and was under its own before', async () => {
    const first = await given({ ...joint, name: '甲小学' });
    const second = await given({ name: '乙小学' });
    const answer = await link(second.id, first.organization);
    expect(answer.data).toMatchObject({
      linkOrganization: { id: second.id, organizationName: '甲小学党支部', orgType: 'JOINT_BRANCH', version: 2 },
    });
    expect(await read(second.id, '2021-02-28')).toMatchObject({ organizationName: '乙小学党支部', orgType: 'BRANCH' });
    expect(await read(second.id, '2021-03-01')).toMatchObject({ organizationName: '甲小学党支部' });
    expect((await read(second.id)).standing.map(({ validFrom }) => validFrom)).toContain('2021-03-01');
    expect(await read(first.id)).toMatchObject({ organizationName: '甲小学党支部' });
  });

  test('a school without any comes under it too', async () => {
    const first = await given({ ...joint, name: '丙小学' });
    const second = await given({ orgType: null });
    await link(second.id, first.organization);
    expect((await read(second.id, '2021-02-28')).orgType).toBeNull();
    expect(await read(second.id)).toMatchObject({ organizationName: '丙小学党支部', scope: 'STRONGHOLD_ONLY' });
  });

  test('what changes in it then changes for all, and every form that was open is stale', async () => {
    const first = await given({ ...joint, name: '丁小学' });
    const second = await given();
    const third = await given({ orgType: null });
    await link(second.id, first.organization);
    await link(third.id, first.organization);
    const versions = await Promise.all([first, second, third].map(async ({ id }) => (await read(id)).version));
    expect(versions).toEqual([3, 3, 2]);
    const input = { name: '三校联合党支部', orgType: 'JOINT_BRANCH', fullMembers: 6, effectiveOn: '2022-01-01' };
    expect(extensions(await county.send(ORGANIZE, { id: first.id, v: 1, input }))).toMatchObject({ code: 'CONFLICT' });
    await county.ask(ORGANIZE, { id: first.id, v: 3, input });
    for (const { id } of [first, second, third]) {
      expect(await read(id)).toMatchObject({ organizationName: '三校联合党支部', fullMembers: 6 });
      expect(await read(id, '2021-12-31')).toMatchObject({ organizationName: '丁小学党支部' });
    }
  });

  test('the people of a school see what leads and led it, and no longer what never did', async () => {
    const first = await given({ ...joint, name: '戊小学' });
    const second = await given({ name: '己小学' });
    const wrong = await given({ ...joint, name: '庚小学' });
    await link(second.id, wrong.organization);
    await link(second.id, first.organization, { v: 2, reason: '更正' });
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: second.id });
    const { organizations } = await clerk.ask<{ organizations: { nodes: { name: string }[] } }>(ORGANIZATIONS, {});
    expect(organizations.nodes.map(({ name }) => name)).toEqual(['己小学党支部', '戊小学党支部']);
  });

  test('asked for what is so already, it writes nothing', async () => {
    const first = await given(joint);
    expect((await link(first.id, first.organization)).errors).toBeUndefined();
    expect((await read(first.id)).version).toBe(1);
  });

  test('who linked what is remembered with the reason and with what led the school before', async () => {
    const first = await given(joint);
    const second = await given();
    await link(second.id, first.organization);
    const [entry] = await world.sql<Record<string, unknown>>(
      `SELECT role, reason, before ->> 'organizationId' AS before, after ->> 'organizationId' AS after, after ->> 'from' AS since
       FROM audit_entry WHERE school_id = $1 AND action = 'organization.leads'`,
      [uuidOf(second.id)],
    );
    expect(entry).toEqual({
      ...{ role: 'CountyAdmin', reason: '组建联合党支部', since: '2021-03-01' },
      ...{ before: uuidOf(second.organization), after: uuidOf(first.organization) },
    });
  });

  test.each([
    [{ effectiveOn: '2015-08-31' }, 'effectiveOn', 'BEFORE_SCHOOL_OPENED'],
    [{ effectiveOn: '2016-08-31' }, 'effectiveOn', 'BEFORE_ORGANIZATION'],
    [{ effectiveOn: '9999-12-31' }, 'effectiveOn', 'IMPLAUSIBLE_DATE'],
    [{ reason: ' ' }, 'reason', 'REQUIRED'],
  ])('T-59: %j is refused with its field', async (more, field, reason) => {
    const late = await given({ ...joint, openedOn: '2016-09-01' });
    const school = await given();
    expect(extensions(await link(school.id, late.organization, more))).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: [field], reason },
    });
    expect((await read(school.id)).version).toBe(1);
  });

  test('T-91: of a stale version nothing is kept, and of twenty at once one wins', async () => {
    const first = await given(joint);
    const second = await given();
    const answers = await Promise.all(Array.from({ length: 20 }, () => link(second.id, first.organization)));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    for (const answer of answers.filter(({ errors }) => errors)) {
      expect(extensions(answer)).toMatchObject({ code: 'CONFLICT', params: { currentVersion: 2 } });
    }
  });

  test('two schools that join each other’s at once don’t wait for each other', async () => {
    const [first, second] = [await given(joint), await given(joint)];
    const answers = await Promise.all([link(first.id, second.organization), link(second.id, first.organization)]);
    expect(answers.filter(({ errors }) => !errors).length).toBeGreaterThan(0);
    for (const { errors } of answers) expect(errors?.[0]?.extensions.code ?? 'CONFLICT').toBe('CONFLICT');
  });
});

describe('a school that its organisation leads no more', () => {
  test('stands without one from that day on, and under it till then', async () => {
    const first = await given(joint);
    const second = await given();
    await link(second.id, first.organization);
    const answer = await unlink(second.id, 2, '2023-09-01');
    expect(answer.data).toMatchObject({ unlinkOrganization: { id: second.id, orgType: null, version: 3 } });
    expect(await read(second.id, '2023-08-31')).toMatchObject({ orgType: 'JOINT_BRANCH' });
    expect((await read(second.id, '2023-09-01')).organization).toBeNull();
    expect(await read(first.id)).toMatchObject({ orgType: 'JOINT_BRANCH' });
    const entries = await world.sql('SELECT reason FROM audit_entry WHERE school_id = $1 AND action = $2', [
      uuidOf(second.id),
      'organization.left',
    ]);
    expect(entries).toEqual([{ reason: '撤销联合党支部' }]);
  });

  test('from its first day on, a link that was a mistake has never been', async () => {
    const first = await given(joint);
    const second = await given({ orgType: null });
    await link(second.id, first.organization);
    await unlink(second.id, 2, '2021-03-01');
    expect((await read(second.id, '2021-03-01')).organization).toBeNull();
    const [row] = await world.sql<{ led: string[] }>('SELECT school_ids AS led FROM party_organization WHERE id = $1', [
      uuidOf(first.organization),
    ]);
    expect(row?.led).toEqual([uuidOf(first.id)]);
    const kept = await world.sql('SELECT 1 FROM school_organization WHERE school_id = $1', [uuidOf(second.id)]);
    expect(kept).toHaveLength(1);
  });

  test('without one there is nothing to leave', async () => {
    const school = await given({ orgType: null });
    expect(extensions(await unlink(school.id, 1, '2021-03-01'))).toMatchObject({
      code: 'BAD_STATE',
      params: { reason: 'NO_ORGANIZATION' },
    });
  });
});

describe('who may link what', () => {
  test('T-25: an organisation of another county answers byte for byte like one that is not there', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = await given(joint, kaili);
    const school = await given();
    const refused = await link(school.id, foreign.organization);
    expect(extensions(refused)).toMatchObject({ code: 'NOT_FOUND' });
    for (const id of [
      `O_${DANZHAI}_${uuidOf(foreign.organization)}`,
      `O_${KAILI}_${uuidOf(school.id)}`,
      school.id,
      'x',
    ]) {
      expect(without((await link(school.id, id)).text)).toBe(without(refused.text));
    }
    const theirs = await link(foreign.id, school.organization);
    const unknown = await link(`S_${DANZHAI}_${uuidOf(foreign.id)}`, school.organization);
    expect(extensions(theirs)).toMatchObject({ code: 'NOT_FOUND' });
    expect(without(theirs.text)).toBe(without(unknown.text));
    expect((await read(school.id)).version).toBe(1);
  });

  test('T-33: a city links its own schools only, with its own organisations only', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const ofCounty = await given(joint);
    const ofCity = await given({}, city);
    expect(extensions(await link(ofCounty.id, ofCounty.organization, { client: city }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(extensions(await link(ofCity.id, ofCounty.organization, { client: city }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('an inspector and a clerk link nothing', async () => {
    const [first, second] = [await given(joint), await given()];
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: second.id });
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    for (const client of [clerk, inspector]) {
      expect(extensions(await link(second.id, first.organization, { client }))).toMatchObject({ code: 'FORBIDDEN' });
    }
  });
});

describe('finding an organisation', () => {
  const found = async (variables: Record<string, unknown>, client = county): Promise<string[]> => {
    const { organizations } = await client.ask<{ organizations: { nodes: { name: string }[]; totalCount: number } }>(
      ORGANIZATIONS,
      variables,
    );
    expect(organizations.totalCount).toBe(organizations.nodes.length);
    return organizations.nodes.map(({ name }) => name);
  };

  test('by a part of its name as it is on the day, by type and county', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const school = await given({ name: '寻找小学' });
    await given({ name: '寻找中学', orgType: 'COMMITTEE', fullMembers: 120 }, kaili);
    const input = { name: '寻找小学新支部', orgType: 'BRANCH', effectiveOn: '2022-01-01' };
    await county.ask(ORGANIZE, { id: school.id, v: 1, input });
    expect(await found({ filter: { q: '寻找' } })).toEqual(['寻找小学新支部']);
    expect(await found({ filter: { q: '寻找' }, asOf: '2021-12-31' })).toEqual(['寻找小学党支部']);
    expect(await found({ filter: { q: '寻找' } }, city)).toEqual(['寻找中学党支部', '寻找小学新支部']);
    expect(await found({ filter: { q: '寻找', orgType: ['COMMITTEE'] } }, city)).toEqual(['寻找中学党支部']);
    expect(await found({ filter: { q: '寻找', tenantId: `T_${DANZHAI}` } }, city)).toEqual(['寻找小学新支部']);
    expect(await found({ filter: { q: '%' } }, city)).toEqual([]);
  });
});
