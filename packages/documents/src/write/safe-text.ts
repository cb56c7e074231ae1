import { guardCsvText } from '../formula-guard.js';

// XML knows no control characters but tab and line ends, and no half of a surrogate pair.
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;
// Excel reads _x000D_ as a carriage return, which plain XML would lose; what looks like that but isn't gets its own _.
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** What a cell of Excel can hold. */
const LONGEST_CELL = 32_767;

/** Text without what XML can't carry. */
export function withoutUnprintable(text: string): string {
  return text.replace(NOT_IN_XML, '');
}

/** Text for a cell of an .xlsx: typed as text there, so it can't become a formula; only what XML can't carry goes. */
export function cellText(text: string): string {
  const plain = withoutUnprintable(text.slice(0, LONGEST_CELL));
  return plain.replace(LOOKS_ESCAPED, '_x005F_').replaceAll('\r', '_x000D_');
}

/** Rows as .csv: UTF-8 with BOM and CRLF, as Excel on a Chinese Windows opens it without asking. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const field = (value: string | number | null): string => {
    const text = value === null ? '' : typeof value === 'number' ? String(value) : guardCsvText(value);
    return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
