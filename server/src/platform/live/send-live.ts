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

/** Sends a transaction's events: PostgreSQL hands them over at COMMIT, and never if it is rolled back. */
export async function sendLive(db: WriteDb, { events, rechecks, audit }: LastWord): Promise<void> {
  const payloads = payloadsOf(events, rechecks);
  if (payloads.length === 0) {
    if (audit) await db.query(audit.text, audit.values);
    return;
  }
  const values: unknown[] = [...(audit?.values ?? [])];
  const [channel, list] = [values.push(LIVE_CHANNEL), values.push(payloads)];
  const before = audit ? `WITH audited AS (${audit.text}) ` : '';
  await db.query(`${before}SELECT pg_notify($${channel}, p) FROM unnest($${list}::text[]) AS p`, values);
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
