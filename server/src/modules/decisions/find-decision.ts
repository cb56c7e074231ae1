import { whyNotEnter } from '@zhixiao/domain';
import { subjectOf, type ActionOf } from '@zhixiao/policy';
import type { ReadContext, WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { keyOf, type OwnKey } from '../schools/index.js';
import type { Decision } from './decision.entity.js';

/** A decision as acts on it need it. */
export type FoundDecision = Pick<
  Decision,
  'tenantId' | 'id' | 'schoolId' | 'number' | 'body' | 'meetingId' | 'itemId' | 'topicId' | 'category' | 'title'
> &
  Pick<Decision, 'result' | 'restricted' | 'decidedOn' | 'enteredAfterwards' | 'state' | 'endedOn' | 'publishedOn'> &
  Pick<Decision, 'concernedIds' | 'version'>;

export interface DecisionTarget {
  readonly id: string;
  readonly expectedVersion: number;
}

const FIND_SQL = `SELECT tenant_id AS "tenantId", id, school_id AS "schoolId", number, body, meeting_id AS "meetingId", item_id AS "itemId",
  topic_id AS "topicId", category, title, result, restricted, decided_on::text AS "decidedOn", entered_afterwards AS "enteredAfterwards",
  state, ended_on::text AS "endedOn", published_on::text AS "publishedOn", concerned_ids AS "concernedIds", version
  FROM decision WHERE tenant_id = $1 AND id = $2 AND undone_at IS NULL`;

/** The decision as the ability looks at it: restricted ones are for those who have a part in them as well. */
export function decisionSubject(
  ctx: ReadContext,
  row: Pick<FoundDecision, 'tenantId' | 'schoolId' | 'restricted' | 'concernedIds'>,
): ReturnType<typeof subjectOf<'Decision'>> {
  const { tenantId, schoolId, restricted, concernedIds } = row;
  const { accountId, personId } = ctx.grant;
  const isConcerned = personId !== null && concernedIds.includes(personId);
  return subjectOf('Decision', { tenantId, schoolId, restricted, ...(isConcerned ? { accountId } : {}) });
}

/**
 * A decision that the grant may act on, locked until COMMIT. County and city read it and enter nothing (SOD-10).
 * @param decisionId opaque
 * @throws RuleViolation NOT_FOUND, FORBIDDEN
 */
export async function lockDecision(
  ctx: WriteContext,
  decisionId: string,
  may: (decision: FoundDecision) => boolean,
): Promise<FoundDecision> {
  const key = keyOf('Decision', decisionId);
  const values = [key.tenantId, key.id];
  const [seen] = await ctx.db.query<FoundDecision>(FIND_SQL, values);
  if (!seen || !ctx.ability.can('read', decisionSubject(ctx, seen))) throw notFound();
  refuseBy(whyNotEnter(actorOf(ctx)));
  if (!may(seen)) throw new RuleViolation('FORBIDDEN');
  const [locked] = await ctx.db.query<FoundDecision>(`${FIND_SQL} FOR UPDATE`, values);
  if (!locked) throw notFound();
  return locked;
}

/**
 * The same, by an action of the policy and at the version that the form was opened with.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT
 */
export async function findDecision(
  ctx: WriteContext,
  target: DecisionTarget,
  action: Exclude<ActionOf<'Decision'>, 'read'>,
): Promise<FoundDecision> {
  const found = await lockDecision(ctx, target.id, (seen) => ctx.ability.can(action, decisionSubject(ctx, seen)));
  refuseStale(found, target.expectedVersion);
  return found;
}

/** @throws RuleViolation CONFLICT with the version that the row has */
export function refuseStale({ version }: { readonly version: number }, expectedVersion: number): void {
  if (version !== expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: version });
}

/** The key by which the read models find it. */
export function decisionKey({ tenantId, id }: Pick<FoundDecision, 'tenantId' | 'id'>): OwnKey {
  return { type: 'Decision', tenantId, id };
}
