import { addDays } from '@zhixiao/domain';
import type { CivilDate, PersonRef, TaskRole } from '@zhixiao/domain';
import { BLANK_TASK } from './blank-rows.js';
import { instantOf, workday } from './days.js';
import { followerOf, replacedOn } from './followers.js';
import { teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { runTask } from './task-course.js';
import { moveTopic } from './topics.js';
import type { DemoDecision, DemoTask } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** Gives a decision in force its tasks, and lets them go on until the day. */
export function addTasks(year: SchoolYear, decision: DemoDecision): void {
  const { random, today } = year;
  const { state, result, decidedOn, superiorOn, item } = decision;
  const isCarriedOut = state === 'IN_FORCE' || state === 'SUPERSEDED';
  if (!isCarriedOut || result === 'REJECTED' || !item.topic || !random.chance(0.5)) return;
  const assignedOn = workday(addDays(superiorOn ?? decidedOn, random.whole(1, 4)));
  const end = replacedOn(year, decision);
  if (assignedOn < decidedOn || assignedOn >= today || (end !== null && assignedOn >= end)) return;
  const count = random.chance(0.25) ? 2 : 1;
  const titles = random.chance(0.5) ? YEAR_WORDS.tasks : YEAR_WORDS.tasks.toReversed();
  for (const title of titles.slice(0, count)) {
    const dueOn = addDays(assignedOn, random.whole(15, 100));
    const task = assignTask(year, decision, { title, assignedOn, dueOn });
    if (task) runTask(year, task, { decision, end });
  }
}

export interface NewTask {
  readonly title: string;
  readonly assignedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  /** default: who is in charge of the matter */
  readonly owner?: PersonRef;
}

/** A part of a decision for somebody, with those who help and those who follow it up. */
export function assignTask(
  year: SchoolYear,
  decision: DemoDecision,
  { title, assignedOn, dueOn, owner }: NewTask,
): DemoTask | null {
  const by = followerOf(year, decision, assignedOn);
  if (!by) return null;
  const roles = rolesFor(year, decision, { on: assignedOn, follower: by, owner: owner ?? null });
  const [first] = roles;
  if (!first) return null;
  const createdAt = instantOf(assignedOn, '11:00');
  const task: DemoTask = {
    ...BLANK_TASK,
    ...{ id: year.newId(createdAt), decisionId: decision.id, title, dueOn, assignedOn, reports: [] },
    ...{
      ownerId: first.personId,
      ownerName: first.personName,
      assignedById: by.personId,
      assignedByName: by.personName,
    },
    ...{ roles: roles.map((role) => ({ ...role, id: year.newId(createdAt) })), createdAt },
    createdBy: year.accountOf(by.personId),
  };
  decision.tasks.push(task);
  const concerned = new Set([...decision.concernedIds, ...roles.map(({ personId }) => personId)]);
  Object.assign(decision, { concernedIds: [...concerned], version: decision.version + 1 });
  const topic = year.topics.find(({ id }) => id === decision.topicId);
  if (topic?.state === 'DECIDED') moveTopic(year, topic, { act: { type: 'ASSIGN', by: by.actor }, at: createdAt });
  return task;
}

type NamedRole = PersonRef & { readonly role: TaskRole };

/** The owner first; nobody has two roles. */
function rolesFor(
  year: SchoolYear,
  { item }: DemoDecision,
  { on, follower, owner }: { readonly on: CivilDate; readonly follower: PersonRef; readonly owner: PersonRef | null },
): NamedRole[] {
  const { team } = teamOn(year, on);
  const lead = team.find(({ personId }) => personId === item.leadId);
  const first = owner ?? lead ?? team.find(({ personId }) => personId !== follower.personId) ?? team[0];
  if (!first) return [];
  const roles: NamedRole[] = [named(first, 'IMPLEMENT')];
  const free = (): PersonRef[] => team.filter(({ personId }) => !roles.some((one) => one.personId === personId));
  const others = free().filter(({ personId }) => personId !== follower.personId);
  const [second] = others;
  if (second && year.random.chance(0.3)) roles.push(named(second, 'IMPLEMENT'));
  if (follower.personId !== first.personId && year.random.chance(0.7)) roles.push(named(follower, 'SUPERVISE'));
  const third = free().at(-1);
  if (third && year.random.chance(0.4)) roles.push(named(third, 'SUPPORT'));
  return roles;
}

function named({ personId, personName }: PersonRef, role: TaskRole): NamedRole {
  return { personId, personName, role };
}
