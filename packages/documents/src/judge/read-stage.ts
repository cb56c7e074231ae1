import type { ReadinessDimension, RolloutState } from '@zhixiao/domain';
import { squeeze } from '../cell/normalize-text.js';
import { readDate } from '../cell/read-date.js';
import { readFlag } from '../cell/read-flag.js';
import { isNothing } from '../cell/read-placeholder.js';
import type { ReasonCode, RosterDate } from '../cell/reading.type.js';
import { PROGRESS_STAGE_WORDS } from '../cell/stages.dictionary.js';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import type { ProgressStage } from './roster.type.js';

/** The way of a school, in order; marks count up along it. */
const LADDER: readonly ProgressStage[] = [
  'SURVEYED',
  'PREP_IDEOLOGICAL',
  'PREP_ORGANISATIONAL',
  'PREP_WORK',
  'READY',
  'ADJUSTED',
  'RUNNING',
];
/** Steps that a marked way may leave out. */
const OPTIONAL: ReadonlySet<ProgressStage> = new Set<ProgressStage>(['SURVEYED', 'READY']);

export interface StageFinding {
  readonly stage?: ProgressStage;
  readonly error?: ReasonCode;
  readonly field?: string;
  /** Written into the state's own column instead of a mark. */
  readonly date?: RosterDate;
}

/**
 * The state of a row of the matrix. One mark alone is that state; several must go on without a gap from 思想准备, the
 * furthest counts. 未启动 together with a later mark contradicts itself.
 */
export function readStage(row: MappedRow, table: MappedTable): StageFinding {
  const marked = new Map<ProgressStage, RosterDate | null>();
  for (const field of table.fields) {
    if (!field.startsWith('mark.')) continue;
    const mark = readMark(row, field);
    if (mark === 'UNKNOWN') return { error: 'E_VALUE_UNKNOWN', field };
    if (mark) marked.set(field.slice(5) as ProgressStage, mark.date);
  }
  if (marked.size === 0) return fromWord(row);
  const way = LADDER.filter((stage) => marked.has(stage));
  const aside = (['NOT_STARTED', 'DEFERRED'] as const).filter((stage) => marked.has(stage));
  const [only] = aside;
  if (only && contradicts(aside, way)) return { error: 'E_STAGE_CONFLICT', field: `mark.${only}` };
  if (only) return { stage: only };
  const furthest = way.at(-1);
  if (!furthest) return { error: 'E_STAGE_REQUIRED' };
  if (way.length > 1 && hasGap(way, furthest)) return { error: 'E_STAGE_GAP', field: `mark.${furthest}` };
  return { stage: furthest, ...(marked.get(furthest) && { date: marked.get(furthest) ?? undefined }) };
}

type Mark = { readonly date: RosterDate | null } | 'UNKNOWN' | undefined;

function readMark(row: MappedRow, field: string): Mark {
  const cell = row.cells[field];
  if (!cell) return undefined;
  const flag = readFlag(cell.text);
  if (!flag.error) return flag.value ? { date: null } : undefined;
  const date = readDate(cell);
  return date.value ? { date: date.value } : 'UNKNOWN';
}

/** 未启动 with any step, 暂缓 with a state that 暂缓 would undo, or both. */
function contradicts(aside: readonly ProgressStage[], way: readonly ProgressStage[]): boolean {
  if (aside.length > 1) return true;
  return aside[0] === 'NOT_STARTED' ? way.length > 0 : way.includes('ADJUSTED') || way.includes('RUNNING');
}

function hasGap(way: readonly ProgressStage[], furthest: ProgressStage): boolean {
  const expected = LADDER.slice(0, LADDER.indexOf(furthest) + 1);
  return expected.some((stage) => !OPTIONAL.has(stage) && !way.includes(stage));
}

function fromWord(row: MappedRow): StageFinding {
  const text = row.cells['state']?.text ?? '';
  if (isNothing(text)) return { error: 'E_STAGE_REQUIRED', field: 'state' };
  const stage = PROGRESS_STAGE_WORDS.get(squeeze(text));
  return stage ? { stage } : { error: 'E_VALUE_UNKNOWN', field: 'state' };
}

const DIMENSIONS: readonly ReadinessDimension[] = ['IDEOLOGICAL', 'ORGANIZATIONAL', 'OPERATIONAL'];
const PREPARATIONS: readonly ProgressStage[] = ['PREP_IDEOLOGICAL', 'PREP_ORGANISATIONAL', 'PREP_WORK'];

/** In the domain's words: the three preparations are PREPARING with the dimensions up to that one declared done. */
export function toRollout(stage: ProgressStage): {
  readonly state: RolloutState;
  readonly dimensionsDone: readonly ReadinessDimension[];
} {
  switch (stage) {
    case 'PREP_IDEOLOGICAL':
    case 'PREP_ORGANISATIONAL':
    case 'PREP_WORK':
      return { state: 'PREPARING', dimensionsDone: DIMENSIONS.slice(0, PREPARATIONS.indexOf(stage) + 1) };
    case 'READY':
    case 'ADJUSTED':
    case 'RUNNING':
      return { state: stage, dimensionsDone: DIMENSIONS };
    case 'NOT_STARTED':
    case 'SURVEYED':
    case 'DEFERRED':
      return { state: stage, dimensionsDone: [] };
  }
}
