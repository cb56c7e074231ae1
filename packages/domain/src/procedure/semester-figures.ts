import { percent, type Rate } from '../rates.js';
import { isMajor } from './bodies.js';
import type { ItemKind, MeetingKind, MeetingState, NotHeldReason } from './meeting-words.js';
import type { MatterCategory } from './topic-words.js';

/** One meeting of the semester, as a row. */
export type MeetingRow = {
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly notHeldReason: NotHeldReason | null;
  /** 应到、实到 at the opening; null where not recorded. */
  readonly expected: number | null;
  readonly present: number | null;
  readonly observers: number;
};

/** One item of a meeting that was held. */
export type ItemRow = {
  readonly meetingKind: MeetingKind;
  readonly itemKind: ItemKind;
  /** null for an item without a topic. */
  readonly category: MatterCategory | null;
  readonly heard: boolean;
  readonly assessed: boolean;
};

/** What one school did in one semester, in plain rows. */
export type SemesterRows = {
  readonly meetings: readonly MeetingRow[];
  readonly items: readonly ItemRow[];
  /** Topics held back (暂缓上会) in the semester, each once. */
  readonly heldBackTopics: number;
  /** Tasks not closed when they were due. */
  readonly overdueDecisions: number;
  /** Records of communication between secretary and principal. */
  readonly communications: number;
};

/** L8 会议运行情况统计表: one row per school and semester. */
export type SemesterFigures = {
  readonly pmCount: number;
  readonly omCount: number;
  readonly pmItems: number;
  readonly omItems: number;
  readonly major: number;
  readonly cadre: number;
  readonly avgAttend: Rate;
  readonly quorumFail: number;
  readonly deferred: number;
  readonly reconsider: number;
  readonly staffHeard: number;
  readonly expert: number;
  readonly observers: number;
  readonly firstTopic: number;
  readonly overdue: number;
  readonly comms: number;
};

const HELD: readonly MeetingState[] = ['OPEN', 'CLOSED', 'SIGNED', 'ISSUED'];

/** The figures of L8, of the two meetings (党组织会议, 校长办公会议) that were held. */
export function semesterFigures(rows: SemesterRows): SemesterFigures {
  const meetings = rows.meetings.filter(({ kind }) => isOfTwo(kind));
  const held = meetings.filter(({ state }) => HELD.includes(state));
  const items = rows.items.filter(({ meetingKind }) => isOfTwo(meetingKind));
  const of = (kind: MeetingKind) => (row: { kind?: MeetingKind; meetingKind?: MeetingKind }) =>
    (row.kind ?? row.meetingKind) === kind;
  const kinds = (kind: ItemKind): number => items.filter(({ itemKind }) => itemKind === kind).length;
  return {
    pmCount: held.filter(of('PARTY_ORG')).length,
    omCount: held.filter(of('PRINCIPAL_OFFICE')).length,
    pmItems: items.filter(of('PARTY_ORG')).length,
    omItems: items.filter(of('PRINCIPAL_OFFICE')).length,
    major: items.filter(({ category }) => category !== null && isMajor(category)).length,
    cadre: items.filter(({ category }) => category === 'CADRE_APPOINTMENT').length,
    avgAttend: attendance(held),
    quorumFail: meetings.filter(({ notHeldReason }) => notHeldReason === 'NO_QUORUM').length,
    deferred: rows.heldBackTopics,
    reconsider: kinds('RECONSIDERATION'),
    staffHeard: items.filter(({ heard }) => heard).length,
    expert: items.filter(({ assessed }) => assessed).length,
    observers: held.reduce((sum, meeting) => sum + meeting.observers, 0),
    firstTopic: kinds('FIRST_TOPIC'),
    overdue: rows.overdueDecisions,
    comms: rows.communications,
  };
}

function isOfTwo(kind: MeetingKind): boolean {
  return kind === 'PARTY_ORG' || kind === 'PRINCIPAL_OFFICE';
}

/** 平均到会率: all present among all expected, over the meetings of which both are recorded. */
function attendance(held: readonly MeetingRow[]): Rate {
  const recorded = held.filter(({ expected, present }) => expected !== null && present !== null);
  const numerator = recorded.reduce((sum, { present }) => sum + (present ?? 0), 0);
  const denominator = recorded.reduce((sum, { expected }) => sum + (expected ?? 0), 0);
  return { numerator, denominator, percent: percent(numerator, denominator) };
}
