import { excelRowOf, ratio, sumRow } from '@zhixiao/documents';
import type { CellValue, LayoutColumn, LayoutRow, TableLayout } from '@zhixiao/documents';
import { RATE_IDS } from '@zhixiao/domain';
import type { RateId } from '@zhixiao/domain';
import type { CrossSchoolReport, ReportRow } from './cross-school-report.js';
import { GROUP_WORDS, ORG_TYPE_WORDS, RATE_WORDS, STAGE_WORDS, TABLE, chineseDay } from './report.dictionary.js';
import type { ReportGroup } from './report.input.js';

/** 完成率 stands on two counts that have columns of their own. */
const OTHER_RATES = RATE_IDS.filter((id) => id !== 'completion');
const COUNTS = ['schools', 'inScope', 'byReference', 'adjusted', 'newlyAdjusted', 'hardFindings'] as const;

export interface TableOf {
  readonly report: CrossSchoolReport;
  readonly groupBy: ReportGroup;
  readonly title: string;
  /** 填报单位 */
  readonly unit: string;
  readonly newSince: string;
}

/** Sheet 1: the report in the form that officials expect, 合计 on top, sums and rates as formulas with their results. */
export function reportTable(of: TableOf): TableLayout {
  const { report, title, unit } = of;
  const columns = columnsOf(of);
  const rows = report.rows.map((row, i) => tableRow(of, { columns, row, i }));
  const before = report.rowsBefore ? ['adjustedBefore', 'inScopeBefore'] : [];
  const parts = OTHER_RATES.flatMap((id) => [`${id}_n`, `${id}_d`]);
  const total = sumRow(columns, rows, {
    labels: { number: '', name: TABLE.total },
    sums: [...COUNTS, ...parts, ...before],
    ratios: ratiosOf(report),
  });
  return {
    sheet: TABLE.sheet,
    title,
    unitLine: [TABLE.reportingUnit(unit), TABLE.asOf(chineseDay(report.asOf)), TABLE.units],
    columns,
    total: { ...total, ...changeOf(columns, { row: total, excelRow: TOTAL_ROW }) },
    rows,
    footer: TABLE.footer,
    frozenColumns: 2,
  };
}

const TOTAL_ROW = excelRowOf(0, 'without total');

function columnsOf({ report, groupBy, newSince }: TableOf): LayoutColumn[] {
  const figure = (key: string, header: string, group?: string): LayoutColumn => ({
    key,
    header,
    group,
    format: 'integer',
    width: 9,
  });
  const share = (key: string, header: string, group?: string): LayoutColumn => ({
    key,
    header,
    group,
    format: 'percent',
    width: 9,
  });
  const rates = OTHER_RATES.flatMap((id) => {
    const { name, numerator, denominator } = RATE_WORDS[id];
    return [figure(`${id}_n`, numerator, name), figure(`${id}_d`, denominator, name), share(id, TABLE.percent, name)];
  });
  return [
    { key: 'number', header: TABLE.number, width: 6 },
    { key: 'name', header: GROUP_WORDS[groupBy], width: 24 },
    figure('schools', TABLE.schools),
    figure('inScope', TABLE.inScope, TABLE.progress),
    figure('byReference', TABLE.byReference, TABLE.progress),
    figure('adjusted', TABLE.adjusted, TABLE.progress),
    { ...figure('newlyAdjusted', TABLE.newlyAdjusted(newSince), TABLE.progress), width: 13 },
    share('completion', RATE_WORDS.completion.name, TABLE.progress),
    ...comparisonColumns(report.compareTo, { figure, share }),
    ...rates,
    figure('hardFindings', TABLE.hardFindings),
  ];
}

type MakeColumn = (key: string, header: string, group?: string) => LayoutColumn;

function comparisonColumns(compareTo: string | null, make: { figure: MakeColumn; share: MakeColumn }): LayoutColumn[] {
  if (!compareTo) return [];
  const group = TABLE.comparison(compareTo);
  return [
    make.figure('adjustedBefore', TABLE.adjustedBefore, group),
    make.figure('inScopeBefore', TABLE.inScopeBefore, group),
    make.share('completionBefore', TABLE.completionBefore, group),
    { key: 'change', header: TABLE.change, group, format: 'decimal', width: 10 },
  ];
}

type Parts = readonly [numerator: string, denominator: string];

function ratiosOf({ rowsBefore }: CrossSchoolReport): Record<string, Parts> {
  const others = OTHER_RATES.map((id): [string, Parts] => [id, [`${id}_n`, `${id}_d`]]);
  const before: [string, Parts][] = rowsBefore ? [['completionBefore', ['adjustedBefore', 'inScopeBefore']]] : [];
  return { completion: ['adjusted', 'inScope'], ...Object.fromEntries([...others, ...before]) };
}

function tableRow(of: TableOf, { columns, row, i }: { columns: LayoutColumn[]; row: ReportRow; i: number }): LayoutRow {
  const before = of.report.rowsBefore?.[i];
  const figures: LayoutRow = {
    number: String(i + 1),
    name: nameOf(of.groupBy, row),
    ...Object.fromEntries(COUNTS.map((name) => [name, row[name]])),
    ...Object.fromEntries(OTHER_RATES.flatMap((id) => partsOf(id, row))),
    ...(before ? { adjustedBefore: before.completion.numerator, inScopeBefore: before.completion.denominator } : {}),
  };
  const excelRow = excelRowOf(i, 'with total');
  const ratios = Object.entries(ratiosOf(of.report)).map(([key, parts]) => [
    key,
    ratio(columns, excelRow, { row: figures, parts }),
  ]);
  const counted = { ...figures, ...(Object.fromEntries(ratios) as LayoutRow) };
  return { ...counted, ...changeOf(columns, { row: counted, excelRow }) };
}

function partsOf(id: RateId, row: ReportRow): [string, number][] {
  return [
    [`${id}_n`, row[id].numerator],
    [`${id}_d`, row[id].denominator],
  ];
}

function nameOf(groupBy: ReportGroup, { key, name }: ReportRow): string {
  if (groupBy === 'COUNTY') return name;
  const words: Readonly<Record<string, string>> = groupBy === 'STAGE' ? STAGE_WORDS : ORG_TYPE_WORDS;
  return words[key ?? ''] ?? name;
}

/** A change of a rate is told in percentage points, and only where both days have one. */
function changeOf(
  columns: readonly LayoutColumn[],
  { row, excelRow }: { row: LayoutRow; excelRow: number },
): LayoutRow {
  const [now, then] = [numberOf(row['completion']), numberOf(row['completionBefore'])];
  const at = (key: string): string => `${columnLetter(columns.findIndex((column) => column.key === key))}${excelRow}`;
  if (!columns.some(({ key }) => key === 'change')) return {};
  const formula = `IF(AND(ISNUMBER(${at('completion')}),ISNUMBER(${at('completionBefore')})),(${at('completion')}-${at('completionBefore')})*100,"")`;
  return { change: { formula, value: now === null || then === null ? '' : (now - then) * 100 } };
}

function numberOf(value: CellValue | undefined): number | null {
  const shown = value !== null && typeof value === 'object' ? value.value : value;
  return typeof shown === 'number' ? shown : null;
}

function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
