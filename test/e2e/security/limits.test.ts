import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf } from '../../support/answers.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import { givenPerson, givenSchool } from '../../support/schools.js';
import { DANZHAI, PASSWORD, createWorld } from '../../support/world.js';
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

const LINK = 'team { school { ';
/** A query that goes in circles through a school and its team, so many fields deep. */
const deep = (levels: number): string =>
  `{ schools(first: 1) { nodes { ${LINK.repeat(levels / 2)} id ${'} } '.repeat(levels / 2)} } } }`;

/** What an operation has too much of. */
const tooMuchOf = (answer: GraphqlAnswer): unknown => answer.errors?.[0]?.extensions.params?.['what'];

describe('T-98: depth', () => {
  test('what the screens need is answered', async () => {
    expect(
      await admin.refusal('{ schools(first: 1) { nodes { team { school { team { school { id } } } } } } }'),
    ).toBeNull();
  });

  test('T-98: twenty levels, written out', async () => {
    expect(tooMuchOf(await refused(deep(20)))).toBe('depth');
  });

  test('T-98: twenty levels through fragments, each of them shallow', async () => {
    const fragments = Array.from(
      { length: 10 },
      (_, i) => `fragment F${i} on School { team { school { ${i < 9 ? `...F${i + 1}` : 'id'} } } }`,
    );
    expect(tooMuchOf(await refused(`{ schools(first: 1) { nodes { ...F0 } } } ${fragments.join(' ')}`))).toBe('depth');
    expect(
      tooMuchOf(await refused(`${fragments.reverse().join(' ')} query Q { schools(first: 1) { nodes { ...F0 } } }`)),
    ).toBe('depth');
  });

  test('T-98: twenty levels through inline fragments, with and without a type', async () => {
    const balanced = `{ schools(first: 1) { nodes { ${'... on School { team { ... { school { '.repeat(10)} id ${'} } } } '.repeat(10)} } } }`;
    expect(tooMuchOf(await refused(balanced))).toBe('depth');
  });

  test('T-98: introspection in circles', async () => {
    const circle = `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} } '.repeat(8)} } } }`;
    expect((await refused(circle)).text.length).toBeLessThan(2000);
    const possible = `{ __type(name: "Node") { ${'possibleTypes { interfaces { '.repeat(8)} name ${'} } '.repeat(8)} } }`;
    await refused(possible);
  });
});

describe('T-99: aliases', () => {
  const many = (times: number, field: string): string =>
    Array.from({ length: times }, (_, i) => `a${i}: ${field}`).join(' ');

  test('T-99: two hundred, at the root, inside, in a fragment, or of __typename', async () => {
    expect(tooMuchOf(await refused(`{ ${many(200, 'viewer { today }')} }`))).toBe('aliases');
    expect(tooMuchOf(await refused(`{ schools(first: 1) { nodes { ${many(200, 'name')} } } }`))).toBe('aliases');
    expect(
      tooMuchOf(
        await refused(`{ schools(first: 1) { nodes { ...F } } } fragment F on School { ${many(200, 'name')} }`),
      ),
    ).toBe('aliases');
    expect(tooMuchOf(await refused(`{ ${many(200, '__typename')} }`))).toBe('aliases');
    const spread = Array.from({ length: 20 }, (_, i) => `b${i}: schools(first: 1) { nodes { ...F } }`).join(' ');
    expect(tooMuchOf(await refused(`{ ${spread} } fragment F on School { ${many(10, 'name')} }`))).toBe('aliases');
  });

  const LOGIN = (password: string): string =>
    `login(input: { username: "guessed", password: "${password}" }) { today }`;
  const failures = async (): Promise<number> =>
    (await world.sql<{ n: number }>(`SELECT failed_count AS n FROM account WHERE username = 'guessed'`))[0]?.n ?? -1;

  test('T-99: fifty logins by alias are none, and two in one request are none, in a fragment either', async () => {
    await world.account([], 'guessed');
    const logins = (n: number): string =>
      Array.from({ length: n }, (_, i) => `l${i}: ${LOGIN(i === n - 1 ? PASSWORD : 'wrong')}`).join(' ');
    const forms = [
      `mutation { ${logins(50)} }`,
      `mutation { ${logins(2)} }`,
      `mutation { ...F } fragment F on Mutation { ${logins(30)} }`,
      `mutation { ... on Mutation { ${logins(2)} } }`,
      `mutation { ... { ... { ${logins(2)} } } }`,
      `mutation { ...A ...B } fragment A on Mutation { a: ${LOGIN('wrong')} } fragment B on Mutation { b: ${LOGIN(PASSWORD)} }`,
      `mutation { ...A } fragment A on Mutation { ...B x: ${LOGIN('wrong')} } fragment B on Mutation { y: ${LOGIN(PASSWORD)} }`,
    ];
    for (const query of forms) expect(tooMuchOf(await refused(query))).toMatch(/mutations|aliases/);
    expect(await failures()).toBe(0);
  });

  test('T-99: of two operations only the one that is named runs, and without a name none', async () => {
    expect(codeOf(await refused(`mutation A { ${LOGIN('wrong')} } mutation B { ${LOGIN('wrong')} }`))).toBe(
      'GRAPHQL_INVALID',
    );
    expect(await failures()).toBe(0);
  });

  test('T-99: two writes in one request are none', async () => {
    const create = (name: string): string => `createPerson(input: { name: "${name}", membership: FULL }) { id }`;
    const count = async (): Promise<unknown> => (await world.sql('SELECT count(*) AS n FROM person'))[0];
    const before = await count();
    for (const query of [
      `mutation { a: ${create('甲')} b: ${create('乙')} }`,
      `mutation { ...F } fragment F on Mutation { a: ${create('甲')} b: ${create('乙')} }`,
    ]) {
      expect(codeOf(await refused(query))).toBe('TOO_COMPLEX');
    }
    expect(await count()).toEqual(before);
  });
});

describe('T-101: much of the same', () => {
  test('T-101: three hundred directives', async () => {
    await refused(`{ viewer { today ${'@x '.repeat(300)} } }`);
    await refused(`{ viewer { today ${'@skip(if: false) '.repeat(300)} } }`);
    const each = Array.from({ length: 30 }, () => 'today @include(if: true)').join(' ');
    expect(codeOf(await refused(`{ viewer { ${each} } }`))).toBe('TOO_COMPLEX');
    expect(codeOf(await refused(`{ viewer { ...F } } fragment F on Viewer { ${each} }`))).toBe('TOO_COMPLEX');
  });

  test('T-101: fifteen hundred times the same field, known or unknown', async () => {
    expect(codeOf(await refused(`{ viewer { ${'today '.repeat(1500)} } }`))).toBe('TOO_COMPLEX');
    expect((await refused(`{ viewer { ${'nothing '.repeat(1500)} } }`)).errors?.length).toBeLessThanOrEqual(5);
    expect((await refused(`{ ${'nothing '.repeat(1500)} }`)).errors?.length).toBeLessThanOrEqual(5);
  });

  test('T-101: twenty thousand tokens, a document without end, unclosed braces', async () => {
    await refused(`{ viewer { ${'today '.repeat(20_000)} } }`.slice(0, 99_000));
    await refused('{'.repeat(1900));
    await refused(`{ viewer(${'['.repeat(1900)}`);
    await refused(`query Q(${Array.from({ length: 600 }, (_, i) => `$v${i}: Int`).join(' ')}) { viewer { today } }`);
  });

  test('T-101: an answer does not repeat what was sent at length', async () => {
    const long = 'x'.repeat(50_000);
    await refused(`{ ${long} }`);
    await refused('query Q($f: SchoolFilter) { schools(filter: $f) { totalCount } }', { f: { q: { long } } });
    await refused('query Q($f: SchoolFilter) { schools(filter: $f) { totalCount } }', { f: { [long]: 1 } });
    await refused('query Q($o: SchoolOrder) { schools(order: $o) { totalCount } }', { o: long });
    await refused(`{ schools(order: ${long}) { totalCount } }`);
  });
});

describe('T-102: fragments', () => {
  test('T-102: in circles, alone or by twos, of queries and mutations', async () => {
    await refused('{ viewer { ...F } } fragment F on Viewer { today ...F }');
    await refused('{ viewer { ...F } } fragment F on Viewer { ...G } fragment G on Viewer { ...F }');
    await refused('mutation { ...F } fragment F on Mutation { ...F logout }');
    await refused('mutation { ...F } fragment F on Mutation { ...G logout } fragment G on Mutation { ...F logout }');
    await refused('{ schools(first: 5) { nodes { ...F } } } fragment F on School { team { school { ...F } } }');
  });

  /** A tower in which each fragment spreads the next one twice: 2^levels fields. */
  const tower = (levels: number, on: string, leaf: string): string =>
    Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on ${on} { ${i < levels - 1 ? `...F${i + 1} ...F${i + 1}` : leaf} }`,
    ).join(' ');

  test('T-102: doubling twenty-two times or two hundred', async () => {
    for (const levels of [22, 60, 200]) {
      expect(codeOf(await refused(`{ viewer { ...F0 } } ${tower(levels, 'Viewer', 'today account { id }')}`))).toMatch(
        /TOO_COMPLEX|GRAPHQL_INVALID/,
      );
      expect(codeOf(await refused(`mutation { ...F0 } ${tower(levels, 'Mutation', 'logout')}`))).toMatch(
        /TOO_COMPLEX|GRAPHQL_INVALID/,
      );
    }
    const linked = Array.from(
      { length: 6 },
      (_, i) =>
        `fragment F${i} on School { a${i}: team { school { ...F${i + 1} } } b${i}: team { school { ...F${i + 1} } } }`,
    ).join(' ');
    expect(
      codeOf(await refused(`{ schools(first: 1) { nodes { ...F0 } } } ${linked} fragment F6 on School { id name }`)),
    ).toBe('TOO_COMPLEX');
  });

  test('T-102: unused, unknown and of no type', async () => {
    await refused('{ viewer { today } } fragment F on Viewer { today }');
    await refused('{ viewer { ...Nobody } }');
    await refused('{ viewer { ... on Nobody { x } } }');
    await refused(
      `{ viewer { today } } ${Array.from({ length: 200 }, (_, i) => `fragment F${i} on Viewer { today }`).join(' ')}`,
    );
  });
});

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
