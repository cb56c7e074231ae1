import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import {
  APPOINT,
  APPOINTMENT,
  CORRECT,
  END,
  SCHOOL,
  extensions,
  givenSeat,
  readSchool,
  uuidOf,
} from '../support/staffing.js';
import type { School, Seat } from '../support/staffing.js';
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

describe('months', () => {
  const month = { startPrecision: 'MONTH' } as const;
  const tillAugust = { startsOn: '2019-09-15', ...month, endsOn: '2023-08-05', endPrecision: 'MONTH' } as const;

  test('a month-precise start is its first day, an end the last day of its month', async () => {
    const school = await givenSchool(county);
    await seated(school.id, '按月者', tillAugust);
    const [seat] = (await read(school.id)).appointments.nodes;
    expect(seat).toMatchObject({ startsOn: '2019-09-01', endsOn: '2023-08-31', endPrecision: 'MONTH' });
  });

  test('the month in which the school opened begins on the day on which it opened', async () => {
    const school = await givenSchool(county, { openedOn: '2019-09-10' });
    await seated(school.id, '首任', { startsOn: '2019-09-01', ...month });
    expect((await read(school.id)).appointments.nodes[0]?.startsOn).toBe('2019-09-10');
  });

  test('an end in a month yields to a successor of that month, and both are remembered', async () => {
    const school = await givenSchool(county);
    const old = await seated(school.id, '前任', tillAugust);
    await seated(school.id, '后任', { startsOn: '2023-08-16' });
    expect(await read(school.id, '2023-08-15')).toMatchObject({ secretaryName: '前任' });
    expect(await read(school.id, '2023-08-16')).toMatchObject({ secretaryName: '后任' });
    const { appointment } = await county.ask<{ appointment: Seat }>(APPOINTMENT, { id: old.id });
    expect(appointment).toMatchObject({ endsOn: '2023-08-15', version: 2 });
    const entries = await world.sql('SELECT 1 FROM audit_entry WHERE subject_id = $1 AND action = $2', [
      uuidOf(old.id),
      'appointment.yielded',
    ]);
    expect(entries).toHaveLength(1);
  });

  test('it yields whichever of the two is entered first', async () => {
    const school = await givenSchool(county);
    await seated(school.id, '后任', { startsOn: '2023-08-16' });
    await seated(school.id, '前任', tillAugust);
    expect(await read(school.id, '2023-08-15')).toMatchObject({ secretaryName: '前任' });
    expect(await read(school.id, '2023-08-16')).toMatchObject({ secretaryName: '后任' });
  });

  test('it yields to nobody before that month, and an end on a day yields to nobody', async () => {
    const [first, second] = [await givenSchool(county), await givenSchool(county)];
    await seated(first.id, '前任', tillAugust);
    await seated(second.id, '前任', { ...tillAugust, endsOn: '2023-08-31', endPrecision: 'DAY' });
    const personId = await givenPerson(county, '后任');
    const early = { schoolId: first.id, personId, post: 'SECRETARY', startsOn: '2023-07-31' };
    expect(extensions(await appoint(county, early))).toMatchObject({ code: 'POST_ALREADY_HELD' });
    const onDay = { schoolId: second.id, personId, post: 'SECRETARY', startsOn: '2023-08-31' };
    expect(extensions(await appoint(county, onDay))).toMatchObject({ code: 'POST_ALREADY_HELD' });
  });
});

describe('ending', () => {
  const ended = { endsOn: '2023-06-30', reason: '调离', documentNo: '丹教任〔2023〕6号' };

  test('an appointment holds on its last day and no longer', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '离任者');
    const { endAppointment } = await county.ask<{ endAppointment: unknown }>(END, {
      input: { id, expectedVersion: 1, ...ended },
    });
    expect(endAppointment).toMatchObject({
      appointment: { id, endsOn: '2023-06-30', endPrecision: 'DAY', version: 2 },
      school: { secretaryName: null, secretaryVacantSince: '2023-07-01' },
    });
    expect((await read(school.id, '2023-06-30')).secretaryName).toBe('离任者');
    expect((await read(school.id, '2023-07-01')).team).toEqual([]);
    const [entry] = await world.sql<Record<string, unknown>>(
      `SELECT reason, after ->> 'endDocumentNo' AS document, before ->> 'endsOn' AS before FROM audit_entry
       WHERE subject_id = $1 AND action = 'appointment.ended'`,
      [uuidOf(id)],
    );
    expect(entry).toEqual({ reason: '调离', document: '丹教任〔2023〕6号', before: null });
  });

  test('the right that it gave ends with it, for reading too', async () => {
    const school = await givenSchool(county);
    const { id, personId } = await seated(school.id, '原书记');
    const account = await world.account([]);
    await world.linkPerson(account.id, personId);
    const secretary = await world.signIn(account.username);
    const own = () => secretary.send<{ school: { id: string } | null }>(SCHOOL, { id: school.id });
    expect((await own()).data?.school?.id).toBe(school.id);
    await county.ask(END, { input: { id, expectedVersion: 1, ...ended } });
    expect(extensions(await own())).toMatchObject({ code: 'FORBIDDEN' });
  });

  test.each([
    [{ endsOn: '2020-08-31' }, 'endsOn'],
    [{ endsOn: '9999-12-31' }, 'endsOn'],
    [{ reason: ' ' }, 'reason'],
  ])('T-59: %j is refused', async (more, field) => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '在任者');
    const answer = await county.send(END, { input: { id, expectedVersion: 1, ...ended, ...more } });
    expect(extensions(answer)).toMatchObject({ code: 'BAD_INPUT', params: { path: [field] } });
  });

  test('what has ended is not ended again; what ends later may end earlier', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '在任者', { endsOn: '2098-08-31' });
    const end = (endsOn: string, expectedVersion: number): Promise<GraphqlAnswer> =>
      county.send(END, { input: { id, expectedVersion, endsOn, reason: '提前' } });
    expect(extensions(await end('2099-01-01', 1))).toMatchObject({ code: 'BAD_STATE' });
    expect((await end('2097-08-31', 1)).errors).toBeUndefined();
    expect((await end('2023-08-31', 2)).errors).toBeUndefined();
    expect(extensions(await end('2022-08-31', 3))).toMatchObject({
      code: 'BAD_STATE',
      params: { endsOn: '2023-08-31' },
    });
  });

  test('T-91: of a stale version nothing is kept, and of twenty ends at once one wins', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '在任者');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        county.send(END, { input: { id, expectedVersion: 1, endsOn: `2023-06-${i + 10}`, reason: '同时' } }),
      ),
    );
    const won = answers.filter((answer) => !answer.errors);
    expect(won).toHaveLength(1);
    for (const lost of answers.filter((answer) => answer.errors)) {
      expect(extensions(lost)).toMatchObject({ code: 'CONFLICT', params: { currentVersion: 2 } });
    }
    const { appointment } = await county.ask<{ appointment: Seat }>(APPOINTMENT, { id });
    expect(appointment).toMatchObject(
      (won[0]?.data as { endAppointment: { appointment: object } }).endAppointment.appointment,
    );
  });
});

describe('correcting', () => {
  test('a back-dated correction is right on every day, and the old record stays as it was', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '校长甲', { post: 'PRINCIPAL', documentNo: '旧号' });
    expect((await read(school.id, '2019-09-01')).principalName).toBeNull();
    const before = await world.sql('SELECT valid::text, document_no, version, reason FROM appointment WHERE id = $1', [
      uuidOf(id),
    ]);
    const input = { id, expectedVersion: 1, reason: '文件日期录错', startsOn: '2019-09-01', documentNo: '新号' };
    const { correctAppointment } = await county.ask<{ correctAppointment: { appointment: Seat } }>(CORRECT, { input });
    const made = correctAppointment.appointment;
    expect(made).toMatchObject({ startsOn: '2019-09-01', documentNo: '新号', endsOn: null, version: 2 });
    expect(made.id).not.toBe(id);
    expect((await read(school.id, '2019-09-01')).principalName).toBe('校长甲');
    expect((await read(school.id, '2019-08-31')).principalName).toBeNull();
    const after = await world.sql('SELECT valid::text, document_no, version, reason FROM appointment WHERE id = $1', [
      uuidOf(id),
    ]);
    expect(after).toEqual(before);
    const [old] = await world.sql<Record<string, unknown>>(
      'SELECT superseded_by, superseded_at IS NOT NULL AS gone FROM appointment WHERE id = $1',
      [uuidOf(id)],
    );
    expect(old).toEqual({ superseded_by: uuidOf(made.id), gone: true });
    expect((await county.ask<{ appointment: Seat | null }>(APPOINTMENT, { id })).appointment).toBeNull();
    expect((await read(school.id)).appointments.totalCount).toBe(1);
  });

  test('T-91: the record that was corrected can be neither corrected nor ended any more', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '某人');
    await county.ask(CORRECT, { input: { id, expectedVersion: 1, reason: '一', fullTime: true } });
    const again = await county.send(CORRECT, { input: { id, expectedVersion: 1, reason: '二', fullTime: false } });
    expect(extensions(again)).toMatchObject({ code: 'CONFLICT', params: { currentVersion: 2 } });
    const end = await county.send(END, { input: { id, expectedVersion: 1, endsOn: '2023-06-30', reason: '三' } });
    expect(extensions(end)).toMatchObject({ code: 'CONFLICT', params: { currentVersion: 2 } });
  });

  test('an end that was entered wrongly is moved or taken away', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '某人', { endsOn: '2022-08-31' });
    const moved = await county.ask<{ correctAppointment: { appointment: Seat } }>(CORRECT, {
      input: { id, expectedVersion: 1, reason: '日期', endsOn: '2022-12-31' },
    });
    expect(moved.correctAppointment.appointment.endsOn).toBe('2022-12-31');
    const open = await county.ask<{ correctAppointment: { appointment: Seat } }>(CORRECT, {
      input: { id: moved.correctAppointment.appointment.id, expectedVersion: 2, reason: '未免', endsOn: null },
    });
    expect(open.correctAppointment.appointment).toMatchObject({ endsOn: null, startsOn: '2020-09-01', version: 3 });
    expect((await read(school.id)).secretaryName).toBe('某人');
  });

  test('STF-7: a start before full membership is refused; what is contradicted already may still be put right', async () => {
    const school = await givenSchool(county);
    const newPerson = { name: '转正者', membership: 'FULL', partyFullOn: '2021-07-01' };
    const made = await appoint(county, { schoolId: school.id, newPerson, post: 'SECRETARY', startsOn: '2021-07-01' });
    const { id } = (made.data as { appoint: { appointment: { id: string } } }).appoint.appointment;
    const early = await county.send(CORRECT, {
      input: { id, expectedVersion: 1, reason: '日期', startsOn: '2021-06-30' },
    });
    expect(extensions(early)).toMatchObject({ code: 'RULE_VIOLATED', violations: [{ checkId: 'STF-7' }] });
    await world.sql(`UPDATE person SET membership = 'MASSES' WHERE name = $1`, ['转正者']);
    const input = { id, expectedVersion: 1, reason: '文号', documentNo: '新号' };
    const { correctAppointment } = await county.ask<{ correctAppointment: { appointment: object } }>(CORRECT, {
      input,
    });
    expect(correctAppointment.appointment).toMatchObject({ documentNo: '新号' });
  });

  test('a correction into another holder of the seat is refused, and nothing of it is kept', async () => {
    const school = await givenSchool(county);
    const first = await seated(school.id, '前任', { endsOn: '2022-08-31' });
    await seated(school.id, '后任', { startsOn: '2022-09-01' });
    const answer = await county.send(CORRECT, {
      input: { id: first.id, expectedVersion: 1, reason: '延后', endsOn: '2022-09-01' },
    });
    expect(extensions(answer)).toMatchObject({
      code: 'POST_ALREADY_HELD',
      params: { heldBy: '后任', heldSince: '2022-09-01' },
    });
    const { appointment } = await county.ask<{ appointment: Seat }>(APPOINTMENT, { id: first.id });
    expect(appointment).toMatchObject({ endsOn: '2022-08-31', version: 1 });
  });

  test.each([
    [{ reason: ' ' }, 'reason'],
    [{ startsOn: null }, 'startsOn'],
    [{ startsOn: '2015-08-31' }, 'startsOn'],
    [{ endsOn: '2020-08-31' }, 'endsOn'],
  ])('T-59: %j is refused', async (more, field) => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '某人');
    const answer = await county.send(CORRECT, { input: { id, expectedVersion: 1, reason: '更正', ...more } });
    expect(extensions(answer)).toMatchObject({ code: 'BAD_INPUT', params: { path: [field] } });
  });
});
