/**
 * Read models: what a GraphQL type reads is declared (table, scope, fields, filters, orders), and the selection of a root
 * field becomes one SQL statement with the tenant's range, the ability's condition, the as-of day, the filter, the order
 * and the page in it. Modules declare in `x.read.ts`; app.ts puts the registry together.
 */
export * from './kinds.js';
export * from './filters.js';
export { all, byKey, extend, list, node, nodes, readModel } from './model.js';
export type { Extension, Model, ModelSpec, Payloads, Root, Roots, RowKey } from './model.js';
export { createReadRegistry } from './registry.js';
export type { ReadDeclarations, ReadRegistry } from './registry.js';
export {
  asFields,
  attachReadResolvers,
  resolveLinks,
  resolvePayload,
  resolveRead,
  resolveReadByKey,
} from './resolve-read.js';
export type { TypedKey } from './resolve-read.js';
export { conditionSql } from './condition-sql.js';
export { handWritten } from './hand-written.js';
export type { HandWritten, HandWrittenAt } from './hand-written.js';
export type { ConditionColumns } from './condition-sql.js';
export { parseKey } from './parse-key.js';
export { verifyCatalogue } from './verify-catalogue.js';
export { verifySchema } from './verify-schema.js';
export { passThroughPlugin, stringifyResult } from '../graphql/pass-through.js';
