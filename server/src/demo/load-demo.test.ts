import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type pg from 'pg';
import { contributors, entities } from '../modules.js';
import { checkPassword } from '../modules/identity/index.js';
import { standingSettings } from '../modules/tenancy/index.js';
import { readConfig } from '../platform/config.js';
import { connect } from '../platform/database/connect.js';
import { openWriteTransaction } from '../platform/database/write-transaction.js';
import type { ActiveGrant } from '../platform/scope.js';
import { rebuildStanding } from '../platform/standing/rebuild.js';
import { connectAs, startTestDatabase } from '../testing/test-database.js';
import type { TestDatabase } from '../testing/test-database.js';
import { ensureDemo } from './index.js';
import type { LoadedDemo } from './index.js';
import { accountId } from './showcase.js';

const PASSWORD = 'a password of the demonstration';
let database: TestDatabase;
let loader: pg.Client;
let loaded: LoadedDemo | null;

beforeAll(async () => {
  database = await startTestDatabase();
  loader = await connectAs(database.urls.loader);
  loaded = await ensureDemo({ loaderUrl: database.urls.loader, asOf: '2026-10-31', password: PASSWORD });
}, 120_000);
afterAll(async () => {
  await loader.end();
  await database.stop();
});

test('the demonstration is loaded once, into tenants that are marked as such', async () => {
  expect(loaded?.schools).toBe(677);
  expect(await ensureDemo({ loaderUrl: database.urls.loader, asOf: '2026-11-30', password: PASSWORD })).toBeNull();
  const { rows } = await loader.query(
    'SELECT count(*)::int AS n, bool_and(is_demo) AS demo FROM tenant WHERE enrolled_on IS NOT NULL',
  );
  expect(rows).toEqual([{ n: 21, demo: true }]);
});

test('its standing is what the modules make of the same facts', async () => {
  const connections = await connect(database.urls, readConfig({}), entities);
  try {
    for (const tenantId of [360602, 522600, 522601, 522629, 522636]) {
      const before = await standing(tenantId);
      await rebuild(connections.write, tenantId);
      expect(await standing(tenantId)).toEqual(before);
    }
  } finally {
    await connections.end();
  }
}, 120_000);

async function standing(tenantId: number): Promise<unknown[]> {
  const { rows } = await loader.query<{ row: unknown }>(
    'SELECT to_jsonb(s) AS row FROM school_standing s WHERE tenant_id = $1 ORDER BY school_id, valid_from',
    [tenantId],
  );
  expect(rows.length).toBeGreaterThan(0);
  return rows.map(({ row }) => row);
}

async function rebuild(source: Parameters<typeof openWriteTransaction>[0], tenantId: number): Promise<void> {
  const { rows } = await loader.query<{ id: string }>('SELECT id FROM school WHERE tenant_id = $1', [tenantId]);
  const nobody = accountId('test');
  const grant: ActiveGrant = {
    id: 'G_0',
    role: 'CountyAdmin',
    tenantId,
    lo: tenantId,
    hi: tenantId,
    schoolId: null,
    ancestors: [],
    accountId: nobody,
    accountName: 'test',
    personId: null,
  };
  const tx = await openWriteTransaction(source, grant, 'test');
  const ids = rows.map((row) => row.id);
  await rebuildStanding(tx, { contributors, settings: standingSettings }, { tenantId, schoolIds: ids });
  await tx.commit();
}

test('every account has a hash of its own for the one password', async () => {
  const { rows } = await loader.query<{ password_hash: string }>('SELECT password_hash FROM account');
  expect(new Set(rows.map((row) => row.password_hash)).size).toBe(21);
  expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await checkPassword(rows[0]?.password_hash ?? '', PASSWORD)).toBe(true);
});
