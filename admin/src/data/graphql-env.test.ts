import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, isInputObjectType } from 'graphql';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the types that documents are checked with name every type and field of the published schema', () => {
  const types = read('./graphql-env.d.ts');
  const schema = buildSchema(read('../../../schema/schema.graphql'));
  const missing = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__')) return [];
    const fields = 'getFields' in type ? Object.keys(type.getFields()) : [];
    const line = types.split('\n').find((text) => text.trimStart().startsWith(`'${type.name}':`));
    if (!line) return [type.name];
    const written = (field: string) => (isInputObjectType(type) ? `name: '${field}'` : `'${field}': {`);
    return fields.filter((field) => !line.includes(written(field)));
  });
  expect(missing).toEqual([]);
});
