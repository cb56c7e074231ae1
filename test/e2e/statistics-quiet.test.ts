import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { givenPerson, givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const QUIET = `query Quiet($tenantId: ID, $asOf: Date, $days: Int) { quietCounties(tenantId: $tenantId, asOf: $asOf, days: $days) {
  tenant { id name } schools days lastChangeAt lastImportAt } }`;
const HUANGPING = 522622;
const SHIBING = 522623;
const SANSUI = 522624;

interface Quiet {
  tenant: { id: string; name: string };
  schools: number;
  days: number | null;
  lastChangeAt: string | null;
  lastImportAt: string | null;
}

let world: World;
let city: Client;
beforeAll(async () => {
  world = await createWorld();
  await world.sql(`UPDATE tenant SET enrolled_on = '2023-09-01' WHERE id = ANY ($1)`, [
    [CITY, KAILI, DANZHAI, HUANGPING, SHIBING, OTHER_COUNTY],
  ]);
  for (const [tenant, days] of [
    [KAILI, 0],
    [DANZHAI, 45],
    [SHIBING, 31],
    [OTHER_COUNTY, 100],
  ] as const) {
    const admin = await world.signedIn({ role: 'CountyAdmin', tenant });
    await givenSchool(admin);
    if (tenant === DANZHAI) await givenSchool(admin);
    await givenPerson(admin, '某人');
    await world.sql('UPDATE audit_entry SET at = at - make_interval(days => $2) WHERE tenant_id = $1', [tenant, days]);
  }
  // rights and settings are no reports
  const admin = await world.signedIn({ role: 'CountyAdmin', tenant: HUANGPING });
  await admin.ask(
    'mutation { changeSettings(input: { expectedVersion: 0, vacancyDays: 60, countBranchWithoutCommittee: false }) { version } }',
  );
  city = await world.signedIn({ role: 'CityInspector', tenant: CITY });
}, 60_000);
afterAll(() => world.end());

const ask = async (client: Client, variables: Record<string, unknown> = {}): Promise<Quiet[]> =>
  (await client.ask<{ quietCounties: Quiet[] }>(QUIET, variables)).quietCounties;
const shown = (rows: readonly Quiet[]): unknown[] =>
  rows.map(({ tenant, schools, days }) => [tenant.name, schools, days]);

describe('who has not reported', () => {
  test('is every county that never did, then whoever has been silent for longer than thirty days', async () => {
    const rows = await ask(city);
    expect(shown(rows)).toEqual([
      ['黄平县', 0, null],
      ['丹寨县', 2, 45],
      ['施秉县', 1, 31],
    ]);
    expect(rows.map(({ lastImportAt }) => lastImportAt)).toEqual([null, null, null]);
    expect(rows[0]?.lastChangeAt).toBeNull();
    expect(Math.round((Date.now() - Date.parse(rows[1]?.lastChangeAt ?? '')) / 86_400_000)).toBe(45);
  });

  test('is asked for any number of days: silence longer than that', async () => {
    expect(shown(await ask(city, { days: 31 }))).toEqual([
      ['黄平县', 0, null],
      ['丹寨县', 2, 45],
    ]);
    expect(shown(await ask(city, { days: 45 }))).toEqual([['黄平县', 0, null]]);
    for (const days of [0, -1, 3651]) expect(await city.refusal(QUIET, { days })).toBe('BAD_INPUT');
  });

  test('is answered as of a day: what was recorded later had not been recorded yet', async () => {
    const asOf = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
    expect(shown(await ask(city, { asOf }))).toEqual([
      ['凯里市', 1, null],
      ['黄平县', 0, null],
      ['施秉县', 1, null],
    ]);
  });

  test('leaves out who does not take part, or not yet', async () => {
    expect((await ask(city)).some(({ tenant }) => tenant.id === `T_${SANSUI}`)).toBe(false);
    expect(await ask(city, { asOf: '2023-08-31' })).toEqual([]);
  });

  test('counts an import as a report, also one that a city made or that changed nothing', async () => {
    const [own, ofCity] = [randomUUID(), randomUUID()];
    for (const [tenant, id] of [
      [SHIBING, own],
      [CITY, ofCity],
    ] as const) {
      await world.sql(
        `INSERT INTO import_batch (tenant_id, id, kind, file_name, file_sha256, status, mapping, counts, account_id, created_by, confirmed_at)
         VALUES ($1, $2, 'ROSTER', 'f', '', 'CONFIRMED', '{}', '{}', $2, 'x', now() - interval '2 days')`,
        [tenant, id],
      );
    }
    await world.sql(
      `INSERT INTO import_effect (tenant_id, id, batch_id, position, subject_type, subject_id) VALUES ($1, $2, $3, 0, 'School', $2)`,
      [DANZHAI, randomUUID(), ofCity],
    );
    expect(shown(await ask(city))).toEqual([['黄平县', 0, null]]);
    const [danzhai] = (await ask(city, { days: 1 })).filter(({ tenant }) => tenant.id === `T_${DANZHAI}`);
    expect(danzhai?.days).toBe(2);
    expect(Math.round((Date.now() - Date.parse(danzhai?.lastImportAt ?? '')) / 86_400_000)).toBe(2);
    expect(danzhai && danzhai.lastImportAt !== danzhai.lastChangeAt).toBe(true);
  });
});

describe('who is told', () => {
  test('a county of itself, a city of its own counties, and of nothing beyond them', async () => {
    const county = await world.signedIn({ role: 'CountyAdmin', tenant: HUANGPING });
    expect(shown(await ask(county))).toEqual([['黄平县', 0, null]]);
    expect(await ask(county, { tenantId: `T_${DANZHAI}`, days: 1 })).toEqual([]);
    expect(await ask(city, { tenantId: `T_${OTHER_COUNTY}` })).toEqual([]);
    expect(shown(await ask(city, { tenantId: `T_${HUANGPING}` }))).toEqual([['黄平县', 0, null]]);
    for (const tenantId of ['nonsense', 'T_999999']) expect(await ask(city, { tenantId })).toEqual([]);
  });

  test('nobody of a school, nor the operator', async () => {
    const admin = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const { id } = await givenSchool(admin);
    for (const role of ['Secretary', 'SchoolClerk'] as const) {
      const person = await world.signedIn({ role, tenant: KAILI, school: id });
      expect(await person.refusal(QUIET)).toBe('FORBIDDEN');
    }
    expect(await (await world.signedIn({ role: 'PlatformOperator', tenant: 0 })).refusal(QUIET)).toBe('FORBIDDEN');
  });
});
