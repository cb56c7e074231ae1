import { whyNotEnter } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { ReadContext, WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { keyOf } from '../schools/index.js';
import type { EmergencyAction } from './emergency-action.entity.js';
import { refuseStale, type DecisionTarget } from './find-decision.js';

export type FoundEmergency = Pick<
  EmergencyAction,
  'tenantId' | 'id' | 'schoolId' | 'body' | 'title' | 'takenOn' | 'state' | 'concernedIds' | 'restricted' | 'version'
>;

const FIND_SQL = `SELECT tenant_id AS "tenantId", id, school_id AS "schoolId", body, title, taken_on::text AS "takenOn", state,
  concerned_ids AS "concernedIds", restricted, version FROM emergency_action WHERE tenant_id = $1 AND id = $2`;

function emergencySubject(
  ctx: ReadContext,
  row: Pick<FoundEmergency, 'tenantId' | 'schoolId' | 'restricted' | 'concernedIds'>,
): ReturnType<typeof subjectOf<'EmergencyAction'>> {
  const { tenantId, schoolId, restricted, concernedIds } = row;
  const { accountId, personId } = ctx.grant;
  const isConcerned = personId !== null && concernedIds.includes(personId);
  return subjectOf('EmergencyAction', { tenantId, schoolId, restricted, ...(isConcerned ? { accountId } : {}) });
}

/** @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT */
export async function findEmergency(ctx: WriteContext, target: DecisionTarget): Promise<FoundEmergency> {
  const key = keyOf('EmergencyAction', target.id);
  const values = [key.tenantId, key.id];
  const [seen] = await ctx.db.query<FoundEmergency>(FIND_SQL, values);
  if (!seen || !ctx.ability.can('read', emergencySubject(ctx, seen))) throw notFound();
  refuseBy(whyNotEnter(actorOf(ctx)));
  if (!ctx.ability.can('confirm', emergencySubject(ctx, seen))) throw new RuleViolation('FORBIDDEN');
  const [locked] = await ctx.db.query<FoundEmergency>(`${FIND_SQL} FOR UPDATE`, values);
  if (!locked) throw notFound();
  refuseStale(locked, target.expectedVersion);
  return locked;
}
