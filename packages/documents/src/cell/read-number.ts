import { squeeze } from './normalize-text.js';
import { isNothing } from './read-placeholder.js';
import { BLANK, type CellInput, type Reading } from './reading.type.js';

const UNITS = /(人次|人|名|个班|个|所|班|位|学生|教师|党员|轨|处)$/;

/** A count. 23人 is 23 with a warning; 约20 or 20多 is no number. */
export function readCount(cell: CellInput): Reading<number> {
  if (cell.kind === 'number' && typeof cell.raw === 'number') return whole(cell.raw);
  if (isNothing(cell.text)) return BLANK;
  const plain = squeeze(cell.text).replace(/^(共|计|合计)/, '');
  const bare = plain.replace(UNITS, '').replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  if (!/^\d+(\.0+)?$/.test(bare)) return { value: null, error: 'E_NUMBER_INVALID', warnings: [] };
  const reading = whole(Number(bare));
  return UNITS.test(plain) && reading.value !== null ? { ...reading, warnings: ['W_NUMBER_UNIT'] } : reading;
}

/** 党员数（其中在职）: 23（21） is 23, of whom 21. */
export function readCountWithPart(cell: CellInput): { readonly all: Reading<number>; readonly part: Reading<number> } {
  const both = /^([^(]*)\((?:其中)?(?:在职|在岗)?:?([^)]*)\)$/.exec(squeeze(cell.text));
  if (!both || cell.kind === 'number') return { all: readCount(cell), part: BLANK };
  return { all: readCount({ text: both[1] ?? '' }), part: readCount({ text: both[2] ?? '' }) };
}

function whole(value: number): Reading<number> {
  const fine = Number.isInteger(value) && value >= 0 && value < 10_000_000;
  return fine ? { value, warnings: [] } : { value: null, error: 'E_NUMBER_INVALID', warnings: [] };
}
