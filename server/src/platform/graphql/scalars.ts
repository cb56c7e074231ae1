import { isCivilDate } from '@zhixiao/domain';
import { GraphQLError, GraphQLScalarType, Kind, valueFromASTUntyped } from 'graphql';

function civil(value: unknown): string {
  if (typeof value === 'string' && isCivilDate(value)) return value;
  throw new GraphQLError('A date is written YYYY-MM-DD and must exist in the calendar');
}

/** A civil date of Asia/Shanghai as text; never a Date object, which would have a time zone. */
export const DateScalar = new GraphQLScalarType({
  name: 'Date',
  description: 'A civil date of Asia/Shanghai, YYYY-MM-DD',
  serialize: String,
  parseValue: civil,
  parseLiteral: (node) => civil(node.kind === Kind.STRING ? node.value : null),
});

/** Instants leave as the text that PostgreSQL made; none comes in. */
export const DateTimeScalar = new GraphQLScalarType({
  name: 'DateTime',
  description: 'An instant, ISO 8601 in UTC',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
});

/** A JSON value whose shape the field's description gives. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'A JSON value with a documented shape',
  serialize: (value) => value,
  parseValue: (value) => value,
  // graphql-js makes objects without a prototype of literals; as a variable the same value is a plain one
  parseLiteral: (node, variables) =>
    JSON.parse(JSON.stringify(valueFromASTUntyped(node, variables) ?? null)) as unknown,
});
