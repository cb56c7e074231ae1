import type { Role } from '@zhixiao/domain';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { RoleEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { TenantType } from '../tenancy/index.js';

@ObjectType('RoleGrant', { implements: NodeType, description: '已授予而未收回的角色；来自任职的权限不在此列' })
export class RoleGrantType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => String, { description: '姓名或名称' }) accountName: string;
  @Field(() => String, { nullable: true, description: '登录名' }) username: string | null;
  @Field(() => RoleEnum) role: Role;
  @Field(() => ID, { nullable: true }) schoolId: string | null;
  @Field(() => String, { nullable: true }) schoolName: string | null;
  @Field(() => DateScalar, { nullable: true }) validFrom: string | null;
  @Field(() => DateScalar, { nullable: true, description: '最后一天' }) validTo: string | null;
  @Field(() => String, { description: '授权人' }) grantedBy: string;
  @Field(() => DateTimeScalar) grantedAt: string;
  @Field(() => String) reason: string;
}

export const RoleGrantConnectionType = connectionOf('RoleGrant', () => RoleGrantType);

@InputType({ description: '授权筛选' })
class RoleGrantFilter {
  @Field(() => ID, { nullable: true, description: '该租户及其下级' }) tenantId?: string | null;
  @Field(() => [RoleEnum], { nullable: true }) role?: Role[] | null;
  @Field(() => Boolean, { nullable: true, description: '只要当日有效的' }) current?: boolean | null;
}

export const RoleGrantListArgs = pagedArgs({ filter: RoleGrantFilter, asOf: true });
