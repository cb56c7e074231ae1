import type { CheckOutcome } from '@zhixiao/domain';
import { ArrayMaxSize, IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { CheckOutcomeEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import type { ComplianceGroupBy } from './compliance.js';
import type { HeldBackKind } from './held-back.js';
import { ComplianceGroupEnum, HeldBackKindEnum } from './procedure.type.js';

const ROWS = { nullable: true, defaultValue: 50 } as const;

@ArgsType()
class PeriodArgs {
  @Field(() => ID, { nullable: true }) tenantId?: string | null;
  @Field(() => ID, { nullable: true }) schoolId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '默认本学期第一天' }) from?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '最后一天，默认本学期最后一天' }) to?: string | null;
  @Field(() => Int, ROWS) @IsOptional() @Min(1) @Max(200) first?: number | null;
  @Field(() => Int, { nullable: true, defaultValue: 0 }) @IsOptional() @Min(0) @Max(100_000) offset?: number | null;
}

@ArgsType()
export class MeetingStatisticsArgs extends PeriodArgs {}

@ArgsType()
export class ComplianceArgs extends PeriodArgs {
  @Field(() => ComplianceGroupEnum, { nullable: true, defaultValue: 'CHECK' }) groupBy?: ComplianceGroupBy | null;
}

@ArgsType()
export class CheckOutcomesArgs extends PeriodArgs {
  @Field(() => [String], { nullable: true }) @IsOptional() @ArrayMaxSize(60) checkId?: string[] | null;
  @Field(() => [CheckOutcomeEnum], { nullable: true }) outcome?: CheckOutcome[] | null;
}

@ArgsType()
export class HeldBackArgs extends PeriodArgs {
  @Field(() => [HeldBackKindEnum], { nullable: true }) kind?: HeldBackKind[] | null;
}

/** How many rows, from which on, where the arguments leave it open. */
export function paged<A extends PeriodArgs>(args: A): A & { readonly first: number; readonly offset: number } {
  return { ...args, first: args.first ?? ROWS.defaultValue, offset: args.offset ?? 0 };
}
