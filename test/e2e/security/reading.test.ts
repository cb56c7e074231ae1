import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unknownLike, withoutRequestId } from '../../support/answers.js';
import { NODE_TYPES, freeTextColumns } from '../../support/canaries.js';
import type { NodeType } from '../../support/canaries.js';
import type { Client } from '../../support/client.js';
import { everyField } from '../../support/schema-walk.js';
import { DANZHAI } from '../../support/world.js';
import { BY_ID, NODE, createReaders } from './readers.js';
import type { Readers } from './readers.js';

const NODES = 'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }';
let readers: Readers;
let world: Readers['world'];
let schema: Readers['schema'];
let a: Readers['a'];
let b: Readers['b'];
beforeAll(async () => {
  readers = await createReaders();
  ({ world, schema, a, b } = readers);
}, 120_000);
afterAll(() => readers.world.end());

describe('canaries', () => {
  test('every column of free text holds the county’s canary', async () => {
    const columns = await freeTextColumns(world);
    const empty: string[] = [];
    for (const { table, column } of columns) {
      const [row] = await world.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE tenant_id = $1 AND ${column} ILIKE '%canary-a%'`,
        [DANZHAI],
      );
      if (!row?.n) empty.push(`${table}.${column}`);
    }
    expect(columns.length).toBeGreaterThan(40);
    expect(empty).toEqual([]);
  });

  test('who may see a row is answered with its canary, so that the tests below would notice', async () => {
    const plain = (type: string): string => everyField(schema, schema.getType(type)!, 0);
    const links = `organization { ${plain('PartyOrganization')} } team { ${plain('Appointment')} } departures { ${plain('StaffingDeparture')} }`;
    const answer = await a.admin.send(`{ schools { nodes { ${plain('School')} ${links} } } }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.text.match(/CANARY-A/g)?.length).toBeGreaterThan(20);
  });
});

describe('T-01: a row of another county, by its id', () => {
  test.each(NODE_TYPES)(
    'T-01: %s is there for its own county, and hidden from another as if it were not',
    async (type) => {
      const own = await a.admin.ask<{ node: { __typename: string } | null }>(NODE, { id: a.ids[type] });
      expect(own.node?.__typename).toBe(type);
      for (const [who, client] of readers.everybodyOfB) {
        const foreign = await client.send(NODE, { id: a.ids[type] });
        const unknown = await client.send(NODE, { id: unknownLike(a.ids[type]) });
        expect([who, foreign.text]).toEqual([who, unknown.text]);
        expect(foreign.data).toEqual({ node: null });
      }
    },
  );

  test.each(Object.entries(BY_ID))('T-01: %s by the root field %s', async (type, field) => {
    const query = `query One($id: ID!) { ${field}(id: $id) { __typename id } }`;
    const id = a.ids[type as NodeType];
    expect((await a.admin.ask<Record<string, { id: string }>>(query, { id }))[field]?.id).toBe(id);
    for (const [, client] of readers.everybodyOfB) {
      const foreign = await client.send(query, { id });
      expect(foreign.data).toEqual({ [field]: null });
      expect(foreign.text).toBe((await client.send(query, { id: unknownLike(id) })).text);
    }
  });

  test('T-01: a stored file and the refused rows of an import are not handed out', async () => {
    const get = async (client: Client, path: string): Promise<string> => {
      const response = await fetch(`${world.server.url}${path}`, { headers: client.headers() });
      return `${response.status} ${withoutRequestId(await response.text())}`;
    };
    expect(await get(a.admin, `/files/${a.ids.StoredFile}`)).toBe('200 CANARY-A');
    for (const [, client] of readers.everybodyOfB) {
      const foreign = await get(client, `/files/${a.ids.StoredFile}`);
      expect(foreign).toMatch(/^404 /);
      expect(foreign).toBe(await get(client, `/files/${unknownLike(a.ids.StoredFile)}`));
      const rows = await get(client, `/files/imports/${a.ids.ImportBatch}/errors`);
      expect(rows).toMatch(/^404 /);
      expect(rows).toBe(await get(client, `/files/imports/${unknownLike(a.ids.ImportBatch)}/errors`));
    }
  });
});

describe('T-02: several at once', () => {
  test('T-02: own ones are answered in the order asked, foreign ones are null', async () => {
    const own = NODE_TYPES.map((type) => b.ids[type]);
    const foreign = NODE_TYPES.map((type) => a.ids[type]);
    const ids = own.flatMap((id, i) => [foreign[i] ?? '', id]).reverse();
    const answer = await b.admin.ask<{ nodes: ({ id: string } | null)[] }>(NODES, { ids });
    expect(answer.nodes.map((node) => node?.id ?? null)).toEqual(ids.map((id) => (own.includes(id) ? id : null)));
  });
});
