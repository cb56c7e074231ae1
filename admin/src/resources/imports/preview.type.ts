import type { SchemaType } from '../../data/index.js';

export type ImportKind = SchemaType<'ImportKind'>;

/** A field of the kind, dropped as sensitive, or not used. */
export type ColumnTarget = string | null;

export const SENSITIVE = 'SENSITIVE';

interface PreviewColumn {
  readonly column: number;
  readonly letter: string;
  readonly header: string;
  readonly target: ColumnTarget;
}

/** What the server found of one sheet. */
export interface PreviewSheet {
  readonly sheet: string;
  readonly hidden: boolean;
  readonly include: boolean;
  readonly headerRows: readonly number[];
  readonly form: 'long' | 'wide';
  readonly title: string;
  readonly asOf: { readonly on: string; readonly precision: 'month' | 'day' } | null;
  readonly columns: readonly PreviewColumn[];
  readonly rowCount: number;
  readonly preview: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

export interface Preview {
  readonly kind: ImportKind;
  readonly sheets: readonly PreviewSheet[];
  readonly fields: readonly string[];
}

/** What the user makes of one sheet: sent with the file. */
export interface SheetChoice {
  readonly sheet: string;
  readonly include: boolean;
  readonly headerRows: readonly number[];
  readonly columns: readonly { readonly column: number; readonly target: ColumnTarget }[];
}

/** The server's proposal as the user's choice, until something is changed. */
export function choiceOf({ sheet, include, headerRows, columns }: PreviewSheet): SheetChoice {
  return { sheet, include, headerRows, columns: columns.map(({ column, target }) => ({ column, target })) };
}
