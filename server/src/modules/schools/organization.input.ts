import type { PartyOrgType } from '@zhixiao/domain';
import { Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PartyOrgTypeEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: '党组织信息：自生效日起，未填的不变' })
export class OrganizationInput {
  @Field(() => String) @MaxLength(100) name: string;
  @Field(() => PartyOrgTypeEnum) orgType: PartyOrgType;
  @Field(() => Boolean, { nullable: true, description: '是否设委员会' }) hasCommittee?: boolean | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) fullMembers?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) probationaryMembers?: number | null;
  @Field(() => DateScalar, { nullable: true }) termStart?: string | null;
  @Field(() => DateScalar, { nullable: true }) termEnd?: string | null;
  @Field(() => DateScalar, { nullable: true }) termExtendedUntil?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) approvalNo?: string | null;
  @Field(() => ID, { nullable: true }) superiorId?: string | null;
  @Field(() => DateScalar) effectiveOn: string;
  @Field(() => String, { nullable: true }) @MaxLength(500) reason?: string | null;
}

@InputType({ description: '学校自生效日起由已有的党组织（如联合党支部）领导' })
export class LinkOrganizationInput {
  @Field(() => ID) organizationId: string;
  @Field(() => DateScalar) effectiveOn: string;
  @Field(() => String) @MaxLength(500) reason: string;
}

@InputType({ description: '学校自生效日起没有党组织' })
export class UnlinkOrganizationInput {
  @Field(() => DateScalar) effectiveOn: string;
  @Field(() => String) @MaxLength(500) reason: string;
}
