import type { CommitteePortfolio, DatePrecision, Post } from '@zhixiao/domain';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommitteePortfolioEnum, DatePrecisionEnum, PostEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { PersonInput } from '../people/index.js';

@InputType({ description: '任职' })
export class AppointInput {
  @Field(() => ID) schoolId: string;
  @Field(() => ID, { nullable: true, description: '已有人员，或填写 newPerson' }) personId?: string | null;
  @Field(() => PersonInput, { nullable: true }) newPerson?: PersonInput | null;
  @Field(() => PostEnum) post: Post;
  @Field(() => CommitteePortfolioEnum, { nullable: true }) portfolio?: CommitteePortfolio | null;
  @Field(() => Boolean, { nullable: true, description: '专职' }) fullTime?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: '主持工作（代理）' }) acting?: boolean | null;
  @Field(() => DateScalar) startsOn: string;
  @Field(() => DatePrecisionEnum, { nullable: true, defaultValue: 'DAY' }) startPrecision?: DatePrecision | null;
  @Field(() => DateScalar, { nullable: true, description: '最后一天' }) endsOn?: string | null;
  @Field(() => DatePrecisionEnum, { nullable: true }) endPrecision?: DatePrecision | null;
  @Field(() => DateScalar, { nullable: true, description: '任期届满日' }) tenureEndsOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '试用期至' }) probationUntil?: string | null;
  @Field(() => String, { nullable: true, description: '任职文号' }) @MaxLength(100) documentNo?: string | null;
  @Field(() => String, { nullable: true, description: '任命机关' }) @MaxLength(100) authority?: string | null;
  @Field(() => String, { nullable: true, description: '免职文号' }) @MaxLength(100) endDocumentNo?: string | null;
  @Field(() => String, { nullable: true, description: '免职原因' }) @MaxLength(500) endReason?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(500) remark?: string | null;
}

@InputType({ description: '免职' })
export class EndAppointmentInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => DateScalar, { description: '最后一天' }) endsOn: string;
  @Field(() => DatePrecisionEnum, { nullable: true, defaultValue: 'DAY' }) endPrecision?: DatePrecision | null;
  @Field(() => String, { nullable: true, description: '免职文号' }) @MaxLength(100) documentNo?: string | null;
  @Field(() => String, { description: '免职原因' }) @MaxLength(500) reason: string;
}

@InputType({ description: '取消尚未到任的任命' })
export class CancelAppointmentInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) @MaxLength(500) reason: string;
}

@InputType({ description: '更正任职：原记录保留，未填的不变' })
export class CorrectAppointmentInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) @MaxLength(500) reason: string;
  @Field(() => CommitteePortfolioEnum, { nullable: true }) portfolio?: CommitteePortfolio | null;
  @Field(() => Boolean, { nullable: true }) fullTime?: boolean | null;
  @Field(() => Boolean, { nullable: true }) acting?: boolean | null;
  @Field(() => DateScalar, { nullable: true }) startsOn?: string | null;
  @Field(() => DatePrecisionEnum, { nullable: true }) startPrecision?: DatePrecision | null;
  @Field(() => DateScalar, { nullable: true, description: '最后一天；空值为未免' }) endsOn?: string | null;
  @Field(() => DatePrecisionEnum, { nullable: true }) endPrecision?: DatePrecision | null;
  @Field(() => DateScalar, { nullable: true }) tenureEndsOn?: string | null;
  @Field(() => DateScalar, { nullable: true }) probationUntil?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) documentNo?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) authority?: string | null;
  @Field(() => String, { nullable: true, description: '免职文号' }) @MaxLength(100) endDocumentNo?: string | null;
  @Field(() => String, { nullable: true, description: '免职原因' }) @MaxLength(500) endReason?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(500) remark?: string | null;
}
