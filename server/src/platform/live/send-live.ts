import type { AuditEntryInput } from '../audit/audit.js';
import type { Statement } from '../database/read-pool.js';
import type { WriteDb } from '../database/write-transaction.js';
import type { ActiveGrant } from '../scope.js';
import { LIVE_CHANNEL, payloadsOf } from './live-events.js';
import type { LiveEvent, Recheck } from './live-events.js';

export interface LastWord {
  readonly events: readonly LiveEvent[];
  readonly rechecks: readonly Recheck[];
  /** goes out in the same statement, which saves a way to the database */
  readonly audit: Statement | null;
}

/** Sends a transaction's events with its end: PostgreSQL hands them over at COMMIT, and never if it is rolled back. */
export function sendLive(db: WriteDb, { events, rechecks, audit }: LastWord): void {
  const payloads = payloadsOf(events, rechecks);
  if (payloads.length === 0) {
    if (audit) db.last({ ...audit, name: 'audit' });
    return;
  }
  const values: unknown[] = [...(audit?.values ?? [])];
  const [channel, list] = [values.push(LIVE_CHANNEL), values.push(payloads)];
  const before = audit ? `WITH audited AS (${audit.text}) ` : '';
  const text = `${before}SELECT pg_notify($${channel}, p) FROM unnest($${list}::text[]) AS p`;
  db.last({ text, values, name: audit ? 'audit-and-live' : 'live' });
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
