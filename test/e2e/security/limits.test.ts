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
