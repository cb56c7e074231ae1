import type { Reading, ReasonCode, WarningCode } from '../cell/reading.type.js';
import { hasFullWidth } from '../cell/normalize-text.js';
import type { MappedCell, MappedRow } from '../table/table.type.js';
import type { Issue } from './roster.type.js';

/** Collects what is found while a row is read. */
export interface Notes {
  readonly errors: Issue[];
  readonly warnings: Issue[];
  /** Takes a reading's findings and gives its value. */
  readonly take: <T>(reading: Reading<T>, field: string, cell?: MappedCell) => T | null;
  readonly error: (code: ReasonCode, field?: string, text?: string) => void;
  readonly warn: (code: WarningCode, field?: string, text?: string) => void;
}

/** Notes for a row, begun with what concerns the row as a whole. */
export function notesFor(row: MappedRow): Notes {
  const errors: Issue[] = [];
  const warnings: Issue[] = [];
  const error: Notes['error'] = (code, field, text) => void errors.push({ code, field, text });
  const warn: Notes['warn'] = (code, field, text) => void warnings.push({ code, field, text });
  const take = <T>(reading: Reading<T>, field: string, cell?: MappedCell): T | null => {
    if (reading.error) error(reading.error, field, cell?.text);
    for (const code of reading.warnings) if (!cell?.inherited) warn(code, field, cell?.text);
    return reading.value;
  };
  for (const [field, cell] of Object.entries(row.cells)) {
    if (!cell.inherited && !cell.sameAs && hasFullWidth(cell.text)) warn('W_FULLWIDTH', field, cell.text);
    if (cell.sameAs) warn('W_SAME_AS_LEFT', field, cell.text);
  }
  if (row.dropped) warn('W_SENSITIVE_COLUMN_DROPPED');
  return { errors, warnings, take, error, warn };
}

/** The distinct codes of issues, in the order found. */
export function codesOf<T extends ReasonCode | WarningCode>(issues: readonly Issue[]): T[] {
  return [...new Set(issues.map(({ code }) => code))] as T[];
}
