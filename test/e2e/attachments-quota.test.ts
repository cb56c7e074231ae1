import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { DOCUMENTS, NO_ORPHANS, attached, orphansIn, upload } from '../support/documents.js';
import { givenSchool } from '../support/schools.js';
import { DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const KILOBYTE = 1024;
const QUOTA = 3 * KILOBYTE * KILOBYTE;

let world: World;
let county: Client;
let school: string;
beforeAll(async () => {
  world = await createWorld({ ZHIXIAO_ATTACHMENT_MB: '1', ZHIXIAO_ATTACHMENT_QUOTA_MB: '3' });
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = (await givenSchool(county)).id;
});
afterAll(() => world.end());

/** A PDF of so many bytes. */
const pdfOf = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes - 15), Buffer.from('%%EOF\n')]);

async function used(tenant: number): Promise<number> {
  const [row] = await world.sql<{ bytes: string }>('SELECT bytes FROM storage_use WHERE tenant_id = $1', [tenant]);
  return Number(row?.bytes ?? 0);
}

/** Waits until a question to the database has the answer; fails with what it last was. */
async function becomes(wanted: unknown, ask: () => Promise<unknown>): Promise<void> {
  let last = await ask();
  for (let i = 0; i < 200 && JSON.stringify(last) !== JSON.stringify(wanted); i++) {
    await pause(25);
    last = await ask();
  }
  expect(last).toEqual(wanted);
}

describe('T-116: what a tenant may keep', () => {
  test('a file over the limit is refused, one of exactly the limit is not', async () => {
    const limit = KILOBYTE * KILOBYTE;
    expect(await upload(county, { subject: school, bytes: pdfOf(limit + 1) })).toMatchObject({
      status: 413,
      code: 'FILE_TOO_LARGE',
      params: { limit },
    });
    expect(await upload(county, { subject: school, bytes: pdfOf(limit * 3) })).toMatchObject({ status: 413 });
    expect(await orphansIn(world)).toEqual(NO_ORPHANS);
    expect((await attached(county, { subject: school, bytes: pdfOf(limit) })).size).toBe(limit);
  });

  test('thirty uploads at once never pass the quota together; what is refused leaves nothing', async () => {
    const bytes = pdfOf(200 * KILOBYTE);
    const answers = await Promise.all(Array.from({ length: 30 }, () => upload(county, { subject: school, bytes })));
    const refused = answers.filter((answer) => answer.attachment === null);
    expect(new Set(refused.map(({ status, code, params }) => `${status} ${code} ${String(params['reason'])}`))).toEqual(
      new Set(['507 FILE_TOO_LARGE QUOTA']),
    );
    const kept = await used(DANZHAI);
    expect(kept).toBeLessThanOrEqual(QUOTA);
    expect(kept + bytes.length).toBeGreaterThan(QUOTA);
    expect(await orphansIn(world)).toEqual(NO_ORPHANS);
  });

  test('one tenant being full is no other tenant’s matter, and everything else goes on', async () => {
    expect(await upload(county, { subject: school, bytes: pdfOf(900 * KILOBYTE) })).toMatchObject({ status: 507 });
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const theirs = (await givenSchool(kaili)).id;
    expect((await upload(kaili, { subject: theirs })).status).toBe(201);
    expect((await givenSchool(county)).id).toMatch(/^S_/);
  });
});

describe('T-116: an upload that fails', () => {
  let kaili: Client;
  let theirs: string;
  beforeAll(async () => {
    kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    theirs = (await givenSchool(kaili)).id;
  });

  test('because the line breaks leaves nothing', async () => {
    const { port, hostname } = new URL(world.server.url);
    const boundary = 'x-boundary';
    const field = (name: string, value: string): string =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const form = `${field('subject', theirs)}${field('kind', 'SCAN')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const headers = kaili.headers({
      host: `${hostname}:${port}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(900 * KILOBYTE),
      'idempotency-key': randomUUID(),
    });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    socket.write(`POST /files/attachments HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${form}`);
    socket.write(pdfOf(600 * KILOBYTE));
    const parts = async (): Promise<unknown> => ((await orphansIn(world)) as { partsAlone: number }).partsAlone;
    await becomes(2, parts); // two parts of 256 KiB are committed
    socket.destroy();
    await becomes(0, parts);
    expect(await orphansIn(world)).toEqual(NO_ORPHANS);
  });

  test('because the database has no room says so, leaves nothing, and the next one goes through', async () => {
    await world.sql(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.no > 0 THEN RAISE EXCEPTION 'no space left on device' USING ERRCODE = '53100'; END IF; RETURN NEW; END $$`);
    await world.sql('CREATE TRIGGER no_room BEFORE INSERT ON stored_file_part FOR EACH ROW EXECUTE FUNCTION no_room()');
    const form = { subject: theirs, bytes: pdfOf(700 * KILOBYTE) };
    expect(await upload(kaili, form)).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
    expect(await orphansIn(world)).toEqual(NO_ORPHANS);
    await world.sql('DROP TRIGGER no_room ON stored_file_part');
    expect((await upload(kaili, form)).status).toBe(201);
  });

  test('because the audit can’t be written attaches nothing (T-95)', async () => {
    const before = await used(KAILI);
    await world.sql('ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (action <> $$attachment.added$$) NOT VALID');
    expect((await upload(kaili, { subject: theirs })).status).toBe(500);
    await world.sql('ALTER TABLE audit_entry DROP CONSTRAINT broken');
    expect(await used(KAILI)).toBe(before);
    expect(await orphansIn(world)).toEqual(NO_ORPHANS);
  });

  test('two hundred documents are enough for one subject', async () => {
    const made = await attached(kaili, { subject: theirs });
    await world.sql(
      `INSERT INTO attachment SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).* FROM attachment a, generate_series(1, 200)
       WHERE a.id = $1`,
      [made.id.split('_').at(-1)],
    );
    expect(await upload(kaili, { subject: theirs })).toMatchObject({ status: 409, params: { reason: 'TOO_MANY' } });
  });
});

describe('the night', () => {
  test('takes the parts of an upload that a killed server left, and never an attachment, however old', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const place = (await givenSchool(kaili)).id;
    const made = await attached(kaili, { subject: place, bytes: DOCUMENTS.png, name: 'a.png' });
    await world.sql(`UPDATE stored_file SET created_at = now() - interval '9 years' WHERE attached`);
    await world.sql(
      `INSERT INTO stored_file_part (tenant_id, file_id, no, bytes, created_at) VALUES ($1, $2, 0, 'x', now() - interval '2 days')`,
      [KAILI, randomUUID()],
    );
    await world.worker();
    await world.sql(`SELECT graphile_worker.add_job('expire-files', '{}')`);
    await becomes(0, async () => ((await orphansIn(world)) as { partsAlone: number }).partsAlone);
    const response = await fetch(`${kaili.url}/files/attachments/${made.id}`, { headers: kaili.headers() });
    expect(Buffer.from(await response.arrayBuffer()).equals(DOCUMENTS.png)).toBe(true);
  });
});
