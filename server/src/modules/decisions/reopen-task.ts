import { nextTaskState, whyNotAct, type TaskState } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { actorOf, refusalOf, refuseBy } from '../filings/index.js';
import { filledText, type OwnKey } from '../schools/index.js';
import { findTask, refuseOwnTask, type LockedTask } from './find-task.js';
import { notifyOfTask } from './notify-task.js';
import { settleTask } from './settle-task.js';
import type { ReopenTaskInput } from './task.input.js';

/**
 * What was said to be done and is not goes back to who has it; so does a task that was closed, as long as its decision is in
 * force. Its history says both.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function reopenTask(ctx: WriteContext, input: ReopenTaskInput): Promise<OwnKey> {
  const found = await findTask(ctx, input, 'close');
  const isClosed = found.state === 'CLOSED';
  const state = isClosed ? reopened(ctx, found) : sentBack(ctx, found);
  refuseOwnTask(ctx, found);
  const text = filledText('reason', input.reason);
  const open = { doneOn: null, closedOn: null, closedById: null, closedByName: null, closeNote: null };
  notifyOfTask(ctx, found, { kind: 'TASK_SENT_BACK', personIds: found.implementerIds });
  return settleTask(ctx, found, { kind: isClosed ? 'REOPENED' : 'SENT_BACK', set: { ...open, state }, text });
}

function sentBack(ctx: WriteContext, found: LockedTask): TaskState {
  const next = nextTaskState(found, { type: 'SEND_BACK', by: actorOf(ctx) });
  if (!next.ok) throw refusalOf(next.violation);
  return next.state;
}

/** A decision that is done, or replaced, keeps its closed tasks. */
function reopened(ctx: WriteContext, { decisionState }: LockedTask): TaskState {
  refuseBy(whyNotAct(actorOf(ctx), 'CLOSE_TASK'));
  if (decisionState === 'IN_FORCE') return 'IN_PROGRESS';
  throw new RuleViolation('BAD_STATE', { status: decisionState, allowed: ['IN_FORCE'] });
}
