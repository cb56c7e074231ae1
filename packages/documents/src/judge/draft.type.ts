import type { Membership, Sex } from '@zhixiao/domain';
import type { RosterPost } from '../cell/posts.dictionary.js';
import type { RosterDate } from '../cell/reading.type.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import type { SchoolFinding } from './find-school.js';
import type { Notes } from './notes.js';
import type { PersonEntry } from './roster.type.js';

/** A person as read, before rows are held against each other. */
export interface PersonDraft {
  readonly name: string;
  readonly sex: Sex | null;
  readonly membership: Membership;
  readonly birthMonth: string | null;
  readonly started: RosterDate;
  readonly ended: RosterDate | null;
  readonly entry: PersonEntry;
}

/** A staffing row as read. */
export interface TeamDraft {
  readonly row: MappedRow;
  readonly table: MappedTable;
  readonly notes: Notes;
  readonly finding: SchoolFinding;
  readonly people: readonly PersonDraft[];
  readonly vacancies: readonly RosterPost[];
  /** 是否一肩挑, as the file says. */
  readonly combined: boolean | null;
}
