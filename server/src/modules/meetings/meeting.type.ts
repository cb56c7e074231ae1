import type {
  AttendanceCapacity,
  AttendanceStatus,
  MeetingKind,
  MeetingState,
  NotHeldReason,
  Post,
} from '@zhixiao/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { PostEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { MeetingKindEnum } from '../filings/index.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';
import { AgendaItemType } from './agenda-item.type.js';
import { MeetingFindingType } from './meeting-finding.type.js';
import { AttendanceCapacityEnum, AttendanceStatusEnum, MeetingStateEnum, NotHeldReasonEnum } from './meeting.enums.js';

@ObjectType('PresenceSpan', { description: '自第几项到第几项在场；0 为开会时' })
export class PresenceSpanType {
  @Field(() => Int) fromItem: number;
  @Field(() => Int, { nullable: true, description: '空为直至散会' }) toItem: number | null;
}

@ObjectType('Attendance', { implements: NodeType, description: '一人以何身份到会' })
export class AttendanceType extends NodeType {
  @Field(() => ID, { nullable: true, description: '邀请的校外人员没有' }) personId: string | null;
  @Field(() => String) personName: string;
  @Field(() => String, { nullable: true, description: '当时的职务' }) post: string | null;
  @Field(() => AttendanceCapacityEnum) capacity: AttendanceCapacity;
  @Field(() => AttendanceStatusEnum, { nullable: true, description: '尚未签到为空' }) status: AttendanceStatus | null;
  @Field(() => String, { nullable: true, description: '请假、缺席或列席的原因' }) reason: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) arrivedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) leftAt: string | null;
  @Field(() => [PresenceSpanType], { description: '空为自始至终' }) spans: PresenceSpanType[];
  @Field(() => Boolean, { description: '本人签到' }) byOwnAccount: boolean;
  @Field(() => String, { nullable: true, description: '未到会成员的书面意见，不计票' }) writtenOpinion: string | null;
  @Field(() => Boolean, { description: '是当前登录者本人' }) own: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('MeetingDelegation', { description: '委托他人主持的记录' })
export class MeetingDelegationType {
  @Field(() => String) fromName: string;
  @Field(() => String) toName: string;
  @Field(() => String) reason: string;
  @Field(() => DateScalar) givenOn: string;
  @Field(() => DateTimeScalar, { nullable: true, description: '收回的时间' }) endedAt: string | null;
}

@ObjectType('RecordCorrection', { description: '签字后的更正，附于记录之后' })
export class RecordCorrectionType {
  @Field(() => ID, { nullable: true, description: '更正的议程；空为全会' }) itemId: string | null;
  @Field(() => String) text: string;
  @Field(() => String) reason: string;
  @Field(() => String) signedByName: string;
  @Field(() => DateTimeScalar) signedAt: string;
}

@ObjectType('Meeting', { implements: NodeType, description: '一次会议：通知、到会、议程、表决、结论、签字' })
export class MeetingType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => MeetingKindEnum) kind: MeetingKind;
  @Field(() => String) title: string;
  @Field(() => DateScalar) heldOn: string;
  @Field(() => Int) year: number;
  @Field(() => Int, { nullable: true, description: '当年第几次；开会时编定' }) number: number | null;
  @Field(() => DateTimeScalar) startsAt: string;
  @Field(() => DateTimeScalar, { nullable: true, description: '散会时间' }) endsAt: string | null;
  @Field(() => String) place: string;
  @Field(() => MeetingStateEnum) state: MeetingState;
  @Field(() => Boolean, { description: '补录' }) enteredAfterwards: boolean;
  @Field(() => ID, { nullable: true }) chairId: string | null;
  @Field(() => String, { nullable: true, description: '主持人' }) chairName: string | null;
  @Field(() => PostEnum, { nullable: true, description: '依何职务主持或受何职务委托' }) chairPost: Post | null;
  @Field(() => Boolean, { description: '受委托主持' }) delegated: boolean;
  @Field(() => String, { nullable: true, description: '记录人' }) recorderName: string | null;
  @Field(() => DateScalar, { nullable: true, description: '发出通知的日期' }) noticeOn: string | null;
  @Field(() => DateScalar, { nullable: true, description: '送达材料的日期' }) papersOn: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) openedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) closedAt: string | null;
  @Field(() => NotHeldReasonEnum, { nullable: true }) notHeldReason: NotHeldReason | null;
  @Field(() => String, { nullable: true }) notHeldNote: string | null;
  @Field(() => DateScalar, { nullable: true, description: '改期至' }) putOffTo: string | null;
  @Field(() => Int, { nullable: true, description: '只记人数时的应到' }) statedExpected: number | null;
  @Field(() => Int, { nullable: true, description: '只记人数时的实到' }) statedPresent: number | null;
  @Field(() => Boolean, { description: '现在可以开会' }) mayOpen: boolean;
  @Field(() => String, { nullable: true, description: '法定人数依据：PM-4、OM-4' }) quorumCheck: string | null;
  @Field(() => Int, { nullable: true, description: '应到' }) expected: number | null;
  @Field(() => Int, { nullable: true, description: '实到' }) present: number | null;
  @Field(() => Int, { nullable: true, description: '至少须到' }) needed: number | null;
  @Field(() => Boolean, { nullable: true }) quorumMet: boolean | null;
  @Field(() => [String], { description: '成员中未到会的' }) absentNames: string[];
  @Field(() => [MeetingFindingType], { description: '各项检查的现状' }) findings: MeetingFindingType[];
  @Field(() => [AttendanceType], { description: '到会名单，成员在前' }) attendance: AttendanceType[];
  @Field(() => [AgendaItemType], { description: '议程，按顺序；限定阅读的只对有权者列出' }) items: AgendaItemType[];
  @Field(() => [MeetingDelegationType]) delegations: MeetingDelegationType[];
  @Field(() => [RecordCorrectionType]) corrections: RecordCorrectionType[];
  @Field(() => DateScalar, { nullable: true }) chairSignedOn: string | null;
  @Field(() => String, { nullable: true }) chairSignedName: string | null;
  @Field(() => DateScalar, { nullable: true }) recorderSignedOn: string | null;
  @Field(() => String, { nullable: true }) recorderSignedName: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: '纪要签发时间' }) issuedAt: string | null;
  @Field(() => String, { nullable: true }) issuedByName: string | null;
  @Field(() => String, { nullable: true, description: '纪要编号' }) minutesNo: string | null;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => String) createdByName: string;
  @Field(() => Int) version: number;
}

export const MeetingConnectionType = connectionOf('Meeting', () => MeetingType);
