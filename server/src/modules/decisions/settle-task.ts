import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import type { OwnKey } from '../schools/index.js';
import { DecisionTask, TaskReport } from './decision-task.entity.js';
import type { TaskReportKind } from './decision-words.js';
import type { FoundTask } from './find-task.js';

export interface TaskOutcome {
  readonly kind: TaskReportKind;
  readonly set: Partial<DecisionTask>;
  readonly text: string;
  /** in whose name it is said, where another writes it down; default: whoever acts */
  readonly by?: { readonly personId: string; readonly personName: string };
  readonly attachmentIds?: readonly string[];
}

/** `task.sent-back` */
const actionOf = (kind: TaskReportKind): string => `task.${kind.toLowerCase().replace('_', '-')}`;

/** Writes what became of a task and a line of its history, remembers it and sends word of it. */
export async function settleTask(ctx: WriteContext, found: FoundTask, outcome: TaskOutcome): Promise<OwnKey> {
  const { tenantId, id, schoolId, restricted, state, percent, version } = found;
  const { kind, set, text, by, attachmentIds = [] } = outcome;
  const { accountId: createdBy, accountName, personId } = ctx.grant;
  await ctx.db.update(DecisionTask, { tenantId, id }, { ...set, version: version + 1 });
  await ctx.db.insert(TaskReport, {
    ...{ tenantId, id: newId(), schoolId, taskId: id, kind, reportedOn: ctx.today, text, restricted, createdBy },
    ...{ percent: set.percent ?? percent, recordedByName: accountName, attachmentIds: [...attachmentIds] },
    ...{ byId: by?.personId ?? personId, byName: by?.personName ?? accountName },
  });
  const entry = { action: actionOf(kind), subjectType: 'DecisionTask', subjectId: id, schoolId };
  const shown = restricted ? { state: set.state ?? state } : { title: found.title, ...set };
  ctx.audit({ ...entry, before: { state, percent }, after: shown, reason: restricted ? null : text });
  ctx.live('DecisionTask', id, { schoolId, restricted });
  ctx.live('Decision', found.decisionId, { schoolId, restricted });
  return { type: 'DecisionTask', tenantId, id };
}
