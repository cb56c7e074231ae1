import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { BLANK_NAMES, EDGES } from '../support/blank-names.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const CREATE = `mutation Create($input: PersonInput!) { createPerson(input: $input) { id name version membership birthMonth } }`;
const CHANGE = `mutation Change($id: ID!, $v: Int!, $input: PersonInput!, $reason: String!) {
  changePerson(id: $id, expectedVersion: $v, input: $input, reason: $reason) { id name membership education version } }`;
const PEOPLE = `query People($filter: PersonFilter, $order: PersonOrder, $asOf: Date) {
  people(filter: $filter, order: $order, asOf: $asOf) { nodes { id name sex birthMonth ethnicity posts { post } } totalCount } }`;
const PERSON = `query Person($id: ID!, $asOf: Date) { person(id: $id, asOf: $asOf) { id name version membership
  posts { post } appointments { totalCount nodes { post } } } }`;
const SCHOOL = `query School($id: ID!) { school(id: $id) { secretaryName findings { checkId outcome } } }`;

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const extensions = (answer: GraphqlAnswer<unknown>): unknown => answer.errors?.[0]?.extensions;
const without = (text: string): string => text.replace(/"requestId":"[^"]+"/, '');

describe('people', () => {
  test('are found by name, pinyin and initials, whatever the case', async () => {
    const id = await givenPerson(county, '欧阳·春兰');
    for (const q of ['春兰', 'chunlan', 'ChunLan', 'ouyang', ' 欧阳 ']) {
      const { people } = await county.ask<{ people: { nodes: { id: string }[] } }>(PEOPLE, { filter: { q } });
      expect(people.nodes.map((person) => person.id)).toEqual([id]);
    }
    const none = await county.ask<{ people: { totalCount: number } }>(PEOPLE, { filter: { q: '%' } });
    expect(none.people.totalCount).toBe(0);
  });

  test('are filtered by membership and by the school that they serve', async () => {
    const school = await givenSchool(county);
    const id = await givenPerson(county, '任职者', 'MASSES');
    await givenPerson(county, '待职者', 'MASSES');
    await appoint(county, { schoolId: school.id, personId: id, post: 'PRINCIPAL', startsOn: '2022-09-01' });
    const at = await county.ask<{ people: { nodes: unknown[] } }>(PEOPLE, {
      filter: { schoolId: school.id, membership: ['MASSES'] },
    });
    expect(at.people.nodes).toMatchObject([{ id, posts: [{ post: 'PRINCIPAL' }] }]);
    const before = await county.ask<{ people: { nodes: unknown[] } }>(PEOPLE, {
      filter: { schoolId: school.id },
      asOf: '2022-08-31',
    });
    expect(before.people.nodes).toMatchObject([{ id, posts: [] }]);
    for (const schoolId of ['S_522636_not-a-uuid', 'nonsense', `P${school.id.slice(1)}`]) {
      const none = await county.ask<{ people: { totalCount: number } }>(PEOPLE, { filter: { schoolId } });
      expect(none.people.totalCount).toBe(0);
    }
  });

  test('have posts on a day and appointments of every day', async () => {
    const school = await givenSchool(county);
    const id = await givenPerson(county, '历任者');
    await appoint(county, {
      schoolId: school.id,
      personId: id,
      post: 'VICE_PRINCIPAL',
      startsOn: '2018-09-01',
      endsOn: '2020-08-31',
    });
    await appoint(county, { schoolId: school.id, personId: id, post: 'PRINCIPAL', startsOn: '2020-09-01' });
    const now = await county.ask<{ person: unknown }>(PERSON, { id });
    expect(now.person).toMatchObject({
      posts: [{ post: 'PRINCIPAL' }],
      appointments: { totalCount: 2, nodes: [{ post: 'PRINCIPAL' }, { post: 'VICE_PRINCIPAL' }] },
    });
    const then = await county.ask<{ person: unknown }>(PERSON, { id, asOf: '2020-08-31' });
    expect(then.person).toMatchObject({ posts: [{ post: 'VICE_PRINCIPAL' }] });
  });

  test('change with a reason, which is remembered with what was before', async () => {
    const id = await givenPerson(county, '改前');
    const input = { name: '改后', membership: 'FULL', education: '本科' };
    const { changePerson } = await county.ask<{ changePerson: unknown }>(CHANGE, {
      id,
      v: 1,
      input,
      reason: '更正姓名',
    });
    expect(changePerson).toMatchObject({ name: '改后', education: '本科', version: 2 });
    const [entry] = await world.sql<Record<string, unknown>>(
      `SELECT before ->> 'name' AS before, after ->> 'name' AS after, after ->> 'birthMonth' AS kept, reason FROM audit_entry
       WHERE subject_id = $1 AND action = 'person.changed'`,
      [id.split('_').at(-1)],
    );
    expect(entry).toEqual({ before: '改前', after: '改后', kept: '1978-05', reason: '更正姓名' });
    expect(extensions(await county.send(CHANGE, { id, v: 2, input, reason: ' ' }))).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: ['reason'] },
    });
  });

  test('T-91: of a stale version nothing is kept', async () => {
    const id = await givenPerson(county, '原名');
    await county.ask(CHANGE, { id, v: 1, input: { name: '新名', membership: 'FULL' }, reason: '一' });
    const stale = await county.send(CHANGE, { id, v: 1, input: { name: '旧改', membership: 'MASSES' }, reason: '二' });
    expect(extensions(stale)).toMatchObject({ code: 'CONFLICT', params: { currentVersion: 2 } });
    expect((await county.ask<{ person: unknown }>(PERSON, { id })).person).toMatchObject({
      name: '新名',
      membership: 'FULL',
    });
  });

  test('who is no member any more shows at the school as a finding, and a new name shows there too', async () => {
    const school = await givenSchool(county);
    const id = await givenPerson(county, '书记甲');
    await appoint(county, { schoolId: school.id, personId: id, post: 'SECRETARY', startsOn: '2022-09-01' });
    await county.ask(CHANGE, { id, v: 1, input: { name: '书记乙', membership: 'MASSES' }, reason: '组织处理' });
    const { school: after } = await county.ask<{ school: { secretaryName: string; findings: unknown[] } }>(SCHOOL, {
      id: school.id,
    });
    expect(after.secretaryName).toBe('书记乙');
    expect(after.findings).toContainEqual({ checkId: 'STF-7', outcome: 'FAIL' });
  });

  test.each([
    [{ birthMonth: '1978-13' }, 'BAD_INPUT'],
    [{ birthMonth: '78-05' }, 'BAD_INPUT'],
    [{ name: '　' }, 'BAD_INPUT'],
    [{ partyJoinedOn: '2010-01-01', partyFullOn: '2009-01-01' }, 'BAD_INPUT'],
    [{ partyJoinedOn: '9999-12-31' }, 'BAD_INPUT'],
    [{ membership: 'WHATEVER' }, 'BAD_INPUT'],
    [{ idNumber: '000000000000000000' }, 'BAD_INPUT'],
    [{ phone: '00000000000' }, 'BAD_INPUT'],
  ])('T-65: %j is refused', async (more, code) => {
    const input = { name: '某人', membership: 'FULL', ...more };
    expect(await county.refusal(CREATE, { input })).toBe(code);
  });
});

describe('names of people', () => {
  test.each(BLANK_NAMES)('%s is no name, in a new record or a changed one', async (_what, name) => {
    const refused = { code: 'BAD_INPUT', params: { path: ['name'], reason: 'REQUIRED' } };
    const input = { name, membership: 'FULL' };
    expect(extensions(await county.send(CREATE, { input }))).toMatchObject(refused);
    const id = await givenPerson(county, '有名者');
    expect(extensions(await county.send(CHANGE, { id, v: 1, input, reason: '更名' }))).toMatchObject(refused);
    const school = await givenSchool(county);
    const seat = { schoolId: school.id, newPerson: input, post: 'PRINCIPAL', startsOn: '2022-09-01' };
    expect(extensions(await appoint(county, seat))).toMatchObject(refused);
  });

  test('are kept without what nobody sees at both ends', async () => {
    const input = { name: `${EDGES}石 榴${EDGES}`, membership: 'FULL', education: EDGES };
    const { createPerson } = await county.ask<{ createPerson: { id: string; name: string } }>(CREATE, { input });
    expect(createPerson.name).toBe('石 榴');
    const rows = await world.sql('SELECT education FROM person WHERE id = $1', [createPerson.id.split('_').at(-1)]);
    expect(rows).toEqual([{ education: null }]);
  });
});

describe('who may see and write people', () => {
  test('T-25: a person of another county answers like one who is not there', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const id = await givenPerson(kaili, '凯里人');
    const missing = id.replace('522601', '522636');
    const variables = { v: 1, input: { name: '改', membership: 'FULL' }, reason: '试' };
    const answers = [
      await county.send(CHANGE, { ...variables, id }),
      await county.send(CHANGE, { ...variables, id: missing }),
    ];
    expect(answers[0]?.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(without(answers[0]?.text ?? '')).toBe(without(answers[1]?.text ?? ''));
    expect((await county.ask<{ person: unknown }>(PERSON, { id })).person).toBeNull();
  });

  test('T-33: a city reads the people of its counties and does not change them', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const id = await givenPerson(county, '县里人');
    expect((await city.ask<{ person: unknown }>(PERSON, { id })).person).toMatchObject({ name: '县里人' });
    expect(await city.refusal(CHANGE, { id, v: 1, input: { name: '改', membership: 'FULL' }, reason: '试' })).toBe(
      'FORBIDDEN',
    );
  });

  test('a clerk sees the people of the own school without their files, searches by name and not by birth', async () => {
    const [own, other] = [await givenSchool(county), await givenSchool(county)];
    const mine = await givenPerson(county, '本校长');
    const theirs = await givenPerson(county, '别校长');
    await appoint(county, { schoolId: own.id, personId: mine, post: 'PRINCIPAL', startsOn: '2022-09-01' });
    await appoint(county, { schoolId: other.id, personId: theirs, post: 'PRINCIPAL', startsOn: '2022-09-01' });
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: own.id });
    const { people } = await clerk.ask<{ people: unknown }>(PEOPLE, { filter: { q: 'benxiao' } });
    expect(people).toMatchObject({
      totalCount: 1,
      nodes: [{ id: mine, sex: 'MALE', birthMonth: null, ethnicity: null, posts: [] }],
    });
    expect((await clerk.ask<{ person: unknown }>(PERSON, { id: theirs })).person).toBeNull();
    expect(await clerk.refusal(PEOPLE, { order: 'BIRTH_ASC' })).toBe('FORBIDDEN');
    const change = { v: 1, input: { name: '改', membership: 'FULL' }, reason: '试' };
    expect(await clerk.refusal(CHANGE, { ...change, id: mine })).toBe('FORBIDDEN');
    expect(await clerk.refusal(CHANGE, { ...change, id: theirs })).toBe('NOT_FOUND');
    expect(await clerk.refusal(CREATE, { input: { name: '新人', membership: 'FULL' } })).toBe('FORBIDDEN');
  });
});
