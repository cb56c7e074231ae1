import type { AuditEntryInput } from '../audit/audit.js';
import type { WriteDb } from '../database/write-transaction.js';
import type { ActiveGrant } from '../scope.js';
import { LIVE_CHANNEL, payloadsOf } from './live-events.js';
import type { LiveEvent, Recheck } from './live-events.js';

/** Sends a transaction's events: PostgreSQL hands them over at COMMIT, and never if it is rolled back. */
export async function sendLive(db: WriteDb, events: readonly LiveEvent[], rechecks: readonly Recheck[]): Promise<void> {
  const payloads = payloadsOf(events, rechecks);
  if (payloads.length === 0) return;
  await db.query('SELECT pg_notify($1, p) FROM unnest($2::text[]) AS p', [LIVE_CHANNEL, payloads]);
}

/** What of a write, by its audit entries, may have ended a right that a stream is open under. */
export function rechecksOf(grant: ActiveGrant, entries: readonly AuditEntryInput[]): Recheck[] {
  return entries.flatMap(({ subjectType, subjectId }): Recheck[] => {
    // rights that follow from posts are those of the own tenant; a role may be given from above
    if (subjectType === 'Appointment') return [{ lo: grant.tenantId, hi: grant.tenantId }];
    if (subjectType === 'RoleGrant') return [{ lo: grant.lo, hi: grant.hi }];
    return subjectType === 'Account' && subjectId ? [{ accountId: subjectId }] : [];
  });
}
