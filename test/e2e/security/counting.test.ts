import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf } from '../../support/answers.js';
import { canary, seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import type { Client } from '../../support/client.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

let world: World;
let a: County;
let b: County;
let c: County;
let city: Client;

beforeAll(async () => {
  world = await createWorld();
  a = await seedCounty(world, DANZHAI, 'CANARY-A');
  b = await seedCounty(world, KAILI, 'CANARY-B');
  c = await seedCounty(world, OTHER_COUNTY, 'CANARY-C');
  a.admin.neverSees = /canary-[bc](?![0-9])/i;
  b.admin.neverSees = /canary-[ac](?![0-9])/i;
  city = await world.signedIn({ role: 'CityInspector', tenant: CITY });
  city.neverSees = canary('CANARY-C');
}, 120_000);
afterAll(() => world.end());

describe('T-10: cursors', () => {
  const PAGE =
    'query Page($after: String, $order: SchoolOrder) { schools(first: 1, after: $after, order: $order) { nodes { id } pageInfo { endCursor hasNextPage } } }';

  test('T-10: a cursor of another county shows nothing of it, and one of another order is refused', async () => {
    const page = await a.admin.ask<{ schools: { pageInfo: { endCursor: string } } }>(PAGE);
    const { endCursor } = page.schools.pageInfo;
    const answer = await b.admin.ask<{ schools: { nodes: { id: string }[] } }>(PAGE, { after: endCursor });
    expect(answer.schools.nodes.every(({ id }) => id.startsWith(`S_${KAILI}_`))).toBe(true);
    expect(await b.admin.refusal(PAGE, { after: endCursor, order: 'NAME_ASC' })).toBe('BAD_CURSOR');
  });

  test('T-10: a forged cursor is BAD_CURSOR, whatever it holds', async () => {
    const of = (value: unknown): string =>
      Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
    const forged = [
      '',
      'x',
      '!!!',
      of('null'),
      of('{}'),
      of('[]'),
      of(['School.CODE_ASC']),
      of(['School.CODE_ASC', 'x', 'y', 'z', 'w']),
      of(['School.CODE_ASC', {}, []]),
      of(['School.CODE_ASC', 'CANARY', "'; select 1"]),
      of(['__proto__', 1, 2]),
      'x'.repeat(20_000),
    ];
    for (const after of forged) {
      const answer = await b.admin.send(PAGE, { after });
      expect([after.slice(0, 40), codeOf(answer)]).toEqual([after.slice(0, 40), 'BAD_CURSOR']);
    }
  });
});

describe('T-11: numbers', () => {
  const count = async (table: string, tenants: number[], where = 'true'): Promise<number> => {
    const [row] = await world.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE tenant_id = ANY ($1) AND ${where}`,
      [tenants],
    );
    return row?.n ?? -1;
  };
  const who = (): [string, Client, number[]][] => [
    ['a county', b.admin, [KAILI]],
    ['the city', city, [CITY, DANZHAI, KAILI]],
  ];

  test('T-11: totalCount and pageInfo count own rows only', async () => {
    for (const [name, client, tenants] of who()) {
      const answer = await client.ask<Record<string, { totalCount: number; pageInfo: { hasNextPage: boolean } }>>(
        `{ schools(first: 200) { totalCount pageInfo { hasNextPage } } people(first: 200) { totalCount pageInfo { hasNextPage } }
           appointments(first: 200) { totalCount pageInfo { hasNextPage } } departures(first: 200) { totalCount pageInfo { hasNextPage } }
           auditEntries(first: 200) { totalCount pageInfo { hasNextPage } } importBatches(first: 200) { totalCount pageInfo { hasNextPage } } }`,
      );
      const found = Object.fromEntries(
        Object.entries(answer).map(([field, { totalCount, pageInfo }]) => [field, [totalCount, pageInfo.hasNextPage]]),
      );
      expect([name, found]).toEqual([
        name,
        {
          schools: [await count('school', tenants), false],
          people: [await count('person', tenants), false],
          appointments: [await count('appointment', tenants, 'superseded_at IS NULL'), false],
          departures: [await count('staffing_departure', tenants), false],
          auditEntries: [await count('audit_entry', tenants), false],
          importBatches: [await count('import_batch', tenants), false],
        },
      ]);
    }
  });

  test('T-11: overviews and the report count own schools only, also when another county is asked for', async () => {
    const query = `query Figures($id: ID, $report: ReportInput!) { rolloutOverview(tenantId: $id) { schools counties { tenant { id } } }
      staffingOverview(tenantId: $id) { schools tenuresEnding } lateSchools(tenantId: $id) { school { id } }
      crossSchoolReport(input: $report) { schools total { schools } rows { key name schools } } }`;
    interface Figures {
      rolloutOverview: { schools: number; counties: { tenant: { id: string } }[] };
      staffingOverview: { schools: number };
      lateSchools: { school: { id: string } }[];
      crossSchoolReport: { schools: number; rows: { key: string; schools: number }[] };
    }
    const ask = (client: Client, id?: string): Promise<Figures> =>
      client.ask<Figures>(query, { id, report: { groupBy: 'COUNTY', filter: id ? { tenantId: id } : null } });
    for (const [, client, tenants] of who()) {
      const own = await ask(client);
      const schools = await count('school', tenants);
      expect(schools).toBe(tenants.length === 1 ? 2 : 4);
      expect([own.rolloutOverview.schools, own.staffingOverview.schools, own.crossSchoolReport.schools]).toEqual([
        schools,
        schools,
        schools,
      ]);
      expect(own.lateSchools.length).toBe(schools);
      for (const foreign of [c.ids.Tenant, 'T_999999']) {
        const nothing = await ask(client, foreign);
        expect([
          nothing.rolloutOverview.schools,
          nothing.staffingOverview.schools,
          nothing.crossSchoolReport.schools,
        ]).toEqual([0, 0, 0]);
        expect([nothing.lateSchools, nothing.rolloutOverview.counties, nothing.crossSchoolReport.rows]).toEqual([
          [],
          [],
          [],
        ]);
      }
    }
    const a2 = await ask(b.admin, a.ids.Tenant);
    expect(a2).toEqual(await ask(b.admin, 'T_999999'));
  });
});

describe('T-14: searching', () => {
  test.each(['schools', 'people', 'appointments'])(
    'T-14: %s finds no text of another county, by name, pinyin or code',
    async (field) => {
      const input = { schools: 'SchoolFilter', people: 'PersonFilter', appointments: 'AppointmentFilter' }[field];
      const query = `query Find($filter: ${input}) { ${field}(filter: $filter) { totalCount } }`;
      for (const q of ['CANARY-A', 'canary-a', 'CANARY-A-小学1', 'CANARY-A-1']) {
        expect(
          (await b.admin.ask<Record<string, { totalCount: number }>>(query, { filter: { q } }))[field]?.totalCount,
        ).toBe(0);
      }
      expect(
        (await b.admin.ask<Record<string, { totalCount: number }>>(query, { filter: { q: 'CANARY-B' } }))[field]
          ?.totalCount,
      ).toBeGreaterThan(0);
    },
  );
});
