import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DEMO_TABLE_NAMES, DEMO_TABLES } from './tables.js';
import type { DemoTable } from './tables.js';

const CHUNK = 1 << 20;

/** Copies the collected text into its tables, parents first, within the caller's transaction. */
export async function copyRows(client: pg.ClientBase, text: Readonly<Record<DemoTable, string>>): Promise<void> {
  for (const table of DEMO_TABLE_NAMES) {
    if (text[table] === '') continue;
    const target = client.query(copyFrom(`COPY ${table} (${DEMO_TABLES[table].join(', ')}) FROM STDIN`));
    await pipeline(Readable.from(chunks(text[table])), target);
  }
}

function* chunks(text: string): Generator<Buffer> {
  for (let at = 0; at < text.length; at += CHUNK) yield Buffer.from(text.slice(at, at + CHUNK));
}
