import { MEETING_KIND_WORDS, MEETING_NOT_DONE_WORDS, meaningsOf } from '../cell/meeting.dictionary.js';
import { squeeze } from '../cell/normalize-text.js';
import { isNothing } from '../cell/read-placeholder.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import { findSchool } from './find-school.js';
import type { FactIndex } from './index-facts.js';
import { meetingCells, type MeetingCells } from './meeting-cells.js';
import type { BatchMeeting } from './meetings.type.js';
import { notesFor, type Notes } from './notes.js';
import type { SchoolFact } from './roster.type.js';
import { readAttendance, schoolPeople, type SchoolPeople } from './school-people.js';

const KINDS = meaningsOf(MEETING_KIND_WORDS);
const MARKS = meaningsOf<(typeof MEETING_NOT_DONE_WORDS)[number][0]>(MEETING_NOT_DONE_WORDS);
const MOST = 10_000;
const LATEST = '9999-12-31';

/** A row of the sheet of meetings as read. */
export interface MeetingDraft {
  readonly row: MappedRow;
  readonly notes: Notes;
  readonly key: string;
  readonly school: SchoolFact | undefined;
  /** null where kind or day are not known */
  readonly meeting: BatchMeeting | null;
}

/** 会议编号, by which items find their meeting. */
export function meetingKeyOf(row: MappedRow, fallback?: string): string {
  const text = [row.cells['meetingKey'], fallback === undefined ? undefined : row.cells[fallback]]
    .map((cell) => squeeze(cell?.text ?? ''))
    .find((said) => !isNothing(said));
  return text ?? '';
}

export function readMeetingRow(row: MappedRow, table: MappedTable, index: FactIndex): MeetingDraft {
  const notes = notesFor(row);
  const key = meetingKeyOf(row, 'position');
  if (key === '') notes.error('E_MEETING_KEY', 'meetingKey');
  const school = schoolOf(row, table, { notes, index });
  const cells = meetingCells(row, notes, index.facts.today ?? LATEST);
  const kind = cells.word('kind', KINDS);
  const heldOn = cells.day('heldOn');
  if (kind === null && isBlank(row, 'kind')) notes.error('E_VALUE_REQUIRED', 'kind');
  if (heldOn === null && isBlank(row, 'heldOn')) notes.error('E_DATE_REQUIRED', 'heldOn');
  if (!school || !kind || !heldOn) return { row, notes, key, school, meeting: null };
  const people = schoolPeople(index, { row, schoolId: school.schoolId, on: heldOn });
  const default_ = MEETING_KIND_WORDS.find(([meaning]) => meaning === kind)?.[1] ?? '';
  const title = cells.text('meetingTitle') ?? default_;
  return { row, notes, key, school, meeting: { kind, heldOn, title, ...restOf(cells, people, notes) } };
}

function restOf(
  cells: MeetingCells,
  people: SchoolPeople,
  notes: Notes,
): Omit<BatchMeeting, 'kind' | 'heldOn' | 'title'> {
  const { start, end } = cells.times();
  const [expected, present] = [cells.count('expected'), cells.count('present')];
  const attendance = readAttendance(people, notes);
  const listed = attendance.filter(({ capacity, status }) => capacity === 'MEMBER' && /^(PRESENT|LATE)$/.test(status));
  if (present !== null && listed.length > 0 && listed.length !== present) notes.warn('W_COUNT_DIFFERS', 'present');
  for (const [field, count] of [
    ['expected', expected],
    ['present', present],
  ] as const)
    if (count !== null && count > MOST) notes.error('E_NUMBER_INVALID', field);
  const [chairSignedOn, recorderSignedOn] = [cells.day('chairSignedOn'), cells.day('recorderSignedOn')];
  if (chairSignedOn && recorderSignedOn) notes.warn('W_SIGNED', 'chairSignedOn');
  return {
    ...{ number: numberOf(cells, notes), startTime: start, endTime: end, place: cells.text('place') },
    ...{ chair: people.one('chair', notes), delegatedBy: people.one('delegatedBy', notes) },
    ...{ recorderName: cells.text('recorder', 100), noticeOn: cells.day('noticeOn'), papersOn: cells.day('papersOn') },
    ...{ statedExpected: expected, statedPresent: present, attendance, chairSignedOn, recorderSignedOn },
    notDone: cells.words('notDone', MARKS),
  };
}

const LAST_NUMBER = 400;

function numberOf(cells: MeetingCells, notes: Notes): number | null {
  const number = cells.count('number');
  if (number === null || (number >= 1 && number <= LAST_NUMBER)) return number;
  notes.error('E_NUMBER_INVALID', 'number', String(number));
  return null;
}

const isBlank = (row: MappedRow, field: string): boolean => isNothing(row.cells[field]?.text ?? '');

interface Finding {
  readonly notes: Notes;
  readonly index: FactIndex;
}

/** The importer's one school where the sheet names none. */
function schoolOf(row: MappedRow, table: MappedTable, { notes, index }: Finding): SchoolFact | undefined {
  const [only, ...others] = index.facts.schools;
  if (isBlank(row, 'schoolName') && isBlank(row, 'schoolCode') && others.length === 0) return only;
  const { school, error, field, warnings } = findSchool(row, table, index);
  if (error) notes.error(error, field, row.cells[field ?? '']?.text);
  // that the name alone says which school it is, is how such a sheet is written
  for (const code of warnings) if (code !== 'W_CODE_FROM_NAME') notes.warn(code, 'schoolName');
  return school;
}
