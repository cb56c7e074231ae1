export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One cell as a person sees it, and what lies behind it. Blank cells are absent. */
export interface Cell {
  /** As shown: dates as YYYY-MM-DD, numbers in the cell's number format. */
  readonly text: string;
  readonly raw: string | number | boolean;
  readonly kind: CellKind;
  /** The value is the cached result of a formula. */
  readonly formula?: true;
  /** Written as ="2152936001" to keep Excel from making a number of it. */
  readonly textFormula?: true;
}

export interface SheetRow {
  /** Excel row number, from 1. */
  readonly row: number;
  /** By column, from 0. */
  readonly cells: readonly (Cell | undefined)[];
}

/** A merged range; rows from 1, columns from 0, all inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows with content only, ascending. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  readonly columnCount: number;
}

export interface Workbook {
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly Sheet[];
}
