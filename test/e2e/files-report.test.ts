import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RATE_IDS, rateOver } from '@zhixiao/domain';
import ExcelJS from 'exceljs';
import { onDay } from '../support/standing.js';
import type { StandingRow } from '../support/standing.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY } from '../support/world.js';
import { AS_OF, COMPARE_TO, EVIL, EXPORT, createExportingWorld, exported, workbookOf } from './files-exported.js';
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
