import { guardCsvText } from '../formula-guard.js';

// XML 1.0 knows no control characters but tab and line ends, and a cell no lone surrogate.
const NOT_IN_XML =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** What a cell of Excel can hold. */
const LONGEST_CELL = 32_767;

/** Text for a cell of an .xlsx: typed as text there, so it can't become a formula; only what XML can't carry goes. */
export function cellText(text: string): string {
  return text.replace(NOT_IN_XML, '').slice(0, LONGEST_CELL);
}

/** Rows as .csv: UTF-8 with BOM and CRLF, as Excel on a Chinese Windows opens it without asking. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const field = (value: string | number | null): string => {
    const text = value === null ? '' : typeof value === 'number' ? String(value) : guardCsvText(value);
    return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
