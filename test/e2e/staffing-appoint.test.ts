import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { APPOINT, extensions, givenSeat, readSchool } from '../support/staffing.js';
import type { School } from '../support/staffing.js';
import { DANZHAI, createWorld } from '../support/world.js';
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

describe('appointing', () => {
  test('the answer shows the appointment and at once what it breaks of the Opinion', async () => {
    const school = await givenSchool(county);
    const personId = await givenPerson(county, '潘建国');
    await appoint(county, { schoolId: school.id, personId, post: 'SECRETARY', startsOn: '2022-09-01' });
    const { data } = await appoint(county, {
      schoolId: school.id,
      personId,
      post: 'PRINCIPAL',
      startsOn: '2022-09-01',
    });
    const shown = (data as { appoint: { appointment: unknown; school: School & { hardFindings: number } } }).appoint;
    expect(shown.appointment).toMatchObject({ post: 'PRINCIPAL', startsOn: '2022-09-01', endsOn: null, version: 1 });
    expect(shown.school.team.map(({ post }) => post)).toEqual(['SECRETARY', 'PRINCIPAL']);
    expect(shown.school.hardFindings).toBe(1);
    expect(shown.school.findings).toContainEqual({
      checkId: 'STF-5',
      outcome: 'FAIL',
      severity: 'HARD',
      clause: '十二',
      params: { n: 0, deputiesWithAdminPost: [] },
    });
    await seated(school.id, '副书记', { post: 'DEPUTY_SECRETARY', fullTime: true });
    expect((await read(school.id)).findings.map(({ checkId }) => checkId)).not.toContain('STF-5');
  });

  test('a new person is recorded with the appointment, or neither is', async () => {
    const school = await givenSchool(county);
    const input = {
      schoolId: school.id,
      newPerson: { name: '新来者', membership: 'FULL' },
      post: 'SECRETARY',
      startsOn: '2022-09-01',
    };
    expect((await appoint(county, input)).errors).toBeUndefined();
    expect((await read(school.id)).secretaryName).toBe('新来者');
    const second = await appoint(county, { ...input, newPerson: { name: '第二人', membership: 'FULL' } });
    expect(extensions(second)).toMatchObject({ code: 'POST_ALREADY_HELD' });
    expect(await world.sql('SELECT 1 FROM person WHERE name = $1', ['第二人'])).toEqual([]);
  });

  test('one to come is not yet in the team, and is on its first day', async () => {
    const school = await givenSchool(county);
    await seated(school.id, '将任者', { startsOn: '2098-09-01' });
    expect(await read(school.id)).toMatchObject({ secretaryName: null, team: [], appointments: { totalCount: 1 } });
    expect((await read(school.id, '2098-08-31')).team).toEqual([]);
    expect(await read(school.id, '2098-09-01')).toMatchObject({
      secretaryName: '将任者',
      team: [{ personName: '将任者' }],
    });
  });

  test('whatever else it breaks is recorded as it is: separate heads of a branch, a part-time deputy, no committee seat', async () => {
    const school = await givenSchool(county);
    await seated(school.id, '甲');
    await seated(school.id, '乙', { post: 'PRINCIPAL' });
    await seated(school.id, '丙', { post: 'VICE_PRINCIPAL' });
    const { findings } = await read(school.id);
    expect(findings.map(({ checkId, severity, outcome }) => [checkId, severity, outcome])).toEqual(
      expect.arrayContaining([
        ['STF-4', 'DEFAULT', 'FAIL'],
        ['STF-5', 'DEFAULT', 'FAIL'],
        ['STF-6', 'DEFAULT', 'FAIL'],
      ]),
    );
  });

  test.each(['PROBATIONARY', 'DEMOCRATIC_PARTY', 'MASSES'])(
    'STF-7: a party post for one who is %s is refused',
    async (membership) => {
      const school = await givenSchool(county);
      const personId = await givenPerson(county, '未转正者', membership);
      for (const post of ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']) {
        const answer = await appoint(county, { schoolId: school.id, personId, post, startsOn: '2022-09-01' });
        expect(extensions(answer)).toMatchObject({
          code: 'RULE_VIOLATED',
          violations: [{ checkId: 'STF-7', severity: 'HARD', params: { names: ['未转正者'] }, path: ['personId'] }],
        });
      }
      expect(
        (await appoint(county, { schoolId: school.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' })).errors,
      ).toBeUndefined();
    },
  );

  test('STF-7: a member is a full one from the day on that makes him or her one', async () => {
    const school = await givenSchool(county);
    const newPerson = { name: '刚转正', membership: 'FULL', partyFullOn: '2023-07-01' };
    const input = { schoolId: school.id, newPerson, post: 'COMMITTEE_MEMBER' };
    expect(extensions(await appoint(county, { ...input, startsOn: '2023-06-30' }))).toMatchObject({
      code: 'RULE_VIOLATED',
    });
    expect((await appoint(county, { ...input, startsOn: '2023-07-01' })).errors).toBeUndefined();
  });

  test('STF-8: who holds the seat, and since when, is in the refusal', async () => {
    const school = await givenSchool(county);
    await seated(school.id, '在任者');
    const personId = await givenPerson(county, '后来者');
    const answer = await appoint(county, { schoolId: school.id, personId, post: 'SECRETARY', startsOn: '2022-09-01' });
    expect(extensions(answer)).toMatchObject({
      code: 'POST_ALREADY_HELD',
      params: { post: 'SECRETARY', heldBy: '在任者', heldSince: '2020-09-01' },
      violations: [{ checkId: 'STF-8', severity: 'HARD', path: ['startsOn'] }],
    });
    expect(await read(school.id)).toMatchObject({ secretaryName: '在任者', appointments: { totalCount: 1 } });
  });

  test('T-61: the same post twice for one person is refused, two posts for one person are not', async () => {
    const school = await givenSchool(county);
    const { personId } = await seated(school.id, '多职者', { post: 'VICE_PRINCIPAL' });
    const twice = await appoint(county, {
      schoolId: school.id,
      personId,
      post: 'VICE_PRINCIPAL',
      startsOn: '2022-09-01',
    });
    expect(extensions(twice)).toMatchObject({
      code: 'ALREADY_APPOINTED',
      params: { heldBy: '多职者', heldSince: '2020-09-01' },
    });
    expect(
      (await appoint(county, { schoolId: school.id, personId, post: 'COMMITTEE_MEMBER', startsOn: '2022-09-01' }))
        .errors,
    ).toBeUndefined();
  });

  test.each([
    [{ startsOn: '2022-09-01', endsOn: '2022-08-31' }, 'endsOn'],
    [{ startsOn: '2015-08-31' }, 'startsOn'],
    [{ startsOn: '1000-01-01' }, 'startsOn'],
    [{ startsOn: '9999-12-31' }, 'startsOn'],
    [{ endsOn: '9999-12-31' }, 'endsOn'],
    [{ tenureEndsOn: '9999-01-01' }, 'tenureEndsOn'],
    [{ tenureEndsOn: '2022-08-31' }, 'tenureEndsOn'],
    [{ probationUntil: '2022-08-31' }, 'probationUntil'],
    [{ post: 'PRINCIPAL', portfolio: 'YOUTH' }, 'portfolio'],
    [{ personId: null }, 'personId'],
    [{ newPerson: { name: '两人', membership: 'FULL' } }, 'personId'],
  ])('T-59: %j is refused with its field', async (more, field) => {
    const school = await givenSchool(county);
    const personId = await givenPerson(county, '某人');
    const input = { schoolId: school.id, personId, post: 'SECRETARY', startsOn: '2022-09-01', ...more };
    expect(extensions(await appoint(county, input))).toMatchObject({ code: 'BAD_INPUT', params: { path: [field] } });
    expect((await read(school.id)).appointments.totalCount).toBe(0);
  });

  test.each(['0001-01-01', '2023-02-29', '2023-2-1', '2023-09-01T00:00:00Z', ''])(
    'T-59: "%s" is no day',
    async (startsOn) => {
      const school = await givenSchool(county);
      const personId = await givenPerson(county, '某人');
      expect(
        await county.refusal(APPOINT, { input: { schoolId: school.id, personId, post: 'SECRETARY', startsOn } }),
      ).toBe('BAD_INPUT');
    },
  );

  test('the day on which the school opened is early enough, and 29 February a day of a leap year', async () => {
    const school = await givenSchool(county, { openedOn: '2016-02-29' });
    await seated(school.id, '首任', { startsOn: '2016-02-29' });
    expect((await read(school.id, '2016-02-29')).secretaryName).toBe('首任');
  });
});
