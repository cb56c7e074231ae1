/** A figure with its formula, so that a receiver can check it; `value` is what is shown before anything recalculates. */
export interface FormulaValue {
  readonly formula: string;
  readonly value: number | string | null;
}

/** Text, number, formula, or null for an empty cell. Dates go as text, YYYY-MM-DD: that is how officials read them. */
export type CellValue = string | number | FormulaValue | null;

export type CellFormat = 'text' | 'integer' | 'decimal' | 'percent';

export interface LayoutColumn {
  readonly key: string;
  /** The leaf header. */
  readonly header: string;
  /** Above it, over neighbouring columns with the same group; without one the leaf stands over both rows. */
  readonly group?: string;
  readonly format?: CellFormat;
  /** In characters; by default from the header. */
  readonly width?: number;
}

export type LayoutRow = Readonly<Record<string, CellValue>>;

/** One table in the form that officials expect (title, unit row, two-level header, 合计 on top, footer line). */
export interface TableLayout {
  readonly sheet: string;
  readonly title: string;
  /** Left, middle, right of the second row: 填报单位（盖章）：… | 截至日期：… | 单位：所、人、% */
  readonly unitLine: readonly [left: string, middle: string, right: string];
  readonly columns: readonly LayoutColumn[];
  /** 合计, the first row below the header. `sumRow` makes one with formulas. */
  readonly total?: LayoutRow;
  readonly rows: readonly LayoutRow[];
  /** Rows of `rows` (from 0) set in bold: 小计. */
  readonly subtotals?: readonly number[];
  /** 单位负责人：  审核人：  填报人：  填报日期： */
  readonly footer?: string;
  /** Columns kept in sight at the left. */
  readonly frozenColumns?: number;
}

/** The 口径 sheet: definitions, filters, as-of, source; a line of a heading alone has no text. */
export interface DefinitionLine {
  readonly term: string;
  readonly text?: string;
}

export interface WorkbookLayout {
  readonly tables: readonly TableLayout[];
  readonly definitionsSheet: {
    readonly sheet: string;
    readonly title: string;
    readonly lines: readonly DefinitionLine[];
  };
  readonly creator?: string;
}
