import { STAFFING_CHECK_IDS, mayDepartFrom, refusesRecord } from '@zhixiao/domain';
import type { Finding, StaffingCheckId } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import {
  badInput,
  filledText,
  keyInOwnTenant,
  keyOf,
  lockSchools,
  refusalAtSchool,
  type OwnKey,
} from '../schools/index.js';
import { StaffingDeparture } from './departure.entity.js';
import type { RequestDepartureInput } from './departure.input.js';
import { notifyApprovers } from './notify-departure.js';

/**
 * A school asks to depart from what is 一般 and is not kept there now (特殊情况备案); 应当 can't be departed from.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_INPUT, BAD_STATE (not open now, or asked for already), RULE_VIOLATED
 */
export async function requestDeparture(ctx: WriteContext, input: RequestDepartureInput): Promise<OwnKey> {
  const school = keyOf('School', input.schoolId);
  const { tenantId, id: schoolId } = school;
  if (!ctx.ability.can('request', subjectOf('StaffingDeparture', { tenantId, schoolId }))) {
    throw await refusalAtSchool(ctx, school);
  }
  const checkId = STAFFING_CHECK_IDS.find((id) => id === input.checkId);
  if (!checkId) throw badInput('checkId', 'UNKNOWN_CHECK');
  const personId = input.personId ? keyInOwnTenant(ctx, 'Person', input.personId).id : null;
  refuseUnlessOpen(await openFinding(ctx, { school, checkId, personId }), checkId);
  const id = newId();
  const reason = filledText('reason', input.reason);
  const { accountName: requestedBy, accountId: requestedByAccount } = ctx.grant;
  const row = { tenantId, id, schoolId, checkId, personId, reason, status: 'PENDING' as const };
  await ctx.db.insert(StaffingDeparture, { ...row, requestedOn: ctx.today, requestedBy, requestedByAccount });
  const after = { checkId, personId, requestedOn: ctx.today };
  const entry = { action: 'departure.requested', subjectType: 'StaffingDeparture', subjectId: id, schoolId };
  ctx.audit({ ...entry, after, reason });
  ctx.standing.touch(schoolId);
  notifyApprovers(ctx, { id, tenantId, schoolId, checkId });
  return { type: 'StaffingDeparture', tenantId, id };
}

interface Asked {
  readonly school: OwnKey;
  readonly checkId: StaffingCheckId;
  readonly personId: string | null;
}

/** The finding of today; who asks at the same time waits, so that nothing is asked for twice. */
async function openFinding(ctx: WriteContext, asked: Asked): Promise<Finding | undefined> {
  const { school, checkId, personId } = asked;
  await lockSchools(ctx, [school.id]);
  const [row] = await ctx.db.query<{ findings: Finding[] | null; asked: boolean; known: boolean }>(
    `SELECT (SELECT findings FROM school_standing WHERE tenant_id = $1 AND school_id = $2 AND valid_from <= $3::date AND valid_to > $3::date)
         AS findings,
       EXISTS (SELECT 1 FROM staffing_departure WHERE tenant_id = $1 AND school_id = $2 AND check_id = $4
         AND person_id IS NOT DISTINCT FROM $5::uuid AND status <> 'WITHDRAWN' AND (review_on IS NULL OR review_on > $3::date)) AS asked,
       $5::uuid IS NULL OR EXISTS (SELECT 1 FROM person WHERE tenant_id = $1 AND id = $5::uuid AND school_ids @> ARRAY[$2::uuid]) AS known`,
    [school.tenantId, school.id, ctx.today, checkId, personId],
  );
  if (!row?.known) throw notFound();
  if (row.asked) throw new RuleViolation('BAD_STATE', { reason: 'ALREADY_REQUESTED', checkId });
  return row.findings?.find((finding) => finding.checkId === checkId);
}

function refuseUnlessOpen(finding: Finding | undefined, checkId: StaffingCheckId): void {
  if (finding && mayDepartFrom(finding) && !refusesRecord(checkId)) return;
  if (!finding || finding.severity === 'DEFAULT') throw new RuleViolation('BAD_STATE', { reason: 'NOT_OPEN', checkId });
  const { clause, severity, params } = finding;
  throw new RuleViolation('RULE_VIOLATED', {}, [{ checkId, clause, severity, params, path: ['checkId'] }]);
}
