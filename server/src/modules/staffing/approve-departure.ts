import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { badInput, filledText, plausibleDays, type OwnKey } from '../schools/index.js';
import type { ApproveDepartureInput } from './departure.input.js';
import { findDeparture, settleDeparture } from './find-departure.js';
import { notifyRequester } from './notify-departure.js';

/**
 * The authority approves a departure until its review day. A school never approves its own (意见（十二）), nor does anyone a
 * matter of their own.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function approveDeparture(ctx: WriteContext, input: ApproveDepartureInput): Promise<OwnKey> {
  const found = await findDeparture(ctx, input, 'approve');
  if (found.isOwn) throw new RuleViolation('FORBIDDEN', { reason: 'OWN_MATTER' });
  if (found.status !== 'PENDING') throw new RuleViolation('BAD_STATE', { status: found.status });
  const { approvedOn, reviewOn, expectedVersion } = input;
  plausibleDays({ approvedOn, reviewOn });
  if (approvedOn > ctx.today) throw badInput('approvedOn', 'IN_THE_FUTURE');
  if (reviewOn <= approvedOn) throw badInput('reviewOn', 'REVIEW_BEFORE_APPROVAL');
  const outcome = {
    status: 'APPROVED',
    approver: filledText('approver', input.approver),
    approvedOn,
    reviewOn,
  } as const;
  await settleDeparture(ctx, { found, expectedVersion }, outcome);
  const { id } = found.key;
  const entry = {
    action: 'departure.approved',
    subjectType: 'StaffingDeparture',
    subjectId: id,
    schoolId: found.schoolId,
  };
  ctx.audit({ ...entry, before: { status: found.status }, after: { checkId: found.checkId, ...outcome } });
  notifyRequester(ctx, found, reviewOn);
  return found.key;
}
