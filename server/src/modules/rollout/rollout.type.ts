import type { ReadinessDimension, RolloutState } from '@zhixiao/domain';
import { Field, Int, ObjectType } from 'type-graphql';
import { ReadinessDimensionEnum, RolloutStateEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';

@ObjectType('RolloutEntry', { implements: NodeType, description: '推进状态记录：自生效日起' })
export class RolloutEntryType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => RolloutStateEnum) state: RolloutState;
  @Field(() => [ReadinessDimensionEnum], { description: '截至该日已完成的准备（意见（十五））' })
  readiness: ReadinessDimension[];
  @Field(() => DateScalar) effectiveOn: string;
  @Field(() => String, { nullable: true }) documentNo: string | null;
  @Field(() => Boolean, { description: '系统启用之前已调整：由县级申报，非系统记录' }) declared: boolean;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => DateTimeScalar) recordedAt: string;
  @Field(() => String) recordedBy: string;
  @Field(() => Int) version: number;
}
