import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { formatError } from '../graphql/format-error.js';
import { passThroughPlugin, stringifyResult } from '../graphql/pass-through.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { reading } from '../graphql/graphql-context.js';
import {
  asFields,
  attachReadResolvers,
  createReadRegistry,
  resolveLinks,
  resolvePayload,
  resolveReadByKey,
} from './index.js';
import { readerOf } from './resolve-read.js';
import { actingAs } from './test-support/acting.js';
import type { Actor } from './test-support/acting.js';
import { byGraphql, readSchema } from './test-support/answer.js';
import { startTestDatabase } from './test-support/database.js';
import type { TestDatabase } from './test-support/database.js';
import { declarations } from './test-support/models.js';
import { uuidOf } from './test-support/rows.js';

let db: TestDatabase;
let schema: GraphQLSchema;
let county: Actor;

const school = { tenantId: 522636, id: uuidOf(1, 4) };
const appointment = { tenantId: 522636, id: uuidOf(3, 4) };

beforeAll(async () => {
  db = await startTestDatabase();
  schema = readSchema();
  county = actingAs(db.pool, { grant: {} });
}, 60_000);
afterAll(() => db.stop());

function mutationsAnswer(resolvers: Readonly<Record<string, GraphQLFieldResolver<unknown, GraphqlContext>>>): void {
  const fields = schema.getMutationType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(resolvers)) if (fields[name]) fields[name].resolve = resolve;
}

describe('a mutation', () => {
  test('answers with a row by its key, under the response keys of the selection', async () => {
    mutationsAnswer({
      renameSchool: (_s, _a, ctx, info) => resolveReadByKey(reading(ctx), info, { type: 'School', ...school }),
    });
    const query = 'mutation { a: renameSchool(id: "x") { name: code id: name tenant { id: name } } }';
    expect((await byGraphql(schema, county, { query })).data).toEqual({
      a: { name: 'C48', id: '第4中学 50%_\\"', tenant: { id: '丁县' } },
    });
  });
  test('answers null for a key outside of the range', async () => {
    mutationsAnswer({
      renameSchool: (_s, _a, ctx, info) =>
        resolveReadByKey(reading(ctx), info, { type: 'School', tenantId: 522635, id: uuidOf(1, 3) }),
    });
    expect((await byGraphql(schema, county, { query: 'mutation { renameSchool(id: "x") { id } }' })).data).toEqual({
      renameSchool: null,
    });
  });
  test('answers a payload whose links stand under aliases too, and still after it was kept as JSON', async () => {
    const payload: GraphQLFieldResolver<unknown, GraphqlContext> = async (_s, _a, ctx, info) => {
      const links = await resolvePayload(reading(ctx), info, { school, appointment });
      return JSON.parse(JSON.stringify({ note: 'done', ...links })) as unknown;
    };
    mutationsAnswer({ appoint: payload });
    const query = `mutation { appoint { school: note note: school { id } x: school { code } appointment { startsOn post } } }`;
    expect((await byGraphql(schema, county, { query })).data).toEqual({
      appoint: {
        school: 'done',
        note: { id: `S_522636_${school.id}` },
        x: { code: 'C48' },
        appointment: { startsOn: '2024-05-01', post: 'PRINCIPAL' },
      },
    });
  });
  test('links of several rows come in the order of the keys, in one statement a selection', async () => {
    const keys = [uuidOf(1, 7), uuidOf(1, 99), uuidOf(1, 4)].map((id) => ({ tenantId: 522636, id }));
    const actor = actingAs(db.pool, { grant: {} });
    let links: object[] = [];
    mutationsAnswer({
      appoint: async (_s, _a, ctx, info) => {
        links = await resolveLinks(reading(ctx), info, { school: keys });
        return { note: '', ...links[0] };
      },
    });
    await byGraphql(schema, actor, { query: 'mutation { appoint { school { code } } }' });
    expect(links.map((one) => Object.values(one)[0] as unknown)).toEqual([
      { school: { code: 'C59' } },
      { school: null },
      { school: { code: 'C48' } },
    ]);
    expect(actor.sent).toHaveLength(1);
  });
});

describe('an object that a resolver made itself', () => {
  test('is read by field names where it says so', async () => {
    mutationsAnswer({ renameSchool: () => asFields({ id: 'S', name: 'n', code: 'c' }) });
    const query = 'mutation { renameSchool(id: "x") { name: code code: name id } }';
    expect((await byGraphql(schema, county, { query })).data).toEqual({
      renameSchool: { name: 'c', code: 'n', id: 'S' },
    });
  });
});

describe('in Apollo', () => {
  interface Answer {
    readonly status: number;
    readonly text: string;
  }

  async function post(body: object, ctx: GraphqlContext): Promise<Answer> {
    const registry = readerOf(schema).registry;
    const server = new ApolloServer<GraphqlContext>({
      schema,
      formatError,
      stringifyResult: stringifyResult as never,
      includeStacktraceInErrorResponses: false,
      plugins: [passThroughPlugin(registry)],
    });
    await server.start();
    const headers = new Map([['content-type', 'application/json']]);
    const httpGraphQLRequest = { method: 'POST', headers: headers as never, search: '', body };
    const response = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => ctx });
    await server.stop();
    return { status: response.status ?? 200, text: response.body.kind === 'complete' ? response.body.string : '' };
  }

  test('the text goes out as PostgreSQL made it', async () => {
    const answer = await post({ query: '{ schools(first: 2) { nodes { code } } }' }, county.ctx);
    expect(answer).toEqual({
      status: 200,
      text: '{"data":{"schools":{"nodes":[{"code":"C37"}, \n {"code":"C48"}]}}}\n',
    });
  });
  test('variables that can’t be coerced are 400', async () => {
    const query = 'query ($n: Int!) { schools(first: $n) { totalCount } }';
    const { status, text } = await post({ query, variables: { n: 'x' } }, county.ctx);
    expect({ status, code: codeIn(text) }).toEqual({ status: 400, code: 'BAD_INPUT' });
  });
  test('a refusal says where it comes from', async () => {
    const { text } = await post({ query: '{ s: schools(first: 999) { nodes { id } } }' }, county.ctx);
    expect(JSON.parse(text)).toMatchObject({
      data: null,
      errors: [{ path: ['s'], extensions: { code: 'BAD_INPUT' } }],
    });
  });
  test('without a grant nothing is read', async () => {
    const { text } = await post({ query: '{ schools { totalCount } }' }, { ...county.ctx, grant: null });
    expect(codeIn(text)).toBe('FORBIDDEN');
  });
  test('what PostgreSQL refuses comes under our codes and says nothing of SQL', async () => {
    const failing = actingAs(
      { run: () => Promise.reject(Object.assign(new Error('secret'), { code: '57014' })), end: db.pool.end },
      { grant: {} },
    );
    const { text } = await post({ query: '{ schools { totalCount } }' }, failing.ctx);
    expect(JSON.parse(text)).toMatchObject({ data: null, errors: [{ message: 'TIMEOUT' }] });
    expect(text).not.toContain('secret');
  });
  test('a schema that was attached to another registry does not start', async () => {
    const other = new ApolloServer<GraphqlContext>({
      schema,
      plugins: [passThroughPlugin(createReadRegistry(declarations))],
    });
    await expect(other.start()).rejects.toThrow('another registry');
    expect(() =>
      attachReadResolvers(schema, createReadRegistry({ ...declarations, payloads: { Nothing: {} } })),
    ).toThrow('Nothing');
  });

  function codeIn(text: string): unknown {
    const { errors } = JSON.parse(text) as { errors: { extensions: { code: string } }[] };
    return errors[0]?.extensions.code;
  }
});
