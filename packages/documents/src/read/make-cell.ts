import type { Cell } from './workbook.type.js';

const TEXT_FORMULA = /^\s*="([^"]*)"\s*$/;

/** A text cell; unwraps ="215…", the trick by which codes survive Excel. Blank text is no cell. */
export function textCell(text: string): Cell | undefined {
  if (text.trim() === '') return undefined;
  const wrapped = TEXT_FORMULA.exec(text);
  if (wrapped) return wrapped[1] ? { text: wrapped[1], raw: wrapped[1], kind: 'text', textFormula: true } : undefined;
  return { text, raw: text, kind: 'text' };
}
