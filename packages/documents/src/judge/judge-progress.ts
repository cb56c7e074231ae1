import { normalize } from '../cell/normalize-text.js';
import { readDate } from '../cell/read-date.js';
import { isNothing } from '../cell/read-placeholder.js';
import type { ReasonCode, RosterDate, WarningCode } from '../cell/reading.type.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import { agree } from './compare-dates.js';
import { findSchool, type SchoolFinding } from './find-school.js';
import type { FactIndex } from './index-facts.js';
import { codesOf, type Notes, notesFor } from './notes.js';
import { readStage, toRollout } from './read-stage.js';
import type { Difference, JudgedRow, ProgressStage, RolloutWrite, SchoolFact } from './roster.type.js';

type Judged = JudgedRow<'PROGRESS'>;

interface Draft {
  readonly row: MappedRow;
  readonly table: MappedTable;
  readonly notes: Notes;
  readonly finding: SchoolFinding;
}

/** Judges the rows of a progress matrix: one error a row, the first; a school stands in it once. */
export function judgeProgress(rows: readonly { row: MappedRow; table: MappedTable }[], index: FactIndex): Judged[] {
  const seen = new Map<string, MappedRow>();
  return rows.map(({ row, table }) => {
    const notes = notesFor(row);
    const finding = findSchool(row, table, index);
    for (const code of finding.warnings) notes.warn(code, 'schoolName', row.cells['schoolName']?.text);
    const draft = { row, table, notes, finding };
    const { school } = finding;
    if (finding.error || !school) return refuse(draft, finding.error ?? 'E_SCHOOL_UNKNOWN', finding.field);
    const first = seen.get(school.schoolId);
    const judged = judgeRow(draft, school, index);
    if (judged.outcome !== 'imported') return judged;
    if (first)
      return {
        ...refuse(draft, 'E_DUPLICATE_IN_FILE'),
        outcome: 'duplicate',
        duplicateOf: { sheet: first.sheet, row: first.row },
      };
    seen.set(school.schoolId, row);
    return judged;
  });
}

function judgeRow(draft: Draft, school: SchoolFact, index: FactIndex): Judged {
  const { row, table, notes, finding } = draft;
  const { stage, error, field, date } = readStage(row, table);
  if (error || !stage) return refuse(draft, error ?? 'E_STAGE_REQUIRED', field);
  const isDone = stage === 'ADJUSTED' || stage === 'RUNNING';
  const cell = row.cells['adjustedOn'];
  const reading = isDone && cell ? readDate(cell) : undefined;
  if (reading?.error) return refuse(draft, reading.error, 'adjustedOn');
  for (const code of reading?.warnings ?? []) notes.warn(code, 'adjustedOn', cell?.text);
  const adjusted = isDone ? (reading?.value ?? date ?? null) : null;
  if (isDone && !adjusted) return refuse(draft, 'E_DATE_REQUIRED', 'adjustedOn');
  const write = writeOf(draft, school, {
    stage,
    effective: adjusted ?? index.facts.dataAsOf ?? table.asOf,
    isDone,
    index,
  });
  return {
    ...settle(draft, 'imported'),
    record: {
      divisionCode: finding.division?.code ?? '',
      schoolName: school.name,
      stage,
      adjustedOn: adjusted?.on ?? null,
    },
    writes: [write],
    change: write.change,
  };
}

interface Effect {
  readonly stage: ProgressStage;
  readonly effective: RosterDate | null;
  readonly isDone: boolean;
  readonly index: FactIndex;
}

function writeOf(
  { row }: Draft,
  { tenantId, schoolId }: SchoolFact,
  { stage, effective, isDone, index }: Effect,
): RolloutWrite {
  const { state, dimensionsDone } = toRollout(stage);
  const recorded = index.rolloutBySchool.get(schoolId);
  const differences: Difference[] = [];
  if (recorded) {
    if (recorded.state !== state) differences.push({ field: 'state', before: recorded.state, after: state });
    const [before, after] = [recorded.dimensionsDone.join(), dimensionsDone.join()];
    if (state === 'PREPARING' && before !== after) differences.push({ field: 'dimensionsDone', before, after });
    // Only 调整时间 is a date of the state itself; the 截至日期 of a later file says that it still holds.
    if (isDone && effective && !agree(recorded.since, effective))
      differences.push({ field: 'since', before: recorded.since.on, after: effective.on });
  }
  const change = recorded ? (differences.length > 0 ? 'CHANGED' : 'UNCHANGED') : 'NEW';
  return { tenantId, schoolId, state, dimensionsDone, effective, ...remarks(row), change, differences };
}

function remarks({ cells }: MappedRow): Pick<RolloutWrite, 'documentNo' | 'delayReason' | 'remark'> {
  const text = (field: string): string | undefined => {
    const cell = cells[field];
    return cell && !isNothing(cell.text) ? normalize(cell.text) : undefined;
  };
  const [documentNo, delayReason, remark] = [text('approvalDoc'), text('delayReason'), text('remark')];
  return { ...(documentNo && { documentNo }), ...(delayReason && { delayReason }), ...(remark && { remark }) };
}

function refuse(draft: Draft, code: ReasonCode, field?: string): Judged {
  draft.notes.error(code, field, draft.row.cells[field ?? '']?.text);
  return settle(draft, 'rejected');
}

function settle({ row, notes, finding }: Draft, outcome: Judged['outcome']): Judged {
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
