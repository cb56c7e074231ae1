import type {
  Decider,
  DeciderSource,
  DisclosureMark,
  ExpertMark,
  MatterCategory,
  StaffHearingMark,
  SuperiorMark,
  TenantLevel,
  TwoThirdsMark,
} from '@zhixiao/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { TenantLevelEnum } from '../../platform/graphql/enums.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import {
  DeciderEnum,
  DeciderSourceEnum,
  DisclosureMarkEnum,
  ExpertMarkEnum,
  MatterCategoryEnum,
  StaffHearingMarkEnum,
  SuperiorMarkEnum,
  TwoThirdsMarkEnum,
} from './procedure.enums.js';

@ObjectType('MatterTypeLayer', { description: '某级对一类议题所作的规定' })
export class MatterTypeLayerType {
  @Field(() => ID) tenantId: string;
  @Field(() => TenantLevelEnum) level: TenantLevel;
  @Field(() => Boolean, { description: '该级增设的类别' }) adds: boolean;
  @Field(() => JsonScalar, { description: '所作的规定：字段名与值' }) patch: unknown;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true, description: '依据文号' }) documentNo: string | null;
  @Field(() => DateTimeScalar) setAt: string;
  @Field(() => String) setBy: string;
  @Field(() => Int) version: number;
}

@ObjectType('MatterType', { description: '议题类别：由谁研究、由谁决定、会前应当做什么；逐级下发，只可从严' })
export class MatterTypeType {
  @Field(() => String) code: string;
  @Field(() => String) nameZh: string;
  @Field(() => MatterCategoryEnum) category: MatterCategory;
  @Field(() => DeciderEnum, { description: '研究提出' }) draftedBy: Decider;
  @Field(() => DeciderEnum, { description: '讨论决定' }) decidedBy: Decider;
  @Field(() => DeciderSourceEnum, { description: '《意见》规定的决定主体不可改变' }) deciderSource: DeciderSource;
  @Field(() => TwoThirdsMarkEnum) twoThirds: TwoThirdsMark;
  @Field(() => StaffHearingMarkEnum) staffHearing: StaffHearingMark;
  @Field(() => ExpertMarkEnum) expert: ExpertMark;
  @Field(() => Boolean, { description: '会前听取对方意见（意见（九））' }) priorConsultation: boolean;
  @Field(() => DisclosureMarkEnum) disclosure: DisclosureMark;
  @Field(() => SuperiorMarkEnum) superior: SuperiorMark;
  @Field(() => String, { description: '依据' }) basis: string;
  @Field(() => [MatterTypeLayerType], { description: '自上而下各级的规定，学校的在其备案的议事规则中' })
  layers: MatterTypeLayerType[];
}
