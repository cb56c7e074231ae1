import { addDays } from '@zhixiao/domain';
import type { PersonRef } from '@zhixiao/domain';
import { instantOf, workday } from './days.js';
import { layComing } from './desk-meetings.js';
import { layTopics } from './desk-topics.js';
import { takeEmergency } from './emergencies.js';
import { tell } from './notices.js';
import { report } from './task-course.js';
import { assignTask } from './tasks.js';
import { teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { DemoTask } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** What the people of the showcase find on their desks on the day on which the demonstration begins. */
export function layDesk(year: SchoolYear): void {
  layTopics(year);
  layComing(year);
  layTasks(year);
  layEmergency(year);
}

/** Tasks of the principal: due in some days, in a week, and one that is late. */
function layTasks(year: SchoolYear): void {
  const { principal } = teamOn(year, year.today);
  if (!principal) return;
  const open = year.decisions.filter(
    ({ body, state, category, decidedOn }) =>
      body === 'PARTY_ORG' && state === 'IN_FORCE' && category !== null && decidedOn < addDays(year.today, -20),
  );
  for (const [i, days] of [-4, 3, 6, 25].entries()) {
    const decision = open.at(-1 - i);
    const assignedOn = workday(addDays(year.today, -15));
    const title = YEAR_WORDS.tasks[i] ?? '';
    const dueOn = addDays(year.today, days);
    const task = decision && assignTask(year, decision, { title, assignedOn, dueOn, owner: principal });
    if (!task) continue;
    if (i % 2 === 1)
      report(year, task, {
        kind: 'PROGRESS',
        on: workday(addDays(year.today, -5)),
        percent: 40,
        text: YEAR_WORDS.progress[0] ?? '',
      });
    tellOfTask(year, task, { to: principal, days });
  }
}

function tellOfTask(
  year: SchoolYear,
  task: DemoTask,
  { to, days }: { readonly to: PersonRef; readonly days: number },
): void {
  const params = { title: task.title, dueOn: task.dueOn ?? '', by: task.assignedByName };
  const subject = { type: 'DecisionTask', id: task.id };
  const personIds = [to.personId];
  tell(year, { kind: 'TASK_ASSIGNED', subject, personIds, params, at: task.createdAt });
  const kind = days < 0 ? 'TASK_OVERDUE' : 'TASK_DUE_SOON';
  if (days <= 7) tell(year, { kind, subject, personIds, params, at: instantOf(year.today, '06:30') });
}

/** Taken yesterday by the principal, and not before a meeting yet. */
function layEmergency(year: SchoolYear): void {
  const takenOn = addDays(year.today, -1);
  const action = takeEmergency(year, { body: 'PRINCIPAL_OFFICE', takenOn, ...YEAR_WORDS.desk.emergency });
  if (!action) return;
  const { secretary } = teamOn(year, takenOn);
  const params = { title: action.title, by: action.takenByName };
  const subject = { type: 'EmergencyAction', id: action.id };
  tell(year, {
    kind: 'EMERGENCY_TAKEN',
    subject,
    personIds: [secretary?.personId ?? null],
    params,
    at: action.createdAt,
  });
}
