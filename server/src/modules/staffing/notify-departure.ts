import type { CivilDate, StaffingCheckId } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import type { FoundDeparture } from './find-departure.js';
import { DEPARTURE_NOTIFICATIONS } from './notifications.dictionary.js';

/** A departure is approved where its school's team is shown. */
export const departureNotifications = {
  kinds: DEPARTURE_NOTIFICATIONS,
  routes: { StaffingDeparture: '/schools/{schoolId}/show/team' },
};

interface Requested {
  readonly id: string;
  readonly tenantId: number;
  readonly schoolId: string;
  readonly checkId: StaffingCheckId;
}

/** A departure that was asked for waits for the authority. */
export function notifyApprovers(ctx: WriteContext, { id, tenantId, schoolId, checkId }: Requested): void {
  ctx.notify({
    kind: 'DEPARTURE_REQUESTED',
    subject: { type: 'StaffingDeparture', tenantId, id, schoolId },
    whoMay: ['approve', 'StaffingDeparture'],
    params: { checkId, requestedBy: ctx.grant.accountName },
  });
}

/** Whoever asked learns that it was approved, and until when. */
export function notifyRequester(ctx: WriteContext, found: FoundDeparture, reviewOn: CivilDate): void {
  const { key, schoolId, checkId, requestedByAccount } = found;
  ctx.notify({
    kind: 'DEPARTURE_APPROVED',
    subject: { type: 'StaffingDeparture', tenantId: key.tenantId, id: key.id, schoolId },
    accountIds: [requestedByAccount],
    params: { checkId, reviewOn },
  });
}
