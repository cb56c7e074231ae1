import type { CellInput, RosterDate, StructuralReason } from '../cell/reading.type.js';

/**
 * 领导班子花名册 (L2, long or wide), 推进进度统计 (matrix over states), 学校基本情况台账 (L1), 纸质会议补录 (meetings and their items).
 */
export const ROSTER_KINDS = ['ROSTER', 'PROGRESS', 'SCHOOL_REGISTER', 'MEETINGS'] as const;
export type RosterKind = (typeof ROSTER_KINDS)[number];

/** One row per person, or one row per school with a group of columns for each post. */
export type TableForm = 'long' | 'wide';

/** A field of the kind (see `fieldsOf`), dropped as sensitive, or not used. */
export type ColumnTarget = string | 'SENSITIVE' | null;

export interface ColumnProposal {
  /** From 1, as Excel counts. */
  readonly column: number;
  readonly letter: string;
  /** Group and leaf header, as the file has them: 任职信息/职务. */
  readonly header: string;
  readonly target: ColumnTarget;
}

/** What was found of one sheet: shown in the wizard, sent back changed by the user. */
export interface SheetProposal {
  readonly sheet: string;
  readonly hidden: boolean;
  /** Whether its rows are read. Hidden sheets and sheets without a recognisable header are left out by default. */
  readonly include: boolean;
  readonly headerRows: readonly number[];
  readonly form: TableForm;
  /** Text above the header, one string. */
  readonly title: string;
  /** 截至日期 as the sheet states it. */
  readonly asOf: RosterDate | null;
  readonly columns: readonly ColumnProposal[];
  readonly rowCount: number;
}

/** A user's correction of a proposal. Columns marked SENSITIVE stay so, whatever is asked. */
export interface SheetChoice {
  readonly sheet: string;
  readonly include?: boolean;
  readonly headerRows?: readonly number[];
  readonly columns?: readonly { readonly column: number; readonly target: ColumnTarget }[];
}

export interface MappedCell extends CellInput {
  /** Taken over from a merged range that begins in a row above. */
  readonly inherited?: true;
  /** The cell says 同左 or 同上; this is the value meant. */
  readonly sameAs?: true;
}

/** One data row: only mapped columns, none of them sensitive. Field → cell; blank cells are absent. */
export interface MappedRow {
  readonly sheet: string;
  /** Excel row number. */
  readonly row: number;
  /** Set where the row holds no data. */
  readonly structure?: StructuralReason;
  readonly cells: Readonly<Record<string, MappedCell>>;
  /** The sheet has a sensitive column, or an identity number or phone was cut out of a cell of this row. */
  readonly dropped?: true;
}

/** What all rows of one sheet share. */
export interface MappedTable {
  readonly sheet: string;
  readonly form: TableForm;
  readonly title: string;
  readonly asOf: RosterDate | null;
  /** Fields that have a column: a blank cell means something else than a missing column. */
  readonly fields: readonly string[];
  readonly rows: readonly MappedRow[];
}
