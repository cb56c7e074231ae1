import type { HeadPost, MeetingKind, Post } from '@zhixiao/domain';
import { normalize, squeeze } from '../cell/normalize-text.js';
import { LEAVE_REASON } from '../cell/meeting.dictionary.js';
import { readName, splitNames } from '../cell/read-name.js';
import { isNothing } from '../cell/read-placeholder.js';
import type { MappedRow } from '../table/table.type.js';
import type { FactIndex } from './index-facts.js';
import type { BatchAttendee, BatchPerson } from './meetings.type.js';
import type { Notes } from './notes.js';
import type { AppointmentFact } from './roster.type.js';

/** Finds the people whom a paper record names among those who served at the school. */
export interface SchoolPeople {
  readonly one: (field: string, notes: Notes) => BatchPerson | null;
  readonly several: (field: string, notes: Notes) => readonly Noted[];
  /** the posts that somebody held on the day */
  readonly postsOf: (person: BatchPerson) => readonly Post[];
  /** who held a post on the day, where it was one */
  readonly holderOf: (post: Post) => BatchPerson | null;
}

/** A person with what stands in brackets behind the name. */
interface Noted extends BatchPerson {
  readonly note: string;
}

interface Place {
  readonly row: MappedRow;
  readonly schoolId: string;
  /** the day of the meeting */
  readonly on: string;
}

export function schoolPeople(index: FactIndex, { row, schoolId, on }: Place): SchoolPeople {
  const served = index.appointmentsBySchool.get(schoolId) ?? [];
  const inOffice = served.filter((fact) => holds(fact, on));
  const find = (text: string, field: string, notes: Notes): BatchPerson | null => {
    const name = notes.take(readName(text), field, { text });
    if (name === null) return null;
    const ids = idsOf(inOffice, name);
    const known = ids.length > 0 ? ids : idsOf(served, name);
    if (known.length > 1) notes.error('E_PERSON_AMBIGUOUS', field, name);
    if (known.length === 0) notes.warn('W_PERSON_UNKNOWN', field, name);
    return known[0] === undefined ? { name } : { personId: known[0], name };
  };
  const cellText = (field: string): string => {
    const text = row.cells[field]?.text ?? '';
    return isNothing(text) ? '' : text;
  };
  return {
    one: (field, notes) => (cellText(field) === '' ? null : find(cellText(field), field, notes)),
    several: (field, notes) =>
      splitNames(cellText(field)).flatMap((part) => {
        const person = isNothing(part) ? null : find(withoutNote(part), field, notes);
        return person ? [{ ...person, note: noteOf(part) }] : [];
      }),
    postsOf: ({ personId }) => inOffice.filter((fact) => fact.personId === personId).map(({ post }) => post),
    holderOf: (post) => {
      const holders = inOffice.filter((fact) => fact.post === post);
      const [first] = holders;
      return first && idsOf(holders, null).length === 1 ? { personId: first.personId, name: first.personName } : null;
    },
  };
}

function holds({ started, ended }: AppointmentFact, on: string): boolean {
  const hasBegun = started.on <= on.slice(0, started.on.length);
  return hasBegun && (!ended || ended.on >= on.slice(0, ended.on.length));
}

function idsOf(facts: readonly AppointmentFact[], name: string | null): readonly string[] {
  const same = facts.filter(({ personName }) => name === null || squeeze(personName) === name);
  return [...new Set(same.map(({ personId }) => personId))];
}

const NOTE = /[(（【[]([^)）】\]]*)[)）】\]]?/;

const withoutNote = (part: string): string => part.replace(NOTE, '');
const noteOf = (part: string): string => normalize(NOTE.exec(part)?.[1] ?? '');

const COLUMNS = [
  ['attending', 'MEMBER', 'PRESENT'],
  ['late', 'MEMBER', 'LATE'],
  ['leave', 'MEMBER', 'LEAVE'],
  ['absent', 'MEMBER', 'ABSENT'],
  ['observers', 'OBSERVER', 'PRESENT'],
  ['invitees', 'INVITEE', 'PRESENT'],
] as const;

/** Who was there and who was not, with reasons: 张三（请假）. Nobody stands in two columns. */
export function readAttendance(people: SchoolPeople, notes: Notes): readonly BatchAttendee[] {
  const seen = new Set<string>();
  return COLUMNS.flatMap(([field, capacity, status]) =>
    people.several(field, notes).map(({ note, ...person }): BatchAttendee => {
      const key = person.personId ?? person.name;
      if (seen.has(key)) notes.error('E_PERSON_TWICE', field, person.name);
      seen.add(key);
      const isLeave = status === 'ABSENT' && LEAVE_REASON.test(note);
      return { ...person, capacity, status: isLeave ? 'LEAVE' : status, ...(note && { reason: note }) };
    }),
  );
}

/** Under which of the two posts somebody confirmed a topic: the head of that meeting's, where held. */
export function headPostUsed(posts: readonly Post[], kind: MeetingKind): HeadPost | null {
  const own: HeadPost = kind === 'PRINCIPAL_OFFICE' || kind === 'SCHOOL_COUNCIL' ? 'PRINCIPAL' : 'SECRETARY';
  const other: HeadPost = own === 'PRINCIPAL' ? 'SECRETARY' : 'PRINCIPAL';
  return posts.includes(own) ? own : posts.includes(other) ? other : null;
}
