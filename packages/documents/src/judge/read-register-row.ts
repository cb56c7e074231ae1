import { normalize } from '../cell/normalize-text.js';
import { readDate } from '../cell/read-date.js';
import { readFlag } from '../cell/read-flag.js';
import { readCount, readCountWithPart } from '../cell/read-number.js';
import { isNothing } from '../cell/read-placeholder.js';
import { readOrgType, readWord } from '../cell/read-word.js';
import type { Reading, RosterDate } from '../cell/reading.type.js';
import { OWNERSHIP_WORDS, SCOPE_WORDS, STAGE_WORDS } from '../cell/school.dictionary.js';
import type { MappedCell, MappedRow } from '../table/table.type.js';
import { endsBeforeStart } from './compare-dates.js';
import type { Notes } from './notes.js';
import type { RegisterFields } from './roster.type.js';

const TEXTS = ['authority', 'town', 'group', 'orgName', 'approvalNo', 'superior', 'remark'] as const;
const COUNTS = ['classes', 'students', 'staff', 'membersInService', 'subBranches'] as const;
const FLAGS = ['legalPerson', 'hasCommittee'] as const;

/** The columns of L1 in a row; blank ones are left out, so that a thin file overwrites nothing. */
export function readRegisterRow(row: MappedRow, notes: Notes): RegisterFields {
  const take = <T>(field: string, read: (cell: MappedCell) => Reading<T>): T | null => {
    const cell = row.cells[field];
    return cell ? notes.take(read(cell), field, cell) : null;
  };
  const fields: Record<string, unknown> = {
    stage: take('stage', ({ text }) => readWord(text, STAGE_WORDS)),
    ownership: take('ownership', ({ text }) => readWord(text, OWNERSHIP_WORDS)),
    scope: take('scope', ({ text }) => readWord(text, SCOPE_WORDS)),
    orgType: take('orgType', ({ text }) => readOrgType(text)),
    ...readMembers(row, notes),
    ...readTerm(take, notes),
  };
  for (const field of FLAGS) fields[field] = take(field, ({ text }) => readFlag(text));
  for (const field of COUNTS) fields[field] ??= take(field, (cell) => readCount(cell));
  for (const field of TEXTS) fields[field] = textOf(row.cells[field]);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function readMembers({ cells }: MappedRow, notes: Notes): Pick<RegisterFields, 'members' | 'membersInService'> {
  const cell = cells['members'];
  if (!cell) return {};
  const { all, part } = readCountWithPart(cell);
  return { members: notes.take(all, 'members', cell), membersInService: notes.take(part, 'members', cell) };
}

type Take = <T>(field: string, read: (cell: MappedCell) => Reading<T>) => T | null;

function readTerm(take: Take, notes: Notes): Pick<RegisterFields, 'termStart' | 'termEnd'> {
  const start = take<RosterDate>('termStart', (cell) => readDate(cell));
  const end = take<RosterDate>('termEnd', (cell) => readDate(cell));
  if (start && end && endsBeforeStart(start, end)) notes.error('E_END_BEFORE_START', 'termEnd', end.on);
  return { termStart: start?.on ?? null, termEnd: end?.on ?? null };
}

function textOf(cell: MappedCell | undefined): string | null {
  return cell && !isNothing(cell.text) ? normalize(cell.text) : null;
}
