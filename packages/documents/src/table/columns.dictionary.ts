import type { Aliases } from './aliases.type.js';
import { MEETING_COLUMNS } from './meeting-columns.dictionary.js';
import { PROGRESS_COLUMNS } from './progress-columns.dictionary.js';
import { REGISTER_COLUMNS } from './register-columns.dictionary.js';
import { ROSTER_COLUMNS } from './roster-columns.dictionary.js';
import type { RosterKind } from './table.type.js';

/** The columns of each kind of table, with the headers that counties give them. */
export const COLUMN_ALIASES: Readonly<Record<RosterKind, Aliases>> = {
  ROSTER: ROSTER_COLUMNS,
  PROGRESS: PROGRESS_COLUMNS,
  SCHOOL_REGISTER: REGISTER_COLUMNS,
  MEETINGS: MEETING_COLUMNS,
};
