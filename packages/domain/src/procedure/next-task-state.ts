import { addDays, type CivilDate } from '../civil-date.js';
import { whyNotAct } from './acts.js';
import type { Actor } from './actor.js';
import type { EmergencyState, TaskLight, TaskState } from './decision-words.js';
import { moved, refused, violation, type ProcedureViolation, type Transition } from './violation.js';

/** A task of a decision: who has it, when it is due, when it was reported done. */
export type TaskFacts = {
  readonly state: TaskState;
  readonly ownerId: string;
  readonly dueOn: CivilDate | null;
  readonly doneOn: CivilDate | null;
};

/** START and REPORT_DONE are the owner's; closing, sending back and ending are for those who follow it up (督办). */
export type TaskAct = {
  readonly type: 'START' | 'REPORT_DONE' | 'CLOSE' | 'SEND_BACK' | 'CANCEL';
  readonly by: Actor;
};
export type TaskActType = TaskAct['type'];

const FROM: Readonly<Record<TaskActType, readonly TaskState[]>> = {
  START: ['ASSIGNED'],
  REPORT_DONE: ['ASSIGNED', 'IN_PROGRESS'],
  CLOSE: ['REPORTED_DONE'],
  SEND_BACK: ['REPORTED_DONE'],
  CANCEL: ['ASSIGNED', 'IN_PROGRESS', 'REPORTED_DONE'],
};
const AFTER: Readonly<Record<TaskActType, TaskState>> = {
  START: 'IN_PROGRESS',
  REPORT_DONE: 'REPORTED_DONE',
  CLOSE: 'CLOSED',
  SEND_BACK: 'IN_PROGRESS',
  CANCEL: 'CANCELLED',
};

/** The state after the act, or the named reason why there is none (意见（三）: 督促检查). */
export function nextTaskState(task: TaskFacts, act: TaskAct): Transition<TaskState> {
  const from = task.state;
  if (!FROM[act.type].includes(from)) {
    return refused(violation('NOT_IN_THIS_STATE', { from, act: act.type, allowed: [...FROM[act.type]] }));
  }
  const why = whyNotDo(task, act);
  return why === null ? moved(AFTER[act.type]) : refused(why);
}

function whyNotDo(task: TaskFacts, { type, by }: TaskAct): ProcedureViolation | null {
  if (type !== 'START' && type !== 'REPORT_DONE') return whyNotAct(by, 'CLOSE_TASK');
  const why = whyNotAct(by, 'WORK_ON_TASK');
  // the clerk writes down for the owner what he reports
  if (why !== null || by.role === 'SchoolClerk' || by.personId === task.ownerId) return why;
  return violation('NOT_YOUR_ACT', { act: type, role: by.role });
}

/**
 * 红黄绿: red once it is overdue, yellow within the days of warning, green otherwise and when it is over. One that was reported
 * done is judged by the day on which it was.
 */
export function taskLight(
  { state, dueOn, doneOn }: Omit<TaskFacts, 'ownerId'>,
  today: CivilDate,
  warningDays: number,
): TaskLight {
  if (state === 'CLOSED' || state === 'CANCELLED' || dueOn === null) return 'GREEN';
  const day = doneOn ?? today;
  if (day > dueOn) return 'RED';
  return doneOn === null && dueOn <= addDays(today, warningDays) ? 'YELLOW' : 'GREEN';
}

/** An emergency action (紧急处置) waits for the next meeting, which confirms it or not; the record of either stays. */
export function nextEmergencyState(state: EmergencyState, confirmed: 'YES' | 'NO'): Transition<EmergencyState> {
  if (state !== 'TAKEN')
    return refused(violation('NOT_IN_THIS_STATE', { from: state, act: 'CONFIRM', allowed: ['TAKEN'] }));
  return moved(confirmed === 'YES' ? 'CONFIRMED' : 'NOT_CONFIRMED');
}

/** Has a meeting been held since without having dealt with it? */
export function isEmergencyOverdue(takenOn: CivilDate, heldOn: readonly CivilDate[]): boolean {
  return heldOn.some((day) => day > takenOn);
}
