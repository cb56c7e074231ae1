import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: '分派决议任务：决定—实施—监督—配合' })
export class AssignTaskInput {
  @Field(() => ID) decisionId: string;
  @Field(() => String) @MaxLength(200) title: string;
  @Field(() => String, { nullable: true, description: '要求' }) @MaxLength(2000) note?: string | null;
  @Field(() => ID, { description: '责任人' }) ownerId: string;
  @Field(() => [ID], { nullable: true, description: '其他落实的人' })
  @IsOptional()
  @ArrayMaxSize(20)
  implementerIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: '督办的人' })
  @IsOptional()
  @ArrayMaxSize(20)
  supervisorIds?: string[] | null;
  @Field(() => [ID], { nullable: true, description: '配合的人' })
  @IsOptional()
  @ArrayMaxSize(20)
  supporterIds?: string[] | null;
  @Field(() => DateScalar, { nullable: true, description: '完成时限' }) dueOn?: string | null;
}

@InputType({ description: '报告任务进展，或报告完成' })
export class ReportTaskInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Int, { description: '完成百分比' }) @Min(0) @Max(100) percent: number;
  @Field(() => String) @MaxLength(5000) text: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: '已完成，报请审核' }) done?: boolean | null;
  @Field(() => [ID], { nullable: true, description: '已附于任务的附件' })
  @IsOptional()
  @ArrayMaxSize(20)
  attachmentIds?: string[] | null;
}

@InputType({ description: '审核办结；落实的人不能办结自己的任务' })
export class CloseTaskInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String, { nullable: true, description: '审核意见' }) @MaxLength(2000) note?: string | null;
}

@InputType({ description: '退回继续办理，或重新打开已办结的任务' })
export class ReopenTaskInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) @MaxLength(2000) reason: string;
}

@InputType({ description: '终止任务' })
export class CancelTaskInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) @MaxLength(2000) reason: string;
}
