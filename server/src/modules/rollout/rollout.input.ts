import type { ReadinessDimension, RolloutState } from '@zhixiao/domain';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ReadinessDimensionEnum, RolloutStateEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: '推进状态：由主管部门填写，学校不能自行认定' })
export class SetRolloutStateInput {
  @Field(() => ID) schoolId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => RolloutStateEnum) state: RolloutState;
  @Field(() => DateScalar) effectiveOn: string;
  @Field(() => String, { nullable: true, description: '已调整必填' }) @MaxLength(100) documentNo?: string | null;
  @Field(() => String, { nullable: true, description: '暂缓、因变动中止和更正必填' })
  @MaxLength(500)
  reason?: string | null;
  @Field(() => [ReadinessDimensionEnum], { nullable: true, description: '截至该日已完成的准备；不填沿用上一状态' })
  readiness?: ReadinessDimension[] | null;
}
