import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: '特殊情况备案申请' })
export class RequestDepartureInput {
  @Field(() => ID) schoolId: string;
  @Field(() => String) @MaxLength(16) checkId: string;
  @Field(() => ID, { nullable: true, description: '涉及的人；不填为全校' }) personId?: string | null;
  @Field(() => String) @MaxLength(500) reason: string;
}

@InputType({ description: '批准特殊情况备案' })
export class ApproveDepartureInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String, { description: '批准机关或批准人' }) @MaxLength(100) approver: string;
  @Field(() => DateScalar) approvedOn: string;
  @Field(() => DateScalar, { description: '复核日期，须晚于批准日期' }) reviewOn: string;
}

@InputType({ description: '撤回特殊情况备案' })
export class WithdrawDepartureInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => DateScalar) withdrawnOn: string;
  @Field(() => String) @MaxLength(500) reason: string;
}
