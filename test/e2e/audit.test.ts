import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const ENTRIES = `query A($filter: AuditFilter, $first: Int, $after: String) { auditEntries(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id at actor role tenant { id name } action subjectType subjectId schoolId before after reason requestId ip } } }`;

interface Entry {
  id: string;
  at: string;
  actor: string;
  role: string;
  tenant: { id: string };
  action: string;
  subjectType: string;
  subjectId: string | null;
  schoolId: string | null;
  before: unknown;
  after: Record<string, unknown> | null;
  requestId: string;
  ip: string | null;
}
interface Answer {
  auditEntries: { totalCount: number; nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

let world: World;
let danzhai: Client;
let kaili: Client;
beforeAll(async () => {
  world = await createWorld();
  danzhai = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'admin-danzhai');
  kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI }, 'admin-kaili');
});
afterAll(() => world.end());

const ask = async (client: Client, filter: object | null = null, more: object = {}): Promise<Answer['auditEntries']> =>
  (await client.ask<Answer>(ENTRIES, { filter, first: 100, ...more })).auditEntries;

describe('the audit', () => {
  test('says who did what to whom under which role, newest first', async () => {
    const { id } = await givenSchool(danzhai, { name: '留痕小学' });
    await danzhai.ask('mutation P { createPerson(input: { name: "甲", membership: FULL }) { id } }');
    const { nodes } = await ask(danzhai);
    expect(nodes.map(({ at }) => at)).toEqual(
      nodes
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    const created = nodes.find(({ action, subjectId }) => action === 'school.created' && subjectId === id);
    expect(created).toMatchObject({
      actor: 'admin-danzhai',
      role: 'CountyAdmin',
      tenant: { id: `T_${DANZHAI}` },
      subjectType: 'School',
      schoolId: id,
      before: null,
      after: { name: '留痕小学' },
    });
    expect(created?.id).toMatch(new RegExp(`^E_${DANZHAI}_`));
  });

  test('is searched by record, school, kind of act and day', async () => {
    const { id } = await givenSchool(danzhai);
    await givenSchool(danzhai);
    const bySubject = await ask(danzhai, { subjectId: id });
    expect(bySubject.nodes.map(({ action }) => action)).toEqual(['school.created']);
    const bySchool = await ask(danzhai, { schoolId: id });
    expect(new Set(bySchool.nodes.map(({ action }) => action))).toEqual(
      new Set(['school.created', 'organization.created']),
    );
    const byAction = await ask(danzhai, { action: 'organization.' });
    expect(byAction.nodes.every(({ action }) => action.startsWith('organization.'))).toBe(true);
    expect(byAction.totalCount).toBe(byAction.nodes.length);
    // an underscore is a letter and no wildcard
    expect((await ask(danzhai, { action: 'organization_' })).nodes).toEqual([]);
    for (const nothing of [
      { subjectId: 'S_522636_nonsense' },
      { schoolId: id.replace('S_', 'P_') },
      { to: '2020-01-01' },
      { from: '2098-01-01' },
    ]) {
      expect((await ask(danzhai, nothing)).totalCount).toBe(0);
    }
  });

  test('a day of the audit is a day of Shanghai, both ends included', async () => {
    const { id } = await givenSchool(danzhai);
    const at = async (instant: string): Promise<number> => {
      await world.sql('UPDATE audit_entry SET at = $2 WHERE subject_id = $1', [id.split('_').at(-1), instant]);
      return (await ask(danzhai, { subjectId: id, from: '2024-05-01', to: '2024-05-02' })).totalCount;
    };
    expect(await at('2024-04-30T15:59:59Z')).toBe(0);
    expect(await at('2024-04-30T16:00:00Z')).toBe(1);
    expect(await at('2024-05-02T15:59:59Z')).toBe(1);
    expect(await at('2024-05-02T16:00:00Z')).toBe(0);
  });

  test('is read page by page without a gap', async () => {
    const all = (await ask(danzhai)).nodes.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await ask(danzhai, null, { first: 2, after });
      paged.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(paged).toEqual(all);
  });

  test('T-11: shows a county its own acts only; one asked for by id elsewhere is not there', async () => {
    const { id } = await givenSchool(kaili);
    const own = await ask(danzhai);
    expect(own.nodes.every(({ tenant }) => tenant.id === `T_${DANZHAI}`)).toBe(true);
    expect(await ask(danzhai, { subjectId: id })).toMatchObject({ totalCount: 0, nodes: [] });
    const [foreign] = (await ask(kaili, { subjectId: id })).nodes;
    const { node } = await danzhai.ask<{ node: unknown }>('query N($id: ID!) { node(id: $id) { id } }', {
      id: foreign?.id,
    });
    expect(node).toBeNull();
  });

  test('tells the operator that something was done and not what', async () => {
    const operator = await world.signedIn({ role: 'PlatformOperator', tenant: 0 });
    const { nodes, totalCount } = await ask(operator);
    expect(totalCount).toBe((await ask(danzhai)).totalCount + (await ask(kaili)).totalCount);
    for (const { at, actor, action, requestId, ...rest } of nodes) {
      expect([at, actor, action, requestId].every(Boolean)).toBe(true);
      expect(rest).toMatchObject({ subjectId: null, schoolId: null, before: null, after: null, reason: null });
    }
    expect(
      await operator.refusal(ENTRIES, {
        filter: { schoolId: nodes[0]?.schoolId ?? 'S_522636_00000000-0000-0000-0000-000000000000' },
      }),
    ).toBe('FORBIDDEN');
  });

  test('is nothing for a clerk, and of the own school for its heads alone', async () => {
    const { id } = await givenSchool(danzhai);
    await givenSchool(danzhai);
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: id });
    expect((await ask(clerk)).totalCount).toBe(0);
    const secretary = await world.signedIn({ role: 'Secretary', tenant: DANZHAI, school: id });
    const { nodes } = await ask(secretary);
    expect(new Set(nodes.map(({ schoolId }) => schoolId))).toEqual(new Set([id]));
  });
});
