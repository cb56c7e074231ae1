import { addDays, nextDecisionState, type CivilDate, type DecisionState, type MeetingKind } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refusalOf } from '../filings/index.js';
import { TaskReport } from './decision-task.entity.js';
import { Decision } from './decision.entity.js';
import type { DecidedItem } from './record-decision.js';
import { OPEN_TASK } from './task-light.js';

/** The decision that is to give way, locked. */
export interface Replaced {
  readonly id: string;
  readonly state: DecisionState;
  readonly body: MeetingKind;
  readonly schoolId: string;
  readonly decidedOn: string;
  readonly restricted: boolean;
  readonly version: number;
}

const REPLACED_SQL = `SELECT id, state, body, school_id AS "schoolId", decided_on::text AS "decidedOn", restricted, version FROM decision
  WHERE tenant_id = $1 AND id = $2 FOR UPDATE`;

/**
 * The decision that this item takes the place of: there is no other way to change one than a reconsideration by the same kind
 * of meeting (PRE-10). null: the item changes none, or leaves it as it was.
 * @throws RuleViolation NOT_FOUND, RULE_VIOLATED (ONLY_BY_RECONSIDERATION), BAD_STATE where it was replaced already
 */
export async function lockReplaced(ctx: WriteContext, item: DecidedItem): Promise<Replaced | null> {
  if (item.reconsidersId === null || item.result === 'REJECTED') return null;
  const [old] = await ctx.db.query<Replaced>(REPLACED_SQL, [item.tenantId, item.reconsidersId]);
  if (!old || old.schoolId !== item.schoolId) throw notFound();
  const replacing = { kind: item.kind, meetingKind: item.body, result: item.result };
  const next = nextDecisionState(old, { type: 'SUPERSEDE', by: actorOf(ctx), item: replacing });
  if (!next.ok) throw refusalOf(next.violation);
  return old;
}

/** A decision ends with the day before it is replaced or refused, and not before it was made. */
export function lastDayOf({ decidedOn }: { readonly decidedOn: CivilDate }, end: CivilDate): CivilDate {
  const before = addDays(end, -1);
  return before < decidedOn ? decidedOn : before;
}

interface Replacing {
  readonly old: Replaced;
  readonly item: DecidedItem;
  readonly made: { readonly id: string; readonly number: string };
}

/** The old decision gives way to the new one: both stay to be seen, and what was to be done for the old one ends. */
export async function supersedeDecision(ctx: WriteContext, { old, item, made }: Replacing): Promise<void> {
  const { tenantId, schoolId } = item;
  const endedOn = lastDayOf(old, item.decidedOn);
  const set = { state: 'SUPERSEDED', supersededById: made.id, endedOn, version: old.version + 1 } as const;
  await ctx.db.update(Decision, { tenantId, id: old.id }, set);
  await endTasks(ctx, { ...item, decisionId: old.id, number: made.number });
  const entry = { action: 'decision.superseded', subjectType: 'Decision', subjectId: old.id, schoolId };
  ctx.audit({ ...entry, before: { state: old.state }, after: { state: set.state, by: made.number } });
  ctx.live('Decision', old.id, { schoolId, restricted: old.restricted });
}

interface Ending extends DecidedItem {
  readonly decisionId: string;
  /** of the decision that takes its place */
  readonly number: string;
}

/** A consequence of the new decision and nobody's act: whoever records it ends what was to be done for the old one. */
async function endTasks(ctx: WriteContext, { tenantId, schoolId, decisionId, number }: Ending): Promise<void> {
  const { accountId: createdBy, accountName } = ctx.grant;
  const ended = await ctx.db.query<{ id: string; percent: number; restricted: boolean }>(
    `UPDATE decision_task SET state = 'CANCELLED', closed_on = $3, closed_by_name = $4, close_note = $5, version = version + 1
     WHERE tenant_id = $1 AND decision_id = $2 AND state IN ${OPEN_TASK} RETURNING id, percent, restricted`,
    [tenantId, decisionId, ctx.today, accountName, number],
  );
  const history = ended.map(({ id: taskId, percent, restricted }) => ({
    ...{
      tenantId,
      id: newId(),
      schoolId,
      taskId,
      kind: 'CANCELLED' as const,
      reportedOn: ctx.today,
      percent,
      restricted,
    },
    ...{ byName: accountName, recordedByName: accountName, text: number, createdBy },
  }));
  await ctx.db.insert(TaskReport, history);
  for (const { id, restricted } of ended) ctx.live('DecisionTask', id, { schoolId, restricted });
}
