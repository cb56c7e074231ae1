import { serialToDate } from '../read/number-format.js';
import { squeeze } from './normalize-text.js';
import { isNothing } from './read-placeholder.js';
import { BLANK, type CellInput, type Reading, type RosterDate, type WarningCode } from './reading.type.js';

/** In which century a two-digit year lies: people of 76 were born in 1976, appointments of 22 are of 2022. */
export type DateUse = 'birth' | 'office';

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A civil date as rosters write it, with its precision: 2022.9, 2022年9月, 202209, 22.09, 二〇二二年九月, Excel's own dates. */
export function readDate(cell: CellInput, use: DateUse = 'office'): Reading<RosterDate> {
  if (cell.kind === 'date') return fromDay(cell.text);
  if (isNothing(cell.text)) return BLANK;
  if (cell.kind === 'number' && typeof cell.raw === 'number') return readNumber(cell.raw, cell.text, use);
  return readText(cell.text, use);
}

/** From–to in one cell (2019.9-2022.8), as past posts are written. A single date has no end. */
export function readPeriod(cell: CellInput): {
  readonly start: Reading<RosterDate>;
  readonly end: Reading<RosterDate>;
} {
  const start = readDate(cell);
  if (!start.error || cell.kind === 'date') return { start, end: BLANK };
  const text = squeeze(cell.text);
  for (const split of text.matchAll(/[-—–~～至到]+/g)) {
    const from = readText(text.slice(0, split.index), 'office');
    const rest = text.slice(split.index + split[0].length);
    const to = /^(今|现在|目前|)$/.test(rest) ? BLANK : readText(rest, 'office');
    if (from.value && !to.error) return { start: from, end: to };
  }
  return { start, end: BLANK };
}

const invalid: Reading<RosterDate> = { value: null, error: 'E_DATE_INVALID', warnings: [] };

function fromDay(text: string): Reading<RosterDate> {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: { on: text, precision: 'day' }, warnings: [] } : invalid;
}

/**
 * 2022.9 as a number is September. 2022.1 is January or an October that lost its zero: unless the cell shows which, it is
 * read as January with a warning.
 */
function readNumber(value: number, shown: string, use: DateUse): Reading<RosterDate> {
  if (Number.isInteger(value))
    return value >= 10_000 && value < 100_000 ? fromSerial(value) : readText(String(value), use);
  const plain = String(value);
  if (/^\d+\.1$/.test(plain)) {
    if (/^\d+\.10$/.test(shown)) return readText(shown, use);
    const january = readText(plain, use);
    return january.value ? { ...january, warnings: [...january.warnings, 'W_DATE_AMBIGUOUS'] } : january;
  }
  return readText(plain, use);
}

function fromSerial(serial: number): Reading<RosterDate> {
  const date = serialToDate(serial);
  return date && serial > 10_000 ? fromDay(date) : invalid;
}

/** Year, month and, where said, day; anything behind makes it no date. */
const SHAPES: readonly RegExp[] = [
  /^(\d{4}|\d{2})[./年-](\d{1,2})(?:月份?)?$/,
  /^(\d{4}|\d{2})[./年-](\d{1,2})[./月-](\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

function readText(text: string, use: DateUse): Reading<RosterDate> {
  const plain = toArabic(squeeze(text).replace(/[、,。．·/]/g, '.'))
    .replace(/T?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
    .replace(/(起|任|至今|任职|出生|生)$/, '')
    .replace(/[.]+$/, '');
  if (/^\d{5}$/.test(plain)) return fromSerial(Number(plain));
  for (const shape of SHAPES) {
    const parts = shape.exec(plain);
    if (parts) return build(parts.slice(1), use);
  }
  return invalid;
}

function build([year = '', month = '', day]: readonly (string | undefined)[], use: DateUse): Reading<RosterDate> {
  const warnings: WarningCode[] = year.length === 2 ? ['W_TWO_DIGIT_YEAR'] : [];
  const fullYear = year.length === 2 ? century(Number(year), use) : Number(year);
  const [m, d] = [Number(month), day === undefined ? undefined : Number(day)];
  if (fullYear < 1900 || fullYear > 2100 || m < 1 || m > 12) return invalid;
  const on = `${fullYear}-${String(m).padStart(2, '0')}`;
  if (d === undefined) return { value: { on, precision: 'month' }, warnings };
  if (d < 1 || d > new Date(Date.UTC(fullYear, m, 0)).getUTCDate()) return invalid;
  return { value: { on: `${on}-${String(d).padStart(2, '0')}`, precision: 'day' }, warnings };
}

function century(year: number, use: DateUse): number {
  return year + (year >= (use === 'birth' ? 20 : 70) ? 1900 : 2000);
}

/** 二〇二二年十一月 → 2022年11月. 零 and ○ stand for 〇. */
function toArabic(text: string): string {
  if (!/[一二三四五六七八九十]/.test(text)) return text;
  return text
    .replace(/[零○Ο]/g, '〇')
    .replace(
      /([一二三四五六七八九])?十([一二三四五六七八九])?/g,
      (_, tens: string | undefined, ones: string | undefined) =>
        String((tens ? CHINESE_DIGITS.indexOf(tens) : 1) * 10 + (ones ? CHINESE_DIGITS.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}
