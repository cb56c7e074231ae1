import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.js';

/** Writes a typed document. Call it in `*.graphql.ts` files only: the build collects the shipped operations from there. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { ID: string; Date: string; DateTime: string; JSON: unknown };
}>();

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

/** A type of the published schema by its name: `SchemaType<'SchoolFilter'>`, `SchemaType<'Post'>`. */
export type SchemaType<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<typeof graphql.scalar<Name>>;
