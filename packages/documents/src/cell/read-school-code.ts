import { squeeze } from './normalize-text.js';
import { isNothing } from './read-placeholder.js';
import { BLANK, type CellInput, type Reading, type WarningCode } from './reading.type.js';

/**
 * 学校标识码: ten digits, kept as text. A number that Excel still holds in full is fine; one with lost zeros or in scientific
 * notation has lost digits and is refused, never completed.
 */
export function readSchoolCode(cell: CellInput): Reading<string> {
  if (isNothing(cell.text)) return BLANK;
  const warnings: WarningCode[] = [];
  if (cell.textFormula) warnings.push('W_EXCEL_TEXT_FORMULA');
  const exact = cell.kind === 'number' && Number.isInteger(cell.raw) ? String(cell.raw) : cell.text;
  const code = squeeze(exact).replace(/^['‘’`]+/, '');
  if (!/^\d{10}$/.test(code)) return { value: null, error: 'E_SCHOOL_CODE_FORMAT', warnings: [] };
  const shown = exact.normalize('NFKC');
  if (shown !== code) warnings.push('W_CODE_TRIMMED');
  return { value: code, warnings };
}
