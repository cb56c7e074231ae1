import type { EmergencyState, MeetingKind, Post } from '@zhixiao/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { PostEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { MeetingKindEnum } from '../filings/index.js';
import { AgendaItemType, MeetingType } from '../meetings/index.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';
import { EmergencyStateEnum } from './decision.enums.js';

@ObjectType('EmergencyAction', { implements: NodeType, description: '紧急处置：来不及开会先行处置，下次会议确认' })
export class EmergencyActionType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => MeetingKindEnum, { description: '由哪种会议确认' }) body: MeetingKind;
  @Field(() => String) title: string;
  @Field(() => String) text: string;
  @Field(() => String, { description: '来不及开会的原因' }) reason: string;
  @Field(() => DateScalar) takenOn: string;
  @Field(() => String) takenByName: string;
  @Field(() => PostEnum) takenByPost: Post;
  @Field(() => EmergencyStateEnum) state: EmergencyState;
  @Field(() => DateScalar, { nullable: true, description: '会议作出结论的日期' }) confirmedOn: string | null;
  @Field(() => MeetingType, { nullable: true }) meeting: MeetingType | null;
  @Field(() => AgendaItemType, { nullable: true }) item: AgendaItemType | null;
  @Field(() => Boolean, { description: '此后已开过会而未确认' }) overdue: boolean;
  @Field(() => Boolean) restricted: boolean;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => Int) version: number;
}

export const EmergencyActionConnectionType = connectionOf('EmergencyAction', () => EmergencyActionType);

@InputType({ description: '紧急处置筛选' })
class EmergencyActionFilter {
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => ID, { nullable: true }) schoolId?: string;
  @Field(() => [EmergencyStateEnum], { nullable: true }) state?: EmergencyState[];
  @Field(() => Boolean, { nullable: true, description: '此后已开过会而未确认的' }) overdue?: boolean;
}

export const EmergencyActionListArgs = pagedArgs({ filter: EmergencyActionFilter, asOf: true });
