import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { IsOptional, Max, Min } from 'class-validator';
import { TenantLevelEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';

@ObjectType('Tenant', { implements: NodeType, description: '租户：省、市、县' })
export class TenantType extends NodeType {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => TenantLevelEnum) level: string;
}

@ObjectType('TenantSetting', { description: '本租户的设置' })
export class TenantSettingType {
  @Field(() => Int, { description: '书记、校长空缺多少天后提示（STF-9）' }) vacancyDays: number;
  @Field(() => Boolean, { description: '不设委员会的党支部是否计入应建学校数' }) countBranchWithoutCommittee: boolean;
  @Field(() => Int, { description: '导出文件保留多少天，过后清除内容' }) fileRetentionDays: number;
  @Field(() => Int) version: number;
}

@InputType()
export class TenantSettingInput {
  @Field(() => Int) expectedVersion: number;
  @Field(() => Int) @Min(1) @Max(730) vacancyDays: number;
  @Field(() => Boolean) countBranchWithoutCommittee: boolean;
  @Field(() => Int, { nullable: true, description: '不填则不变' })
  @IsOptional()
  @Min(1)
  @Max(365)
  fileRetentionDays?: number | null;
}
