import {
  initialDecisionState,
  isPartyKind,
  type CivilDate,
  type ItemKind,
  type ItemResult,
  type MatterType,
} from '@zhixiao/domain';
import type { Confidentiality, MeetingKind } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { badInput } from '../schools/index.js';
import { decisionNumber } from './decision.dictionary.js';
import { Decision } from './decision.entity.js';
import { lockReplaced, supersedeDecision } from './supersede-decision.js';

/** An item with its result, as its meeting recorded it. */
export interface DecidedItem {
  readonly itemId: string;
  readonly tenantId: number;
  readonly schoolId: string;
  readonly meetingId: string;
  readonly body: MeetingKind;
  readonly kind: ItemKind;
  readonly decidedOn: CivilDate;
  readonly enteredAfterwards: boolean;
  readonly result: ItemResult;
  readonly title: string;
  readonly text: string;
  readonly decidedByName: string | null;
  readonly responsible: string | null;
  readonly dueOn: CivilDate | null;
  readonly restricted: boolean;
  readonly partyDecisionId: string | null;
  readonly concernedIds: readonly string[];
  readonly topicId: string | null;
  readonly matterCode: string | null;
  readonly matter: MatterType | null;
  readonly confidentiality: Confidentiality | null;
  readonly reconsidersId: string | null;
  readonly makerIds: readonly string[];
}

const ITEM_SQL = `SELECT i.id AS "itemId", i.tenant_id AS "tenantId", i.school_id AS "schoolId", i.meeting_id AS "meetingId", m.kind AS body, i.kind,
  m.held_on::text AS "decidedOn", m.entered_afterwards AS "enteredAfterwards", i.result, i.title, i.conclusion AS text,
  i.decided_by_name AS "decidedByName", i.responsible, i.due_on::text AS "dueOn", i.restricted OR coalesce(t.restricted, false) AS restricted,
  coalesce(i.implements_decision_id, t.implements_decision_id) AS "partyDecisionId",
  i.concerned_ids AS "concernedIds", i.topic_id AS "topicId", coalesce(t.matter_code, i.matter_code) AS "matterCode",
  t.matter, t.confidentiality, t.reconsiders_decision_id AS "reconsidersId",
  array_remove(ARRAY[t.proposer_id, t.lead_id], NULL) AS "makerIds"
  FROM agenda_item i JOIN meeting m ON m.tenant_id = i.tenant_id AND m.id = i.meeting_id
  LEFT JOIN topic t ON t.tenant_id = i.tenant_id AND t.id = i.topic_id
  WHERE i.tenant_id = $1 AND i.id = $2 AND i.makes_decision`;

/** The next number of a body of a school in a year; who asks at the same time waits, and a write that fails leaves no gap. */
const NUMBER_SQL = `INSERT INTO decision_number (tenant_id, school_id, body, year, last) VALUES ($1, $2, $3, $4, 1)
  ON CONFLICT (tenant_id, school_id, body, year) DO UPDATE SET last = decision_number.last + 1 RETURNING last`;

/**
 * Enters what an item decided into the register, in the transaction that decides it; a reconsideration takes the place of the
 * decision that it reconsidered (意见（七）). An item that decides nothing here has none.
 * @throws RuleViolation RULE_VIOLATED where it changes a decision otherwise than by reconsideration
 */
export async function recordDecision(ctx: WriteContext, { itemId }: { readonly itemId: string }): Promise<void> {
  const [item] = await ctx.db.query<DecidedItem>(ITEM_SQL, [ctx.grant.tenantId, itemId], 'decided-item');
  const state = item ? initialDecisionState(item.result) : null;
  if (!item || state === null) return;
  const old = await lockReplaced(ctx, item);
  if (item.partyDecisionId !== null) await refuseUnlessParty(ctx, item);
  const { tenantId, schoolId, body, decidedOn, restricted } = item;
  const year = Number(decidedOn.slice(0, 4));
  const place = [tenantId, schoolId, body, year];
  const [counter] = await ctx.db.query<{ last: number }>(NUMBER_SQL, place, 'decision-number');
  const seq = counter?.last ?? 1;
  const id = newId();
  const number = decisionNumber(body, year, seq);
  const ended = state === 'COMPLETED' ? decidedOn : null;
  const row = { ...fieldsOf(item), tenantId, id, schoolId, number, year, seq, body, state, endedOn: ended };
  await ctx.db.insert(Decision, { ...row, createdBy: ctx.grant.accountId });
  if (old) await supersedeDecision(ctx, { old, item, made: { id, number } });
  const entry = { action: 'decision.made', subjectType: 'Decision', subjectId: id, schoolId };
  ctx.audit({ ...entry, after: { number, state, ...(restricted ? {} : { title: item.title, result: item.result }) } });
  ctx.live('Decision', id, { schoolId, restricted });
  announce(ctx, item, { id, number });
}

/**
 * What it carries out is a decision of the own school's party meeting (OM-7).
 * @throws RuleViolation NOT_FOUND (also one of another school), BAD_INPUT
 */
async function refuseUnlessParty(
  ctx: WriteContext,
  { tenantId, schoolId, partyDecisionId }: DecidedItem,
): Promise<void> {
  const [carried] = await ctx.db.query<{ body: MeetingKind }>(
    'SELECT body FROM decision WHERE tenant_id = $1 AND school_id = $2 AND id = $3 AND undone_at IS NULL',
    [tenantId, schoolId, partyDecisionId],
  );
  if (!carried) throw notFound();
  if (!isPartyKind(carried.body)) throw badInput('implementsDecisionId', 'NO_PARTY_DECISION');
}

function fieldsOf(item: DecidedItem): Partial<Decision> {
  const { meetingId, itemId, topicId, matterCode, matter, title, text, result, restricted, decidedOn } = item;
  const { decidedByName, responsible, dueOn, enteredAfterwards, partyDecisionId } = item;
  return {
    ...{ meetingId, itemId, topicId, matterCode, matter, title, text, result, restricted, decidedOn },
    ...{ decidedByName, responsible, dueOn, enteredAfterwards, partyDecisionId },
    category: matter?.category ?? null,
    confidentiality: item.confidentiality ?? 'INTERNAL',
    disclosure: matter?.disclosure ?? 'NONE',
    supersedesId: item.result === 'REJECTED' ? null : item.reconsidersId,
    // who sat in the meeting; who only prepared the topic reads the decision on it when it is published (SOD-16)
    concernedIds: [...item.concernedIds],
  };
}

/** Those who brought it up hear what became of it; of a restricted matter when it is published. */
function announce(ctx: WriteContext, item: DecidedItem, made: { readonly id: string; readonly number: string }): void {
  const { tenantId, schoolId, title, restricted, makerIds: personIds, enteredAfterwards } = item;
  if (enteredAfterwards || restricted || personIds.length === 0) return;
  const subject = { type: 'Decision', tenantId, id: made.id, schoolId } as const;
  ctx.notify({ kind: 'DECISION_MADE', subject, personIds, params: { title, number: made.number } });
}
