import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { APPOINTMENT, CANCEL, CORRECT, END } from '../support/staffing.js';
import { extensions, givenSeat, readSchool, uuidOf, without } from '../support/staffing.js';
import type { School, Seat } from '../support/staffing.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let county: Client;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
});
afterAll(() => world.end());

const read = (id: string, asOf?: string): Promise<School> => readSchool(county, id, asOf);
const toCome = { name: '将任者', startsOn: '2098-09-01' } as const;
const cancel = (id: string, more: Record<string, unknown> = {}, client = county): Promise<GraphqlAnswer> =>
  client.send(CANCEL, { input: { id, expectedVersion: 1, reason: '另有任用', ...more } });

describe('cancelling an appointment that has not begun', () => {
  test('it is in no team any more, and the record of the school shows it as cancelled, with the reason', async () => {
    const school = await givenSchool(county);
    const { id } = await givenSeat(county, school.id, toCome);
    const answer = await cancel(id);
    const shown = {
      ...{ appointmentId: id, personName: '将任者', post: 'SECRETARY', startsOn: '2098-09-01' },
      ...{ cancelledOn: today, cancelReason: '另有任用' },
    };
    expect(answer.data).toMatchObject({
      cancelAppointment: { id: school.id, appointments: { totalCount: 0 }, cancelledAppointments: [shown] },
    });
    expect(await read(school.id, '2098-09-01')).toMatchObject({
      ...{ secretaryName: null, team: [], appointments: { totalCount: 0 }, cancelledAppointments: [shown] },
    });
    expect((await county.ask<{ appointment: unknown }>(APPOINTMENT, { id })).appointment).toBeNull();
  });

  test('the person’s record shows it too, and the school is none that the person serves', async () => {
    const school = await givenSchool(county);
    const { id, personId } = await givenSeat(county, school.id, toCome);
    const other = await givenSchool(county);
    await appoint(county, { schoolId: other.id, personId, post: 'PRINCIPAL', startsOn: '2022-09-01' });
    await cancel(id);
    const { person } = await county.ask<{ person: unknown }>(
      'query P($id: ID!) { person(id: $id) { cancelledAppointments { appointmentId school { id } person { id } } appointments { totalCount } } }',
      { id: personId },
    );
    expect(person).toEqual({
      cancelledAppointments: [{ appointmentId: id, school: { id: school.id }, person: { id: personId } }],
      appointments: { totalCount: 1 },
    });
    const served = await world.sql<{ served: string[] }>('SELECT school_ids AS served FROM person WHERE id = $1', [
      uuidOf(personId),
    ]);
    expect(served).toEqual([{ served: [uuidOf(other.id)] }]);
  });

  test('who serves the school in another post goes on serving it', async () => {
    const school = await givenSchool(county);
    const { id, personId } = await givenSeat(county, school.id, toCome);
    await appoint(county, { schoolId: school.id, personId, post: 'VICE_PRINCIPAL', startsOn: '2022-09-01' });
    await cancel(id);
    const served = await world.sql('SELECT school_ids AS served FROM person WHERE id = $1', [uuidOf(personId)]);
    expect(served).toEqual([{ served: [uuidOf(school.id)] }]);
  });

  test('the seat is free: another, or the same person, takes it', async () => {
    const school = await givenSchool(county);
    const { id, personId } = await givenSeat(county, school.id, toCome);
    const other = await givenPerson(county, '另一人');
    const seat = { schoolId: school.id, post: 'SECRETARY', startsOn: '2098-09-01' };
    expect(extensions(await appoint(county, { ...seat, personId: other }))).toMatchObject({
      code: 'POST_ALREADY_HELD',
    });
    await cancel(id);
    expect((await appoint(county, { ...seat, personId, endsOn: '2098-09-30' })).errors).toBeUndefined();
    expect((await appoint(county, { ...seat, personId: other, startsOn: '2098-10-01' })).errors).toBeUndefined();
  });

  test('a predecessor whose month yielded to it serves the whole month again', async () => {
    const school = await givenSchool(county);
    const old = await givenSeat(county, school.id, { name: '前任', endsOn: '2098-09-30', endPrecision: 'MONTH' });
    const next = await givenSeat(county, school.id, { ...toCome, startsOn: '2098-09-10' });
    const ends = async (): Promise<unknown> => {
      const { appointment } = await county.ask<{ appointment: Seat }>(APPOINTMENT, { id: old.id });
      return [appointment.endsOn, appointment.endMonth];
    };
    expect(await ends()).toEqual(['2098-09-09', '2098-09']);
    await cancel(next.id);
    expect(await ends()).toEqual(['2098-09-30', '2098-09']);
    expect(await read(school.id, '2098-09-20')).toMatchObject({ secretaryName: '前任' });
  });

  test('the record stays as it was, and who cancelled it is remembered', async () => {
    const school = await givenSchool(county);
    const { id } = await givenSeat(county, school.id, toCome);
    await cancel(id);
    const [row] = await world.sql<Record<string, unknown>>(
      `SELECT valid::text, cancelled_on::text AS on, cancel_reason AS why, superseded_at IS NOT NULL AS gone, superseded_by AS by
       FROM appointment WHERE id = $1`,
      [uuidOf(id)],
    );
    expect(row).toEqual({ valid: '[2098-09-01,)', on: today, why: '另有任用', gone: true, by: null });
    const [entry] = await world.sql<Record<string, unknown>>(
      `SELECT role, reason, before ->> 'startsOn' AS was, after ->> 'cancelledOn' AS on FROM audit_entry
       WHERE subject_id = $1 AND action = 'appointment.cancelled'`,
      [uuidOf(id)],
    );
    expect(entry).toEqual({ role: 'CountyAdmin', reason: '另有任用', was: '2098-09-01', on: today });
  });

  test('one that has begun is ended or corrected instead: on its first day it has', async () => {
    const school = await givenSchool(county);
    const begun = await givenSeat(county, school.id, { name: '在任者', startsOn: today });
    expect(extensions(await cancel(begun.id))).toMatchObject({
      code: 'BAD_STATE',
      params: { reason: 'ALREADY_BEGUN', startsOn: today },
    });
    expect((await read(school.id)).secretaryName).toBe('在任者');
    const input = { id: begun.id, expectedVersion: 1, endsOn: today, reason: '调离' };
    expect((await county.send(END, { input })).errors).toBeUndefined();
  });

  test('T-59: a reason is needed', async () => {
    const school = await givenSchool(county);
    const { id } = await givenSeat(county, school.id, toCome);
    expect(extensions(await cancel(id, { reason: ' \u200B' }))).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: ['reason'] },
    });
    expect((await read(school.id)).appointments.totalCount).toBe(1);
  });

  test('T-91: of twenty at once one wins, and what is cancelled is neither cancelled, ended nor corrected again', async () => {
    const school = await givenSchool(county);
    const { id } = await givenSeat(county, school.id, toCome);
    const answers = await Promise.all(Array.from({ length: 20 }, () => cancel(id)));
    expect(answers.filter((answer) => !answer.errors)).toHaveLength(1);
    const late = [
      ...answers.filter((answer) => answer.errors),
      await cancel(id),
      await county.send(END, { input: { id, expectedVersion: 1, endsOn: '2099-01-01', reason: '试' } }),
      await county.send(CORRECT, { input: { id, expectedVersion: 1, reason: '试' } }),
    ];
    for (const answer of late) {
      expect(extensions(answer)).toMatchObject({ code: 'CONFLICT', params: { currentVersion: 2 } });
    }
    expect((await read(school.id)).cancelledAppointments).toHaveLength(1);
  });

  test('T-25, T-33: another county’s is not there, and a city reads its counties’ and cancels none', async () => {
    const school = await givenSchool(county);
    const { id } = await givenSeat(county, school.id, toCome);
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = await cancel(id, {}, kaili);
    const unknown = await cancel(`A_${KAILI}_${uuidOf(id)}`, {}, kaili);
    expect(extensions(foreign)).toMatchObject({ code: 'NOT_FOUND' });
    expect(without(foreign.text)).toBe(without(unknown.text));
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    expect(extensions(await cancel(id, {}, city))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await read(school.id)).appointments.totalCount).toBe(1);
  });

  test('nobody cancels what concerns themselves', async () => {
    const school = await givenSchool(county);
    const { id, personId } = await givenSeat(county, school.id, toCome);
    const account = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
    await world.linkPerson(account.id, personId);
    const self = await world.signIn(account.username);
    expect(extensions(await cancel(id, {}, self))).toMatchObject({
      code: 'FORBIDDEN',
      params: { reason: 'OWN_PERSON' },
    });
  });
});
