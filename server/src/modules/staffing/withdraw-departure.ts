import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { badInput, filledText, plausibleDay, type OwnKey } from '../schools/index.js';
import type { WithdrawDepartureInput } from './departure.input.js';
import { findDeparture, settleDeparture } from './find-departure.js';

/**
 * The school takes its request back, or the authority its approval, from a day on; till then it held.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function withdrawDeparture(ctx: WriteContext, input: WithdrawDepartureInput): Promise<OwnKey> {
  const found = await findDeparture(ctx, input, 'withdraw');
  if (found.status === 'WITHDRAWN') throw new RuleViolation('BAD_STATE', { status: found.status });
  const { expectedVersion } = input;
  const withdrawnOn = plausibleDay('withdrawnOn', input.withdrawnOn);
  if (withdrawnOn > ctx.today) throw badInput('withdrawnOn', 'IN_THE_FUTURE');
  if (withdrawnOn < found.requestedOn) throw badInput('withdrawnOn', 'BEFORE_REQUEST');
  const reason = filledText('reason', input.reason);
  const outcome = { status: 'WITHDRAWN', withdrawnOn, withdrawnReason: reason } as const;
  await settleDeparture(ctx, { found, expectedVersion }, outcome);
  const { id } = found.key;
  const entry = {
    action: 'departure.withdrawn',
    subjectType: 'StaffingDeparture',
    subjectId: id,
    schoolId: found.schoolId,
  };
  ctx.audit({ ...entry, before: { status: found.status }, after: { checkId: found.checkId, ...outcome }, reason });
  return found.key;
}
