import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';

const DATA = fileURLToPath(new URL('../../packages/documents/test-data/', import.meta.url));

export interface Batch {
  id: string;
  status: string;
  version: number;
  canUndo: boolean;
  counts: Record<string, number>;
  result: Record<string, number> | null;
  job: { status: string; message: string | null } | null;
}

export interface Row {
  id: string;
  sheet: string;
  row: number;
  outcome: string;
  change: string;
  reasons: string[];
  warnings: string[];
  cells: Record<string, string>;
  record: Record<string, unknown> | null;
}

export function testFile(name: string): Uint8Array {
  return readFileSync(`${DATA}${name}`);
}

export function testJson<T>(name: string): T {
  return JSON.parse(readFileSync(`${DATA}${name}`, 'utf8')) as T;
}

export interface Upload {
  kind: 'ROSTER' | 'PROGRESS' | 'SCHOOL_REGISTER' | 'MEETINGS';
  name: string;
  bytes: Uint8Array;
  dataAsOf?: string;
  choices?: unknown;
}

/** Sends a file as the wizard does. */
export async function upload(
  client: Client,
  path: string,
  { kind, name, bytes, dataAsOf, choices }: Upload,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  form.set('kind', kind);
  if (dataAsOf) form.set('dataAsOf', dataAsOf);
  if (choices) form.set('choices', JSON.stringify(choices));
  form.set('file', new Blob([bytes as BlobPart]), name);
  const headers = client.headers({ 'idempotency-key': randomUUID() });
  const response = await fetch(`${client.url}${path}`, { method: 'POST', headers, body: form });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const BATCH = 'id status version canUndo counts result job { status message }';

export async function stage(client: Client, file: Upload): Promise<string> {
  const { status, body } = await upload(client, '/files/imports', file);
  if (status !== 200) throw new Error(`staging failed: ${JSON.stringify(body)}`);
  return String(body['batchId']);
}

export async function batchOf(client: Client, id: string): Promise<Batch> {
  const { importBatch } = await client.ask<{ importBatch: Batch }>(
    `query Batch($id: ID!) { importBatch(id: $id) { ${BATCH} } }`,
    { id },
  );
  return importBatch;
}

/** Every row of a batch, page by page. */
export async function rowsOf(client: Client, id: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const { importBatch } = await client.ask<{ importBatch: { rows: { nodes: Row[]; totalCount: number } } }>(
      `query Rows($id: ID!, $offset: Int) { importBatch(id: $id) { rows(first: 200, offset: $offset) { totalCount
        nodes { id sheet row outcome change reasons warnings cells record } } } }`,
      { id, offset: rows.length },
    );
    rows.push(...importBatch.rows.nodes);
    if (rows.length >= importBatch.rows.totalCount) return rows;
  }
}

/** Waits until a batch has left the states in which a worker has it: asked again and again, as the wizard does. */
async function settled(client: Client, id: string): Promise<Batch> {
  const until = Date.now() + 50_000;
  for (;;) {
    const batch = await batchOf(client, id);
    if (batch.job?.status === 'FAILED') throw new Error(`the job failed: ${batch.job.message}`);
    if (batch.job?.status === 'DONE') return batch;
    if (Date.now() > until) throw new Error(`the batch is still ${batch.status}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function confirm(client: Client, id: string, allOrNothing = false): Promise<Batch> {
  const { version } = await batchOf(client, id);
  await client.ask(
    'mutation Confirm($id: ID!, $v: Int!, $all: Boolean) { confirmImport(batchId: $id, expectedVersion: $v, allOrNothing: $all) { id } }',
    { id, v: version, all: allOrNothing },
  );
  return settled(client, id);
}

export async function undo(client: Client, id: string): Promise<Batch> {
  const { version } = await batchOf(client, id);
  await client.ask(
    'mutation Undo($id: ID!, $v: Int!) { undoImport(batchId: $id, expectedVersion: $v, reason: "错误文件") { id } }',
    { id, v: version },
  );
  return settled(client, id);
}
