import { addDays } from '@zhixiao/domain';
import { lastDayOf } from '../../modules/decisions/index.js';
import { fill } from '../words.js';
import { instantOf, workday } from './days.js';
import { addReports, judgeSemesters } from './execution.js';
import { followerOf } from './followers.js';
import type { SchoolYear } from './school-year.js';
import { addTasks } from './tasks.js';
import { moveTopic } from './topics.js';
import type { DemoDecision } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** What became of the decisions until the day: answers of the superior, tasks, publication, completion, reports. */
export function followUp(year: SchoolYear): void {
  for (const decision of year.decisions) {
    answerSuperior(year, decision);
    addTasks(year, decision);
    complete(year, decision);
    publish(year, decision);
    addReports(year, decision);
  }
  judgeSemesters(year);
}

/** 报上级审批: mostly approved some weeks later, now and then refused; of the last ones the answer is still awaited. */
function answerSuperior(year: SchoolYear, decision: DemoDecision): void {
  if (decision.state !== 'AWAITING_SUPERIOR') return;
  const { random } = year;
  const on = workday(addDays(decision.decidedOn, random.whole(12, 35)));
  if (on >= year.today || random.chance(0.08)) return;
  const isApproved = random.chance(0.9);
  const documentNo = fill(YEAR_WORDS.superiorDocument, year.shortName, on.slice(0, 4), random.whole(1, 90));
  Object.assign(decision, {
    ...{ state: isApproved ? 'IN_FORCE' : 'NOT_APPROVED', endedOn: isApproved ? null : lastDayOf(decision, on) },
    ...{ superiorOn: on, superiorDocumentNo: documentNo, version: decision.version + 1 },
    superiorNote: isApproved ? YEAR_WORDS.superiorYes : YEAR_WORDS.superiorNo,
    superiorEnteredByName: followerOf(year, decision, on)?.personName ?? year.clerk.name,
  });
}

/** 办结: some days after the last of its tasks was closed. */
function complete(year: SchoolYear, decision: DemoDecision): void {
  const { tasks, state, topicId } = decision;
  const isDone = tasks.length > 0 && tasks.every((task) => task.state === 'CLOSED' || task.state === 'CANCELLED');
  if (state !== 'IN_FORCE' || !isDone) return;
  const last =
    tasks
      .map(({ closedOn }) => closedOn ?? '')
      .sort()
      .at(-1) ?? '';
  const topic = year.topics.find(({ id }) => id === topicId);
  const by = followerOf(year, decision, last)?.actor;
  if (topic && by && tasks.some((task) => task.state === 'CLOSED')) {
    moveTopic(year, topic, { act: { type: 'EXECUTE', by, openTasks: 0 }, at: instantOf(last, '17:30') });
  }
  const on = workday(addDays(last, year.random.whole(1, 5)));
  if (on < last || on >= year.today || year.random.chance(0.3)) return;
  Object.assign(decision, { state: 'COMPLETED', endedOn: on, version: decision.version + 1 });
}

/** 党务公开、校务公开: within some days; then nothing of the matter is restricted any more. */
function publish(year: SchoolYear, decision: DemoDecision): void {
  const { state, disclosure, decidedOn, superiorOn } = decision;
  const { random } = year;
  const share = year.isShowcase ? 0.9 : 0.78;
  if (disclosure === 'NONE' || (state !== 'IN_FORCE' && state !== 'COMPLETED') || !random.chance(share)) return;
  const publishedOn = workday(addDays(superiorOn ?? decidedOn, random.whole(2, 9)));
  // the last ones wait for their publication
  if (publishedOn < decidedOn || publishedOn >= addDays(year.today, year.isShowcase ? -12 : 0)) return;
  const head = followerOf(year, decision, publishedOn);
  if (!head) return;
  const publishedWhere = random.pick(YEAR_WORDS.published);
  const said = { publishedOn, publishedWhere, publishedByName: head.personName, restricted: false };
  Object.assign(decision, said, { version: decision.version + 1 });
  lift(year, decision, { at: instantOf(publishedOn, '10:00'), by: year.accountOf(head.personId) });
}

function lift(
  year: SchoolYear,
  { item, topicId }: DemoDecision,
  { at, by }: { readonly at: string; readonly by: string },
): void {
  Object.assign(item, { published: true, publishedAt: at, publishedBy: by });
  const topic = year.topics.find(({ id }) => id === topicId);
  if (topic) topic.restricted = false;
  for (const one of year.departures) if (one.subjectId === topicId) one.restricted = false;
}
