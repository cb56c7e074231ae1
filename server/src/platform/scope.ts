import type { Role } from '@zhixiao/domain';

/** One account acting in one tenant under one role: where it writes (tenantId) and what it reads (lo..hi). */
export interface ActiveGrant {
  /** `G_<tenant>_<uuid>` */
  readonly id: string;
  readonly role: Role;
  readonly tenantId: number;
  readonly lo: number;
  readonly hi: number;
  readonly schoolId: string | null;
  /** at most three ids above the tenant, for what is handed down */
  readonly ancestors: readonly number[];
  readonly accountId: string;
  readonly accountName: string;
  /** the person of this account, where the right follows from an appointment */
  readonly personId: string | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const REQUEST_ID = /^[\w-]{1,64}$/;

function tenantLiteral(id: number): string {
  if (!Number.isInteger(id) || id < 0 || id > 999999) throw new Error('not a tenant id');
  return `'${id}'`;
}

function matching(text: string, form: RegExp): string {
  if (!form.test(text)) throw new Error('not a literal for a setting');
  return `'${text}'`;
}

/**
 * The settings that row security reads, as one message of SET LOCAL statements with validated literals.
 * Never SET, never set_config(): they would outlive the transaction or not reach the nodes of a distributed database.
 */
export function scopeSql(grant: ActiveGrant, requestId: string): string {
  return [
    `SET LOCAL app.tenant_id = ${tenantLiteral(grant.tenantId)}`,
    `SET LOCAL app.scope_lo = ${tenantLiteral(grant.lo)}`,
    `SET LOCAL app.scope_hi = ${tenantLiteral(grant.hi)}`,
    `SET LOCAL app.school_id = ${grant.schoolId ? matching(grant.schoolId, UUID) : `''`}`,
    `SET LOCAL app.ancestors = '${grant.ancestors.map((id) => tenantLiteral(id).slice(1, -1)).join(',')}'`,
    `SET LOCAL app.account_id = ${matching(grant.accountId, UUID)}`,
    `SET LOCAL app.request_id = ${matching(requestId, REQUEST_ID)}`,
  ].join(';');
}
