import { describe, expect, test } from '@jest/globals';
import { fieldsOf, labelOf, parseFile, type ParsedSheet, type RosterKind, type SheetChoice } from '../index.js';
import { CITY, COUNTY, judgeSheets, type SheetOfTest, xlsxOf } from '../roster.test-support.js';
import { matchHeader } from './match-header.js';

const parse = async (
  kind: RosterKind,
  sheets: readonly SheetOfTest[],
  choices?: readonly SheetChoice[],
): ReturnType<typeof parseNow> => parseNow(kind, sheets, choices);
async function parseNow(kind: RosterKind, sheets: readonly SheetOfTest[], choices?: readonly SheetChoice[]) {
  return parseFile(await xlsxOf(...sheets), { kind, fileName: 'x.xlsx', choices });
}
const targets = (sheet: ParsedSheet | undefined): unknown[] => (sheet?.columns ?? []).map(({ target }) => target);
const HEADER = ['县市', '学校名称', '姓名', '职务', '任职时间'];
const ROW = ['台江县', '台江县城关一小', '王建国', '校长', '2022.9'];

describe('which sheets and rows are read', () => {
  test('one sheet per county: the sheet says the county', async () => {
    const rows = [
      ['学校名称', '姓名', '职务', '任职时间'],
      ['城关一小', '王建国', '校长', '2022.9'],
    ];
    const judged = await judgeSheets(
      'ROSTER',
      [
        { name: '丹寨县', rows },
        { name: '台江', rows },
        { name: '凯里市', rows },
      ],
      CITY,
    );
    expect(judged.map(({ tenantId, reasons }) => tenantId ?? reasons.join())).toEqual([
      522636,
      522630,
      'E_OUT_OF_SCOPE',
    ]);
  });
  test('the title says the county where nothing else does', async () => {
    const rows = [
      ['台江县学校班子花名册'],
      ['学校名称', '姓名', '职务', '任职时间'],
      ['城关一小', '王建国', '校长', '2022.9'],
    ];
    expect((await judgeSheets('ROSTER', [{ rows, merges: ['A1:D1'] }], CITY))[0]?.tenantId).toBe(522630);
  });
  test('hidden sheets and sheets without a table are left out unless the user wants them', async () => {
    const sheets = [
      { name: '现行', rows: [HEADER, ROW] },
      { name: '旧表', hidden: true, rows: [HEADER, ROW] },
      { name: '填表说明', rows: [['1. 每人一行'], ['2. 学校名称填全称']] },
    ];
    const file = await parse('ROSTER', sheets);
    expect(file.sheets.map(({ include }) => include)).toEqual([true, false, false]);
    expect(file.tables.map(({ sheet }) => sheet)).toEqual(['现行']);
    const wanted = await parse('ROSTER', sheets, [
      { sheet: '旧表', include: true },
      { sheet: '现行', include: false },
    ]);
    expect(wanted.tables.map(({ sheet }) => sheet)).toEqual(['旧表']);
  });
  test('小计, 合计, notes, signatures, section lines and repeated headers are no people', async () => {
    const rows = [
      HEADER,
      ROW,
      ['小  计', null, 1],
      HEADER,
      ['二、乡镇学校'],
      [null, '台江县民族中学', '马丽', '校长', '2022.9'],
      ['台江县小计：', null, 1],
      [null, '合计', { formula: 'COUNTA(C2:C6)', result: 2 }],
      ['填报人：', null, '审核人：'],
      ['注：1.本表一式两份'],
      ['2.请于月底前报送，逾期视为没有变动'],
    ];
    const { tables } = await parse('ROSTER', [{ rows, merges: ['A5:E5'] }]);
    expect(tables[0]?.rows.map(({ row, structure }) => `${row} ${structure ?? 'data'}`)).toEqual([
      '2 data',
      '3 TOTAL_ROW',
      '4 FOOTER',
      '5 FOOTER',
      '6 data',
      '7 TOTAL_ROW',
      '8 TOTAL_ROW',
      '9 FOOTER',
      '10 FOOTER',
      '11 FOOTER',
    ]);
  });
  test('blank rows are told, merged blocks included; a stray cell far below makes no blank rows', async () => {
    const rows: (string | null)[][] = [HEADER, ROW, [], [null, null, '马丽', '副校长', '2022.9']];
    rows[5000] = [null, null, null, null, '2022.9'];
    const { tables } = await parse('ROSTER', [
      { rows: Array.from(rows, (row) => row ?? []), merges: ['A2:A4', 'B2:B4'] },
    ]);
    expect(tables[0]?.rows.map(({ row, structure }) => [row, structure])).toEqual([
      [2, undefined],
      [3, 'BLANK_ROW'],
      [4, undefined],
      [5001, undefined],
    ]);
    expect(tables[0]?.rows[2]?.cells['schoolName']).toMatchObject({ text: '台江县城关一小', inherited: true });
  });
});

describe('which column is what', () => {
  test('a header of one row, of two with groups, and the unit row above it', async () => {
    const rows = [
      ['附件2'],
      ['台江县学校班子花名册'],
      ['填报单位：台江县教育局', null, null, '截至日期：2023年8月31日'],
      ['序号', '学校', null, '人员', null, '职务', null],
      [null, '标识码', '名称', '姓名', '性别', '党内', '行政'],
    ];
    const { sheets } = await parse('ROSTER', [
      {
        rows: [...rows, [1, '2152930001', '台江县城关一小', '王建国', '男', '书记', '校长']],
        merges: ['A2:G2', 'A4:A5', 'B4:C4', 'D4:E4', 'F4:G4'],
      },
    ]);
    expect(sheets[0]).toMatchObject({ headerRows: [4, 5], asOf: { on: '2023-08-31', precision: 'day' }, form: 'long' });
    expect(targets(sheets[0])).toEqual([null, 'schoolCode', 'schoolName', 'name', 'sex', 'partyPost', 'adminPost']);
  });
  test('groups that are not merged, as in a .csv', () => {
    const csv =
      '学校信息,,人员信息,,\n标识码,学校名称,姓名,出生年月,职务\n2152930001,台江县城关一小,王建国,1976.2,校长\n';
    const file = parseFile(Buffer.from(csv), { kind: 'ROSTER', fileName: 'x.csv' });
    expect(file.sheets[0]).toMatchObject({ headerRows: [1, 2] });
    expect(targets(file.sheets[0])).toEqual(['schoolCode', 'schoolName', 'name', 'birthMonth', 'post']);
  });
  test('sensitive columns are dropped, and no correction brings them back', async () => {
    const rows = [
      [...HEADER, '身份证号码', '联系电话', '家庭住址'],
      [...ROW, '5226XXXXXXXXXXXXXX', '1380000', '某街'],
    ];
    const asked: SheetChoice = {
      sheet: '表1',
      columns: [
        { column: 6, target: 'documentNo' },
        { column: 7, target: 'remark' },
      ],
    };
    const file = await parse('ROSTER', [{ rows }], [asked]);
    expect(targets(file.sheets[0]).slice(5)).toEqual(['SENSITIVE', 'SENSITIVE', 'SENSITIVE']);
    for (const secret of ['5226XXXX', '1380000', '某街']) expect(JSON.stringify(file)).not.toContain(secret);
  });
  test('only mapped columns leave, in the mapping that the user set', async () => {
    const rows = [
      [...HEADER, '绰号'],
      [...ROW, '老王'],
    ];
    expect(JSON.stringify((await parse('ROSTER', [{ rows }])).tables)).not.toContain('老王');
    const file = await parse(
      'ROSTER',
      [{ rows }],
      [
        {
          sheet: '表1',
          columns: [
            { column: 6, target: 'remark' },
            { column: 3, target: null },
            { column: 4, target: 'nonsense' },
          ],
        },
      ],
    );
    expect(targets(file.sheets[0])).toEqual(['divisionName', 'schoolName', null, null, 'startDate', 'remark']);
    expect(file.tables[0]?.rows[0]?.cells).toHaveProperty('remark');
  });
  test('the user can say which rows are the header', async () => {
    const rows = [
      ['学校名称', '姓名', '职务', '任职时间'],
      ['说明行', 'x', 'y', 'z'],
      ['丹寨县城关一小', '王建国', '校长', '2022.9'],
    ];
    const file = await parse(
      'ROSTER',
      [{ rows }],
      [
        {
          sheet: '表1',
          headerRows: [1, 2],
          columns: [1, 2, 3, 4].map((column) => ({
            column,
            target: ['schoolName', 'name', 'post', 'startDate'][column - 1] ?? null,
          })),
        },
      ],
    );
    expect(file.tables[0]?.rows.map(({ row }) => row)).toEqual([3]);
  });
  test('every field has a header by which it is found again', () => {
    for (const kind of ['ROSTER', 'PROGRESS', 'SCHOOL_REGISTER'] as const) {
      for (const field of fieldsOf(kind))
        expect([kind, field, matchHeader(kind, [labelOf(kind, field)])]).toEqual([kind, field, field]);
    }
    expect(matchHeader('ROSTER', [labelOf('ROSTER', 'people.VICE_PRINCIPAL#2.startDate')])).toBe(
      'people.VICE_PRINCIPAL#2.startDate',
    );
  });
  test('the .csv of a county, GB18030 or not, is judged like its .xlsx', async () => {
    const csv =
      '标识码,姓名,职务,任职时间\r\n"=""2152936001""",王建国,校长,2022.9\r\n2.15294E+09,李卫东,副校长,2022.9\r\n';
    const { judgeRoster } = await import('../index.js');
    const { tables } = parseFile(Buffer.from(`\uFEFF${csv}`), { kind: 'ROSTER', fileName: '丹寨县.csv' });
    const judged = judgeRoster('ROSTER', tables, COUNTY);
    expect(judged.map(({ reasons, warnings }) => [...reasons, ...warnings])).toEqual([
      ['W_EXCEL_TEXT_FORMULA'],
      ['E_SCHOOL_CODE_FORMAT'],
    ]);
  });
});
