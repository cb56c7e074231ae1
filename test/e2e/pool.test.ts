import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inParallel } from '../support/answers.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { asSuperuser } from '../support/database.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../support/world.js';
import type { GrantOf, World } from '../support/world.js';

const TENANTS = [DANZHAI, KAILI, 522623, OTHER_COUNTY, 330105];
const ACCOUNTS_A_TENANT = 5;
const REQUESTS = 1000;

interface Place {
  readonly tenant: number;
  readonly school: string;
  readonly person: string;
}
interface Actor {
  readonly client: Client;
  readonly place: Place;
  readonly role: GrantOf['role'];
}

let world: World;
const places: Place[] = [];
const actors: Actor[] = [];

const mark = (tenant: number): string => `CANARY-${tenant}-`;
/** Any county's canary but those of its own range. */
const othersThan = (own: readonly number[]): RegExp => new RegExp(`canary-(?!(${own.join('|')})-)\\d`, 'i');

async function seat(tenant: number): Promise<void> {
  const admin = await world.signedIn({ role: 'CountyAdmin', tenant });
  const { id: school } = await givenSchool(admin, { name: `${mark(tenant)}小学`, code: `${mark(tenant)}1` });
  const person = await givenPerson(admin, `${mark(tenant)}甲`);
  await appoint(admin, {
    schoolId: school,
    personId: person,
    post: 'SECRETARY',
    startsOn: '2020-01-01',
    documentNo: `${mark(tenant)}文`,
  });
  const place = { tenant, school, person };
  places.push(place);
  for (let i = 0; i < ACCOUNTS_A_TENANT; i += 1) {
    const role = i < 3 ? 'CountyAdmin' : 'CountyInspector';
    const client = await world.signedIn({ role, tenant });
    client.neverSees = othersThan([tenant]);
    actors.push({ client, place, role });
  }
}

beforeAll(async () => {
  world = await createWorld({ ZHIXIAO_READ_POOL: '5', ZHIXIAO_WRITE_POOL: '5' });
  for (const tenant of TENANTS) await seat(tenant);
  const [first] = places;
  const city = await world.signedIn({ role: 'CityInspector', tenant: CITY });
  city.neverSees = othersThan(TENANTS.filter((tenant) => tenant >= 522600 && tenant <= 522699));
  if (first) actors.push({ client: city, place: first, role: 'CityInspector' });
}, 120_000);
afterAll(() => world.end());

type Kind = (actor: Actor, i: number) => Promise<GraphqlAnswer>;

const EVERYTHING = `{ viewer { grant { tenant { name } } } schools(first: 50) { totalCount nodes { name code team { personName documentNo person { name } } } }
  people(first: 50) { totalCount nodes { name appointments { nodes { school { name } } } } } auditEntries(first: 20) { nodes { after before } } }`;
const FIGURES =
  '{ rolloutOverview { schools counties { tenant { id } } } staffingOverview { schools } crossSchoolReport(input: { groupBy: COUNTY }) { schools rows { name } } }';
const NODES = 'query N($ids: [ID!]!) { nodes(ids: $ids) { ... on School { name } ... on Person { name } } }';
const CREATE = 'mutation C($input: PersonInput!) { createPerson(input: $input) { name tenant { id } } }';

const appointAt = (client: Client, input: Record<string, unknown>): Promise<GraphqlAnswer> =>
  appoint(client, input) as Promise<GraphqlAnswer>;

/** What succeeds: reads of every form, and writes under the own county's mark. */
const RIGHT: readonly Kind[] = [
  ({ client }) => client.send(EVERYTHING),
  ({ client }) => client.send(FIGURES),
  ({ client }) => client.send(NODES, { ids: places.flatMap(({ school, person }) => [school, person]) }),
  ({ client }) =>
    client.send('{ schools(first: 5) { nodes { name rolloutEntries { state } standing { validFrom } } } }'),
  ({ client, place }, i) => client.send(CREATE, { input: { name: `${mark(place.tenant)}${i}`, membership: 'FULL' } }),
  ({ client, place }, i) =>
    appointAt(client, {
      schoolId: place.school,
      newPerson: { name: `${mark(place.tenant)}新${i}`, membership: 'FULL' },
      post: 'MIDDLE_MANAGER',
      startsOn: '2021-01-01',
    }),
];

/** What fails in the middle of its transaction, after some of it was written or read. */
const WRONG: readonly Kind[] = [
  // held already: STF-8
  ({ client, place }) =>
    appointAt(client, {
      schoolId: place.school,
      newPerson: { name: `${mark(place.tenant)}二`, membership: 'FULL' },
      post: 'SECRETARY',
      startsOn: '2022-01-01',
    }),
  // the statement itself fails: the unique code
  ({ client, place }) =>
    client.send('mutation S($input: SchoolInput!) { createSchool(input: $input) { name } }', {
      input: {
        code: `${mark(place.tenant)}1`,
        name: `${mark(place.tenant)}重`,
        stage: 'PRIMARY',
        openedOn: '2015-09-01',
      },
    }),
  // a text that no column holds
  ({ client, place }) => client.send(CREATE, { input: { name: `${mark(place.tenant)}\u0000x`, membership: 'FULL' } }),
  // a statement of a pipelined transaction fails
  ({ client }) =>
    client.send('query B($q: String) { schools(filter: { q: $q }) { nodes { name } } people { nodes { name } } }', {
      q: 'a\u0000',
    }),
  ({ client }) =>
    client.send('query C($after: String) { schools(after: $after) { nodes { name } } people { nodes { name } } }', {
      after: Buffer.from('["School.CODE_ASC","x","y","z"]').toString('base64url'),
    }),
  // another county's rows
  ({ client, place }) =>
    appointAt(client, {
      schoolId: otherThan(place).school,
      personId: otherThan(place).person,
      post: 'PRINCIPAL',
      startsOn: '2022-01-01',
    }),
];

function otherThan(place: Place): Place {
  const other = places[(places.indexOf(place) + 1) % places.length];
  if (!other) throw new Error('one place only');
  return other;
}

/** Sends a request and hangs up a few milliseconds later. */
async function hangUp({ client, place }: Actor, i: number): Promise<'gone' | 'answered'> {
  const body =
    i % 2 === 0
      ? { query: EVERYTHING }
      : { query: CREATE, variables: { input: { name: `${mark(place.tenant)}断${i}`, membership: 'FULL' } } };
  try {
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: client.headers({ 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(1 + (i % 25)),
    });
    const text = await response.text();
    if (client.neverSees?.test(text)) throw new Error(`leak: ${text}`);
    return 'answered';
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('leak')) throw error;
    return 'gone';
  }
}

const isWrite = (kind: Kind): boolean => RIGHT.indexOf(kind) >= 4;

/** What the app role's connections are doing, looked at until told to stop. */
function watchSettings(): () => Promise<string[]> {
  const seen = new Set<string>();
  let on = true;
  const looking = asSuperuser(async (client) => {
    while (on) {
      const { rows } = await client.query<{ query: string }>(
        `SELECT query FROM pg_stat_activity WHERE usename = 'zhixiao_app' AND datname = current_database() AND query ~* '(set\\s|set_config).*app[.]'`,
      );
      rows.forEach(({ query }) => seen.add(query));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }, world.database);
  return async () => {
    on = false;
    await looking;
    return [...seen];
  };
}

describe('T-37: many counties over one small pool', () => {
  test('T-37: of 1,000 mixed requests of 26 accounts over pools of 5, with errors and hang-ups, none sees or writes a foreign row', async () => {
    const tally: Record<string, number> = {};
    const count = (what: string): void => void (tally[what] = (tally[what] ?? 0) + 1);
    const settingsSeen = watchSettings();
    await inParallel(REQUESTS, 20, async (i) => {
      const actor = actors[(i * 7) % actors.length];
      if (!actor) return;
      if (i % 10 === 3) {
        const answer = await WRONG[((i / 10) % WRONG.length) | 0]?.(actor, i);
        expect([i, answer?.errors?.length, answer?.text.includes('INTERNAL')]).toEqual([i, expect.any(Number), false]);
        count('refused');
      } else if (i % 20 === 5) {
        count(await hangUp(actor, i));
      } else {
        const kind = RIGHT[(i * 13 + (i >> 3)) % RIGHT.length] as Kind;
        const answer = await kind(actor, i);
        const refused = isWrite(kind) && actor.role !== 'CountyAdmin';
        // a slow machine may shed some: four wait for each connection
        if (answer.errors?.[0]?.extensions.code === 'UNAVAILABLE') return count('shed');
        expect([i, answer.errors?.[0]?.extensions.code]).toEqual([i, refused ? 'FORBIDDEN' : undefined]);
        count(refused ? 'not allowed' : isWrite(kind) ? 'written' : 'read');
      }
    });
    process.stdout.write(
      `T-37: ${actors.length} accounts, ${REQUESTS} requests: ${JSON.stringify(tally)}, 0 foreign rows\n`,
    );
    const settings = await settingsSeen();
    expect(settings.length).toBeGreaterThan(0);
    // only SET LOCAL ends with its transaction
    expect(settings.filter((text) => /set_config|SET (?!LOCAL )(SESSION )?app[.]/i.test(text))).toEqual([]);
    expect(tally['read']).toBeGreaterThan(300);
    expect(tally['written']).toBeGreaterThan(100);
    expect(tally['refused']).toBe(100);
    expect(tally['shed'] ?? 0).toBeLessThan(50);
  }, 180_000);

  test('T-37: every row lies in the county whose mark it bears', async () => {
    for (const [table, column] of [
      ['person', 'name'],
      ['appointment', 'person_name'],
      ['school', 'code'],
      ['school_standing', 'name'],
      ['audit_entry', 'after'],
    ]) {
      const [row] = await world.sql<{ marked: number; foreign: number }>(
        `SELECT count(*)::int AS marked, count(*) FILTER (WHERE ${column}::text NOT LIKE '%CANARY-' || tenant_id || '-%')::int AS foreign
         FROM ${table} WHERE ${column}::text LIKE '%CANARY-%'`,
      );
      expect([table, row?.foreign, (row?.marked ?? 0) > 0]).toEqual([table, 0, true]);
    }
  });

  test('T-37: afterwards the pools are at rest, no larger than allowed, and hold no settings', async () => {
    interface Backend {
      state: string;
      query: string;
      xact: boolean;
    }
    const backends = await world.sql<Backend>(
      `SELECT state, query, xact_start IS NOT NULL AS xact FROM pg_stat_activity WHERE usename = 'zhixiao_app' AND datname = current_database()`,
    );
    expect(backends.length).toBeGreaterThan(0);
    expect(backends.length).toBeLessThanOrEqual(10);
    expect(backends.filter(({ state, xact }) => state !== 'idle' || xact)).toEqual([]);
    // SET LOCAL ends with its transaction; the last that each connection did was to end one
    expect(backends.filter(({ query }) => !/^(COMMIT|ROLLBACK)/.test(query)).map(({ query }) => query)).toEqual([]);
  });

  test('T-37: a connection of the app role without settings sees nothing, before a transaction and after one', async () => {
    const seen =
      'SELECT ((SELECT count(*) FROM school) + (SELECT count(*) FROM person) + (SELECT count(*) FROM audit_entry) + (SELECT count(*) FROM tenant))::int AS n';
    const scope = `SET LOCAL app.tenant_id = '${DANZHAI}'; SET LOCAL app.scope_lo = '${DANZHAI}'; SET LOCAL app.scope_hi = '${DANZHAI}'`;
    const counts = await asSuperuser(async (client) => {
      const count = async (): Promise<number | undefined> => (await client.query<{ n: number }>(seen)).rows[0]?.n;
      await client.query('SET ROLE zhixiao_app');
      const before = await count();
      await client.query(`BEGIN; ${scope}`);
      const within = await count();
      await client.query('COMMIT');
      return { before, within: Number(within) > 0, after: await count() };
    }, world.database);
    expect(counts).toEqual({ before: 0, within: true, after: 0 });
  });
});

describe('a pool that is used up', () => {
  test('who waits too long for a connection is told UNAVAILABLE or TIMEOUT, never INTERNAL, and afterwards all is well', async () => {
    const [actor] = actors;
    if (!actor) throw new Error('nobody there');
    const write = (): Promise<GraphqlAnswer> =>
      actor.client.send(CREATE, { input: { name: `${mark(actor.place.tenant)}等`, membership: 'FULL' } });
    const answers = await asSuperuser(async (client) => {
      await client.query('BEGIN; LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
      const waiting = Promise.all(Array.from({ length: 25 }, write));
      await waiting.finally(() => client.query('COMMIT'));
      return waiting;
    }, world.database);
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'none');
    expect(codes.filter((code) => !['TIMEOUT', 'UNAVAILABLE'].includes(code))).toEqual([]);
    expect(
      await Promise.all(Array.from({ length: 10 }, write)).then((all) => all.filter(({ errors }) => errors)),
    ).toEqual([]);
  }, 60_000);
});
