import type { ProcedureFinding } from '@zhixiao/domain';
import type { IdMaker } from './ordered-ids.js';

/** Whose checks, as the table has it. */
export interface CheckedSubject {
  readonly subjectType: 'TOPIC' | 'MEETING' | 'ITEM' | 'DECISION';
  readonly subjectId: string;
  readonly meetingId: string | null;
}

/** One evaluation that said something new. */
export interface DemoOutcome extends CheckedSubject {
  readonly id: string;
  readonly finding: ProcedureFinding;
  readonly evaluatedAt: string;
  readonly evaluatedBy: string;
  readonly restricted: boolean;
  current: boolean;
}

export interface Evaluation {
  readonly at: string;
  readonly by: string;
  readonly restricted: boolean;
}

/** All outcomes of a school: a row for each evaluation that said something else than the one before. */
export interface OutcomeBook {
  record(about: CheckedSubject, findings: readonly ProcedureFinding[], evaluation: Evaluation): void;
  readonly rows: readonly DemoOutcome[];
}

/** The rule by which the server leaves its rows: what says the same stays, what says something new takes its place. */
export function createOutcomeBook(newId: IdMaker): OutcomeBook {
  const rows: DemoOutcome[] = [];
  const current = new Map<string, Map<string, DemoOutcome>>();
  return {
    rows,
    record: (about, findings, { at, by, restricted }) => {
      const before = current.get(about.subjectId) ?? new Map<string, DemoOutcome>();
      const after = new Map<string, DemoOutcome>();
      for (const finding of findings) {
        if (finding.outcome === 'NOT_APPLICABLE') continue;
        const known = before.get(finding.checkId);
        const row = known && saysTheSame(known.finding, finding) ? known : null;
        after.set(finding.checkId, row ?? add({ about, finding, at, by, restricted }));
      }
      for (const [checkId, row] of before) if (after.get(checkId) !== row) row.current = false;
      current.set(about.subjectId, after);
    },
  };

  function add(said: { about: CheckedSubject; finding: ProcedureFinding } & Evaluation): DemoOutcome {
    const { about, finding, at, by, restricted } = said;
    const row = { ...about, id: newId(at), finding, evaluatedAt: at, evaluatedBy: by, restricted, current: true };
    rows.push(row);
    return row;
  }
}

function saysTheSame(a: ProcedureFinding, b: ProcedureFinding): boolean {
  return a.outcome === b.outcome && a.severity === b.severity && sameParams(a.params, b.params);
}

function sameParams(a: ProcedureFinding['params'], b: ProcedureFinding['params']): boolean {
  const keys = Object.keys(a);
  if (keys.length === 0 && Object.keys(b).length === 0) return true;
  return JSON.stringify(a) === JSON.stringify(b);
}
