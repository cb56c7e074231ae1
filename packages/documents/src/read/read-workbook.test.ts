import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { DEFAULT_LIMITS, DocumentProblem, parseFile, readWorkbook, type Workbook } from '../index.js';
import { xlsxOf } from '../roster.test-support.js';
import { zipOf, type ZipPart } from '../zip.test-support.js';

const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'read';
  } catch (error) {
    return error instanceof DocumentProblem ? error.code : String(error);
  }
};
const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const texts = ({ sheets }: Workbook): string[][] =>
  (sheets[0]?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text ?? ''));

describe('.xlsx', () => {
  test('every cell of the sent files is read as exceljs reads it', async () => {
    for (const name of ['01-danzhai-roster.xlsx', '04-rollout-progress.xlsx']) {
      const file = readFileSync(new URL(`../../test-data/${name}`, import.meta.url));
      const other = new ExcelJS.Workbook();
      await other.xlsx.load(file as unknown as ExcelJS.Buffer);
      const theirs = other.worksheets.map((sheet) => {
        const cells: string[] = [];
        sheet.eachRow((row) =>
          row.eachCell((cell) => {
            const plain =
              cell.value instanceof Date
                ? cell.value.toISOString().slice(0, 10)
                : (cell.result ?? (cell.formula ? '' : cell.value));
            if (cell.master === cell && String(plain ?? '').trim() !== '')
              cells.push(`${cell.address} ${String(plain)}`);
          }),
        );
        return cells;
      });
      const ours = readWorkbook(file, name).sheets.map((sheet) =>
        sheet.rows.flatMap(({ row, cells }) =>
          cells.flatMap((cell, column) => (cell ? [`${String.fromCharCode(65 + column)}${row} ${cell.text}`] : [])),
        ),
      );
      expect(ours).toEqual(theirs);
      expect(ours.flat().length).toBeGreaterThan(200);
    }
  });
  test('kinds of cells: text, numbers as shown, dates, formulas by their cached result', async () => {
    const file = await xlsxOf({
      rows: [
        [
          '文本',
          1234.5,
          new Date(Date.UTC(2022, 8, 1)),
          true,
          { formula: '1+1', result: 2 },
          { richText: [{ text: '党' }, { text: '支部' }] },
          { formula: 'A9' },
        ],
      ],
      formats: { B1: '#,##0.00', C1: 'yyyy"年"m"月"' },
    });
    const cells = readWorkbook(file, 'x.xlsx').sheets[0]?.rows[0]?.cells.map(
      (cell) => cell && [cell.text, cell.kind, cell.formula ?? false],
    );
    expect(cells).toEqual([
      ['文本', 'text', false],
      ['1,234.50', 'number', false],
      ['2022-09-01', 'date', false],
      ['TRUE', 'boolean', false],
      ['2', 'number', true],
      ['党支部', 'text', false],
    ]);
  });
  test('hidden sheets say so, merged cells answer as their anchor, rows far below make no million', async () => {
    const workbook = readWorkbook(
      await xlsxOf(
        { name: '现行', rows: [['a', 'b']], merges: ['A1:A3'] },
        { name: '旧表', hidden: true, rows: [['x']] },
      ),
      'x.xlsx',
    );
    expect(workbook.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['现行', false],
      ['旧表', true],
    ]);
    expect(workbook.sheets[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 3, right: 0 }]);
  });
  test('old .xls and files with a password are told by their first bytes, whatever they are called', () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(codeOf(() => readWorkbook(ole, 'a.xlsx'))).toBe('FILE_XLS');
    expect(codeOf(() => readWorkbook(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]), 'a.xlsx'))).toBe(
      'FILE_ENCRYPTED',
    );
  });
  test('tables that other programs give the name .xls are old workbooks too: Excel opens them and saves them as .xlsx', () => {
    for (const text of [
      '<html><table>',
      '\uFEFF <TABLE border=1>',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    ])
      expect(codeOf(() => readWorkbook(bytes(text), 'a.xls'))).toBe('FILE_XLS');
  });
  test('what is no spreadsheet is refused', () => {
    const docx = zipOf([{ name: 'word/document.xml', text: '<w:document/>' }]);
    expect(codeOf(() => readWorkbook(docx, 'a.xlsx'))).toBe('FILE_NOT_SPREADSHEET');
    expect(codeOf(() => readWorkbook(bytes('%PDF-1.7'), 'a.csv'))).toBe('FILE_NOT_SPREADSHEET');
    expect(codeOf(() => readWorkbook(bytes('<html><body>'), 'a.xls'))).toBe('FILE_NOT_SPREADSHEET');
    expect(codeOf(() => readWorkbook(Buffer.alloc(0), 'a.csv'))).toBe('FILE_EMPTY');
    expect(codeOf(() => readWorkbook(Buffer.from('PK\x03\x04 and then nothing'), 'a.xlsx'))).toBe('FILE_DAMAGED');
  });
});

describe('T-112 a hostile .xlsx is refused before it costs anything', () => {
  const parts = (sheet: ZipPart): ZipPart[] => [
    {
      name: 'xl/workbook.xml',
      text: '<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    sheet,
  ];
  const withSheet = (text: string): Buffer => zipOf(parts({ name: 'xl/worksheets/sheet1.xml', text }));
  const rows = (count: number): string =>
    Array.from(
      { length: count },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${Math.sin(i)}</t></is></c></row>`,
    ).join('');

  test('a bomb: 20 MB of one letter, told by the sizes in its directory', () => {
    const bomb = withSheet(`<worksheet>${'a'.repeat(20_000_000)}</worksheet>`);
    expect(bomb.length).toBeLessThan(40_000);
    expect(codeOf(() => readWorkbook(bomb, 'a.xlsx'))).toBe('FILE_COMPRESSION');
  });
  test('a bomb that lies about its size stops where it said it would', () => {
    const packed = deflateRawSync(Buffer.alloc(5_000_000, 'a'));
    const bomb = zipOf(parts({ name: 'xl/worksheets/sheet1.xml', packed, declared: 1000 }));
    expect(codeOf(() => readWorkbook(bomb, 'a.xlsx'))).toBe('FILE_COMPRESSION');
  });
  test('parts that overlap', () => {
    const once = deflateRawSync(Buffer.from(rows(2000)));
    const bomb = zipOf(
      Array.from({ length: 50 }, (_, i) => ({ name: `p${i}`, packed: once, declared: 100_000, sharesDataOf: 0 })),
    );
    expect(codeOf(() => readWorkbook(bomb, 'a.xlsx'))).toBe('FILE_COMPRESSION');
  });
  test('more rows, columns or bytes than a roster has', () => {
    expect(
      codeOf(() => readWorkbook(withSheet(`<worksheet><sheetData>${rows(20_001)}</sheetData></worksheet>`), 'a.xlsx')),
    ).toBe('TOO_MANY_ROWS');
    const wide = '<worksheet><sheetData><row r="1"><c r="CW1"><v>1</v></c></row></sheetData></worksheet>';
    expect(codeOf(() => readWorkbook(withSheet(wide), 'a.xlsx'))).toBe('TOO_MANY_COLUMNS');
    expect(codeOf(() => readWorkbook(Buffer.alloc(DEFAULT_LIMITS.fileBytes + 1), 'a.csv'))).toBe('FILE_TOO_LARGE');
  });
  test('20,000 rows and 100 columns are still read', () => {
    expect(
      readWorkbook(withSheet(`<worksheet><sheetData>${rows(20_000)}</sheetData></worksheet>`), 'a.xlsx').sheets[0]
        ?.rows,
    ).toHaveLength(20_000);
    const wide = '<worksheet><sheetData><row r="1"><c r="CV1"><v>1</v></c></row></sheetData></worksheet>';
    expect(readWorkbook(withSheet(wide), 'a.xlsx').sheets[0]?.columnCount).toBe(100);
  });
  test('an external entity, nested zips, macros and external links', () => {
    const entity =
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>';
    expect(codeOf(() => readWorkbook(withSheet(entity), 'a.xlsx'))).toBe('FILE_DAMAGED');
    const more = zipOf([
      ...parts({ name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${rows(1)}</sheetData></worksheet>` }),
      { name: 'xl/vbaProject.bin', text: 'macro' },
      { name: 'xl/externalLinks/externalLink1.xml', text: 'not even xml <' },
      { name: 'inner.zip', text: 'PK' },
      { name: '../../etc/passwd', text: 'x' },
    ]);
    expect(readWorkbook(more, 'a.xlsm').sheets).toHaveLength(1);
  });
  test('a header called __proto__ is a header like any other', async () => {
    const file = await xlsxOf({
      rows: [
        ['__proto__', 'constructor', '学校名称', '姓名', '职务'],
        ['a', 'b', '丹寨县城关一小', '王建国', '校长'],
      ],
    });
    const [sheet] = parseFile(file, {
      kind: 'ROSTER',
      fileName: 'x',
      choices: [{ sheet: '表1', columns: [{ column: 1, target: '__proto__' }] }],
    }).sheets;
    expect(sheet?.columns.map(({ target }) => target)).toEqual([null, null, 'schoolName', 'name', 'post']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});

describe('.csv', () => {
  const table = '学校名称,姓名\r\n"丹寨县城关一小","王\r\n建国"\r\n丹寨县第一中学,"李""卫东"\r\n';
  const expected = [
    ['学校名称', '姓名'],
    ['丹寨县城关一小', '王\r\n建国'],
    ['丹寨县第一中学', '李"卫东'],
  ];

  test('UTF-8 with and without BOM, UTF-16, GB18030; CRLF and line breaks in quotes', () => {
    // 学校名称,姓名 / 丹寨县城关一小,王建国 as a Chinese Windows writes it
    const gb = Buffer.from('d1a7d0a3c3fbb3c62cd0d5c3fb0d0ab5a4d5afcfd8b3c7b9d8d2bbd0a12ccdf5bda8b9fa0d0a', 'hex');
    expect(texts(readWorkbook(bytes(table), 'a.csv'))).toEqual(expected);
    expect(texts(readWorkbook(bytes(`\uFEFF${table}`), 'a.csv'))).toEqual(expected);
    expect(texts(readWorkbook(Buffer.from(`\uFEFF${table}`, 'utf16le'), 'a.csv'))).toEqual(expected);
    expect(texts(readWorkbook(gb, 'a.csv'))).toEqual([
      ['学校名称', '姓名'],
      ['丹寨县城关一小', '王建国'],
    ]);
  });
  test('tabs and semicolons divide as well, line feeds alone end lines', () => {
    expect(texts(readWorkbook(bytes('a\tb\n1\t2'), 'a.csv'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(texts(readWorkbook(bytes('a;b\n1;2\n'), 'a.csv'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });
  test('="2152936001", quoted or not, is the code; rows keep their numbers', () => {
    const { sheets } = readWorkbook(bytes('标识码,x\n\n="2152936001",1\n"=""2152936001""",2\n'), '丹寨县.csv');
    expect(sheets[0]?.name).toBe('丹寨县');
    expect(sheets[0]?.rows.map(({ row, cells }) => [row, cells[0]?.text, cells[0]?.textFormula ?? false])).toEqual([
      [1, '标识码', false],
      [3, '2152936001', true],
      [4, '2152936001', true],
    ]);
  });
  test('the limits hold here too', () => {
    expect(codeOf(() => readWorkbook(bytes('a\n'.repeat(20_001)), 'a.csv'))).toBe('TOO_MANY_ROWS');
    expect(codeOf(() => readWorkbook(bytes(`${'a,'.repeat(100)}a`), 'a.csv'))).toBe('TOO_MANY_COLUMNS');
  });
});
