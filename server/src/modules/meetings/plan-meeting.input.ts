import type { AttendanceCapacity, ItemKind, MeetingKind } from '@zhixiao/domain';
import { ArrayMaxSize, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { MeetingKindEnum } from '../filings/index.js';
import { ItemKindEnum } from '../topics/index.js';
import { AttendanceCapacityEnum, NotHeldReasonEnum } from './meeting.enums.js';

/** 14:30, of Asia/Shanghai. */
export const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

@InputType({ description: '议程的一项：已有的（id）、议题（topicId），或不须议题的第一议题、传达学习、听取汇报' })
export class PlannedItemInput {
  @Field(() => ID, { nullable: true, description: '已在议程上的一项' }) id?: string | null;
  @Field(() => ID, { nullable: true, description: '已确定的议题' }) topicId?: string | null;
  @Field(() => ItemKindEnum, { nullable: true, description: '没有议题时：FIRST_TOPIC、STUDY、HEAR_REPORT' })
  kind?: ItemKind | null;
  @Field(() => String, { nullable: true, description: '没有议题时' }) @MaxLength(200) title?: string | null;
  @Field(() => String, { nullable: true, description: '汇报人' }) @MaxLength(100) presenterName?: string | null;
}

@InputType({ description: '成员以外到会的人；成员按当日班子自动列入' })
export class GuestInput {
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => String, { nullable: true, description: '校外人员的姓名' }) @MaxLength(100) name?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) post?: string | null;
  @Field(() => AttendanceCapacityEnum, { description: 'OBSERVER、INVITEE 或 RECORDER' }) capacity: AttendanceCapacity;
  @Field(() => String, { nullable: true }) @MaxLength(500) reason?: string | null;
}

@InputType()
export class PlanMeetingInput {
  @Field(() => ID) schoolId: string;
  @Field(() => MeetingKindEnum) kind: MeetingKind;
  @Field(() => String, { nullable: true, description: '不填按类别和日期生成' }) @MaxLength(200) title?: string | null;
  @Field(() => DateScalar) heldOn: string;
  @Field(() => String, { description: '开始时间 HH:MM（北京时间）' }) @Matches(CLOCK) startTime: string;
  @Field(() => String, { nullable: true }) @MaxLength(200) place?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) recorderName?: string | null;
  @Field(() => [PlannedItemInput]) @ArrayMaxSize(60) @ValidateNested() items: PlannedItemInput[];
  @Field(() => [GuestInput], { nullable: true }) @ArrayMaxSize(100) @ValidateNested() guests?: GuestInput[] | null;
}

@InputType({ description: '不填的不改' })
export class ChangeMeetingInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String, { nullable: true }) @MaxLength(200) title?: string | null;
  @Field(() => DateScalar, { nullable: true }) heldOn?: string | null;
  @Field(() => String, { nullable: true }) @Matches(CLOCK) startTime?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(200) place?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) recorderName?: string | null;
}

@InputType()
export class ChangeAgendaInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => [PlannedItemInput], {
    description: '尚未开始的各项，按新的顺序；没有列出的撤下，开会后新列入的为临时动议',
  })
  @ArrayMaxSize(60)
  @ValidateNested()
  items: PlannedItemInput[];
}

@InputType({ description: '对会议的一个动作' })
export class MeetingActInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType()
export class CallMeetingInput extends MeetingActInput {
  @Field(() => Boolean, { description: '材料同时送达' }) papersSent: boolean;
}

@InputType()
export class DelegateChairInput extends MeetingActInput {
  @Field(() => ID, { nullable: true, description: '受委托的成员；空为收回委托' }) toPersonId?: string | null;
  @Field(() => String) @MaxLength(500) reason: string;
}

@InputType()
export class CancelMeetingInput extends MeetingActInput {
  @Field(() => NotHeldReasonEnum) reason: 'NO_QUORUM' | 'PUT_OFF' | 'CANCELLED';
  @Field(() => String) @MaxLength(500) note: string;
  @Field(() => DateScalar, { nullable: true, description: '改期至' }) putOffTo?: string | null;
}
