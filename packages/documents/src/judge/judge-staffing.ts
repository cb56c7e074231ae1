import type { ReasonCode, WarningCode } from '../cell/reading.type.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import { appointmentWrites, changeOf } from './appointment-writes.js';
import type { TeamDraft } from './draft.type.js';
import { findSchool } from './find-school.js';
import type { FactIndex } from './index-facts.js';
import { codesOf, notesFor } from './notes.js';
import { readLongRow } from './read-long-row.js';
import { readWideRow } from './read-wide-row.js';
import type { JudgedRow, PersonRecord, TeamRecord } from './roster.type.js';
import { openLedger, type SchoolLedger } from './school-ledger.js';

type Judged = JudgedRow<'ROSTER'>;

/** Judges the data rows of a staffing roster in file order: the first of two that exclude each other counts. */
export function judgeStaffing(rows: readonly { row: MappedRow; table: MappedTable }[], index: FactIndex): Judged[] {
  const ledger = openLedger(index);
  const judged = rows.map(({ row, table }) => {
    const draft = readRow(row, table, index);
    return { draft, outcome: judgeRow(draft, ledger, index) };
  });
  // Whether 一肩挑 is true shows only when all rows of the school are known.
  return judged.map(({ draft, outcome }) => (contradictsFlag(draft, outcome, ledger) ? withWarning(outcome) : outcome));
}

function readRow(row: MappedRow, table: MappedTable, index: FactIndex): TeamDraft {
  const notes = notesFor(row);
  const finding = findSchool(row, table, index);
  if (finding.error) notes.error(finding.error, finding.field, row.cells[finding.field ?? '']?.text);
  for (const code of finding.warnings) notes.warn(code, 'schoolName', row.cells['schoolName']?.text);
  const asOf = index.facts.dataAsOf ?? table.asOf;
  const context = { row, table, notes, finding, asOf };
  return { ...context, ...(table.form === 'wide' ? readWideRow(context) : readLongRow(context)) };
}

function judgeRow(draft: TeamDraft, ledger: SchoolLedger, index: FactIndex): Judged {
  const { notes, finding, people } = draft;
  const { school } = finding;
  if (notes.errors.length > 0 || !school) return settle(draft, 'rejected');
  if (people.length === 0)
    return { ...settle(draft, 'vacancy'), record: { schoolCode: school.code, posts: draft.vacancies } };
  const first = ledger.duplicateOf(draft);
  if (first) {
    notes.error('E_DUPLICATE_IN_FILE');
    return { ...settle(draft, 'duplicate'), duplicateOf: { sheet: first.row.sheet, row: first.row.row } };
  }
  checkSeats(draft, school.schoolId, ledger);
  if (notes.errors.length > 0) return settle(draft, 'rejected');
  if (people.some((person) => ledger.hasNamesake(school.schoolId, person)))
    notes.warn('W_SAME_NAME_DIFFERENT_PERSON', 'name');
  ledger.accept(school.schoolId, draft);
  const writes = appointmentWrites(draft, school, index);
  return { ...settle(draft, 'imported'), record: recordOf(draft), writes, change: changeOf(writes) };
}

/** STF-8: one secretary and one principal a school, the same post once a person; within the row too. */
function checkSeats({ people, notes }: TeamDraft, schoolId: string, ledger: SchoolLedger): void {
  const inRow = new Set<string>();
  for (const person of people) {
    for (const post of person.entry.posts) {
      const single = post === 'SECRETARY' || post === 'PRINCIPAL';
      if (ledger.isHeld(schoolId, person, post) || (single && inRow.has(post)))
        notes.error('E_POST_ALREADY_HELD', 'post', person.name);
      if (!person.ended) inRow.add(post);
    }
  }
}

function recordOf({ finding, people, vacancies, table }: TeamDraft): PersonRecord | TeamRecord {
  const { school, division } = finding;
  const key = { divisionCode: division?.code ?? '', schoolCode: school?.code ?? null, schoolName: school?.name ?? '' };
  const [only] = people;
  if (table.form === 'long' && only && people.length === 1) return { ...key, ...only.entry };
  return { ...key, people: people.map(({ entry }) => entry), vacancies };
}

function settle({ row, notes, finding }: TeamDraft, outcome: Judged['outcome']): Judged {
  const isIn = outcome === 'imported';
  return {
    sheet: row.sheet,
    row: row.row,
    outcome,
    reasons: codesOf<ReasonCode>(notes.errors),
    warnings: isIn ? codesOf<WarningCode>(notes.warnings) : [],
    issues: isIn ? notes.warnings : notes.errors,
    ...(finding.school && { tenantId: finding.school.tenantId, schoolId: finding.school.schoolId }),
    writes: [],
  };
}

function contradictsFlag(
  { combined, people }: TeamDraft,
  { outcome, schoolId }: Judged,
  ledger: SchoolLedger,
): boolean {
  if (combined === null || outcome !== 'imported' || !schoolId) return false;
  const heads = people.filter(
    ({ entry, ended }) => !ended && entry.posts.some((post) => post === 'SECRETARY' || post === 'PRINCIPAL'),
  );
  return heads.length > 0 && heads.some((person) => ledger.isCombined(schoolId, person)) !== combined;
}

function withWarning(judged: Judged): Judged {
  const code = 'W_COMBINED_FLAG_CONTRADICTS';
  return { ...judged, warnings: [...judged.warnings, code], issues: [...judged.issues, { code, field: 'combined' }] };
}
