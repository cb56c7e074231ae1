import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import {
  excelRowOf,
  judgeRoster,
  type LayoutColumn,
  type LayoutRow,
  parseFile,
  ratio,
  readWorkbook,
  streamWorkbook,
  sumRow,
  type TableLayout,
  templateWorkbook,
  writeCsv,
  writeErrorRows,
  writeWorkbook,
} from '../index.js';
import { CITY, COUNTY, xlsxOf } from '../roster.test-support.js';

const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return workbook;
};
const definitionsSheet = {
  sheet: '口径',
  title: '统计口径',
  lines: [{ term: '完成率', text: '已调整÷应调整，不适用学校不计入' }, { term: '筛选条件' }],
};

const COLUMNS: readonly LayoutColumn[] = [
  { key: 'county', header: '县（市、区）' },
  { key: 'due', header: '应调整', group: '推进情况', format: 'integer' },
  { key: 'done', header: '已调整', group: '推进情况', format: 'integer' },
  { key: 'rate', header: '完成率', group: '推进情况', format: 'percent' },
  { key: 'remark', header: '备注' },
];
const COUNTIES: readonly [string, number, number][] = [
  ['凯里市', 52, 40],
  ['丹寨县', 60, 33],
  ['直属', 0, 0],
];
const rows = COUNTIES.map(([county, due, done], index): LayoutRow => {
  const row = { county, due, done, remark: '' };
  return { ...row, rate: ratio(COLUMNS, excelRowOf(index, 'with total'), { row, parts: ['done', 'due'] }) };
});
const TABLE: TableLayout = {
  sheet: '进度统计表',
  title: '党组织领导的校长负责制推进情况统计表',
  unitLine: ['填报单位（盖章）：', '截至日期：2023年8月31日', '单位：所、%'],
  columns: COLUMNS,
  total: sumRow(COLUMNS, rows, {
    labels: { county: '合计' },
    sums: ['due', 'done'],
    ratios: { rate: ['done', 'due'] },
  }),
  rows,
  footer: '单位负责人：      审核人：      填报人：      填报日期：',
  frozenColumns: 1,
};

describe('an official table', () => {
  test('title, unit line, two-level header, frozen, repeated in print, fit to a page, numbered', async () => {
    const workbook = await load(await writeWorkbook({ tables: [TABLE], definitionsSheet }));
    const sheet = workbook.getWorksheet('进度统计表');
    expect(sheet?.getCell('A1')).toMatchObject({ value: TABLE.title, font: { bold: true, size: 18 } });
    expect(sheet?.model.merges).toEqual(expect.arrayContaining(['A1:E1', 'A3:A4', 'B3:D3', 'E3:E4']));
    expect(
      [2, 3, 4].map((row) =>
        (sheet?.getRow(row).values as string[]).filter(Boolean).filter((text, i, all) => all.indexOf(text) === i),
      ),
    ).toEqual([
      ['填报单位（盖章）：', '截至日期：2023年8月31日', '单位：所、%'],
      ['县（市、区）', '推进情况', '备注'],
      ['县（市、区）', '应调整', '已调整', '完成率', '备注'],
    ]);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 4 });
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:4',
    });
    expect(sheet?.headerFooter.oddFooter).toBe('&C第 &P 页 共 &N 页');
    expect(sheet?.getCell('A9').value).toBe(TABLE.footer);
  });
  test('合计 on top and 完成率 are formulas with their results; the total is the sum of the parts; — where nothing is due', async () => {
    const sheet = (await load(await writeWorkbook({ tables: [TABLE], definitionsSheet }))).getWorksheet('进度统计表');
    expect(sheet?.getCell('B5').value).toEqual({ formula: 'SUM(B6:B8)', result: 112 });
    expect(sheet?.getCell('D5').value).toEqual({ formula: 'IF(B5=0,"—",C5/B5)', result: 73 / 112 });
    expect(sheet?.getCell('D7').value).toEqual({ formula: 'IF(B7=0,"—",C7/B7)', result: 33 / 60 });
    expect(sheet?.getCell('D8').value).toMatchObject({ result: '—' });
    const parts = [6, 7, 8].map((row) => Number(sheet?.getCell(row, 2).value));
    expect(parts.reduce((sum, part) => sum + part)).toBe(112);
    expect(sheet?.getCell('D5').numFmt).toBe('0.0%');
  });
  test('小计 rows are bold and not counted twice', () => {
    const total = sumRow(COLUMNS, rows, { labels: {}, sums: ['due'], subtotals: [1] });
    expect(total['due']).toEqual({ formula: 'SUM(B6:B6,B8:B8)', value: 52 });
  });
  test('a 口径 sheet with the definitions is in every workbook', async () => {
    const notes = (await load(await writeWorkbook({ tables: [TABLE], definitionsSheet }))).getWorksheet('口径');
    expect([1, 2, 3].map((row) => notes?.getRow(row).getCell(1).value)).toEqual(['统计口径', '完成率', '筛选条件']);
  });
});

const EVIL = [
  '=HYPERLINK("http://e")',
  '+1+cmd',
  '-1-cmd',
  '@x',
  '\tx',
  '\rx',
  '\nx',
  '＝1+1',
  '＋x',
  '－x',
  '＠x',
  "'=x",
  '_x0041_',
];

describe('T-110 text that would be a formula', () => {
  const columns = [{ key: 'name', header: '姓名' }];
  test('is a string cell without formula in .xlsx, and comes back as it was', async () => {
    const table: TableLayout = { ...TABLE, columns, rows: EVIL.map((name) => ({ name })), total: undefined };
    const bytes = await writeWorkbook({ tables: [table], definitionsSheet });
    const sheet = (await load(bytes)).worksheets[0];
    EVIL.forEach((_, index) =>
      expect([sheet?.getCell(5 + index, 1).type, sheet?.getCell(5 + index, 1).formula]).toEqual([
        ExcelJS.ValueType.String,
        undefined,
      ]),
    );
    const back = readWorkbook(bytes, 'x.xlsx')
      .sheets[0]?.rows.filter(({ row }) => row >= 5)
      .map(({ cells }) => cells[0]?.text);
    expect(back?.slice(0, EVIL.length)).toEqual(EVIL);
  });
  test('is a string in a streamed .xlsx', async () => {
    const out = new PassThrough();
    const chunks: Buffer[] = [];
    out.on('data', (chunk: Buffer) => chunks.push(chunk));
    await streamWorkbook(out, {
      layout: { sheet: 's', title: '=t', unitLine: '', columns, definitionsSheet },
      rows: EVIL.map((name) => ({ name })),
    });
    const sheet = (await load(Buffer.concat(chunks))).worksheets[0];
    EVIL.forEach((_, index) => expect(sheet?.getCell(4 + index, 1).type).toBe(ExcelJS.ValueType.String));
  });
  test('has an apostrophe before it in .csv, and comes back without', () => {
    const csv = writeCsv([['姓名', 'x'], ...EVIL.map((name): [string, string] => [name, 'x'])]);
    const cells = readWorkbook(Buffer.from(csv), 'x.csv')
      .sheets[0]?.rows.slice(1)
      .map(({ cells: [cell] }) => cell?.text);
    expect(csv.startsWith('\uFEFF姓名,x\r\n"\'=HYPERLINK(""http://e"")",x\r\n')).toBe(true);
    for (const line of csv.split(/(?<=x)\r\n/).slice(1)) expect(line).not.toMatch(/^"?[=@\t\r\n＝＋－＠]/);
    expect(cells).toEqual(EVIL);
  });
  test('T-111 negative numbers and +86 phones stay as they are', () => {
    expect(writeCsv([[-5, '-5', '+86 13800000000', '-3.5%']])).toBe('\uFEFF-5,-5,+86 13800000000,-3.5%\r\n');
  });
});

describe('an export of any length', () => {
  test('is read back whole, with title, header and 口径 sheet', async () => {
    const out = new PassThrough();
    const chunks: Buffer[] = [];
    out.on('data', (chunk: Buffer) => chunks.push(chunk));
    const seen: number[] = [];
    async function* people(): AsyncGenerator<LayoutRow> {
      for (let n = 0; n < 1234; n++) yield { county: `县${n}`, due: n };
    }
    const layout = {
      sheet: '学校',
      title: '学校一览表',
      unitLine: '截至日期：2023-08-31',
      columns: COLUMNS.slice(0, 2),
      definitionsSheet,
    };
    expect(await streamWorkbook(out, { layout, rows: people() }, { onProgress: (n) => seen.push(n) })).toBe(1234);
    const { sheets } = readWorkbook(Buffer.concat(chunks), 'x.xlsx');
    expect(sheets.map(({ name }) => name)).toEqual(['学校', '口径']);
    expect(sheets[0]?.rows.slice(0, 4).map(({ cells }) => cells.map((cell) => cell?.text))).toEqual([
      ['学校一览表'],
      ['截至日期：2023-08-31'],
      ['县（市、区）', '推进情况/应调整'],
      ['县0', '0'],
    ]);
    expect(sheets[0]?.rows).toHaveLength(1237);
    expect(seen).toEqual([500, 1000, 1234]);
  });
  test('does not pile up in memory while it is written', async () => {
    const sink = new Writable({ write: (_chunk, _encoding, done) => setImmediate(done) });
    let highest = 0;
    async function* people(): AsyncGenerator<LayoutRow> {
      for (let n = 0; n < 60_000; n++) {
        if (n % 5000 === 0) highest = Math.max(highest, process.memoryUsage().external);
        yield { county: `县${n}${'某'.repeat(200)}`, due: n };
      }
    }
    const before = process.memoryUsage().external;
    await streamWorkbook(sink, {
      layout: { sheet: 's', title: 't', unitLine: 'u', columns: COLUMNS.slice(0, 2), definitionsSheet },
      rows: people(),
    });
    // 60,000 rows of 200 characters are 36 MB of text, which waits outside the heap where nobody waits for the zip.
    expect((highest - before) / 1e6).toBeLessThan(16);
  });
});

describe('what an importer takes away', () => {
  test('the refused rows with their reasons, which go in again once put right', async () => {
    const rowsOf = [
      ['标识码', '姓名', '职务', '任职时间', '身份证号'],
      ['2152936001', '王建国', '教导主任', '2022.9', '略略'],
      ['2152936001', '李卫东', '副校长', '2022.9', '略略'],
    ];
    const { tables } = parseFile(await xlsxOf({ name: '丹寨县', rows: rowsOf }), { kind: 'ROSTER', fileName: 'x' });
    const bytes = await writeErrorRows({ kind: 'ROSTER', tables, judged: judgeRoster('ROSTER', tables, COUNTY) });
    const sheet = (await load(bytes)).getWorksheet('丹寨县');
    expect(sheet?.getRow(3).values).toEqual([
      undefined,
      '2152936001',
      '王建国',
      '教导主任',
      '2022.9',
      2,
      '拒绝',
      '职务无法识别或含义不明确，请按任职文件填写：教导主任',
    ]);
    expect(sheet?.rowCount).toBe(3);
    const fixed = await load(bytes);
    const cell = fixed.getWorksheet('丹寨县')?.getCell('C3');
    if (cell) cell.value = '副校长';
    const again = parseFile(new Uint8Array(await fixed.xlsx.writeBuffer()), { kind: 'ROSTER', fileName: 'x' });
    expect(judgeRoster('ROSTER', again.tables, CITY)).toMatchObject([{ outcome: 'imported', tenantId: 522636 }]);
  });
  test('a template whose every column the import knows, and which holds no person', async () => {
    for (const kind of ['ROSTER', 'PROGRESS', 'SCHOOL_REGISTER'] as const) {
      const bytes = await templateWorkbook(kind);
      const { sheets, tables } = parseFile(bytes, { kind, fileName: 'x' });
      expect(sheets.map(({ include }) => include)).toEqual([true, false]);
      expect(sheets[0]?.columns.filter(({ target }) => target === null || target === 'SENSITIVE')).toEqual([]);
      expect(tables[0]?.rows).toEqual([]);
      const first = (await load(bytes)).worksheets[0];
      expect(first?.getColumn(2).numFmt).toBe('@');
    }
  });
});
