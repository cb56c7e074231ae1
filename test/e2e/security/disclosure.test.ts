import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../support/client.js';
import { startServer } from '../../support/processes.js';
import { DANZHAI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';
import { JSON_TYPE, RawClient } from './raw.js';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const raw: RawClient['send'] = (...of) => new RawClient(admin).send(...of);
const post: RawClient['post'] = (...of) => new RawClient(admin).post(...of);

describe('T-109: what the server tells about itself', () => {
  test('T-109: as shipped it has no introspection, no suggestions, no page and no stack', async () => {
    const server = await startServer(world.databaseUrl, { ZHIXIAO_INTROSPECTION: '0' });
    try {
      const ask = async (query: string): Promise<string> => {
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: admin.headers(JSON_TYPE),
          body: JSON.stringify({ query }),
        });
        return `${response.status} ${await response.text()}`;
      };
      for (const query of [
        '{ __schema { types { name } } }',
        '{ __type(name: "School") { fields { name } } }',
        'query { ...F } fragment F on Query { __schema { queryType { name } } }',
      ]) {
        const text = await ask(query);
        expect(text).toMatch(/^400 .*GRAPHQL_INVALID/);
        expect(text).not.toContain('"name":"School"');
      }
      for (const query of [
        '{ scools { totalCount } }',
        '{ schools { totalCont } }',
        '{ schools(frist: 1) { totalCount } }',
        '{ schools(order: CODE_AS) { totalCount } }',
        '{ schools(filter: { qq: "x" }) { totalCount } }',
        'query Q($f: SchoolFilte) { schools(filter: $f) { totalCount } }',
        '{ node(id: "x") { ... on Schol { id } } }',
      ]) {
        const text = await ask(query);
        expect(text).toMatch(/^400 /);
        expect(text).not.toMatch(/did you mean/i);
      }
      const variables = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: admin.headers(JSON_TYPE),
        body: JSON.stringify({
          query: 'query Q($f: SchoolFilter, $o: SchoolOrder) { schools(filter: $f, order: $o) { totalCount } }',
          variables: { f: { stge: ['PRIMARY'] }, o: 'CODE_AS' },
        }),
      });
      expect(await variables.text()).not.toMatch(/did you mean/i);
      expect(await (await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })).text()).toBe('');
    } finally {
      await server.stop();
    }
  });

  test('T-109: an error holds a code and a request id, and no stack, path of a file or SQL', async () => {
    const texts = await Promise.all([
      post({ query: '{' }),
      post({ query: '{ nope }' }),
      post({ query: 'query Q($n: Int!) { schools(first: $n) { totalCount } }', variables: { n: 'x' } }),
      post({ query: '{ schools(after: "x") { totalCount nodes { id } } }' }),
      post({
        query:
          'mutation { changeSettings(input: { expectedVersion: 0, vacancyDays: 100000, countBranchWithoutCommittee: true }) { version } }',
      }),
      post('{'),
      raw('GET', '/files/F_x'),
      raw('GET', '/nowhere'),
      raw('GET', '/files/..%2f..%2fetc%2fpasswd'),
      raw('GET', '/files/imports/B_x/errors'),
    ]);
    for (const { text } of texts)
      expect(text).not.toMatch(/stack|node_modules|\.js:|\/work\/|\/root|SELECT |QueryFailed|postgres/i);
  });
});
