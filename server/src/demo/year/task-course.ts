import { addDays, daysBetween } from '@zhixiao/domain';
import type { CivilDate, PersonRef } from '@zhixiao/domain';
import { instantOf, workday } from './days.js';
import { teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { DemoDecision, DemoTask, DemoTaskReport } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** What happens to a task: in time, late, not at all, called off. */
type Fate = 'IN_TIME' | 'LATE' | 'NOT_DONE' | 'SENT_BACK' | 'REOPENED' | 'CANCELLED';

interface Run {
  readonly decision: DemoDecision;
  /** when its decision was replaced */
  readonly end: CivilDate | null;
}

/** Lets a task go on until the day, with what is said of it on the way. */
export function runTask(year: SchoolYear, task: DemoTask, { end, decision }: Run): void {
  const { random } = year;
  const drawn = random.weighted<Fate>([
    ['IN_TIME', 74],
    ['LATE', 9],
    ['NOT_DONE', 7],
    ['SENT_BACK', 5],
    ['REOPENED', 2],
    ['CANCELLED', 3],
  ]);
  const due = task.dueOn ?? addDays(task.assignedOn, 60);
  // what was due long ago has been done since
  const fate = drawn === 'NOT_DONE' && due < addDays(year.today, -40) ? 'LATE' : drawn;
  const length = Math.max(4, daysBetween(task.assignedOn, due));
  const until = end !== null && end < year.today ? end : year.today;
  const midway = workday(addDays(task.assignedOn, Math.round(length * 0.4)));
  if (midway > task.assignedOn && midway < until && random.chance(0.7)) {
    report(year, task, {
      kind: 'PROGRESS',
      on: midway,
      percent: random.pick([30, 40, 50, 60]),
      text: random.pick(YEAR_WORDS.progress),
    });
  }
  finish(year, task, {
    fate,
    until,
    doneOn: workday(addDays(due, fate === 'LATE' ? random.whole(3, 20) : -random.whole(1, 8))),
  });
  if (end !== null && isOpen(task)) endWith(year, task, { decision, end });
}

function isOpen({ state }: DemoTask): boolean {
  return state !== 'CLOSED' && state !== 'CANCELLED';
}

interface Finish {
  readonly fate: Fate;
  readonly until: CivilDate;
  readonly doneOn: CivilDate;
}

function finish(year: SchoolYear, task: DemoTask, { fate, until, doneOn: wanted }: Finish): void {
  const { random } = year;
  const doneOn = wanted > task.assignedOn ? wanted : addDays(task.assignedOn, 1);
  if (fate === 'NOT_DONE' || doneOn >= until) return;
  const closer = closerOf(year, task, doneOn);
  if (fate === 'CANCELLED') return closer ? cancel(year, task, { on: doneOn, closer }) : undefined;
  sayDone(year, task, doneOn);
  if (!closer) return;
  let on = workday(addDays(doneOn, random.whole(3, 6)));
  if (fate === 'SENT_BACK' && on < until) {
    sendBack(year, task, { kind: 'SENT_BACK', on, closer });
    on = workday(addDays(on, 9));
    if (on >= until) return;
    sayDone(year, task, on);
    on = workday(addDays(on, 5));
  }
  if (on < doneOn || on >= until) return;
  close(year, task, { on, closer });
  const again = workday(addDays(on, 12));
  if (fate === 'REOPENED' && again < until) sendBack(year, task, { kind: 'REOPENED', on: again, closer });
}

/** Who does it is not who says that it is done. */
function closerOf(year: SchoolYear, task: DemoTask, on: CivilDate): PersonRef | null {
  const { secretary, principal, deputies } = teamOn(year, on);
  const doing = task.roles.filter(({ role }) => role === 'IMPLEMENT').map(({ personId }) => personId);
  const people = [secretary, principal, ...deputies].filter((one) => one !== null);
  return people.find(({ personId }) => !doing.includes(personId)) ?? null;
}

interface Reported {
  readonly kind: DemoTaskReport['kind'];
  readonly on: CivilDate;
  readonly percent?: number;
  readonly text: string;
  readonly by?: PersonRef | null;
}

/** A line of its history, said by who has it or by who follows it up. */
export function report(year: SchoolYear, task: DemoTask, { kind, on, percent, text, by }: Reported): void {
  const createdAt = instantOf(on, '16:20');
  const who = by ?? { personId: task.ownerId, personName: task.ownerName };
  task.percent = percent ?? task.percent;
  if (kind === 'PROGRESS') task.state = 'IN_PROGRESS';
  task.version += 1;
  task.reports.push({
    ...{ id: year.newId(createdAt), kind, reportedOn: on, byId: who.personId, byName: who.personName, text },
    ...{ recordedByName: who.personName, percent: task.percent, createdAt, createdBy: year.accountOf(who.personId) },
  });
}

/** Reported done: others look at it before it is closed. */
export function sayDone(year: SchoolYear, task: DemoTask, on: CivilDate): void {
  report(year, task, { kind: 'DONE', on, percent: 100, text: year.random.pick(YEAR_WORDS.done) });
  Object.assign(task, { state: 'REPORTED_DONE', doneOn: on });
}

interface Closed {
  readonly on: CivilDate;
  readonly closer: PersonRef;
}

function close(year: SchoolYear, task: DemoTask, { on, closer }: Closed): void {
  const note = year.random.pick(YEAR_WORDS.closed);
  const by = { closedById: closer.personId, closedByName: closer.personName, closeNote: note };
  Object.assign(task, { state: 'CLOSED', closedOn: on, ...by });
  report(year, task, { kind: 'CLOSED', on, text: note, by: closer });
}

function cancel(year: SchoolYear, task: DemoTask, { on, closer }: Closed): void {
  const note = YEAR_WORDS.cancelledTask;
  const by = { closedById: closer.personId, closedByName: closer.personName, closeNote: note };
  Object.assign(task, { state: 'CANCELLED', closedOn: on, ...by });
  report(year, task, { kind: 'CANCELLED', on, text: note, by: closer });
}

function sendBack(
  year: SchoolYear,
  task: DemoTask,
  { kind, on, closer }: Closed & { kind: 'SENT_BACK' | 'REOPENED' },
): void {
  const nobody = { doneOn: null, closedOn: null, closedById: null, closedByName: null, closeNote: null };
  Object.assign(task, { state: 'IN_PROGRESS', ...nobody });
  const text = kind === 'REOPENED' ? YEAR_WORDS.reopened : YEAR_WORDS.sentBack;
  report(year, task, { kind, on, text, by: closer });
}

/** With its decision replaced, what was to be done for it ends: nobody's act, recorded by who recorded the new one. */
function endWith(
  year: SchoolYear,
  task: DemoTask,
  { decision, end }: { decision: DemoDecision; end: CivilDate },
): void {
  const next = year.decisions.find(({ id }) => id === decision.supersededById);
  const name = next?.decidedByName ?? year.clerk.name;
  const createdAt = instantOf(end, '17:00');
  const text = next?.number ?? '';
  Object.assign(task, {
    state: 'CANCELLED',
    closedOn: end,
    closedByName: name,
    closeNote: text,
    version: task.version + 1,
  });
  task.reports.push({
    ...{
      id: year.newId(createdAt),
      kind: 'CANCELLED',
      reportedOn: end,
      byId: null,
      byName: name,
      recordedByName: name,
    },
    ...{ percent: task.percent, text, createdAt, createdBy: year.clerk.accountId },
  });
}
