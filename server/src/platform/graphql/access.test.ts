import { describe, expect, test } from '@jest/globals';
import { GraphQLBoolean, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { verifyAccess } from './access.js';

type Rules = Readonly<Record<string, string>>;

function schemaWith(query: Rules, mutation: Rules): GraphQLSchema {
  const type = (name: string, extensions: Rules): GraphQLObjectType =>
    new GraphQLObjectType({ name, fields: { [name.toLowerCase()]: { type: GraphQLBoolean, extensions } } });
  return new GraphQLSchema({ query: type('Query', query), mutation: type('Mutation', mutation) });
}

describe('T-66: who may ask a root field', () => {
  test('T-66: a schema whose fields all say it is served', () => {
    expect(() => verifyAccess(schemaWith({ access: 'grant' }, { access: 'anonymous' }))).not.toThrow();
  });

  test('T-66: one field that says nothing stops the start, a mutation too', () => {
    expect(() => verifyAccess(schemaWith({}, { access: 'grant' }))).toThrow('query');
    expect(() => verifyAccess(schemaWith({ access: 'session' }, {}))).toThrow('mutation');
  });
});
