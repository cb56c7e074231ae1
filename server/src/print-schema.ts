import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema.js';

/** Prints the SDL; `npm run check` compares it with the published schema/schema.graphql. */
process.stdout.write(`${printSchema(lexicographicSortSchema(await createSchema()))}\n`);
