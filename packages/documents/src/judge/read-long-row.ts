import { readCount } from '../cell/read-number.js';
import { readFlag } from '../cell/read-flag.js';
import { splitNames } from '../cell/read-name.js';
import { isNothing, isVacant } from '../cell/read-placeholder.js';
import { type PostsReading, readPosts } from '../cell/read-posts.js';
import type { RosterPost } from '../cell/posts.dictionary.js';
import { readOrgType } from '../cell/read-word.js';
import type { MappedCell } from '../table/table.type.js';
import type { PersonDraft, TeamDraft } from './draft.type.js';
import type { Notes } from './notes.js';
import { type PersonSource, readPerson } from './read-person.js';

/** What is at hand when the people of a row are read. */
export type RowContext = Omit<TeamDraft, 'people' | 'vacancies' | 'combined'> & { readonly asOf: PersonSource['asOf'] };
type People = Pick<TeamDraft, 'people' | 'vacancies' | 'combined'>;

/** A row of the long form: one person; several where the name cell holds several. */
export function readLongRow(context: RowContext): People {
  const { row, table, notes } = context;
  const posts = readRowPosts(context);
  const combined = readTeamColumns(context);
  const nameCell = row.cells['name'];
  if (nameCell && (isVacant(nameCell.text) || isNothing(nameCell.text))) {
    // The rest of a vacant row is left over from whoever sat there before.
    return { people: [], vacancies: posts?.posts ?? [], combined: null };
  }
  const names = splitNames(nameCell?.text ?? '');
  const cellsOf =
    (index: number): ((attribute: string) => MappedCell | undefined) =>
    (attribute) =>
      names.length > 1 ? pick(row.cells[attribute], { attribute, index, count: names.length }) : row.cells[attribute];
  const people = Array.from({ length: Math.max(names.length, 1) }, (_, index): PersonDraft | undefined =>
    readPerson(
      {
        cell: cellsOf(index),
        field: (attribute) => attribute,
        posts: posts?.posts ?? [],
        portfolios: posts?.portfolios ?? [],
        hasStart: table.fields.includes('startDate') || table.fields.includes('period'),
        asOf: context.asOf,
      },
      notes,
    ),
  );
  return { people: people.filter((person) => person !== undefined), vacancies: [], combined };
}

/** 职务, or 党内职务 and 行政职务 beside each other; 是否专职 makes a 副书记 a 专职副书记. */
function readRowPosts({ row, notes, finding }: RowContext): PostsReading | null {
  const short = finding.school && finding.division ? finding.school.name.replace(finding.division.name, '') : '';
  const schoolNames = [finding.school?.name ?? '', short].filter((name) => name.length > 2);
  const posts: RosterPost[] = [];
  const portfolios = new Set<PostsReading['portfolios'][number]>();
  let failed = false;
  for (const field of ['partyPost', 'adminPost', 'post']) {
    const cell = row.cells[field];
    const reading = cell && readPosts(cell.text, schoolNames);
    if (!cell || !reading) continue;
    notes.take(reading, field, cell);
    failed ||= reading.error !== undefined;
    posts.push(...(reading.value?.posts ?? []));
    for (const portfolio of reading.value?.portfolios ?? []) portfolios.add(portfolio);
  }
  if (failed) return null;
  if (posts.length === 0) {
    notes.error('E_POST_UNKNOWN', 'post');
    return null;
  }
  const isFullTime = readFlag(row.cells['fullTime']?.text ?? '').value === true;
  const told = posts.map((post) => (isFullTime && post === 'DEPUTY_SECRETARY' ? 'FULLTIME_DEPUTY_SECRETARY' : post));
  return { posts: [...new Set(told)], portfolios: [...portfolios] };
}

/** Columns of the school that a staffing row repeats: judged, though the register is what counts. */
export function readTeamColumns({
  row,
  notes,
}: {
  readonly row: RowContext['row'];
  readonly notes: Notes;
}): boolean | null {
  const { orgType, members, combined } = row.cells;
  if (orgType) notes.take(readOrgType(orgType.text), 'orgType', orgType);
  if (members) notes.take(readCount(members), 'members', members);
  return combined ? readFlag(combined.text).value : null;
}

interface Share {
  readonly attribute: string;
  readonly index: number;
  readonly count: number;
}

/** The part of a cell that belongs to one of several people in it: as many parts as names, or one for all. */
export function pick(cell: MappedCell | undefined, { attribute, index, count }: Share): MappedCell | undefined {
  if (!cell) return undefined;
  const parts = attribute === 'name' ? splitNames(cell.text) : splitParts(cell.text, count);
  if (parts.length === 1) return cell;
  return { ...cell, kind: 'text', raw: undefined, text: parts[index] ?? '' };
}

function splitParts(text: string, count: number): string[] {
  const parts = text.split(/[、,，;；\n\r]+/).filter((part) => part.trim() !== '');
  if (parts.length > 1) return parts;
  const words = text.trim().split(/\s+/);
  return words.length === count ? words : [text];
}
