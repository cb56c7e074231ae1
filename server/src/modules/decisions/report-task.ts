import { nextTaskState, type TaskFacts } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { actorOf, refusalOf } from '../filings/index.js';
import { filledText, type OwnKey } from '../schools/index.js';
import { findTask } from './find-task.js';
import { attachedTo } from './find-attached.js';
import { followersOf, notifyOfTask } from './notify-task.js';
import { settleTask } from './settle-task.js';
import type { ReportTaskInput } from './task.input.js';

/**
 * Whoever has the task says how far it is, or that it is done; the clerk writes down what the owner says. That it is done is
 * looked at by others before the task is closed.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN (another's task), CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function reportTask(ctx: WriteContext, input: ReportTaskInput): Promise<OwnKey> {
  const found = await findTask(ctx, input, 'work');
  const type = input.done ? 'REPORT_DONE' : 'START';
  const next = nextTaskState(input.done ? found : asAssigned(found), { type, by: actorOf(ctx) });
  if (!next.ok) throw refusalOf(next.violation);
  const text = filledText('text', input.text);
  const attachmentIds = await attachedTo(ctx, { type: 'DecisionTask', ...found }, input.attachmentIds ?? []);
  const set = { state: next.state, percent: input.done ? 100 : input.percent, doneOn: input.done ? ctx.today : null };
  const by = { personId: found.ownerId, personName: found.ownerName };
  if (input.done) {
    const personIds = await followersOf(ctx, found);
    notifyOfTask(ctx, found, { kind: 'TASK_REPORTED_DONE', personIds });
  }
  return settleTask(ctx, found, { kind: input.done ? 'DONE' : 'PROGRESS', set, text, by, attachmentIds });
}

/** A further report on progress is as free as the first: the same person, while nobody said that it is done. */
function asAssigned<T extends TaskFacts>(task: T): T {
  return task.state === 'IN_PROGRESS' ? { ...task, state: 'ASSIGNED' } : task;
}
