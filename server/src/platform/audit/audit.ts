import type { Statement } from '../database/read-pool.js';
import { newId } from '../ids.js';
import type { ActiveGrant } from '../scope.js';

type Snapshot = Readonly<Record<string, unknown>> | null;

/** One write as it is remembered: what was, what is, and why. */
export interface AuditEntryInput {
  /** e.g. `appointment.made`, `school.changed` */
  readonly action: string;
  /** GraphQL type name of the subject */
  readonly subjectType: string;
  /** uuid of the subject */
  readonly subjectId: string | null;
  readonly schoolId?: string | null;
  readonly before?: Snapshot;
  readonly after?: Snapshot;
  readonly reason?: string | null;
}

interface Actor {
  readonly grant: ActiveGrant;
  readonly requestId: string;
  readonly ip: string;
}

/** The one statement that writes a transaction's entries; null where there are none. The database's clock dates them. */
export function auditStatement(actor: Actor, entries: readonly AuditEntryInput[]): Statement | null {
  if (entries.length === 0) return null;
  const { grant, requestId, ip } = actor;
  const rows = entries.map((entry) => ({
    id: newId(),
    action: entry.action,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    school_id: entry.schoolId ?? null,
    before: entry.before ?? null,
    after: entry.after ?? null,
    reason: entry.reason ?? null,
  }));
  return {
    text: `INSERT INTO audit_entry (tenant_id, account_id, actor, grant_id, role, request_id, ip,
       id, action, subject_type, subject_id, school_id, before, after, reason)
     SELECT $1::int, $2::uuid, $3, $4, $5, $6, $7, e.*
     FROM jsonb_to_recordset($8::jsonb) AS e (id uuid, action text, subject_type text, subject_id uuid, school_id uuid,
       before jsonb, after jsonb, reason text)`,
    values: [
      ...[grant.tenantId, grant.accountId, grant.accountName, grant.id, grant.role],
      ...[requestId, ip, JSON.stringify(rows)],
    ],
  };
}
