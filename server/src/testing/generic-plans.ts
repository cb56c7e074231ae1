import { randomUUID } from 'node:crypto';
import { ancestorsOf, subtreeEnd } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { abilityFor } from '@zhixiao/policy';
import { graphql } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type pg from 'pg';
import type { Statement } from '../platform/database/read-pool.js';
import type { GraphqlContext } from '../platform/graphql/graphql-context.js';
import { scopeSql } from '../platform/scope.js';
import type { ActiveGrant } from '../platform/scope.js';

/** A grant over a tenant's range. */
function grantOf(role: Role, tenantId: number): ActiveGrant {
  const accountId = randomUUID();
  return {
    id: `G_${tenantId}_${accountId}`,
    role,
    tenantId,
    lo: tenantId,
    hi: subtreeEnd(tenantId),
    schoolId: null,
    ancestors: ancestorsOf(tenantId),
    accountId,
    accountName: 'x',
    personId: null,
  };
}

export const COUNTY = grantOf('CountyAdmin', 522636);
/** no role reads the nation yet; its range is what plans are to bear */
export const NATION: ActiveGrant = { ...grantOf('CityInspector', 522600), lo: 0, hi: 999999 };

/** The statements that an operation comes to under a grant. */
export async function statementsOf(schema: GraphQLSchema, source: string, grant: ActiveGrant): Promise<Statement[]> {
  const captured: Statement[] = [];
  const run = async (_grant: unknown, _id: string, statements: readonly Statement[]): Promise<{ rows: [] }[]> => {
    captured.push(...statements);
    return statements.map(() => ({ rows: [] }));
  };
  const contextValue = {
    signedIn: {
      accountId: grant.accountId,
      username: 'x',
      displayName: 'x',
      tokenHash: Buffer.alloc(32),
      grants: [grant],
    },
    grant,
    ability: abilityFor(grant),
    ports: { read: { run } },
    requestId: 'plans',
    ip: 'x',
    today: '2026-01-01',
    now: new Date(),
  } as unknown as GraphqlContext;
  await graphql({ schema, source, contextValue });
  return captured;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: PlanNode[];
}

function accessOf(node: PlanNode): string[] {
  const whole = node['Node Type'] === 'Seq Scan' ? [`${node['Relation Name'] ?? ''} whole`] : [];
  const own = node['Index Name'] ? [node['Index Name']] : whole;
  return [...own, ...(node.Plans ?? []).flatMap(accessOf)];
}

/** A value as EXECUTE takes it. */
function literalOf(app: pg.Client, value: unknown): string {
  return app.escapeLiteral(Array.isArray(value) ? `{${value.join(',')}}` : String(value));
}

/** How a statement's generic plan reaches each table under a grant's scope. */
export async function planOf(app: pg.Client, { text, values }: Statement, grant: ActiveGrant): Promise<string[]> {
  await app.query(`BEGIN;${scopeSql(grant, 'plans')};SET LOCAL plan_cache_mode = force_generic_plan`);
  try {
    await app.query(`PREPARE hot AS ${text}`);
    const given = values.map((value) => (value === null ? 'NULL' : literalOf(app, value)));
    const { rows } = await app.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (FORMAT JSON) EXECUTE hot${given.length > 0 ? `(${given.join(', ')})` : ''}`,
    );
    await app.query('DEALLOCATE hot');
    return [...new Set(rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => accessOf(Plan))))].sort();
  } finally {
    await app.query('ROLLBACK');
  }
}

/** SQL: three periods of standing for each school that is there, alike but for their keys. */
export const STANDING_FILL = `INSERT INTO school_standing SELECT r.* FROM (SELECT jsonb_agg(d || jsonb_build_object('tenant_id', s.tenant_id, 'school_id', s.id,
    'code', s.code, 'name_pinyin', s.code, 'scope', 'IN_SCOPE', 'valid_from', v.f, 'valid_to', v.t)) AS rows
  FROM school s, (VALUES ('2000-09-01', '2022-01-01'), ('2022-01-01', '2025-01-01'), ('2025-01-01', 'infinity')) AS v (f, t),
  (SELECT jsonb_object_agg(attname, CASE WHEN atttypid = 'date'::regtype OR atttypid = 'uuid'::regtype THEN 'null'::jsonb WHEN atttypid = 'int'::regtype THEN '1'
      WHEN atttypid = 'bool'::regtype THEN 'true' WHEN atttypid IN ('jsonb'::regtype, 'text[]'::regtype) THEN '[]' ELSE '"x"' END) AS d
    FROM pg_attribute WHERE attrelid = 'school_standing'::regclass AND attnum > 0 AND NOT attisdropped) d) x, jsonb_populate_recordset(NULL::school_standing, x.rows) r`;
