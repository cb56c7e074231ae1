import type { Role } from '@zhixiao/domain';

/** The grant that a request acts under, as far as rights depend on it (see docs/architecture.md, tenancy). */
export interface GrantScope {
  readonly role: Role;
  /** Where the grant writes. */
  readonly tenantId: number;
  /** The range of tenants that the grant reads, lo and hi included. */
  readonly lo: number;
  readonly hi: number;
  /** The one school of a school-level grant, else null. */
  readonly schoolId: string | null;
  readonly accountId: string;
  /** The person of this account in the tenant, where linked: nobody decides about themselves. */
  readonly personId: string | null;
}
