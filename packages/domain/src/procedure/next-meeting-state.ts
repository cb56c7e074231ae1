import { whyNotAct, whyNotHead } from './acts.js';
import type { Actor } from './actor.js';
import { chairedByHead } from './judge-people.js';
import { isRecorded } from './judge.js';
import { headPostOf } from './leadership-on.js';
import { mayOpen } from './may-decide.js';
import type { MeetingState, NotHeldReason } from './meeting-words.js';
import type { MeetingFacts } from './procedure-facts.js';
import { whyNotEnter } from './separation-of-duties.js';
import { blockingGates } from './topic-gates.js';
import { moved, refused, violation, type ProcedureViolation, type Transition } from './violation.js';

/** What can be done with a meeting. SIGN is given twice, by the chair and by the recorder, and locks the record with both. */
export type MeetingAct =
  | { readonly type: 'CALL' | 'OPEN' | 'CLOSE' | 'ISSUE' | 'ENTER_AFTERWARDS'; readonly by: Actor }
  | { readonly type: 'SIGN'; readonly by: Actor; readonly as: 'CHAIR' | 'RECORDER' }
  | { readonly type: 'NOT_HELD'; readonly by: Actor; readonly reason: NotHeldReason };
export type MeetingActType = MeetingAct['type'];

const FROM: Readonly<Record<MeetingActType, readonly MeetingState[]>> = {
  CALL: ['DRAFT'],
  OPEN: ['CALLED'],
  NOT_HELD: ['DRAFT', 'CALLED'],
  CLOSE: ['OPEN'],
  SIGN: ['CLOSED'],
  ISSUE: ['SIGNED'],
  ENTER_AFTERWARDS: ['DRAFT'],
};

/** The states in which an act may be done. */
export function statesForMeetingAct(type: MeetingActType): readonly MeetingState[] {
  return FROM[type];
}

/**
 * The state after the act, or the named reason why there is none (意见（五）（六）). `meeting` is as it stands before the act;
 * nothing leads back from a signed record.
 */
export function nextMeetingState(meeting: MeetingFacts, act: MeetingAct): Transition<MeetingState> {
  if (!FROM[act.type].includes(meeting.state)) {
    const allowed = [...FROM[act.type]];
    return refused(violation('NOT_IN_THIS_STATE', { from: meeting.state, act: act.type, allowed }));
  }
  const why = whyNotEnter(act.by) ?? whyNotDo(meeting, act);
  return why === null ? moved(stateAfter(meeting, act)) : refused(why);
}

function whyNotDo(meeting: MeetingFacts, act: MeetingAct): ProcedureViolation | null {
  switch (act.type) {
    case 'CALL':
      return whyNotLead(act.by, meeting) ?? whyNotCall(meeting);
    case 'OPEN':
      return whyNotLeadOrWrite(act.by, meeting) ?? mayOpen(meeting);
    case 'NOT_HELD':
      return whyNotLeadOrWrite(act.by, meeting);
    case 'CLOSE':
      return whyNotLeadOrWrite(act.by, meeting) ?? whyNotClose(meeting);
    case 'SIGN':
      return whyNotSign(act, meeting);
    case 'ISSUE':
      return whyNotHead(act.by, headPostOf(meeting.kind));
    case 'ENTER_AFTERWARDS':
      return whyNotAct(act.by, 'WRITE_RECORD') ?? whyNotAfterwards(meeting);
  }
}

function stateAfter(meeting: MeetingFacts, act: MeetingAct): MeetingState {
  switch (act.type) {
    case 'CALL':
      return 'CALLED';
    case 'OPEN':
      return 'OPEN';
    case 'NOT_HELD':
      return 'NOT_HELD';
    case 'CLOSE':
    case 'ENTER_AFTERWARDS':
      return 'CLOSED';
    case 'SIGN':
      return isRecorded(act.as === 'CHAIR' ? meeting.recorderSigned : meeting.chairSigned) ? 'SIGNED' : 'CLOSED';
    case 'ISSUE':
      return 'ISSUED';
  }
}

/** Convened and chaired by the head of that meeting, or by whom he has entrusted it. */
function whyNotLead(by: Actor, meeting: MeetingFacts): ProcedureViolation | null {
  const isChair = isRecorded(meeting.chair) && meeting.chair.personId === by.personId;
  // one who entered himself as chair has nothing that was entrusted to him
  if (isChair && by.role !== 'SchoolClerk' && chairedByHead(meeting).kind === 'PASS') return null;
  return whyNotHead(by, headPostOf(meeting.kind));
}

/** The clerk presses the button in the meeting, for its chair. */
function whyNotLeadOrWrite(by: Actor, meeting: MeetingFacts): ProcedureViolation | null {
  return by.role === 'SchoolClerk' ? null : whyNotLead(by, meeting);
}

/** An agenda is called with topics that are confirmed and held back by nothing. */
function whyNotCall(meeting: MeetingFacts): ProcedureViolation | null {
  if (meeting.items.length === 0) return violation('REQUIRED', { field: 'items' });
  const open = meeting.items.flatMap(({ topic, kind }) =>
    topic === null ? [] : blockingGates({ ...topic, meetingKind: meeting.kind, itemKind: kind }, meeting, 'SCHEDULE'),
  );
  return open.length === 0 ? null : violation('GATES_OPEN', { checks: open.map((gate) => gate.checkId) }, open);
}

function whyNotClose({ items }: MeetingFacts): ProcedureViolation | null {
  const open = items.filter((item) => item.result === null).map((item) => String(item.order));
  return open.length === 0 ? null : violation('ITEMS_OPEN', { items: open });
}

/** The chair signs as chair; one recorder signs as recorder, and it is not the chair. */
function whyNotSign(
  { by, as }: Extract<MeetingAct, { type: 'SIGN' }>,
  meeting: MeetingFacts,
): ProcedureViolation | null {
  const isChair = isRecorded(meeting.chair) && meeting.chair.personId === by.personId;
  if (as === 'CHAIR') return isChair ? null : violation('NOT_YOUR_ACT', { act: 'SIGN', role: by.role });
  return !isChair && isRecorder(by, meeting) ? null : violation('NOT_YOUR_ACT', { act: 'SIGN', role: by.role });
}

function isRecorder(by: Actor, { attendance }: MeetingFacts): boolean {
  if (by.role === 'SchoolClerk') return true;
  if (!isRecorded(attendance)) return false;
  return attendance.some((one) => one.personId === by.personId && one.capacity === 'RECORDER');
}

function whyNotAfterwards(meeting: MeetingFacts): ProcedureViolation | null {
  if (meeting.recordMode !== 'AFTERWARDS') return violation('REQUIRED', { field: 'recordMode' });
  return whyNotClose(meeting);
}
