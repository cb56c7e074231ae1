// Writes schema/operations.json: every operation that the admin ships, as { sha256 of its text: { name, query } }.
// A server with ZHIXIAO_OPERATIONS=shipped accepts these texts and no others. Fails if one does not fit the published schema.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, Kind, print, validate } from 'graphql';
import { runnerImport } from 'vite';

const admin = fileURLToPath(new URL('..', import.meta.url));
const schemaFolder = fileURLToPath(new URL('../../schema/', import.meta.url));
const schema = buildSchema(readFileSync(join(schemaFolder, 'schema.graphql'), 'utf8'));
const operations = new Map();

const files = readdirSync(join(admin, 'src'), { recursive: true }).filter((file) => file.endsWith('.graphql.ts'));
for (const file of files.sort()) {
  const { module } = await runnerImport(join(admin, 'src', file), {
    root: admin,
    configFile: false,
    logLevel: 'error',
  });
  for (const document of Object.values(module)) add(document, file);
}
const sorted = Object.fromEntries([...operations].sort(([, a], [, b]) => (a.name < b.name ? -1 : 1)));
writeFileSync(join(schemaFolder, 'operations.json'), `${JSON.stringify(sorted, null, 2)}\n`);
console.log(`${operations.size} operations written to schema/operations.json`);

function add(document, file) {
  const operation = document?.definitions?.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return;
  const name = operation.name?.value;
  const errors = validate(schema, document);
  if (!name) errors.unshift(new Error('an operation needs a name'));
  if ([...operations.values()].some((other) => other.name === name)) errors.unshift(new Error(`${name} exists twice`));
  if (errors.length > 0) {
    throw new Error(`${file}: ${name}: ${errors.map(({ message }) => message).join('; ')}`);
  }
  const text = print(document);
  operations.set(createHash('sha256').update(text).digest('hex'), { name, query: text });
}
