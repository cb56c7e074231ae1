import { DocumentProblem } from '../document-problem.js';
import { isGuarded, unguardCsvText } from '../formula-guard.js';
import { textCell } from './make-cell.js';
import { memoryBudget } from './memory-budget.js';
import type { ReadLimits } from './read-limits.js';
import type { Cell, SheetRow, Workbook } from './workbook.type.js';

/** Reads comma, semicolon or tab separated text in UTF-8 (with or without BOM), UTF-16 or GB18030. */
export function readCsv(bytes: Buffer, sheetName: string, limits: ReadLimits): Workbook {
  const text = decodeText(bytes);
  if (text.includes('\0')) throw new DocumentProblem('FILE_NOT_SPREADSHEET');
  const rows: SheetRow[] = [];
  let columnCount = 0;
  let row = 0;
  const spend = memoryBudget(limits);
  for (const fields of splitRecords(text, findDelimiter(text))) {
    row++;
    const cells = fields.map(csvCell);
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    if (cells.length === 0) continue;
    for (const cell of cells) spend(cell?.text.length ?? 0);
    if (cells.length > limits.columns) throw new DocumentProblem('TOO_MANY_COLUMNS', { limit: limits.columns });
    if (rows.length >= limits.rows) throw new DocumentProblem('TOO_MANY_ROWS', { limit: limits.rows });
    rows.push({ row, cells });
    columnCount = Math.max(columnCount, cells.length);
  }
  return { format: 'csv', sheets: [{ name: sheetName, hidden: false, rows, merges: [], columnCount }] };
}

/** What an export of ours guarded comes back as it was. */
function csvCell(field: string): Cell | undefined {
  const text = unguardCsvText(field);
  return isGuarded(field) ? { text, raw: text, kind: 'text' } : textCell(field);
}

/** UTF-8 where the bytes are valid UTF-8, else GB18030: what Excel on a Chinese Windows writes as .csv. */
function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function findDelimiter(text: string): string {
  const head = text.slice(0, 20_000).split('\n', 20).join('\n');
  const count = (mark: string): number => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** A record at a time; line breaks, delimiters and doubled quotes inside quotes belong to the field. */
function* splitRecords(text: string, delimiter: string): Generator<string[]> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { value, next } = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter);
    fields.push(value);
    if (text[next] === delimiter) {
      at = next + 1;
      if (at === text.length) fields.push('');
      continue;
    }
    yield fields;
    fields = [];
    at = text[next] === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1;
  }
  if (fields.length > 0) yield fields;
}

interface Field {
  readonly value: string;
  readonly next: number;
}

function plainField(text: string, from: number, delimiter: string): Field {
  let next = from;
  while (next < text.length && text[next] !== delimiter && text[next] !== '\n' && text[next] !== '\r') next++;
  return { value: text.slice(from, next), next };
}

function quotedField(text: string, from: number, delimiter: string): Field {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return { value: value + text.slice(at), next: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainField(text, quote + 1, delimiter);
      return { value: value + rest.value, next: rest.next };
    }
    value += '"';
    at = quote + 2;
  }
}
