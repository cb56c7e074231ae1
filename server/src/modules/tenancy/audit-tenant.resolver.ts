import { FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditEntryType } from '../../platform/audit/index.js';
import { TenantType } from './tenant.type.js';

/** The audit knows its subjects by type and id only; which tenant an entry is of, is said here. */
@Resolver(() => AuditEntryType)
export class AuditTenantResolver {
  @FieldResolver(() => TenantType, { description: '所属租户' })
  tenant(@Root() entry: { tenant: TenantType }): TenantType {
    return entry.tenant;
  }
}
