import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { APPOINTMENT, CORRECT, END, SCHOOL, extensions, givenSeat, readSchool, uuidOf } from '../support/staffing.js';
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

  test('its document and its reason are shown with it, and corrected with a reason of their own', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '离任者');
    await county.ask(END, { input: { id, expectedVersion: 1, ...ended } });
    const shown = { endDocumentNo: '丹教任〔2023〕6号', endReason: '调离' };
    expect((await read(school.id)).appointments.nodes).toMatchObject([{ id, ...shown }]);
    const corrected = await county.ask<{ correctAppointment: { appointment: Seat } }>(CORRECT, {
      input: { id, expectedVersion: 2, reason: '文号录错', endDocumentNo: '丹教任〔2023〕9号' },
    });
    const { appointment } = corrected.correctAppointment;
    expect(appointment).toMatchObject({ ...shown, endDocumentNo: '丹教任〔2023〕9号', endsOn: '2023-06-30' });
    const open = await county.ask<{ correctAppointment: { appointment: Seat } }>(CORRECT, {
      input: { id: appointment.id, expectedVersion: 3, reason: '未免', endsOn: null },
    });
    expect(open.correctAppointment.appointment).toMatchObject({ endsOn: null, endDocumentNo: null, endReason: null });
  });

  test('a past appointment is entered whole, with the document and the reason of its end', async () => {
    const school = await givenSchool(county);
    const end = { endsOn: '2023-06-30', endDocumentNo: '丹教任〔2023〕6号', endReason: '退休' };
    const { id } = await seated(school.id, '前任', end);
    expect((await county.ask<{ appointment: Seat }>(APPOINTMENT, { id })).appointment).toMatchObject(end);
    const personId = await givenPerson(county, '现任');
    const open = { schoolId: school.id, personId, post: 'PRINCIPAL', startsOn: '2023-07-01', endReason: '退休' };
    expect(extensions(await appoint(county, open))).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: ['endReason'], reason: 'WITHOUT_END' },
    });
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
