import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { onDay } from '../support/standing.js';
import { DANZHAI, KAILI } from '../support/world.js';
import { AS_OF, JOB, createExportingWorld, exported, get, workbookOf } from './files-exported.js';
import type { ExportingWorld } from './files-exported.js';

let exporting: ExportingWorld;
let world: ExportingWorld['world'];
let inspector: ExportingWorld['inspector'];
let county: ExportingWorld['county'];
let rows: ExportingWorld['rows'];
beforeAll(async () => {
  exporting = await createExportingWorld();
  ({ world, inspector, county, rows } = exporting);
});
afterAll(() => exporting.world.end());

describe('a stored file', () => {
  test('comes whole, as an attachment with its Chinese name, and is not sniffed or cached', async () => {
    const job = await exported(county, { report: { groupBy: 'STAGE', asOf: AS_OF }, title: '统计"表' });
    const { response, bytes } = await workbookOf(county, job);
    expect(response.status).toBe(200);
    expect(bytes.length).toBe(job.file?.size);
    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toContain('no-store');
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(disposition).toContain(`filename*=UTF-8''${encodeURIComponent(`统计"表（截至${AS_OF}）.xlsx`)}`);
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*\.xlsx";/);
    const [stored] = await world.sql<{ sha: string }>(
      `SELECT encode(sha256, 'hex') AS sha FROM stored_file WHERE id = $1`,
      [job.file?.id.split('_').at(-1)],
    );
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored?.sha);
  });

  test('is kept in parts of 256 KiB', async () => {
    const id = '11111111-1111-4111-8111-111111111111';
    const bytes = Buffer.alloc(600_000, 7);
    for (let no = 0; no < 3; no++) {
      const part = bytes.subarray(no * 262_144, (no + 1) * 262_144);
      await world.sql('INSERT INTO stored_file_part (tenant_id, file_id, no, bytes) VALUES ($1, $2, $3, $4)', [
        DANZHAI,
        id,
        no,
        part,
      ]);
    }
    await world.sql(
      `INSERT INTO stored_file (tenant_id, id, name, media_type, size, sha256, account_id) VALUES ($1, $2, 'x.bin', 'application/octet-stream', $3, '', $2)`,
      [DANZHAI, id, bytes.length],
    );
    const response = await get(county, `/files/F_${DANZHAI}_${id}`);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  test('T-17: another county finds neither the job nor the file, as if they did not exist', async () => {
    const job = await exported(county, { report: { groupBy: 'STAGE', asOf: AS_OF } });
    const other = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    expect((await other.ask<{ job: null }>(JOB, { id: job.id })).job).toBeNull();
    const unknown = `J_${KAILI}_${job.id.split('_').at(-1)}`;
    expect((await other.ask<{ job: null }>(JOB, { id: unknown })).job).toBeNull();
    const asked = async (client: Client, path: string): Promise<[number, string]> => {
      const response = await get(client, path);
      return [response.status, (await response.text()).replace(/"requestId":"[^"]*"/, '')];
    };
    const path = job.file?.downloadPath ?? '';
    const foreign = await asked(other, path);
    expect(foreign[0]).toBe(404);
    expect(await asked(other, `/files/F_${DANZHAI}_00000000-0000-7000-8000-000000000000`)).toEqual(foreign);
    expect(await asked(other, path.replace(String(DANZHAI), String(KAILI)))).toEqual(foreign);
    for (const odd of ['/files/nonsense', `/files/${job.id}`, '/files/F_522636_%27'])
      expect((await asked(other, odd))[0]).toBe(404);
    expect((await asked(inspector, path))[0]).toBe(200);
  });

  test('T-17: a shared address is worth nothing without a session, or with a grant that one does not hold', async () => {
    const job = await exported(county, { report: { groupBy: 'STAGE', asOf: AS_OF } });
    const path = job.file?.downloadPath ?? '';
    expect((await fetch(`${world.server.url}${path}`)).status).toBe(401);
    const { viewer } = await county.ask<{ viewer: { grant: { id: string } } }>('{ viewer { grant { id } } }');
    const two = await world.signedIn([
      { role: 'CountyInspector', tenant: KAILI },
      { role: 'CountyInspector', tenant: DANZHAI },
    ]);
    const held = await two.ask<{ viewer: { grants: { id: string; tenant: { id: string } }[] } }>(
      '{ viewer { grants { id tenant { id } } } }',
    );
    const grantAt = (tenant: number): string =>
      held.viewer.grants.find((grant) => grant.tenant.id === `T_${tenant}`)?.id ?? '';
    expect((await get(two, `${path}?grant=${viewer.grant.id}`)).status).toBe(403);
    expect((await get(two, `${path}?grant=${grantAt(KAILI)}`)).status).toBe(404);
    expect((await get(two, `${path}?grant=${grantAt(DANZHAI)}`)).status).toBe(200);
    expect((await get(two, path, { 'x-grant': grantAt(DANZHAI) })).status).toBe(200);
  });

  test('of a school is for its heads and those above, not for another school of the county', async () => {
    const [one, two] = [
      ...new Set(
        onDay(rows, AS_OF)
          .filter(({ tenantId }) => tenantId === DANZHAI)
          .map(({ schoolId }) => schoolId),
      ),
    ];
    const secretary = await world.signedIn({ role: 'Secretary', tenant: DANZHAI, school: `S_${DANZHAI}_${one}` });
    const neighbour = await world.signedIn({ role: 'Secretary', tenant: DANZHAI, school: `S_${DANZHAI}_${two}` });
    const job = await exported(secretary, { report: { groupBy: 'COUNTY', asOf: AS_OF } });
    const { workbook } = await workbookOf(secretary, job);
    expect(workbook.worksheets[1]?.rowCount).toBe(4);
    const path = job.file?.downloadPath ?? '';
    expect((await get(neighbour, path)).status).toBe(404);
    expect((await neighbour.ask<{ job: null }>(JOB, { id: job.id })).job).toBeNull();
    expect((await get(county, path)).status).toBe(200);
    const whole = await exported(county, { report: { groupBy: 'COUNTY', asOf: AS_OF } });
    expect((await get(secretary, whole.file?.downloadPath ?? '')).status).toBe(404);
  });
});
