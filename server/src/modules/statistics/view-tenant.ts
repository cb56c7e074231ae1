import { encodeTenantId } from '@zhixiao/domain';
import type { TenantType } from '../tenancy/index.js';
import type { RolledUpTenant } from './roll-up.js';

/** A tenant of a roll-up as GraphQL shows it. */
export function viewTenant({ id, code, name, level }: RolledUpTenant): TenantType {
  return { id: encodeTenantId(id), code, name, level };
}
