import { isDecidingKind, whyNotAct, type Post } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { badInput, filledText, keyOf, plausibleDay, refusalAtSchool, type OwnKey } from '../schools/index.js';
import { EmergencyAction } from './emergency-action.entity.js';
import type { RecordEmergencyInput } from './emergency.input.js';

interface Seat {
  readonly personId: string;
  readonly personName: string;
  readonly post: Post;
}

const HEADS_SQL = `SELECT person_id AS "personId", person_name AS "personName", post FROM appointment
  WHERE tenant_id = $1 AND school_id = $2 AND post IN ('SECRETARY', 'PRINCIPAL') AND superseded_at IS NULL AND valid @> $3::date`;

/**
 * Records what a head did at once that a meeting would have decided (紧急处置): with the reason, and to be put before its next
 * meeting. Only who does it may say so, under the post in use.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_INPUT
 */
export async function recordEmergency(ctx: WriteContext, input: RecordEmergencyInput): Promise<OwnKey> {
  const school = keyOf('School', input.schoolId);
  const { tenantId, id: schoolId } = school;
  if (!ctx.ability.can('take', subjectOf('EmergencyAction', { tenantId, schoolId, restricted: input.restricted })))
    throw await refusalAtSchool(ctx, school);
  refuseBy(whyNotAct(actorOf(ctx), 'TAKE_EMERGENCY_ACTION'));
  if (!isDecidingKind(input.body)) throw badInput('body', 'DECIDES_NOTHING');
  const takenOn = plausibleDay('takenOn', input.takenOn);
  if (takenOn > ctx.today) throw badInput('takenOn', 'IN_THE_FUTURE');
  const heads = await ctx.db.query<Seat>(HEADS_SQL, [tenantId, schoolId, takenOn]);
  const taker = heads.find(({ personId }) => personId === ctx.grant.personId);
  if (!taker) throw badInput('takenOn', 'NOT_IN_OFFICE');
  const { restricted } = input;
  const said = {
    title: filledText('title', input.title),
    text: filledText('text', input.text),
    reason: filledText('reason', input.reason),
  };
  const id = newId();
  await ctx.db.insert(EmergencyAction, {
    ...{ tenantId, id, schoolId, body: input.body, ...said, takenOn, state: 'TAKEN' as const, restricted },
    ...{ takenById: taker.personId, takenByName: taker.personName, takenByPost: taker.post },
    ...{ concernedIds: heads.map(({ personId }) => personId), createdBy: ctx.grant.accountId },
  });
  const entry = { action: 'emergency.taken', subjectType: 'EmergencyAction', subjectId: id, schoolId };
  ctx.audit({ ...entry, after: { takenOn, body: input.body, ...(restricted ? {} : { title: said.title }) } });
  ctx.live('EmergencyAction', id, { schoolId, restricted });
  const subject = { type: 'EmergencyAction', tenantId, id, schoolId } as const;
  const personIds = heads.map(({ personId }) => personId);
  const params = { title: said.title, by: taker.personName };
  ctx.notify({ kind: 'EMERGENCY_TAKEN', subject, personIds, params, restricted });
  return { type: 'EmergencyAction', tenantId, id };
}
