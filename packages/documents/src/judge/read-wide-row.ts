import type { RosterPost } from '../cell/posts.dictionary.js';
import { splitNames } from '../cell/read-name.js';
import { isNothing, isVacant } from '../cell/read-placeholder.js';
import { personColumn } from '../table/match-header.js';
import type { MappedTable } from '../table/table.type.js';
import { agree } from './compare-dates.js';
import type { PersonDraft, TeamDraft } from './draft.type.js';
import { pick, readTeamColumns, type RowContext } from './read-long-row.js';
import { readPerson } from './read-person.js';

/** A row of the wide form: the team of one school, a group of columns for each post, often several people in a cell. */
export function readWideRow(context: RowContext): Pick<TeamDraft, 'people' | 'vacancies' | 'combined'> {
  const { row, table, notes } = context;
  const combined = readTeamColumns(context);
  const vacancies: RosterPost[] = [];
  const people: PersonDraft[] = [];
  for (const role of rolesOf(table)) {
    const nameCell = row.cells[`people.${role}.name`];
    if (!nameCell) continue;
    const posts = role.replace(/#\d$/, '').split('+') as RosterPost[];
    if (isVacant(nameCell.text) || isNothing(nameCell.text)) vacancies.push(...posts);
    else for (const person of readRole(context, role, posts)) addPerson(people, person);
  }
  if (people.length === 0 && vacancies.length === 0) notes.error('E_NAME_REQUIRED', 'name');
  return { people, vacancies: [...new Set(vacancies)], combined };
}

const ROLES = new WeakMap<MappedTable, readonly string[]>();

function rolesOf(table: MappedTable): readonly string[] {
  const known = ROLES.get(table);
  if (known) return known;
  const roles = [...new Set(table.fields.flatMap((field) => personColumn(field)?.role ?? []))];
  ROLES.set(table, roles);
  return roles;
}

function readRole(context: RowContext, role: string, posts: readonly RosterPost[]): PersonDraft[] {
  const { row, table, notes, asOf } = context;
  const field = (attribute: string): string => `people.${role}.${attribute}`;
  const count = splitNames(row.cells[field('name')]?.text ?? '').length;
  const hasStart = table.fields.includes(field('startDate')) || table.fields.includes('startDate');
  return Array.from({ length: count }, (_, index) => {
    const cell = (attribute: string): ReturnType<typeof pick> => {
      const own = row.cells[field(attribute)] ?? (attribute === 'startDate' ? row.cells['startDate'] : undefined);
      return count > 1 ? pick(own, { attribute, index, count }) : own;
    };
    return readPerson({ cell, field, posts, portfolios: [], hasStart, asOf }, notes);
  }).filter((person) => person !== undefined);
}

/** 校长 同左, or the same name under two posts of one school, is one person with both; two days of appointment stay two entries. */
function addPerson(people: PersonDraft[], person: PersonDraft): void {
  const at = people.findIndex((other) => isSame(other, person) && agree(other.started, person.started));
  const known = people[at];
  if (!known) {
    people.push(person);
    return;
  }
  const entry = {
    ...known.entry,
    gender: known.entry.gender ?? person.entry.gender,
    birthMonth: known.birthMonth ?? person.birthMonth,
    politicalStatus: known.entry.politicalStatus ?? person.entry.politicalStatus,
    posts: [...new Set([...known.entry.posts, ...person.entry.posts])],
  };
  const membership = known.membership === 'UNKNOWN' ? person.membership : known.membership;
  people[at] = { ...known, entry, membership, birthMonth: entry.birthMonth, sex: known.sex ?? person.sex };
}

function isSame(a: PersonDraft, b: PersonDraft): boolean {
  return a.name === b.name && (a.birthMonth === b.birthMonth || !a.birthMonth || !b.birthMonth);
}
