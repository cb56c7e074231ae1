import {
  POSTS,
  type AmountApprover,
  type ChairDelegation,
  type FrequencyUnit,
  type PassBase,
  type Post,
  type RuledMeetingKind,
  type UnscheduledMotions,
  type VoteForm,
} from '@zhixiao/domain';
import { ArrayMaxSize, IsIn, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { PostEnum, graphqlEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { MatterTypeChangeInput } from './matter-type.input.js';
import {
  AmountApproverEnum,
  ChairDelegationEnum,
  FrequencyUnitEnum,
  PassBaseEnum,
  RuledMeetingKindEnum,
  UnscheduledMotionsEnum,
  VoteFormEnum,
} from './procedure.enums.js';

/** Posts that rules may count in the admin team beside principal and vice-principals. */
const ADDED_POSTS = POSTS.filter((post) => post !== 'PRINCIPAL' && post !== 'VICE_PRINCIPAL');

@InputType({ description: '比例：至少 numerator/denominator，over 为真时须超过' })
export class ShareInput {
  @Field(() => Int) @Min(1) @Max(1000) numerator: number;
  @Field(() => Int) @Min(1) @Max(1000) denominator: number;
  @Field(() => Boolean) over: boolean;
}

@InputType({ description: '会议频次' })
export class MeetingFrequencyInput {
  @Field(() => Int) @Min(1) @Max(52) every: number;
  @Field(() => FrequencyUnitEnum) unit: FrequencyUnit;
}

@InputType({ description: '表决通过的条件' })
export class PassRuleInput {
  @Field(() => PassBaseEnum) base: PassBase;
  @Field(() => ShareInput) @ValidateNested() share: ShareInput;
}

@InputType({ description: '大额资金的一档' })
export class LargeAmountStepInput {
  @Field(() => Float, { nullable: true, description: '至多多少分；最后一档为空' })
  @IsOptional()
  @Min(1)
  @Max(100_000_000_000_00)
  upTo?: number | null;
  @Field(() => AmountApproverEnum) approver: AmountApprover;
  @Field(() => Boolean, { description: '须招标或政府采购' }) needsTender: boolean;
}

@InputType({ description: '议事规则各项（法定的半数、三分之二只可从严）' })
export class RulesFieldsInput {
  @Field(() => MeetingFrequencyInput) @ValidateNested() frequency: MeetingFrequencyInput;
  @Field(() => Int, { description: '会议通知和材料提前几天' }) @Min(0) @Max(60) noticeDays: number;
  @Field(() => Int, { description: '议题申请提前几天' }) @Min(0) @Max(60) topicFormDays: number;
  @Field(() => ShareInput) @ValidateNested() openingQuorum: ShareInput;
  @Field(() => ShareInput) @ValidateNested() importantQuorum: ShareInput;
  @Field(() => Boolean) recusedCountAsPresent: boolean;
  @Field(() => PassRuleInput, { nullable: true, description: '校长办公会议不以票数通过，留空' })
  @IsOptional()
  @ValidateNested()
  pass?: PassRuleInput | null;
  @Field(() => VoteFormEnum) usualVoteForm: VoteForm;
  @Field(() => VoteFormEnum) cadreVoteForm: VoteForm;
  @Field(() => Boolean, { description: '逐项表决' }) itemByItem: boolean;
  @Field(() => Boolean, { description: '末位表态' }) chairSpeaksLast: boolean;
  @Field(() => Boolean, { description: '第一议题' }) firstTopic: boolean;
  @Field(() => Boolean, { description: '分管成员须到会' }) memberInChargePresent: boolean;
  @Field(() => Boolean, { description: '回避' }) recusal: boolean;
  @Field(() => UnscheduledMotionsEnum) unscheduledMotions: UnscheduledMotions;
  @Field(() => ChairDelegationEnum) chairDelegation: ChairDelegation;
  @Field(() => Boolean, { description: '未到会成员可书面表达意见，不计票' }) writtenOpinions: boolean;
  @Field(() => Boolean, { description: '紧急处置' }) emergencyAction: boolean;
  @Field(() => [PostEnum], { description: '校长、副校长之外计入行政班子的职务' })
  @ArrayMaxSize(8)
  @IsIn(ADDED_POSTS, { each: true })
  adminTeamPosts: Exclude<Post, 'PRINCIPAL' | 'VICE_PRINCIPAL'>[];
  @Field(() => [LargeAmountStepInput])
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  largeAmounts: LargeAmountStepInput[];
  @Field(() => [MatterTypeChangeInput], { description: '对议题目录的规定' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  matters: MatterTypeChangeInput[];
  @Field(() => Boolean, { description: '会议记录由主持人、记录人签字' }) signatures: boolean;
  @Field(() => Int, { description: '每学期报告重大决议执行情况几次' })
  @Min(1)
  @Max(20)
  executionReportsPerSemester: number;
}

@InputType({ description: '起草议事规则的新版本：不填规则各项时，沿用最近一版，没有则为常见写法' })
export class DraftRulesInput {
  @Field(() => ID) schoolId: string;
  @Field(() => RuledMeetingKindEnum) meetingKind: RuledMeetingKind;
  @Field(() => RulesFieldsInput, { nullable: true }) @IsOptional() @ValidateNested() fields?: RulesFieldsInput | null;
}

@InputType({ description: '修改起草中的议事规则' })
export class ChangeRulesInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => RulesFieldsInput) @ValidateNested() fields: RulesFieldsInput;
}

@InputType({ description: '学校通过议事规则' })
export class AdoptRulesInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => DateScalar) adoptedOn: string;
  @Field(() => String, { description: '通过的会议' }) @MaxLength(200) adoptedAtMeeting: string;
  @Field(() => DateScalar, { nullable: true, description: '听取教职工意见日期' }) staffHeardOn?: string | null;
}

@InputType({ description: '报送教育主管部门审查备案' })
export class SubmitRulesInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
}

export const REVIEW_RESULTS = ['FILE', 'RETURN'] as const;
export type ReviewResult = (typeof REVIEW_RESULTS)[number];
const ReviewResultEnum = graphqlEnum('ReviewResult', REVIEW_RESULTS, '审查结果：备案、退回');

@InputType({ description: '审查议事规则：备案须填备案号和日期，退回须填意见' })
export class ReviewRulesInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ReviewResultEnum) result: ReviewResult;
  @Field(() => String, { nullable: true }) @MaxLength(2000) opinion?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) filingNo?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '不填为今天' }) filedOn?: string | null;
}
