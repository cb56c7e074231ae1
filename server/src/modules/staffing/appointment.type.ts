import type { CommitteePortfolio, DatePrecision, Post } from '@zhixiao/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { CommitteePortfolioEnum, DatePrecisionEnum, PostEnum, graphqlEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { PersonType } from '../people/index.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';

@ObjectType('Appointment', { implements: NodeType, description: '任职：何人于何校任何职，自何日至何日' })
export class AppointmentType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => PersonType, { nullable: true }) person: PersonType | null;
  @Field(() => String, { description: '任职时的姓名' }) personName: string;
  @Field(() => PostEnum) post: Post;
  @Field(() => CommitteePortfolioEnum, { nullable: true }) portfolio: CommitteePortfolio | null;
  @Field(() => Boolean, { nullable: true, description: '专职' }) fullTime: boolean | null;
  @Field(() => Boolean, { description: '主持工作（代理）' }) acting: boolean;
  @Field(() => DateScalar) startsOn: string;
  @Field(() => DatePrecisionEnum) startPrecision: DatePrecision;
  @Field(() => DateScalar, { nullable: true, description: '最后一天，未免为空' }) endsOn: string | null;
  @Field(() => DatePrecisionEnum, { nullable: true }) endPrecision: DatePrecision | null;
  @Field(() => String, {
    nullable: true,
    description: '按月登记的免职年月 YYYY-MM；继任者当月到任时，endsOn 为其前一日',
  })
  endMonth: string | null;
  @Field(() => String, { nullable: true, description: '免职文号' }) endDocumentNo: string | null;
  @Field(() => String, { nullable: true, description: '免职原因' }) endReason: string | null;
  @Field(() => DateScalar, { nullable: true, description: '任期届满日' }) tenureEndsOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: '试用期至' }) probationUntil: string | null;
  @Field(() => String, { nullable: true, description: '任职文号' }) documentNo: string | null;
  @Field(() => String, { nullable: true, description: '任命机关' }) authority: string | null;
  @Field(() => String, { nullable: true }) remark: string | null;
  @Field(() => String, { description: 'ENTERED 或 IMPORTED' }) source: string;
  @Field(() => Int) version: number;
}

export const AppointmentConnectionType = connectionOf('Appointment', () => AppointmentType);

@ObjectType('CancelledAppointment', { description: '到任前已取消的任命' })
export class CancelledAppointmentType {
  @Field(() => ID) appointmentId: string;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => PersonType, { nullable: true }) person: PersonType | null;
  @Field(() => String, { description: '任命时的姓名' }) personName: string;
  @Field(() => PostEnum) post: Post;
  @Field(() => DateScalar, { description: '原定任职日期' }) startsOn: string;
  @Field(() => DatePrecisionEnum) startPrecision: DatePrecision;
  @Field(() => String, { nullable: true, description: '任职文号' }) documentNo: string | null;
  @Field(() => DateScalar) cancelledOn: string;
  @Field(() => String, { nullable: true, description: '取消原因' }) cancelReason: string | null;
}

@ObjectType('AppointPayload', { description: '所作的任免，以及学校随之的状况' })
export class AppointPayload {
  @Field(() => AppointmentType) appointment: AppointmentType;
  @Field(() => SchoolType) school: SchoolType;
}

@InputType({ description: '任职筛选' })
class AppointmentFilter {
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => ID, { nullable: true }) schoolId?: string;
  @Field(() => ID, { nullable: true }) personId?: string;
  @Field(() => [PostEnum], { nullable: true }) post?: Post[];
  @Field(() => Boolean, { nullable: true, description: '只要所查日期在任的' }) current?: boolean;
  @Field(() => DateScalar, { nullable: true, description: '任期在此日或之后届满' }) tenureEndsFrom?: string;
  @Field(() => DateScalar, { nullable: true, description: '任期在此日之前届满' }) tenureEndsBefore?: string;
  @Field(() => String, { nullable: true, description: '姓名包含' }) q?: string;
}

const AppointmentOrderEnum = graphqlEnum(
  'AppointmentOrder',
  ['STARTS_ON_DESC', 'STARTS_ON_ASC', 'TENURE_ENDS_ASC'],
  '任职排序',
);

export const AppointmentListArgs = pagedArgs({
  filter: AppointmentFilter,
  order: [AppointmentOrderEnum, 'STARTS_ON_DESC'],
  asOf: true,
});
