import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import {
  APPOINT,
  APPOINTMENT,
  CORRECT,
  END,
  extensions,
  givenSeat,
  readSchool,
  uuidOf,
  without,
} from '../support/staffing.js';
import type { School, Seat } from '../support/staffing.js';
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
const seated = (schoolId: string, name: string, more: Record<string, unknown> = {}): ReturnType<typeof givenSeat> =>
  givenSeat(county, schoolId, { name, ...more });

describe('at the same time', () => {
  test('T-61, T-89: of two appointments to one seat at once exactly one wins, 200 times', async () => {
    const other = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    const people = await Promise.all(['甲', '乙'].map((name) => givenPerson(county, `同时${name}`)));
    let rounds = 0;
    for (let n = 0; n < 20; n += 1) {
      const school = await givenSchool(county);
      for (let day = 1; day <= 10; day += 1) {
        const on = `2022-09-${String(day).padStart(2, '0')}`;
        const post = day % 2 ? 'SECRETARY' : 'PRINCIPAL';
        const input = { schoolId: school.id, post, startsOn: on, endsOn: on };
        const answers = await Promise.all(
          [county, other].map((client, i) => appoint(client, { ...input, personId: people[i] })),
        );
        const lost = answers.filter(({ errors }) => errors);
        expect(lost).toHaveLength(1);
        const winner = answers[0]?.errors ? '同时乙' : '同时甲';
        expect(extensions(lost[0])).toMatchObject({
          code: 'POST_ALREADY_HELD',
          params: { post, heldBy: winner, heldSince: on },
        });
        rounds += 1;
      }
      expect((await read(school.id)).appointments.totalCount).toBe(10);
    }
    expect(rounds).toBe(200);
  }, 180_000);

  test('T-61: the seats of one person at once, secretary and principal, both win', async () => {
    const school = await givenSchool(county);
    const personId = await givenPerson(county, '一肩挑');
    const answers = await Promise.all(
      ['SECRETARY', 'PRINCIPAL'].map((post) =>
        appoint(county, { schoolId: school.id, personId, post, startsOn: '2022-09-01' }),
      ),
    );
    expect(answers.map(({ errors }) => errors)).toEqual([undefined, undefined]);
    expect(await read(school.id)).toMatchObject({ combined: true, team: [{}, {}] });
  });

  test('T-61: past the API the table itself holds one head and one appointment of a person', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '在任者');
    const copy = `INSERT INTO appointment (tenant_id, id, school_id, person_id, person_name, post, valid, source)
      SELECT tenant_id, gen_random_uuid(), school_id, person_id, person_name, post, valid, source FROM appointment WHERE id = $1`;
    await expect(world.sql(copy, [uuidOf(id)])).rejects.toThrow(/appointment_o/);
  });

  test('T-86: twenty times the same key give one appointment and one answer', async () => {
    const school = await givenSchool(county);
    const personId = await givenPerson(county, '只任一次');
    const variables = { input: { schoolId: school.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' } };
    const key = { 'idempotency-key': 'appoint-once-0001' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => county.send(APPOINT, variables, key)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.data).toMatchObject({ appoint: { appointment: { post: 'PRINCIPAL' } } });
    expect((await county.send(APPOINT, variables, key)).data).toEqual(answers[0]?.data);
    expect((await read(school.id)).appointments.totalCount).toBe(1);
  });

  test('T-87: the key of another body is refused, of another account is another key, none at all is asked for', async () => {
    const [school, other] = [await givenSchool(county), await givenSchool(county)];
    const personId = await givenPerson(county, '换文者');
    const input = { schoolId: school.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' };
    const key = { 'idempotency-key': 'appoint-once-0002' };
    await county.send(APPOINT, { input }, key);
    const changed = await county.send(APPOINT, { input: { ...input, schoolId: other.id } }, key);
    expect(extensions(changed)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect((await read(other.id)).appointments.totalCount).toBe(0);
    const stranger = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    expect(extensions(await stranger.send(APPOINT, { input }, key))).toMatchObject({ code: 'ALREADY_APPOINTED' });
    expect(extensions(await county.send(APPOINT, { input }, { 'idempotency-key': '' }))).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REQUIRED',
    });
  });
});

describe('who may appoint', () => {
  test('T-23: a person of another county does not exist here', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = await givenPerson(kaili, '凯里人');
    const school = await givenSchool(county);
    const input = { schoolId: school.id, post: 'PRINCIPAL', startsOn: '2022-09-01' };
    const answers = await Promise.all(
      [foreign, foreign.replace('522601', '522636'), 'nonsense'].map((personId) =>
        county.send(APPOINT, { input: { ...input, personId } }),
      ),
    );
    expect(extensions(answers[0])).toMatchObject({ code: 'NOT_FOUND' });
    expect(new Set(answers.map(({ text }) => without(text))).size).toBe(1);
  });

  test('T-23: the database refuses a person of another county too', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const [school, person] = [await givenSchool(county), await givenPerson(kaili, '凯里人')];
    const insert = `INSERT INTO appointment (tenant_id, id, school_id, person_id, person_name, post, valid, source)
      VALUES ($1, gen_random_uuid(), $2, $3, '凯里人', 'PRINCIPAL', '[2022-09-01,)', 'ENTERED')`;
    await expect(world.sql(insert, [DANZHAI, uuidOf(school.id), uuidOf(person)])).rejects.toThrow(/foreign key/);
  });

  test('T-24: no header, cookie or field of a request names a tenant', async () => {
    const school = await givenSchool(county);
    const personId = await givenPerson(county, '本县人');
    const input = { schoolId: school.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' };
    const headed = await county.send(APPOINT, { input, tenantId: 'T_522601' }, { 'x-tenant-id': '522601' });
    expect((headed.data as { appoint: { appointment: { id: string } } }).appoint.appointment.id).toMatch(/^A_522636_/);
    for (const more of [{ tenantId: 'T_522601' }, { countyId: '522601' }, { version: 7 }, { source: 'IMPORTED' }]) {
      expect(await county.refusal(APPOINT, { input: { ...input, ...more } })).toMatch(/BAD_INPUT|GRAPHQL_INVALID/);
    }
  });

  test('T-25: an appointment and a school of another county answer like those that are not there', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const school = await givenSchool(kaili);
    const personId = await givenPerson(kaili, '凯里书记');
    const made = await appoint(kaili, { schoolId: school.id, personId, post: 'SECRETARY', startsOn: '2022-09-01' });
    const { id } = (made.data as { appoint: { appointment: { id: string } } }).appoint.appointment;
    const mine = await givenPerson(county, '本县人');
    const of = (one: string): Record<string, unknown> => ({
      id: one,
      expectedVersion: 1,
      endsOn: '2023-06-30',
      reason: '试',
    });
    for (const [query, input] of [
      [END, of],
      [CORRECT, of],
      [
        APPOINT,
        (one: string) => ({
          schoolId: one.replace('A_', 'S_'),
          personId: mine,
          post: 'PRINCIPAL',
          startsOn: '2022-09-01',
        }),
      ],
    ] as const) {
      const target = query === APPOINT ? school.id.replace('S_', 'A_') : id;
      const foreign = await county.send(query, { input: input(target) });
      const missing = await county.send(query, { input: input(target.replace('522601', '522636')) });
      expect(extensions(foreign)).toMatchObject({ code: 'NOT_FOUND' });
      expect(without(foreign.text)).toBe(without(missing.text));
    }
    const still = await kaili.ask<{ appointment: Seat }>(APPOINTMENT, { id });
    expect(still.appointment).toMatchObject({ endsOn: null, version: 1 });
  });

  test('T-33: a city reads what its counties appointed and appoints at its own schools only', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const school = await givenSchool(county);
    const { id, personId } = await seated(school.id, '县管书记');
    expect((await city.ask<{ appointment: Seat }>(APPOINTMENT, { id })).appointment.version).toBe(1);
    expect(await city.refusal(END, { input: { id, expectedVersion: 1, endsOn: '2023-06-30', reason: '试' } })).toBe(
      'FORBIDDEN',
    );
    expect(await city.refusal(CORRECT, { input: { id, expectedVersion: 1, reason: '试' } })).toBe('FORBIDDEN');
    expect(
      await city.refusal(APPOINT, {
        input: { schoolId: school.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' },
      }),
    ).toBe('FORBIDDEN');
    const own = await givenSchool(city);
    expect(
      await city.refusal(APPOINT, { input: { schoolId: own.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' } }),
    ).toBe('NOT_FOUND');
  });

  test('a secretary appoints nobody; a clerk does not even see that there is an appointment', async () => {
    const school = await givenSchool(county);
    const { id, personId } = await seated(school.id, '校书记');
    const account = await world.account([]);
    await world.linkPerson(account.id, personId);
    const secretary = await world.signIn(account.username);
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: school.id });
    const end = { input: { id, expectedVersion: 1, endsOn: '2023-06-30', reason: '试' } };
    const input = { schoolId: school.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' };
    expect(await secretary.refusal(END, end)).toBe('FORBIDDEN');
    expect(await secretary.refusal(APPOINT, { input })).toBe('FORBIDDEN');
    expect(await clerk.refusal(END, end)).toBe('NOT_FOUND');
    expect(await clerk.refusal(APPOINT, { input })).toBe('FORBIDDEN');
  });

  test('nobody appoints, ends or corrects themselves', async () => {
    const school = await givenSchool(county);
    const { id, personId } = await seated(school.id, '管理员本人');
    const account = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
    await world.linkPerson(account.id, personId);
    const self = await world.signIn(account.username);
    const { viewer } = await self.ask<{ viewer: { grants: { id: string; role: string }[] } }>(
      '{ viewer { grants { id role } } }',
    );
    self.grant = viewer.grants.find(({ role }) => role === 'CountyAdmin')?.id ?? '';
    expect(
      await self.refusal(APPOINT, {
        input: { schoolId: school.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' },
      }),
    ).toBe('FORBIDDEN');
    expect(await self.refusal(END, { input: { id, expectedVersion: 1, endsOn: '2023-06-30', reason: '试' } })).toBe(
      'FORBIDDEN',
    );
    expect(await self.refusal(CORRECT, { input: { id, expectedVersion: 1, reason: '试' } })).toBe('FORBIDDEN');
  });
});
