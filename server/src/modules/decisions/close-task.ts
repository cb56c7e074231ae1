import { nextTaskState } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { actorOf, refusalOf } from '../filings/index.js';
import { filledText, optionalText, type OwnKey } from '../schools/index.js';
import { countOpenTasks } from './complete-decision.js';
import { findTask, refuseOwnTask, type LockedTask } from './find-task.js';
import { notifyOfTask } from './notify-task.js';
import { carryTopic } from './settle-decision.js';
import { settleTask } from './settle-task.js';
import type { CancelTaskInput, CloseTaskInput } from './task.input.js';

/**
 * 办结: those who follow it up have looked and say that it is done, never one who did it. With the last task the topic is carried
 * out.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function closeTask(ctx: WriteContext, input: CloseTaskInput): Promise<OwnKey> {
  const found = await findTask(ctx, input, 'close');
  const next = nextTaskState(found, { type: 'CLOSE', by: actorOf(ctx) });
  if (!next.ok) throw refusalOf(next.violation);
  refuseOwnTask(ctx, found);
  const note = optionalText(input.note);
  const set = { state: next.state, ...closedBy(ctx), closeNote: note };
  notifyOfTask(ctx, found, { kind: 'TASK_CLOSED', personIds: found.implementerIds });
  const key = await settleTask(ctx, found, { kind: 'CLOSED', set, text: note ?? '' });
  await carryIfDone(ctx, found);
  return key;
}

/**
 * Calls a task off that is not to be done any more, with the reason.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function cancelTask(ctx: WriteContext, input: CancelTaskInput): Promise<OwnKey> {
  const found = await findTask(ctx, input, 'close');
  const next = nextTaskState(found, { type: 'CANCEL', by: actorOf(ctx) });
  if (!next.ok) throw refusalOf(next.violation);
  refuseOwnTask(ctx, found);
  const reason = filledText('reason', input.reason);
  const set = { state: next.state, ...closedBy(ctx), closeNote: reason };
  return settleTask(ctx, found, { kind: 'CANCELLED', set, text: reason });
}

function closedBy({ grant, today }: WriteContext): {
  closedOn: string;
  closedById: string | null;
  closedByName: string;
} {
  return { closedOn: today, closedById: grant.personId, closedByName: grant.accountName };
}

async function carryIfDone(ctx: WriteContext, { tenantId, decisionId, topicId }: LockedTask): Promise<void> {
  const openTasks = await countOpenTasks(ctx, { tenantId, id: decisionId });
  if (openTasks === 0) await carryTopic(ctx, topicId, { type: 'EXECUTE', by: actorOf(ctx), openTasks });
}
