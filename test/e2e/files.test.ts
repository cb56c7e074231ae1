import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RATE_IDS, rateOver } from '@zhixiao/domain';
import ExcelJS from 'exceljs';
import type { Client } from '../support/client.js';
import { insertStanding, onDay, randomStanding } from '../support/standing.js';
import type { StandingRow } from '../support/standing.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const EXPORT = 'mutation E($input: ExportReportInput!) { exportReport(input: $input) { id kind status } }';
const JOB = `query J($id: ID!) { job(id: $id) { id kind status done total message createdAt finishedAt
  file { id name mediaType size downloadPath } } }`;
const AS_OF = '2024-10-10';
const COMPARE_TO = '2024-08-31';
const EVIL = ['=HYPERLINK("http://e","x")', '+1', '-1', '@x', '\t=1', 'a\r\nb', '＝1+1'];

interface Job {
  id: string;
  status: string;
  done: number;
  total: number | null;
  message: string | null;
  file: { id: string; name: string; size: number; mediaType: string; downloadPath: string } | null;
}

let world: World;
let inspector: Client;
let county: Client;
let rows: StandingRow[];

beforeAll(async () => {
  world = await createWorld();
  const made = randomStanding(11, [
    { tenantId: CITY, count: 3 },
    { tenantId: DANZHAI, count: 30 },
    { tenantId: KAILI, count: 50 },
    { tenantId: OTHER_COUNTY, count: 20 },
  ]);
  const names = new Map(
    [...new Set(made.filter(({ tenantId }) => tenantId === DANZHAI).map(({ schoolId }) => schoolId))].map((id, i) => [
      id,
      EVIL[i],
    ]),
  );
  rows = made.map((row) => ({ ...row, name: names.get(row.schoolId) ?? row.name }));
  await insertStanding(world, rows);
  inspector = await world.signedIn({ role: 'CityInspector', tenant: CITY }, 'inspector');
  county = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
  await world.worker();
});
afterAll(() => world.end());

async function finished(client: Client, id: string): Promise<Job> {
  for (let tries = 0; tries < 200; tries++) {
    const { job } = await client.ask<{ job: Job }>(JOB, { id });
    if (job.status === 'DONE' || job.status === 'FAILED') return job;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`job ${id} does not end`);
}

async function exported(client: Client, input: object): Promise<Job> {
  const { exportReport } = await client.ask<{ exportReport: { id: string; kind: string; status: string } }>(EXPORT, {
    input,
  });
  expect(exportReport).toMatchObject({ kind: 'export-report', status: 'QUEUED' });
  const job = await finished(client, exportReport.id);
  expect([job.status, job.message]).toEqual(['DONE', null]);
  return job;
}

const get = (client: Client, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${client.url}${path}`, { headers: client.headers(headers) });

async function workbookOf(
  client: Client,
  job: Job,
): Promise<{ workbook: ExcelJS.Workbook; response: Response; bytes: Buffer }> {
  const response = await get(client, job.file?.downloadPath ?? '');
  const bytes = Buffer.from(await response.arrayBuffer());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return { workbook, response, bytes };
}

const valueAt = (sheet: ExcelJS.Worksheet, row: number, column: number): unknown => {
  const cell = sheet.getCell(row, column);
  return cell.formula ? cell.result : cell.value;
};

/** Column of a leaf header, below its group where one is named. */
function columnOf(sheet: ExcelJS.Worksheet, leaf: string, group = leaf): number {
  for (let column = 1; column <= sheet.columnCount; column++) {
    if (String(sheet.getCell(4, column).value) === leaf && String(sheet.getCell(3, column).value) === group)
      return column;
  }
  throw new Error(`no column ${group}/${leaf}`);
}

const NAMES: Record<string, [string, string, string]> = {
  byReferenceCompletion: ['参照执行率', '已调整', '参照执行'],
  separation: ['分设率', '已分设', '党委、党总支已调整'],
  branchCombined: ['党支部学校一肩挑率', '一肩挑', '党支部已调整'],
  combined: ['一肩挑率', '一肩挑', '已调整'],
  fullTimeDeputy: ['专职副书记配备率', '已配', '应配'],
  memberPrincipalDeputy: ['党员校长任副书记率', '任副书记', '党员校长'],
  crossAppointment: ['交叉任职率', '进入班子', '党员副职'],
  termRenewal: ['按期换届率', '任期内', '党组织'],
};

describe('the exported report', () => {
  test('is a workbook with the table, its schools and its definitions, and its sums are those of the rows', async () => {
    const job = await exported(inspector, { report: { groupBy: 'COUNTY', asOf: AS_OF, compareTo: COMPARE_TO } });
    expect(job.file?.name).toBe(
      `黔东南苗族侗族自治州中小学校党组织领导的校长负责制推进情况统计表（截至${AS_OF}）.xlsx`,
    );
    const { workbook } = await workbookOf(inspector, job);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['统计表', '学校名单', '口径']);
    const [sheet] = workbook.worksheets as [ExcelJS.Worksheet];
    expect(sheet.getCell(1, 1).value).toBe('黔东南苗族侗族自治州中小学校党组织领导的校长负责制推进情况统计表');
    expect(sheet.getRow(2).values).toEqual(
      expect.arrayContaining(['填报单位（盖章）：黔东南苗族侗族自治州', '截至日期：2024年10月10日', '单位：所、人、%']),
    );
    const now = onDay(rows, AS_OF).filter(({ tenantId }) => tenantId >= CITY && tenantId <= CITY + 99);
    const before = onDay(rows, COMPARE_TO).filter(({ tenantId }) => tenantId >= CITY && tenantId <= CITY + 99);
    expect([5, 6, 7, 8].map((row) => sheet.getCell(row, 2).value)).toEqual([
      '合计',
      '黔东南苗族侗族自治州',
      '凯里市',
      '丹寨县',
    ]);
    const groups = [null, CITY, KAILI, DANZHAI].map(
      (tenant) => (row: StandingRow) => tenant === null || row.tenantId === tenant,
    );
    for (const [i, belongs] of groups.entries()) {
      const [row, own] = [5 + i, now.filter(belongs)];
      expect(valueAt(sheet, row, columnOf(sheet, '学校总数'))).toBe(own.length);
      for (const id of RATE_IDS.filter((one) => one !== 'completion')) {
        const [group, above, below] = NAMES[id] ?? ['', '', ''];
        const { numerator, denominator } = rateOver(id, own);
        expect([
          id,
          valueAt(sheet, row, columnOf(sheet, above, group)),
          valueAt(sheet, row, columnOf(sheet, below, group)),
        ]).toEqual([id, numerator, denominator]);
        expect(valueAt(sheet, row, columnOf(sheet, '比率', group))).toBe(
          denominator === 0 ? '—' : numerator / denominator,
        );
      }
      const completion = rateOver('completion', own);
      const earlier = rateOver('completion', before.filter(belongs));
      const share = ({ numerator, denominator }: typeof completion): number | string =>
        denominator === 0 ? '—' : numerator / denominator;
      const [nowShare, thenShare] = [share(completion), share(earlier)];
      const comparison = `与${COMPARE_TO}相比`;
      expect(valueAt(sheet, row, columnOf(sheet, '完成率', '推进'))).toBe(nowShare);
      expect(valueAt(sheet, row, columnOf(sheet, '当时完成率', comparison))).toBe(thenShare);
      const change = valueAt(sheet, row, columnOf(sheet, '增减（个百分点）', comparison));
      if (typeof nowShare === 'string' || typeof thenShare === 'string') expect(change ?? '').toBe('');
      else expect(change).toBeCloseTo((nowShare - thenShare) * 100, 9);
    }
  });

  test('carries formulas for sums and rates, so that a receiver can check them', async () => {
    const job = await exported(inspector, { report: { groupBy: 'STAGE', asOf: AS_OF }, title: '学段统计' });
    const { workbook } = await workbookOf(inspector, job);
    const [sheet] = workbook.worksheets as [ExcelJS.Worksheet];
    const last =
      4 +
      new Set(
        onDay(rows, AS_OF)
          .filter(({ tenantId }) => tenantId < OTHER_COUNTY || tenantId > OTHER_COUNTY)
          .map(({ stage }) => stage),
      ).size +
      1;
    for (const leaf of ['应建学校', '已调整']) {
      const column = columnOf(sheet, leaf, '推进');
      const letter = sheet.getColumn(column).letter;
      expect(sheet.getCell(5, column).formula).toBe(`SUM(${letter}6:${letter}${last})`);
      const parts = Array.from({ length: last - 5 }, (_, i) => Number(sheet.getCell(6 + i, column).value));
      expect(sheet.getCell(5, column).result).toBe(parts.reduce((a, b) => a + b, 0));
    }
    const completion = columnOf(sheet, '完成率', '推进');
    const [done, all] = ['已调整', '应建学校'].map((leaf) => sheet.getColumn(columnOf(sheet, leaf, '推进')).letter);
    for (let row = 5; row <= last; row++)
      expect(sheet.getCell(row, completion).formula).toBe(`IF(${all}${row}=0,"—",${done}${row}/${all}${row})`);
  });

  test('lists every school behind it, in code order, and says how many, by whom and by what definition', async () => {
    const filter = { tenantId: `T_${KAILI}`, combined: true };
    const job = await exported(inspector, { report: { groupBy: 'COUNTY', asOf: AS_OF, filter } });
    const { workbook } = await workbookOf(inspector, job);
    const [, list, notes] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet, ExcelJS.Worksheet];
    const expected = onDay(rows, AS_OF)
      .filter((row) => row.tenantId === KAILI && row.combined)
      .map(({ code }) => code)
      .sort();
    expect(expected.length).toBeGreaterThan(5);
    const codes = Array.from({ length: list.rowCount - 3 }, (_, i) => list.getCell(4 + i, 4).value);
    expect(codes).toEqual(expected);
    const said = new Map(
      Array.from({ length: notes.rowCount }, (_, i) => [
        String(notes.getCell(i + 1, 1).value),
        String(notes.getCell(i + 1, 2).value),
      ]),
    );
    expect(said.get('截至日期')).toBe(AS_OF);
    expect(said.get('对比日期')).toBe('无');
    expect(said.get('筛选条件')).toBe('范围：凯里市；书记、校长一肩挑：是');
    expect(said.get('导出人')).toBe('inspector');
    expect(said.get('填报单位')).toBe('黔东南苗族侗族自治州');
    expect(said.get('学校名单行数')).toBe(String(expected.length));
    for (const [name] of [...Object.values(NAMES), ['完成率']])
      expect(said.get(String(name))?.length).toBeGreaterThan(20);
    const { auditEntries } = await inspector.ask<{
      auditEntries: { nodes: { subjectId: string; after: { rows: number } }[] };
    }>('query A($filter: AuditFilter) { auditEntries(filter: $filter, first: 1) { nodes { subjectId after } } }', {
      filter: { action: 'report.exported' },
    });
    expect(auditEntries.nodes[0]).toMatchObject({ subjectId: job.file?.id, after: { rows: expected.length } });
  });

  test('T-110: a name that looks like a formula stays a text and comes back as it was', async () => {
    const job = await exported(county, { report: { groupBy: 'COUNTY', asOf: AS_OF }, title: '=1+1' });
    const { workbook } = await workbookOf(county, job);
    const [sheet, list] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
    const names = onDay(rows, AS_OF)
      .filter(({ tenantId }) => tenantId === DANZHAI)
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ name }) => name);
    const cells = names.map((_, i) => list.getCell(4 + i, 3));
    // what a carriage return is in a workbook, Excel and our own reader turn back
    expect(cells.map(({ value }) => String(value).replace('_x000D_', '\r'))).toEqual(names);
    expect(names).toEqual(expect.arrayContaining(EVIL));
    expect(cells.every((cell) => cell.type === ExcelJS.ValueType.String && !cell.formula)).toBe(true);
    expect([sheet.getCell(1, 1).value, sheet.getCell(1, 1).formula]).toEqual(['=1+1', undefined]);
  });

  test('is asked for by whom the policy lets export, and by nobody else', async () => {
    const own = onDay(rows, AS_OF).find(({ tenantId }) => tenantId === DANZHAI);
    const school = `S_${DANZHAI}_${own?.schoolId}`;
    for (const role of ['SchoolClerk', 'CommitteeMember', 'AdminTeamMember'] as const) {
      const person = await world.signedIn({ role, tenant: DANZHAI, school });
      expect(await person.refusal(EXPORT, { input: { report: { groupBy: 'COUNTY' } } })).toBe('FORBIDDEN');
    }
  });
});

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
