import { squeeze } from '../cell/normalize-text.js';
import { isNothing } from '../cell/read-placeholder.js';
import { readSchoolCode } from '../cell/read-school-code.js';
import type { ReasonCode, WarningCode } from '../cell/reading.type.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import { findDivision } from './find-division.js';
import type { FactIndex } from './index-facts.js';
import { codesOf, type Notes, notesFor } from './notes.js';
import { readRegisterRow } from './read-register-row.js';
import type {
  Difference,
  DivisionFact,
  JudgedRow,
  Outcome,
  RegisterRecord,
  SchoolFact,
  SchoolWrite,
} from './roster.type.js';

type Judged = JudgedRow<'SCHOOL_REGISTER'>;

interface Draft {
  readonly row: MappedRow;
  readonly notes: Notes;
  readonly division: DivisionFact | undefined;
  readonly school: SchoolFact | undefined;
  readonly record: RegisterRecord | undefined;
}

/** Judges the rows of the school register (L1): known schools by code, else by name; the others are new. */
export function judgeRegister(rows: readonly { row: MappedRow; table: MappedTable }[], index: FactIndex): Judged[] {
  const seen = new Map<string, MappedRow>();
  return rows.map(({ row, table }) => {
    const draft = readRow(row, table, index);
    const { record, division, notes } = draft;
    if (notes.errors.length > 0 || !record || !division) return settle(draft, 'rejected');
    const keys = [`code|${record.schoolCode}`, `name|${division.code}|${squeeze(record.schoolName)}`];
    const first = keys.map((key) => seen.get(key)).find(Boolean);
    if (first) {
      notes.error('E_DUPLICATE_IN_FILE');
      return { ...settle(draft, 'duplicate'), duplicateOf: { sheet: first.sheet, row: first.row } };
    }
    for (const key of keys) seen.set(key, row);
    const write = writeOf(draft, record, division);
    return { ...settle(draft, 'imported'), tenantId: division.tenantId, record, writes: [write], change: write.change };
  });
}

function readRow(row: MappedRow, table: MappedTable, index: FactIndex): Draft {
  const notes = notesFor(row);
  const place = findDivision(row, table, index);
  const { schoolCode, schoolName } = row.cells;
  const code = schoolCode ? notes.take(readSchoolCode(schoolCode), 'schoolCode', schoolCode) : null;
  const name = schoolName && !isNothing(schoolName.text) ? squeeze(schoolName.text) : '';
  if (name === '') notes.error('E_NAME_REQUIRED', 'schoolName');
  const byCode = code ? index.schoolByCode.get(code) : undefined;
  const division = place.division ?? (place.error || !byCode ? undefined : index.divisionById.get(byCode.tenantId));
  if (!division) notes.error(place.error ?? 'E_DIVISION_REQUIRED', 'divisionName', row.cells['divisionName']?.text);
  const school = division && matchSchool({ code, name, byCode, division }, notes, index);
  const fields = readRegisterRow(row, notes);
  const record = division && {
    divisionCode: division.code,
    schoolCode: code ?? school?.code ?? null,
    schoolName: name,
    ...fields,
  };
  return { row, notes, division, school, record };
}

interface Named {
  readonly code: string | null;
  readonly name: string;
  readonly byCode: SchoolFact | undefined;
  readonly division: DivisionFact;
}

function matchSchool({ code, name, byCode, division }: Named, notes: Notes, index: FactIndex): SchoolFact | undefined {
  const byName = index.namesByTenant.get(division.tenantId)?.exact.get(name) ?? undefined;
  if (byCode && byCode.tenantId !== division.tenantId)
    notes.error('E_DIVISION_MISMATCH', 'divisionName', division.name);
  else if (code && byName && byName !== byCode && byName.code && byName.code !== code)
    notes.error('E_SCHOOL_MISMATCH', 'schoolName', name);
  if (code) return byCode ?? (byName?.code ? undefined : byName);
  if (byName?.code) notes.warn('W_CODE_FROM_NAME', 'schoolName', name);
  // A school can't be entered without its code: nothing else tells it from a namesake next year.
  else if (notes.errors.every(({ field }) => field !== 'schoolCode')) notes.error('E_SCHOOL_CODE_FORMAT', 'schoolCode');
  return byName;
}

function writeOf({ school }: Draft, record: RegisterRecord, division: DivisionFact): SchoolWrite {
  if (!school) return { tenantId: division.tenantId, record, change: 'NEW', differences: [] };
  const before: Record<string, unknown> = { schoolCode: school.code, schoolName: school.name, ...school.register };
  const differences = Object.entries(record).flatMap(([field, after]): Difference[] =>
    field === 'divisionCode' || (before[field] ?? null) === after
      ? []
      : [{ field, before: before[field] ?? null, after }],
  );
  const change = differences.length > 0 ? 'CHANGED' : 'UNCHANGED';
  return { tenantId: school.tenantId, schoolId: school.schoolId, record, change, differences };
}

function settle({ row, notes, school }: Draft, outcome: Outcome): Judged {
  const isIn = outcome === 'imported';
  return {
    sheet: row.sheet,
    row: row.row,
    outcome,
    reasons: codesOf<ReasonCode>(notes.errors),
    warnings: isIn ? codesOf<WarningCode>(notes.warnings) : [],
    issues: isIn ? notes.warnings : notes.errors,
    ...(school && { tenantId: school.tenantId, schoolId: school.schoolId }),
    writes: [],
  };
}
