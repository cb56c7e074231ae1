import { addDays, addMonths } from '@zhixiao/domain';
import { normalize, squeeze } from '../cell/normalize-text.js';
import { readCount } from '../cell/read-number.js';
import { readDate } from '../cell/read-date.js';
import { isNothing } from '../cell/read-placeholder.js';
import { readFlag } from '../cell/read-flag.js';
import { readWord } from '../cell/read-word.js';
import type { RosterDate } from '../cell/reading.type.js';
import type { MappedRow } from '../table/table.type.js';
import type { Notes } from './notes.js';

/** Reads the cells of one row of a batch of meetings; what is wrong goes to its notes. */
export interface MeetingCells {
  readonly given: (field: string) => boolean;
  readonly text: (field: string, max?: number) => string | null;
  readonly required: (field: string, max?: number) => string;
  readonly word: <T>(field: string, words: ReadonlyMap<string, T>) => T | null;
  readonly words: <T>(field: string, words: ReadonlyMap<string, T>) => readonly T[];
  readonly count: (field: string) => number | null;
  /** a day; not one to come unless `mayCome` */
  readonly day: (field: string) => string | null;
  readonly deadline: (field: string) => string | null;
  readonly times: () => { readonly start: string | null; readonly end: string | null };
  readonly flag: (field: string) => boolean | null;
  readonly money: (field: string) => number | null;
}

const LONGEST_LINE = 200;
const SEPARATORS = /[、,;；/\n\r]+/;

/** @param today the day after which nothing can have been held */
export function meetingCells(row: MappedRow, notes: Notes, today: string): MeetingCells {
  const place: Place = { row, notes };
  const text: MeetingCells['text'] = (field, max = LONGEST_LINE) => textOf(place, field, max);
  return {
    given: (field) => cellOf(row, field) !== undefined,
    text,
    required: (field, max) => {
      const said = text(field, max);
      if (said === null) notes.error('E_VALUE_REQUIRED', field);
      return said ?? '';
    },
    ...wordsOf(place),
    count: (field) => {
      const cell = cellOf(row, field);
      return cell ? notes.take(readCount(cell), field, cell) : null;
    },
    ...datesOf(place, today),
    times: () => timesOf(row, notes),
    flag: (field) => {
      const cell = cellOf(row, field);
      return cell ? notes.take(readFlag(cell.text), field, cell) : null;
    },
    money: (field) => moneyOf(row, notes, field),
  };
}

interface Place {
  readonly row: MappedRow;
  readonly notes: Notes;
}

function cellOf(row: MappedRow, field: string): MappedRow['cells'][string] | undefined {
  const cell = row.cells[field];
  return cell && !isNothing(cell.text) ? cell : undefined;
}

function textOf({ row, notes }: Place, field: string, max: number): string | null {
  const said = cellOf(row, field);
  if (!said) return null;
  const plain = normalize(said.text);
  if (plain.length > max) notes.error('E_TOO_LONG', field, `${plain.slice(0, 20)}…`);
  return plain;
}

function wordsOf({ row, notes }: Place): Pick<MeetingCells, 'word' | 'words'> {
  return {
    word: (field, words) => {
      const cell = cellOf(row, field);
      return cell ? notes.take(readWord(cell.text, words), field, cell) : null;
    },
    words: (field, words) =>
      (cellOf(row, field)?.text ?? '').split(SEPARATORS).flatMap((part) => {
        if (isNothing(part)) return [];
        const meant = words.get(squeeze(part));
        if (meant === undefined) notes.error('E_VALUE_UNKNOWN', field, part);
        return meant === undefined ? [] : [meant];
      }),
  };
}

function datesOf({ row, notes }: Place, today: string): Pick<MeetingCells, 'day' | 'deadline'> {
  const date = (field: string): RosterDate | null => {
    const cell = cellOf(row, field);
    return cell ? notes.take(readDate(cell), field, cell) : null;
  };
  return {
    day: (field) => {
      const found = date(field);
      if (!found) return null;
      if (found.precision === 'month') notes.error('E_DAY_REQUIRED', field, row.cells[field]?.text);
      else if (found.on > today) notes.error('E_DATE_TO_COME', field, row.cells[field]?.text);
      return found.on;
    },
    deadline: (field) => {
      const found = date(field);
      return found?.precision === 'month' ? addDays(addMonths(`${found.on}-01`, 1), -1) : (found?.on ?? null);
    },
  };
}

const TIME = /^(上午|下午|晚上|中午|早上)?(\d{1,2})(?:[:.点时](\d{1,2})?)分?$/;

/** 15:00, 下午3点, the fraction of a day that Excel keeps, or from and to in one cell. */
function timesOf(row: MappedRow, notes: Notes): { start: string | null; end: string | null } {
  const read = (field: string, text: string): string | null => {
    const clock = clockOf(squeeze(text));
    if (clock === null) notes.error('E_TIME_INVALID', field, text);
    return clock;
  };
  const said = (field: string): string | null => {
    const cell = row.cells[field];
    if (!cell || isNothing(cell.text)) return null;
    return typeof cell.raw === 'number' && cell.raw < 1 ? fromFraction(cell.raw) : cell.text;
  };
  const [from, to] = [said('startTime'), said('endTime')];
  const [first, second] = from?.split(/[-—–~～至到]+/) ?? [];
  const start = first === undefined ? null : read('startTime', first);
  const end = to ?? second ?? null;
  return { start, end: end === null ? null : read(to === null ? 'startTime' : 'endTime', end) };
}

const two = (value: number): string => String(value).padStart(2, '0');

function fromFraction(part: number): string {
  const minutes = Math.round(part * 24 * 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Below which hour a half of the day counts on from noon: 中午11点 comes before it. */
const LATER_HALVES: Readonly<Record<string, number>> = { 下午: 12, 晚上: 12, 中午: 11 };

function clockOf(text: string): string | null {
  const [, half, hours, minutes = '0'] = TIME.exec(text) ?? [];
  if (hours === undefined) return null;
  const isLate = Number(hours) < (LATER_HALVES[half ?? ''] ?? 0);
  const [h, m] = [Number(hours) + (isLate ? 12 : 0), Number(minutes)];
  return h < 24 && m < 60 ? `${two(h)}:${two(m)}` : null;
}

const UNITS: readonly (readonly [shape: RegExp, factor: number])[] = [
  [/万元?$/, 10_000],
  [/元$/, 1],
];

const MOST_YUAN = 999_999_999_999;

/** Yuan: 12000, 12,000元, 1.2万元. */
function moneyOf(row: MappedRow, notes: Notes, field: string): number | null {
  const cell = row.cells[field];
  if (!cell || isNothing(cell.text)) return null;
  const yuan = Math.round((typeof cell.raw === 'number' ? cell.raw : yuanIn(cell.text)) * 100) / 100;
  if (yuan >= 0 && yuan <= MOST_YUAN) return yuan;
  notes.error('E_NUMBER_INVALID', field, cell.text);
  return null;
}

function yuanIn(text: string): number {
  const plain = squeeze(text).replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  const [shape, factor] = UNITS.find(([unit]) => unit.test(plain)) ?? [/$/, 1];
  const bare = plain.replace(shape, '');
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) * factor : Number.NaN;
}
