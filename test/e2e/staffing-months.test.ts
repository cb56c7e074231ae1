import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
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

  const tillJuly = { startsOn: '2019-09-01', endsOn: '2024-07-31', endPrecision: 'MONTH' } as const;
  const recorded = async (id: string): Promise<Seat> =>
    (await county.ask<{ appointment: Seat }>(APPOINTMENT, { id })).appointment;

  test('the month that was recorded is shown, though a successor begins on its first day', async () => {
    const school = await givenSchool(county);
    const old = await seated(school.id, '前任', tillJuly);
    expect(await recorded(old.id)).toMatchObject({ endMonth: '2024-07', endsOn: '2024-07-31' });
    await seated(school.id, '后任', { startsOn: '2024-07-01' });
    expect(await recorded(old.id)).toMatchObject({ endMonth: '2024-07', endsOn: '2024-06-30', endPrecision: 'MONTH' });
    expect(await read(school.id, '2024-06-30')).toMatchObject({ secretaryName: '前任' });
    expect(await read(school.id, '2024-07-01')).toMatchObject({ secretaryName: '后任' });
  });

  test('whoever ends in a month after the successor was recorded is shown with that month too', async () => {
    const school = await givenSchool(county);
    await seated(school.id, '后任', { startsOn: '2024-07-01' });
    const old = await seated(school.id, '前任', tillJuly);
    expect(await recorded(old.id)).toMatchObject({ endMonth: '2024-07', endsOn: '2024-06-30' });
  });

  test('a correction of anything else leaves the month as it was recorded', async () => {
    const school = await givenSchool(county);
    const old = await seated(school.id, '前任', tillJuly);
    await seated(school.id, '后任', { startsOn: '2024-07-01' });
    const input = { id: old.id, expectedVersion: 2, reason: '文号', documentNo: '新号' };
    const made = await county.ask<{ correctAppointment: { appointment: Seat } }>(CORRECT, { input });
    expect(made.correctAppointment.appointment).toMatchObject({ endMonth: '2024-07', endsOn: '2024-06-30' });
  });

  test('when the successor turns out to have begun later, the predecessor served until then', async () => {
    const school = await givenSchool(county);
    const old = await seated(school.id, '前任', tillJuly);
    const next = await seated(school.id, '后任', { startsOn: '2024-07-01' });
    const input = { id: next.id, expectedVersion: 1, reason: '日期', startsOn: '2024-07-20' };
    await county.ask(CORRECT, { input });
    expect(await recorded(old.id)).toMatchObject({ endMonth: '2024-07', endsOn: '2024-07-19' });
    expect(await read(school.id, '2024-07-19')).toMatchObject({ secretaryName: '前任' });
    expect(await read(school.id, '2024-07-20')).toMatchObject({ secretaryName: '后任' });
  });

  test('an end on a day has no month, nor has who is still there', async () => {
    const school = await givenSchool(county);
    const open = await seated(school.id, '在任者', { startsOn: '2020-09-01' });
    expect(await recorded(open.id)).toMatchObject({ endsOn: null, endMonth: null });
    await county.ask(END, { input: { id: open.id, expectedVersion: 1, endsOn: '2023-06-30', reason: '调离' } });
    expect(await recorded(open.id)).toMatchObject({ endsOn: '2023-06-30', endMonth: null });
  });

  test('ending in a month says which', async () => {
    const school = await givenSchool(county);
    const { id } = await seated(school.id, '离任者', { startsOn: '2020-09-01' });
    const input = { id, expectedVersion: 1, endsOn: '2023-06-01', endPrecision: 'MONTH', reason: '调离' };
    await county.ask(END, { input });
    expect(await recorded(id)).toMatchObject({ endsOn: '2023-06-30', endMonth: '2023-06' });
  });
});
