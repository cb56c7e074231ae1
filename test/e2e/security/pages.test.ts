import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf } from '../../support/answers.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import { givenPerson, givenSchool } from '../../support/schools.js';
import { DANZHAI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  for (const name of ['丹寨县第一小学', '百分之100%小学', '下划_线小学', '反\\斜小学', '😀小学', 'Ａ全角小学'])
    await givenSchool(admin, { name });
  for (const name of ['张三', '李%四', '王_五']) await givenPerson(admin, name);
});
afterAll(() => world.end());

/** A small refusal with a code, before anything ran, and the server answers whoever comes next. */
async function refused(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer> {
  const answer = await admin.send(query, variables);
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([400, expect.any(String)]);
  expect(answer.errors?.length).toBeGreaterThan(0);
  expect(answer.errors?.length).toBeLessThanOrEqual(5);
  expect(answer.text.length).toBeLessThan(4000);
  expect(await admin.refusal('{ viewer { today } }')).toBeNull();
  return answer;
}

describe('T-103: page sizes', () => {
  const LISTS = ['schools', 'people', 'appointments', 'departures', 'importBatches', 'auditEntries'];
  const sizes = [1_000_000, 201, 0, -1, 2_147_483_647, -2_147_483_648];

  test.each(LISTS)('T-103: %s takes 1 to 200 a page, as a literal and as a variable', async (list) => {
    for (const first of sizes) {
      expect([first, codeOf(await refused(`{ ${list}(first: ${first}) { totalCount } }`))]).toEqual([
        first,
        'BAD_INPUT',
      ]);
      expect([
        first,
        codeOf(await refused(`query Q($n: Int) { ${list}(first: $n) { totalCount } }`, { n: first })),
      ]).toEqual([first, 'BAD_INPUT']);
      expect([
        first,
        codeOf(await refused(`query Q($n: Int = ${first}) { ${list}(first: $n) { totalCount } }`)),
      ]).toEqual([first, 'BAD_INPUT']);
    }
    for (const first of [99_999_999_999, 1.5, '20', [20], true])
      await refused(`query Q($n: Int) { ${list}(first: $n) { totalCount } }`, { n: first });
    for (const n of [1, 200])
      expect(await admin.refusal(`query Q($n: Int) { ${list}(first: $n) { totalCount } }`, { n })).toBeNull();
  });

  test.each(LISTS)('T-103: %s without a number gives a page of the usual size', async (list) => {
    const page = `{ ${list}(first: null) { nodes { id } } }`;
    expect((await admin.ask<Record<string, { nodes: unknown[] }>>(page))[list]?.nodes.length).toBeLessThanOrEqual(20);
    const variable = `query Q($n: Int) { ${list}(first: $n) { nodes { id } } }`;
    expect(
      (await admin.ask<Record<string, { nodes: unknown[] }>>(variable, { n: null }))[list]?.nodes.length,
    ).toBeLessThanOrEqual(20);
    expect((await admin.ask<Record<string, { nodes: unknown[] }>>(variable))[list]?.nodes.length).toBeLessThanOrEqual(
      20,
    );
  });

  test('T-103: inner pages and the late too', async () => {
    for (const first of sizes) {
      await refused(`query Q($n: Int) { lateSchools(first: $n) { days } }`, { n: first });
      await refused(`query Q($n: Int) { schools(first: 1) { nodes { appointments(first: $n) { totalCount } } } }`, {
        n: first,
      });
      await refused(
        `query Q($n: Int) { schools(first: 1) { nodes { ...F } } } fragment F on School { appointments(first: $n) { totalCount } }`,
        { n: first },
      );
    }
    expect(await admin.refusal('{ lateSchools(first: null) { days } }')).toBeNull();
  });

  test('T-103: pages within pages multiply, from literals and variables', async () => {
    const product = (n: string): string =>
      `schools(first: ${n}) { nodes { appointments(first: ${n}) { nodes { person { appointments(first: ${n}) { nodes { id } } } } } } }`;
    expect(codeOf(await refused(`{ ${product('100')} }`))).toBe('TOO_COMPLEX');
    expect(codeOf(await refused(`query Q($n: Int) { ${product('$n')} }`, { n: 100 }))).toBe('TOO_COMPLEX');
    expect(codeOf(await refused(`query Q($n: Int = 100) { ${product('$n')} }`))).toBe('TOO_COMPLEX');
    expect(
      codeOf(await refused(`query Q($n: Int) { ...F } fragment F on Query { ${product('$n')} }`, { n: 100 })),
    ).toBe('TOO_COMPLEX');
    const beside = Array.from({ length: 30 }, (_, i) => `s${i}: schools(first: 200) { nodes { team { id } } }`).join(
      ' ',
    );
    expect(codeOf(await refused(`{ ${beside} }`))).toBe('TOO_COMPLEX');
  });
});

describe('T-104: far away and long', () => {
  test('T-104: an offset past ten thousand is refused, and one below nothing', async () => {
    for (const offset of [1_000_000_000, 10_001, -1, -1_000_000_000]) {
      for (const list of ['schools', 'people', 'appointments', 'auditEntries']) {
        expect(await admin.refusal(`query Q($o: Int) { ${list}(offset: $o) { nodes { id } } }`, { o: offset })).toBe(
          'BAD_INPUT',
        );
        expect(await admin.refusal(`{ ${list}(offset: ${offset}) { nodes { id } } }`)).toBe('BAD_INPUT');
      }
      expect(
        await admin.refusal(`{ schools(first: 1) { nodes { appointments(offset: ${offset}) { nodes { id } } } } }`),
      ).toBe('BAD_INPUT');
    }
  });

  test('T-104: more than two hundred ids or words in a list are refused', async () => {
    const id = 'S_522636_0190a000-0000-7000-8000-0000000000ff';
    const nodes = 'query N($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(await admin.refusal(nodes, { ids: Array.from({ length: 201 }, () => id) })).toBe('BAD_INPUT');
    expect(await admin.refusal(nodes, { ids: Array.from({ length: 200 }, () => id) })).toBeNull();
    expect(await admin.refusal(nodes, { ids: [] })).toBeNull();
    const failing = 'query F($f: SchoolFilter) { schools(filter: $f) { totalCount } }';
    expect(await admin.refusal(failing, { f: { failing: Array.from({ length: 5000 }, () => 'STF-1') } })).toBe(
      'BAD_INPUT',
    );
    expect(await admin.refusal(failing, { f: { stage: Array.from({ length: 5000 }, () => 'PRIMARY') } })).toBe(
      'BAD_INPUT',
    );
  });
});

describe('T-105: searching', () => {
  const find = (list: string, q: string): Promise<GraphqlAnswer> => {
    const filter = { schools: 'SchoolFilter', people: 'PersonFilter', appointments: 'AppointmentFilter' }[list];
    return admin.send(`query Find($f: ${filter}) { ${list}(filter: $f) { totalCount nodes { id } } }`, { f: { q } });
  };
  const count = async (list: string, q: string): Promise<unknown> =>
    ((await find(list, q)).data as Record<string, { totalCount: number }> | null)?.[list]?.totalCount;

  test('T-105: %, _ and \\ are letters like others', async () => {
    expect(await count('schools', '%')).toBe(1);
    expect(await count('schools', '_')).toBe(1);
    expect(await count('schools', '\\')).toBe(1);
    expect(await count('schools', '0%')).toBe(1);
    expect(await count('schools', '%a%b%c%d%e%f%g%')).toBe(0);
    expect(await count('people', '%')).toBe(1);
    expect(await count('people', '_')).toBe(1);
    for (const q of ["'", "' OR 1=1 --", '$1', '(((((', '.*', '[a-z]+', '(a+)+$', '\\d', '{"a":1}', 'null']) {
      for (const list of ['schools', 'people', 'appointments']) expect([q, await count(list, q)]).toEqual([q, 0]);
    }
  });

  test('T-105: emoji, full width and characters without width are found or not, and never a fault', async () => {
    expect(await count('schools', '😀')).toBe(1);
    expect(await count('schools', 'Ａ全角')).toBe(1);
    for (const q of ['\u200b', '\ufeff', '\u202e', '\ud83d', '\udc00x', '👨‍👩‍👧‍👦', '\u0301', '\n', '\t', ' ']) {
      for (const list of ['schools', 'people', 'appointments'])
        expect([q, (await find(list, q)).errors]).toEqual([q, undefined]);
    }
    for (const list of ['schools', 'people', 'appointments'])
      expect(codeOf(await find(list, 'a\u0000b'))).toBe('BAD_INPUT');
  });

  test('T-105: a term of ten thousand letters is refused', async () => {
    for (const q of ['小'.repeat(10_000), '%a'.repeat(5000), 'x'.repeat(65)]) {
      for (const list of ['schools', 'people', 'appointments'])
        expect([list, codeOf(await find(list, q))]).toEqual([list, 'BAD_INPUT']);
    }
    expect(await count('schools', 'x'.repeat(64))).toBe(0);
    const audit = 'query A($f: AuditFilter) { auditEntries(filter: $f) { totalCount } }';
    expect(await admin.refusal(audit, { f: { action: 'x'.repeat(10_000) } })).toBe('BAD_INPUT');
    expect(
      (await admin.ask<{ auditEntries: { totalCount: number } }>(audit, { f: { action: '%' } })).auditEntries
        .totalCount,
    ).toBe(0);
  });
});
