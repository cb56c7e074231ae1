import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, subtreeEnd } from '@zhixiao/domain';
import fc from 'fast-check';
import pg from 'pg';
import { connectAs, startTestDatabase } from './testing/test-database.js';
import type { TestDatabase } from './testing/test-database.js';
import { grantSource } from './modules.js';
import { createSessionStore } from './modules/identity/index.js';

let database: TestDatabase;
let superuser: pg.Client;
let auth: pg.Pool;

beforeAll(async () => {
  database = await startTestDatabase();
  superuser = await connectAs(database.superuserUrl);
  await superuser.query('SET search_path = zhixiao, public');
  auth = new pg.Pool({ connectionString: database.urls.auth, max: 2 });
  auth.on('error', () => undefined); // the cluster ends while the pool lets its connections go
}, 60_000);
afterAll(async () => {
  await Promise.all([superuser.end(), auth.end()]);
  await database.stop();
});

const EPOCH = '2024-01-01';
const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays(EPOCH, n));
const span = fc.tuple(day, fc.option(fc.integer({ min: 1, max: 300 })));
const tenant = fc.constantFrom(522600, 522601, 522636, 330100, 330102);
const grants = fc.array(
  fc.record({ tenant, role: fc.constantFrom('CityAdmin', 'CountyInspector'), span, revoked: fc.boolean() }),
  { maxLength: 4 },
);
const posts = fc.array(
  fc.record({
    tenant,
    post: fc.constantFrom('SECRETARY', 'PRINCIPAL', 'VICE_PRINCIPAL', 'UNION_CHAIR'),
    span,
    superseded: fc.boolean(),
  }),
  { maxLength: 4 },
);

type Span = [string, number | null];
const rangeOf = ([from, days]: Span): string => `[${from},${days === null ? '' : addDays(from, days)})`;
const holds = ([from, days]: Span, on: string): boolean => from <= on && (days === null || on < addDays(from, days));

const ROLE: Readonly<Record<string, string | undefined>> = {
  SECRETARY: 'Secretary',
  PRINCIPAL: 'Principal',
  VICE_PRINCIPAL: 'AdminTeamMember',
};
type GrantWish = { tenant: number; role: string; span: Span; revoked: boolean };
type PostWish = { tenant: number; post: string; span: Span; superseded: boolean };

async function givenAccount(wished: readonly GrantWish[], held: readonly PostWish[]): Promise<string> {
  const account = randomUUID();
  await superuser.query(`INSERT INTO account (id, username, display_name, password_hash) VALUES ($1, $2, 'x', 'x')`, [
    account,
    account,
  ]);
  for (const { tenant: at, role, span: dates, revoked } of wished) {
    await superuser.query(
      `INSERT INTO role_grant (tenant_id, id, account_id, account_name, role, valid, granted_by, reason, revoked_at) VALUES ($1, $2, $3, 'x', $4, $5, 'x', 'x', $6)`,
      [at, randomUUID(), account, role, rangeOf(dates), revoked ? new Date() : null],
    );
  }
  for (const wish of held) await givenPost(account, wish);
  return account;
}

async function givenPost(account: string, { tenant: at, post, span: dates, superseded }: PostWish): Promise<void> {
  const [school, person] = [randomUUID(), randomUUID()];
  const run = (sql: string, values: unknown[]): Promise<unknown> => superuser.query(sql, [at, ...values]);
  await run(`INSERT INTO school (tenant_id, id, code, opened_on) VALUES ($1, $2, $3, '2010-09-01')`, [
    school,
    school.slice(0, 12),
  ]);
  await run(
    `INSERT INTO person (tenant_id, id, person_key, name, name_pinyin, name_initials, membership) VALUES ($1, $2, $2, '某', 'mou', 'm', 'FULL')`,
    [person],
  );
  await run('INSERT INTO account_person (tenant_id, account_id, person_id) VALUES ($1, $2, $3)', [account, person]);
  await run(
    `INSERT INTO appointment (tenant_id, id, school_id, person_id, person_name, post, valid, source, superseded_at) VALUES ($1, $2, $3, $4, '某', $5, $6, 'ENTERED', $7)`,
    [randomUUID(), school, person, post, rangeOf(dates), superseded ? new Date() : null],
  );
}

test('the grants of an account on any day are the granted roles and the posts of that day, and reach as far as their tenant', async () => {
  const sessions = createSessionStore(auth, grantSource);
  await fc.assert(
    fc.asyncProperty(grants, posts, day, async (wished, held, on) => {
      const account = await givenAccount(wished, held);
      const active = await sessions.grantsOf(account, on);
      const expected = [
        ...wished
          .filter((w) => !w.revoked && holds(w.span, on))
          .map((w) => [w.role, w.tenant, w.tenant, subtreeEnd(w.tenant), false]),
        ...held
          .filter((p) => !p.superseded && holds(p.span, on) && ROLE[p.post])
          .map((p) => [ROLE[p.post], p.tenant, p.tenant, p.tenant, true]),
      ];
      const found = active.map((g) => [g.role, g.tenantId, g.lo, g.hi, g.schoolId !== null]);
      const sort = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();
      expect(sort(found)).toEqual(sort(expected));
    }),
    { numRuns: 150 },
  );
}, 60_000);
