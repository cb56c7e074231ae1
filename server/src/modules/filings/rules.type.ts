import type { FilingState, RuledMeetingKind } from '@zhixiao/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';
import { FilingStateEnum, RuledMeetingKindEnum } from './procedure.enums.js';

@ObjectType('RulesOfProcedure', {
  implements: NodeType,
  description: '学校一种会议的议事规则的一个版本：通过、报送、审查、备案（意见（七））',
})
export class RulesOfProcedureType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => RuledMeetingKindEnum) meetingKind: RuledMeetingKind;
  @Field(() => Int, { description: '第几版' }) number: number;
  @Field(() => FilingStateEnum) status: FilingState;
  @Field(() => JsonScalar, { description: '规则各项，字段同 RulesFieldsInput，金额以分计' }) fields: unknown;
  @Field(() => DateScalar, { nullable: true, description: '通过日期' }) adoptedOn: string | null;
  @Field(() => String, { nullable: true, description: '通过的会议' }) adoptedAtMeeting: string | null;
  @Field(() => DateScalar, { nullable: true, description: '听取教职工意见日期' }) staffHeardOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: '报送日期' }) submittedOn: string | null;
  @Field(() => String, { nullable: true }) submittedBy: string | null;
  @Field(() => String, { nullable: true, description: '审查人' }) reviewer: string | null;
  @Field(() => String, { nullable: true, description: '审查意见' }) reviewOpinion: string | null;
  @Field(() => DateScalar, { nullable: true }) reviewedOn: string | null;
  @Field(() => String, { nullable: true, description: '备案号' }) filingNo: string | null;
  @Field(() => DateScalar, { nullable: true, description: '备案日期，自此日起施行' }) filedOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: '施行的最后一天；现行为空' }) inForceUntil: string | null;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => String) createdByName: string;
  @Field(() => Int) version: number;
}

export const RulesConnectionType = connectionOf('RulesOfProcedure', () => RulesOfProcedureType);

@InputType({ description: '议事规则筛选' })
class RulesFilter {
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => ID, { nullable: true }) schoolId?: string;
  @Field(() => [RuledMeetingKindEnum], { nullable: true }) meetingKind?: RuledMeetingKind[];
  @Field(() => [FilingStateEnum], { nullable: true }) status?: FilingState[];
}

export const RulesListArgs = pagedArgs({ filter: RulesFilter });
