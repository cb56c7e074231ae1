import type { Ownership, PartyOrgType, Post, RolloutState, SchoolStage, ScopeKind, Severity } from '@zhixiao/domain';
import { Field, ID, InputType } from 'type-graphql';
import {
  OwnershipEnum,
  PartyOrgTypeEnum,
  PostEnum,
  RolloutStateEnum,
  SchoolStageEnum,
  ScopeKindEnum,
  SeverityEnum,
  graphqlEnum,
} from '../../platform/graphql/enums.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';

@InputType({ description: '学校筛选' })
export class SchoolFilter {
  @Field(() => String, { nullable: true, description: '名称、代码、拼音或首字母包含' }) q?: string;
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => Boolean, { nullable: true, description: '只要（或不要）市（州）直属学校' }) direct?: boolean;
  @Field(() => [SchoolStageEnum], { nullable: true }) stage?: SchoolStage[];
  @Field(() => [OwnershipEnum], { nullable: true }) ownership?: Ownership[];
  @Field(() => [ScopeKindEnum], { nullable: true }) scope?: ScopeKind[];
  @Field(() => [PartyOrgTypeEnum], { nullable: true }) orgType?: PartyOrgType[];
  @Field(() => [RolloutStateEnum], { nullable: true }) rolloutState?: RolloutState[];
  @Field(() => [String], { nullable: true, description: '任一检查为 FAIL 或 DEPARTURE_PENDING 的学校' })
  failing?: string[];
  @Field(() => [PostEnum], { nullable: true, description: '任一职务空缺的学校' }) vacant?: Post[];
  @Field(() => Boolean, { nullable: true }) lacksFullTimeDeputy?: boolean;
  @Field(() => Boolean, { nullable: true }) combined?: boolean;
  @Field(() => SeverityEnum, { nullable: true }) hasFindings?: Severity;
  @Field(() => Boolean, { nullable: true, description: '有推定字段尚未确认' }) assumed?: boolean;
}

const SchoolOrderEnum = graphqlEnum(
  'SchoolOrder',
  [
    'CODE_ASC',
    'CODE_DESC',
    'NAME_ASC',
    'NAME_DESC',
    'FINDINGS_DESC',
    'ROLLOUT_SINCE_ASC',
    'ROLLOUT_SINCE_DESC',
    'MEMBERS_DESC',
  ],
  '学校排序',
);

export const SchoolListArgs = pagedArgs({ filter: SchoolFilter, order: [SchoolOrderEnum, 'CODE_ASC'], asOf: true });
