import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { appoint, givenSchool } from '../support/schools.js';
import { APPOINTMENT, CORRECT, END, extensions, givenSeat, readSchool, uuidOf } from '../support/staffing.js';
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
