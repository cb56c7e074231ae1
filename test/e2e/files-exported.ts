import { expect } from '@jest/globals';
import ExcelJS from 'exceljs';
import type { Client } from '../support/client.js';
import { insertStanding, randomStanding } from '../support/standing.js';
import type { StandingRow } from '../support/standing.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

export const EXPORT = 'mutation E($input: ExportReportInput!) { exportReport(input: $input) { id kind status } }';
export const JOB = `query J($id: ID!) { job(id: $id) { id kind status done total message createdAt finishedAt
  file { id name mediaType size downloadPath } } }`;
export const AS_OF = '2024-10-10';
export const COMPARE_TO = '2024-08-31';
export const EVIL = ['=HYPERLINK("http://e","x")', '+1', '-1', '@x', '\t=1', 'a\r\nb', '＝1+1'];

export interface Job {
  id: string;
  status: string;
  done: number;
  total: number | null;
  message: string | null;
  file: { id: string; name: string; size: number; mediaType: string; downloadPath: string } | null;
}

/** Schools of a city with a city's and a county's inspector, and a worker. */
export interface ExportingWorld {
  readonly world: World;
  readonly inspector: Client;
  readonly county: Client;
  readonly rows: readonly StandingRow[];
}

export async function createExportingWorld(): Promise<ExportingWorld> {
  const world = await createWorld();
  const made = randomStanding(11, [
    { tenantId: CITY, count: 3 },
    { tenantId: DANZHAI, count: 30 },
    { tenantId: KAILI, count: 50 },
    { tenantId: OTHER_COUNTY, count: 20 },
  ]);
  const inDanzhai = made.filter(({ tenantId }) => tenantId === DANZHAI).map(({ schoolId }) => schoolId);
  const names = new Map([...new Set(inDanzhai)].map((id, i) => [id, EVIL[i]]));
  const rows = made.map((row) => ({ ...row, name: names.get(row.schoolId) ?? row.name }));
  await insertStanding(world, rows);
  const inspector = await world.signedIn({ role: 'CityInspector', tenant: CITY }, 'inspector');
  const county = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
  await world.worker();
  return { world, inspector, county, rows };
}

async function finished(client: Client, id: string): Promise<Job> {
  for (let tries = 0; tries < 200; tries++) {
    const { job } = await client.ask<{ job: Job }>(JOB, { id });
    if (job.status === 'DONE' || job.status === 'FAILED') return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`job ${id} does not end`);
}

export async function exported(client: Client, input: object): Promise<Job> {
  const { exportReport } = await client.ask<{ exportReport: { id: string; kind: string; status: string } }>(EXPORT, {
    input,
  });
  expect(exportReport).toMatchObject({ kind: 'export-report', status: 'QUEUED' });
  const job = await finished(client, exportReport.id);
  expect([job.status, job.message]).toEqual(['DONE', null]);
  return job;
}

export const get = (client: Client, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${client.url}${path}`, { headers: client.headers(headers) });

export async function workbookOf(
  client: Client,
  job: Job,
): Promise<{ workbook: ExcelJS.Workbook; response: Response; bytes: Buffer }> {
  const response = await get(client, job.file?.downloadPath ?? '');
  const bytes = Buffer.from(await response.arrayBuffer());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return { workbook, response, bytes };
}
