import type { CommitteePortfolio, Membership } from '@zhixiao/domain';
import { SEX_NAMES } from '../cell/people.dictionary.js';
import type { RosterPost } from '../cell/posts.dictionary.js';
import { normalize } from '../cell/normalize-text.js';
import { readDate, readPeriod } from '../cell/read-date.js';
import { readName } from '../cell/read-name.js';
import { readEthnicity, readPolitical, readSex } from '../cell/read-person-cells.js';
import { isNothing } from '../cell/read-placeholder.js';
import type { RosterDate } from '../cell/reading.type.js';
import type { MappedCell } from '../table/table.type.js';
import { ageAt, endsBeforeStart } from './compare-dates.js';
import type { PersonDraft } from './draft.type.js';
import type { Notes } from './notes.js';

const PARTY_POSTS: ReadonlySet<RosterPost> = new Set([
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'FULLTIME_DEPUTY_SECRETARY',
  'COMMITTEE_MEMBER',
]);
const PARTY_MEMBER_NOT: ReadonlySet<Membership> = new Set(['PROBATIONARY', 'DEMOCRATIC_PARTY', 'MASSES']);
const YOUNGEST = 18;
const OLDEST = 75;

/** One person's cells, by attribute; where each of them came from does not matter here. */
export interface PersonSource {
  readonly cell: (attribute: string) => MappedCell | undefined;
  readonly field: (attribute: string) => string;
  readonly posts: readonly RosterPost[];
  readonly portfolios: readonly CommitteePortfolio[];
  /** There is a column for the day of appointment: blank then means forgotten. */
  readonly hasStart: boolean;
  /** 截至日期, for rosters that give no day of appointment at all. */
  readonly asOf: RosterDate | null;
}

/** Reads and checks one person; undefined where the notes now hold an error that leaves nothing to record. */
export function readPerson(source: PersonSource, notes: Notes): PersonDraft | undefined {
  const before = notes.errors.length;
  const take = <T>(attribute: string, read: (cell: MappedCell) => Parameters<typeof notes.take<T>>[0]): T | null => {
    const cell = source.cell(attribute);
    return cell ? notes.take<T>(read(cell), source.field(attribute), cell) : null;
  };
  const name = take<string>('name', ({ text }) => readName(text));
  if (name === null && !source.cell('name')) notes.error('E_NAME_REQUIRED', source.field('name'));
  const sex = take('sex', ({ text }) => readSex(text));
  const birth = take<RosterDate>('birthMonth', (cell) => readDate(cell, 'birth'));
  const political = take('political', ({ text }) => readPolitical(text));
  const { started, ended } = readTerm(source, notes);
  const birthMonth = birth?.on.slice(0, 7) ?? null;
  const membership = political?.membership ?? 'UNKNOWN';
  if (PARTY_MEMBER_NOT.has(membership) && source.posts.some((post) => PARTY_POSTS.has(post))) {
    notes.error('E_NOT_PARTY_MEMBER', source.field('political'), source.cell('political')?.text);
  }
  if (birthMonth && started && !isPlausible(ageAt(birthMonth, started)))
    notes.error('E_BIRTH_IMPLAUSIBLE', source.field('birthMonth'), birthMonth);
  if (notes.errors.length > before || name === null || !started) return undefined;
  const entry = {
    name,
    gender: sex ? SEX_NAMES[sex] : null,
    birthMonth,
    ethnicity: readEthnicity(source.cell('ethnicity')?.text ?? ''),
    politicalStatus: political?.text ?? null,
    posts: source.posts,
    appointedOn: started.on,
    appointedPrecision: started.precision,
    ...(ended && { endedOn: ended.on, endedPrecision: ended.precision }),
    ...(source.portfolios.length > 0 && { portfolios: source.portfolios }),
    ...freeText(source),
  };
  return { name, sex, membership, birthMonth, started, ended, entry };
}

const isPlausible = (age: number): boolean => age >= YOUNGEST && age <= OLDEST;

function readTerm(source: PersonSource, notes: Notes): { started: RosterDate | null; ended: RosterDate | null } {
  const startCell = source.cell('period') ?? source.cell('startDate');
  const period = startCell && readPeriod(startCell);
  let started = period ? notes.take(period.start, source.field('startDate'), startCell) : null;
  const endCell = source.cell('endDate');
  const ended =
    (endCell ? notes.take(readDate(endCell), source.field('endDate'), endCell) : null) ?? period?.end.value ?? null;
  if (!started && !period?.start.error) {
    if (source.hasStart || !source.asOf) notes.error('E_DATE_REQUIRED', source.field('startDate'), startCell?.text);
    else {
      started = source.asOf;
      notes.warn('W_DATE_FROM_AS_OF', source.field('startDate'));
    }
  }
  if (started && ended && endsBeforeStart(started, ended))
    notes.error('E_END_BEFORE_START', source.field('endDate'), endCell?.text ?? startCell?.text);
  return { started, ended };
}

/** Columns that are kept as they are written. */
function freeText(source: PersonSource): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const attribute of ['documentNo', 'appointBy', 'portfolio', 'education', 'title']) {
    const text = source.cell(attribute)?.text;
    if (text && !isNothing(text)) kept[attribute] = normalize(text);
  }
  for (const attribute of ['joinedOn', 'termEnd']) {
    const cell = source.cell(attribute);
    const date = cell && readDate(cell).value;
    if (date) kept[attribute] = date.on;
  }
  return kept;
}
