import { headPostOf, headPostOfRole } from '@zhixiao/domain';
import { useAbility, useViewer } from '../../data/index.js';
import type { AttendanceRow, Meeting } from './meeting.graphql.js';

/** What the one who looks at a meeting does in it. */
export interface Hands {
  /** The own line on the list. */
  readonly own: AttendanceRow | null;
  readonly isChair: boolean;
  readonly isHead: boolean;
  /** Calls, opens and closes it. */
  readonly leads: boolean;
  /** Writes its record. */
  readonly writes: boolean;
  /** Signs as recorder. */
  readonly isRecorder: boolean;
  readonly plans: boolean;
  readonly issues: boolean;
}

type Place = Pick<Meeting, 'id' | 'school' | 'kind' | 'attendance' | 'chairId' | 'delegations'>;

interface Self {
  readonly own: AttendanceRow | null;
  readonly isHead: boolean;
}

function chairs({ chairId, delegations }: Place, { own, isHead }: Self): boolean {
  if (chairId) return own?.personId === chairId;
  const entrusted = delegations.find(({ endedAt }) => endedAt === null);
  return entrusted ? own?.personName === entrusted.toName : isHead;
}

/** The rights of the account, and the part that its person has in this meeting: the server asks both. */
export function useHands(meeting: Place): Hands {
  const { can } = useAbility();
  const role = useViewer()?.grant?.role;
  const may = (action: string): boolean => can(action, 'Meeting', meeting);
  const own = meeting.attendance.find((one) => one.own) ?? null;
  const isHead = may('issue') && role !== undefined && headPostOfRole(role) === headPostOf(meeting.kind);
  const isChair = chairs(meeting, { own, isHead });
  // who plans and is nobody's member keeps the record for others
  const isClerk = may('plan') && !may('attend');
  const isRecorder = may('record') && !isChair && (isClerk || own?.capacity === 'RECORDER');
  return {
    ...{ own, isHead, isChair, isRecorder },
    leads: may('record') && (isClerk || isChair || isHead),
    writes: may('record') && (isChair || isRecorder),
    plans: may('plan'),
    issues: isHead,
  };
}
