import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withoutRequestId } from '../support/answers.js';
import type { Client } from '../support/client.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const CHANGE = `mutation Change($input: TenantSettingInput!) { changeSettings(input: $input) { fileRetentionDays version } }`;
const NODE = 'query File($id: ID!) { node(id: $id) { ... on StoredFile { name expiredAt } } }';

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  await world.worker();
});
afterAll(() => world.end());

let serial = 0;

/** A file of two parts that was made so many days ago. */
async function givenFile(tenant: number, days: number): Promise<string> {
  const uuid = `11111111-1111-4111-8111-${String((serial += 1)).padStart(12, '0')}`;
  await world.sql(
    `INSERT INTO stored_file (tenant_id, id, name, media_type, size, sha256, account_id, created_at)
     VALUES ($1, $2, 'report.xlsx', 'text/plain', 2, '', $2, now() - make_interval(days => $3))`,
    [tenant, uuid, days],
  );
  for (const no of [0, 1])
    await world.sql(`INSERT INTO stored_file_part (tenant_id, file_id, no, bytes) VALUES ($1, $2, $3, 'x')`, [
      tenant,
      uuid,
      no,
    ]);
  return `F_${tenant}_${uuid}`;
}

const uuidOf = (id: string): string => id.split('_')[2] ?? '';

async function parts(id: string): Promise<number> {
  return (await world.sql('SELECT 1 FROM stored_file_part WHERE file_id = $1', [uuidOf(id)])).length;
}

/** Runs the nightly task now, and waits until it is through. */
async function tidy(): Promise<void> {
  const [job] = await world.sql<{ id: string }>(`SELECT id FROM graphile_worker.add_job('expire-files')`);
  for (let tries = 0; tries < 300; tries += 1) {
    const left = await world.sql('SELECT 1 FROM graphile_worker.jobs WHERE id = $1', [job?.id]);
    if (left.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the task does not end');
}

async function get(client: Client, id: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`${world.server.url}/files/${id}`, { headers: client.headers() });
  return { status: response.status, text: withoutRequestId(await response.text()) };
}

const setting = (fileRetentionDays: number | null, expectedVersion: number): Record<string, unknown> => ({
  input: { expectedVersion, vacancyDays: 90, countBranchWithoutCommittee: false, fileRetentionDays },
});

describe('how long files are kept', () => {
  test('is thirty days unless the tenant, or one above it, says otherwise', async () => {
    type Settings = { viewer: { settings: { fileRetentionDays: number; version: number } } };
    const query = '{ viewer { settings { fileRetentionDays version } } }';
    expect((await county.ask<Settings>(query)).viewer.settings).toEqual({ fileRetentionDays: 30, version: 0 });
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    await city.ask(CHANGE, setting(10, 0));
    expect((await county.ask<Settings>(query)).viewer.settings.fileRetentionDays).toBe(10);
    const changed = await county.ask<{ changeSettings: object }>(CHANGE, setting(3, 0));
    expect(changed.changeSettings).toEqual({ fileRetentionDays: 3, version: 1 });
  });

  test('stays as it is where a change of the settings does not name it', async () => {
    const input = { expectedVersion: 1, vacancyDays: 60, countBranchWithoutCommittee: false };
    const changed = await county.ask<{ changeSettings: object }>(CHANGE, { input });
    expect(changed.changeSettings).toEqual({ fileRetentionDays: 3, version: 2 });
  });

  test.each([0, -1, 366, 100_000])('of %i days is refused', async (days) => {
    expect(await county.refusal(CHANGE, setting(days, 2))).toBe('BAD_INPUT');
  });
});

describe('a file that is past its time', () => {
  let old: string;
  let young: string;
  let besides: Record<'kaili' | 'kailiOld' | 'far' | 'farOld', string>;

  test('loses its bytes and is marked, and a younger one is left alone', async () => {
    [old, young] = [await givenFile(DANZHAI, 4), await givenFile(DANZHAI, 2)];
    besides = {
      kaili: await givenFile(KAILI, 9),
      kailiOld: await givenFile(KAILI, 11),
      far: await givenFile(OTHER_COUNTY, 29),
      farOld: await givenFile(OTHER_COUNTY, 31),
    };
    await tidy();
    const { kaili, kailiOld, far, farOld } = besides;
    expect(await Promise.all([old, kailiOld, farOld].map(parts))).toEqual([0, 0, 0]);
    expect(await Promise.all([young, kaili, far].map(parts))).toEqual([2, 2, 2]);
    const { node } = await county.ask<{ node: { name: string; expiredAt: string | null } }>(NODE, { id: old });
    expect([node.name, Math.abs(Date.parse(node.expiredAt ?? '') - Date.now()) < 60_000]).toEqual([
      'report.xlsx',
      true,
    ]);
    expect((await county.ask<{ node: { expiredAt: null } }>(NODE, { id: young })).node.expiredAt).toBeNull();
  });

  test('is answered as gone to whom it was shown, and to nobody else', async () => {
    const gone = await get(county, old);
    expect(gone.status).toBe(410);
    const [error] = (JSON.parse(gone.text) as { errors: { extensions: { code: string; params: object } }[] }).errors;
    expect(error?.extensions).toMatchObject({
      code: 'FILE_EXPIRED',
      params: { expiredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
    });
    expect((await get(county, young)).status).toBe(200);
    const other = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = await get(other, old);
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(await get(other, `F_${DANZHAI}_00000000-0000-7000-8000-000000000000`));
  });

  test('is counted in a job of its tenant and in its audit', async () => {
    const jobs = await world.sql(
      `SELECT tenant_id, status, done, total FROM job WHERE kind = 'expire-files' ORDER BY tenant_id`,
    );
    expect(jobs).toEqual(
      [OTHER_COUNTY, KAILI, DANZHAI].map((tenant_id) => ({ tenant_id, status: 'DONE', done: 1, total: 1 })),
    );
    const { auditEntries } = await county.ask<{ auditEntries: { nodes: object[] } }>(
      'query A($filter: AuditFilter) { auditEntries(filter: $filter) { nodes { actor action subjectType after } } }',
      { filter: { action: 'files.' } },
    );
    expect(auditEntries.nodes).toEqual([
      { actor: 'system', action: 'files.expired', subjectType: 'Job', after: { files: 1, retentionDays: 3 } },
    ]);
  });

  test('is not looked at again: a second night has nothing to do and says nothing', async () => {
    await tidy();
    expect(await world.sql(`SELECT 1 FROM job WHERE kind = 'expire-files'`)).toHaveLength(3);
  });
});

test('an attachment of a record is no export: it stays', async () => {
  const id = await givenFile(DANZHAI, 400);
  await world.sql('UPDATE stored_file SET attached = true WHERE id = $1', [uuidOf(id)]);
  await tidy();
  expect(await parts(id)).toBe(2);
  expect(await world.sql('SELECT 1 FROM stored_file WHERE id = $1 AND expired_at IS NULL', [uuidOf(id)])).toHaveLength(
    1,
  );
});

test('parts that a job left behind when it broke off go too', async () => {
  const leave = (id: string, days: number): Promise<unknown> =>
    world.sql(
      `INSERT INTO stored_file_part (tenant_id, file_id, no, bytes, created_at) VALUES ($1, $2, 0, 'x', now() - make_interval(days => $3))`,
      [DANZHAI, id, days],
    );
  const [abandoned, inTheMaking] = ['22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'];
  await leave(abandoned, 2);
  await leave(inTheMaking, 0);
  await tidy();
  expect([await parts(`F_${DANZHAI}_${abandoned}`), await parts(`F_${DANZHAI}_${inTheMaking}`)]).toEqual([0, 1]);
});

test('the worker does it every night by itself', async () => {
  const known = await world.sql<{ identifier: string }>(
    'SELECT identifier FROM graphile_worker._private_known_crontabs',
  );
  expect(known).toContainEqual({ identifier: 'expire-files' });
});
