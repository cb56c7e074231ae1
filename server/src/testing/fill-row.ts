import { randomUUID } from 'node:crypto';
import { abilityFor } from '@zhixiao/policy';
import type pg from 'pg';
import type { ReadContext } from '../platform/context.js';
import type { ReadPool } from '../platform/database/read-pool.js';
import type { ActiveGrant } from '../platform/scope.js';

/** A row of a table with something plausible in every column that must have a value. */
export async function fillRow(client: pg.Client, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  await client.query(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, d.filled || $2::jsonb)).* FROM (
       SELECT jsonb_object_agg(a.attname, CASE WHEN a.atttypid = 'uuid'::regtype THEN to_jsonb(gen_random_uuid()) WHEN a.atttypid = 'int'::regtype THEN '1'
         WHEN a.atttypid = 'bool'::regtype THEN 'false' WHEN a.atttypid = 'jsonb'::regtype OR a.atttypid::regtype::text LIKE '%[]' THEN '[]'
         WHEN a.atttypid = 'date'::regtype THEN '"2026-01-01"' WHEN a.atttypid = 'timestamptz'::regtype THEN '"2026-01-01T00:00:00Z"' ELSE '"x"' END)
         FILTER (WHERE a.attnotnull) AS filled
       FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped) d`,
    [table, JSON.stringify(row)],
  );
}

export type GrantPlace = Pick<ActiveGrant, 'tenantId' | 'lo' | 'hi' | 'schoolId'>;

/** A request of somebody of this role on a day, over the pool of the API role. */
export function readingAs(
  pool: ReadPool,
  role: ActiveGrant['role'],
  { place, today }: { readonly place: GrantPlace; readonly today: string },
): ReadContext {
  const accountId = randomUUID();
  const who = { accountId, accountName: 'x', personId: null };
  const grant = { id: `G_${place.tenantId}_${accountId}`, role, ...place, ancestors: [0], ...who };
  return {
    ...{ requestId: 'test', ip: '::1', today, now: new Date(`${today}T04:00:00Z`), grant },
    ability: abilityFor(grant),
    read: { run: (statements) => pool.run(grant, 'test', statements) },
  };
}
