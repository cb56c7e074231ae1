import ExcelJS from 'exceljs';
import { type JudgedRow, judgeRoster, parseFile, type RosterFacts, type RosterKind, type SchoolFact } from './index.js';

export interface SheetOfTest {
  readonly name?: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly ExcelJS.CellValue[])[];
  readonly merges?: readonly string[];
  readonly formats?: Readonly<Record<string, string>>;
}

/** An .xlsx of the given rows, written by another hand than the reader under test. */
export async function xlsxOf(...sheets: readonly SheetOfTest[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  sheets.forEach(({ name, hidden, rows, merges = [], formats = {} }, index) => {
    const sheet = workbook.addWorksheet(name ?? `表${index + 1}`, { state: hidden ? 'hidden' : 'visible' });
    for (const row of rows) sheet.addRow([...row]);
    for (const [address, format] of Object.entries(formats)) sheet.getCell(address).numFmt = format;
    for (const range of merges) sheet.mergeCells(range);
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const school = (tenantId: number, serial: number, name: string): SchoolFact => ({
  tenantId,
  schoolId: `school-${tenantId}-${serial}`,
  code: `21529${String(tenantId % 100).padStart(2, '0')}${String(serial).padStart(3, '0')}`,
  name,
});

const SCHOOLS: readonly SchoolFact[] = [
  school(522636, 1, '丹寨县城关一小'),
  school(522636, 2, '丹寨县龙泉镇中心小学'),
  school(522636, 3, '丹寨县第一中学'),
  school(522630, 1, '台江县城关一小'),
  school(522630, 2, '台江县民族中学'),
];

const DIVISIONS: RosterFacts['divisions'] = [
  { tenantId: 520000, code: '520000', name: '贵州省' },
  { tenantId: 522600, code: '522600', name: '黔东南苗族侗族自治州' },
  { tenantId: 522601, code: '522601', name: '凯里市' },
  { tenantId: 522630, code: '522630', name: '台江县' },
  { tenantId: 522636, code: '522636', name: '丹寨县' },
];

/** A county admin of 丹寨县. */
export const COUNTY: RosterFacts = {
  importerScope: { tenantIds: [522636] },
  divisions: DIVISIONS,
  schools: SCHOOLS.filter(({ tenantId }) => tenantId === 522636),
};

/** A city admin who holds grants in 丹寨县 and 台江县, not in 凯里市. */
export const CITY: RosterFacts = {
  importerScope: { tenantIds: [522600, 522636, 522630] },
  divisions: DIVISIONS,
  schools: SCHOOLS,
};

/** Writes the rows as .xlsx, reads them back and judges them. */
export async function judgeSheets<K extends RosterKind>(
  kind: K,
  sheets: readonly SheetOfTest[],
  facts: RosterFacts,
): Promise<JudgedRow<K>[]> {
  const bytes = await xlsxOf(...sheets);
  return judgeRoster(kind, parseFile(bytes, { kind, fileName: 'test.xlsx' }).tables, facts);
}

const LONG_HEADER = ['标识码', '学校名称', '姓名', '性别', '出生年月', '政治面貌', '职务', '任现职时间', '免职时间'];

export interface PersonOfTest {
  readonly 标识码?: ExcelJS.CellValue;
  readonly 学校名称?: ExcelJS.CellValue;
  readonly 姓名?: ExcelJS.CellValue;
  readonly 性别?: ExcelJS.CellValue;
  readonly 出生年月?: ExcelJS.CellValue;
  readonly 政治面貌?: ExcelJS.CellValue;
  readonly 职务?: ExcelJS.CellValue;
  readonly 任现职时间?: ExcelJS.CellValue;
  readonly [column: string]: ExcelJS.CellValue;
}

const FINE: PersonOfTest = {
  标识码: '2152936001',
  学校名称: '丹寨县城关一小',
  姓名: '王建国',
  性别: '男',
  出生年月: '1976.2',
  政治面貌: '中共党员',
  职务: '副校长',
  任现职时间: '2022.9',
};

/** Judges rows of the long form; each says only what differs from a row without fault. Undefined leaves the cell blank. */
export async function judgePeople(
  people: readonly PersonOfTest[],
  facts: RosterFacts = COUNTY,
): Promise<JudgedRow<'ROSTER'>[]> {
  const extra = [...new Set(people.flatMap((person) => Object.keys(person)))].filter(
    (key) => !LONG_HEADER.includes(key),
  );
  const header = [...LONG_HEADER, ...extra];
  const rows = people.map((person) => header.map((column) => ({ ...FINE, ...person })[column] ?? null));
  return judgeSheets('ROSTER', [{ name: '花名册', rows: [header, ...rows] }], facts);
}

/** Judges one row of the long form. */
export async function judgePerson(person: PersonOfTest, facts: RosterFacts = COUNTY): Promise<JudgedRow<'ROSTER'>> {
  const [judged] = await judgePeople([person], facts);
  if (!judged) throw new Error('no row came back');
  return judged;
}
