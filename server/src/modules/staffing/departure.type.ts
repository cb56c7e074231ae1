import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { graphqlEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { PersonType } from '../people/index.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';
import type { DepartureStatus } from './departure.entity.js';

export const DepartureStatusEnum = graphqlEnum(
  'DepartureStatus',
  ['PENDING', 'APPROVED', 'WITHDRAWN'],
  '特殊情况备案状态',
);

@ObjectType('StaffingDeparture', { implements: NodeType, description: '特殊情况备案：对“一般”要求的例外' })
export class StaffingDepartureType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => String) checkId: string;
  @Field(() => PersonType, { nullable: true }) person: PersonType | null;
  @Field(() => String) reason: string;
  @Field(() => DepartureStatusEnum) status: DepartureStatus;
  @Field(() => DateScalar) requestedOn: string;
  @Field(() => String) requestedBy: string;
  @Field(() => DateScalar, { nullable: true }) approvedOn: string | null;
  @Field(() => String, { nullable: true }) approver: string | null;
  @Field(() => DateScalar, { nullable: true, description: '复核日期' }) reviewOn: string | null;
  @Field(() => DateScalar, { nullable: true }) withdrawnOn: string | null;
  @Field(() => Int) version: number;
}

export const DepartureConnectionType = connectionOf('Departure', () => StaffingDepartureType);

@InputType({ description: '特殊情况备案筛选' })
class DepartureFilter {
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => ID, { nullable: true }) schoolId?: string;
  @Field(() => [DepartureStatusEnum], { nullable: true }) status?: DepartureStatus[];
  @Field(() => String, { nullable: true }) checkId?: string;
}

export const DepartureListArgs = pagedArgs({ filter: DepartureFilter });
