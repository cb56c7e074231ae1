import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { SuperiorOutcomeEnum } from './decision.enums.js';
import type { SuperiorOutcome } from './decision-words.js';

@InputType({ description: '公开决议：党组织会议的由书记、校长办公会议的由校长' })
export class PublishDecisionInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => DateScalar) publishedOn: string;
  @Field(() => String, { description: '在哪里公开' }) @MaxLength(200) where: string;
}

@InputType({ description: '登记上级对决议的批复' })
export class AnswerSuperiorInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => SuperiorOutcomeEnum) outcome: SuperiorOutcome;
  @Field(() => DateScalar) answeredOn: string;
  @Field(() => String, { nullable: true, description: '批复文号' }) @MaxLength(100) documentNo?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(2000) note?: string | null;
}

@InputType({ description: '决议办结：各项任务均已办结或终止' })
export class CompleteDecisionInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType({ description: '向学校党组织报告决议执行情况' })
export class ReportExecutionInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => DateScalar) reportedOn: string;
  @Field(() => String) @MaxLength(5000) text: string;
  @Field(() => ID, { nullable: true, description: '听取报告的党组织会议' }) meetingId?: string | null;
  @Field(() => ID, { nullable: true, description: '报告人；记录员代记时填' }) reportedById?: string | null;
  @Field(() => [ID], { nullable: true, description: '已附于决议的附件' })
  @IsOptional()
  @ArrayMaxSize(20)
  attachmentIds?: string[] | null;
}
