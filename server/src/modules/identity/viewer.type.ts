import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MaxLength } from 'class-validator';
import { RoleEnum } from '../../platform/graphql/enums.js';
import { DateScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { TenantSettingType, TenantType } from '../tenancy/index.js';

@ObjectType('Account', { description: '登录账号' })
export class AccountType {
  @Field(() => ID) id: string;
  @Field(() => String) username: string;
  @Field(() => String) displayName: string;
}

@ObjectType('Grant', { description: '一个账号在一个租户以一种角色行事的权限；校级权限来自任职' })
export class GrantType {
  @Field(() => ID) id: string;
  @Field(() => RoleEnum) role: string;
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => ID, { nullable: true }) schoolId: string | null;
  @Field(() => String, { nullable: true }) schoolName: string | null;
  @Field(() => DateScalar, { nullable: true }) validFrom: string | null;
  @Field(() => DateScalar, { nullable: true, description: '最后一天' }) validTo: string | null;
}

@ObjectType('Viewer', { description: '当前登录者' })
export class ViewerType {
  @Field(() => AccountType) account: AccountType;
  @Field(() => [GrantType]) grants: GrantType[];
  @Field(() => GrantType, { nullable: true, description: '本次请求所用的权限' }) grant: GrantType | null;
  @Field(() => JsonScalar, { description: 'CASL rules of the grant in use' }) abilities: unknown;
  @Field(() => DateScalar, { description: '北京时间的今天' }) today: string;
  @Field(() => TenantSettingType, { nullable: true }) settings: TenantSettingType | null;
  @Field(() => Boolean, { description: '演示数据，人员均为虚构' }) demo: boolean;
}

@InputType()
export class LoginInput {
  @Field(() => String) @MaxLength(200) username: string;
  @Field(() => String) @MaxLength(1024) password: string;
}

@InputType()
export class GrantRoleInput {
  @Field(() => String) @MaxLength(200) username: string;
  @Field(() => RoleEnum) role: string;
  @Field(() => ID, { nullable: true, description: '不填为本租户；下级租户只可指定其管理员' }) tenantId?: string | null;
  @Field(() => ID, { nullable: true }) schoolId?: string | null;
  @Field(() => DateScalar) validFrom: string;
  @Field(() => DateScalar, { description: '最后一天' }) validTo: string;
  @Field(() => String) @MaxLength(500) reason: string;
}
