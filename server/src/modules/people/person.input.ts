import type { Membership, Sex } from '@zhixiao/domain';
import { Matches, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { MembershipEnum, SexEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: '人员信息（不含身份证号、电话）' })
export class PersonInput {
  @Field(() => String) @MaxLength(100) name: string;
  @Field(() => SexEnum, { nullable: true }) sex?: Sex | null;
  @Field(() => String, { nullable: true, description: '出生年月 YYYY-MM' })
  @Matches(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
  birthMonth?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(30) ethnicity?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(50) education?: string | null;
  @Field(() => String, { nullable: true, description: '职称' }) @MaxLength(50) title?: string | null;
  @Field(() => MembershipEnum) membership: Membership;
  @Field(() => DateScalar, { nullable: true }) partyJoinedOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '转正日期' }) partyFullOn?: string | null;
}
