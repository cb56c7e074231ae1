import { textsOf } from './import-counts.js';

interface Mapped {
  readonly sheet: string;
  readonly fields: readonly string[];
}

function isMapped(one: unknown): one is Mapped {
  return typeof one === 'object' && one !== null && 'sheet' in one && 'fields' in one && Array.isArray(one.fields);
}

/** The mapped fields of each sheet from left to right, as the server staged them. */
export function fieldsBySheet(mapping: unknown): ReadonlyMap<string, readonly string[]> {
  const tables = (mapping as { readonly tables?: unknown } | null)?.tables;
  return new Map(
    (Array.isArray(tables) ? tables : []).filter(isMapped).map(({ sheet, fields }) => [sheet, fields.map(String)]),
  );
}

interface SheetRow {
  readonly sheet: string;
  readonly cells: unknown;
}

/** The cells of a row as its sheet has them, left to right. What the mapping does not name comes last. */
export function cellsInOrder(
  { sheet, cells }: SheetRow,
  order: ReadonlyMap<string, readonly string[]>,
): readonly (readonly [field: string, text: string])[] {
  const fields = order.get(sheet) ?? [];
  const place = (field: string): number => (fields.includes(field) ? fields.indexOf(field) : fields.length);
  return Object.entries(textsOf(cells)).sort(([a], [b]) => place(a) - place(b));
}
