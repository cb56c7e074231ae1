import type {
  AttendanceCapacity,
  AttendanceStatus,
  Confidentiality,
  ConsultationOpinion,
  DecisionForm,
  HeadPost,
  HearingAudience,
  HearingChannel,
  ItemKind,
  ItemResult,
  MeetingKind,
  Stance,
  VoteChoice,
  VoteForm,
} from '@zhixiao/domain';
import { ArrayMaxSize, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { MeetingKindEnum, VoteFormEnum } from '../filings/index.js';
import {
  ConfidentialityEnum,
  ConsultationOpinionEnum,
  HeadPostEnum,
  HearingAudienceEnum,
  HearingChannelEnum,
  ItemKindEnum,
  TopicRecordKindEnum,
  type TopicRecordKind,
} from '../topics/index.js';
import {
  AttendanceCapacityEnum,
  AttendanceStatusEnum,
  DecisionFormEnum,
  ItemResultEnum,
  StanceEnum,
  VoteChoiceEnum,
} from './meeting.enums.js';
import { CLOCK } from './plan-meeting.input.js';

/** What a paper record may say of a meeting that it was not done; what it does not say is simply left out. */
export const MEETING_NOT_DONE = ['CHAIR', 'NOTICE', 'PAPERS', 'CHAIR_SIGNATURE', 'RECORDER_SIGNATURE'] as const;
export type MeetingNotDone = (typeof MEETING_NOT_DONE)[number];
/** The same of an item. */
export const ITEM_NOT_DONE = ['OPINIONS', 'CHAIR_SPOKE_LAST', 'IMPLEMENTS'] as const;
export type ItemNotDone = (typeof ITEM_NOT_DONE)[number];
/** The same of the topic of an item. */
export const TOPIC_NOT_DONE = ['PROPOSER', 'CONFIRMATION', 'MEMBER_IN_CHARGE', 'CONSULTATION'] as const;
export type TopicNotDone = (typeof TOPIC_NOT_DONE)[number];

/** Is it said of the topic, or of the item? */
export function isTopicMark(mark: ItemNotDone | TopicNotDone): mark is TopicNotDone {
  return TOPIC_NOT_DONE.some((one) => one === mark);
}

const MeetingNotDoneEnum = graphqlEnum(
  'MeetingNotDone',
  MEETING_NOT_DONE,
  '纸质记录载明没有：主持、通知、材料、主持人签字、记录人签字',
);
const ItemNotDoneEnum = graphqlEnum('ItemNotDone', ITEM_NOT_DONE, '纸质记录载明没有：听取意见、末位表态、关联决议');
const TopicNotDoneEnum = graphqlEnum(
  'TopicNotDone',
  TOPIC_NOT_DONE,
  '纸质记录载明没有：提出人、确定、分管、会前听取意见',
);

@InputType({ description: '本校人员（personId），或只有姓名' })
export class PaperPersonInput {
  @Field(() => ID, { nullable: true }) personId?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) name?: string | null;
}

@InputType()
export class PaperAttendanceInput extends PaperPersonInput {
  @Field(() => String, { nullable: true }) @MaxLength(100) post?: string | null;
  @Field(() => AttendanceCapacityEnum) capacity: AttendanceCapacity;
  @Field(() => AttendanceStatusEnum) status: AttendanceStatus;
  @Field(() => String, { nullable: true }) @MaxLength(500) reason?: string | null;
  @Field(() => Int, { nullable: true, description: '自第几项到会；0 或不填为开会时' }) @Min(0) @Max(60) fromItem?:
    number | null;
  @Field(() => Int, { nullable: true, description: '第几项后离开；不填为直至散会' }) @Min(0) @Max(60) toItem?:
    number | null;
}

@InputType()
export class PaperRecordInput {
  @Field(() => TopicRecordKindEnum) kind: TopicRecordKind;
  @Field(() => DateScalar) heldOn: string;
  @Field(() => String) @MaxLength(5000) result: string;
  @Field(() => [PaperPersonInput], { nullable: true, description: '参加的人；班子沟通则为签字的人' })
  @ArrayMaxSize(60)
  @ValidateNested()
  participants?: PaperPersonInput[] | null;
  @Field(() => HearingChannelEnum, { nullable: true }) channel?: HearingChannel | null;
  @Field(() => HearingAudienceEnum, { nullable: true }) audience?: HearingAudience | null;
  @Field(() => Boolean, { nullable: true, description: '教代会讨论通过' }) approved?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: '班子沟通：无重大分歧' }) agreed?: boolean | null;
}

@InputType()
export class PaperConfirmationInput extends PaperPersonInput {
  @Field(() => HeadPostEnum, { nullable: true, description: '以何职务确定' }) as?: HeadPost | null;
  @Field(() => DateScalar) on: string;
}

@InputType({ description: '纸质记录所载的会前意见；本人确认前为待确认' })
export class PaperConsultationInput extends PaperPersonInput {
  @Field(() => ConsultationOpinionEnum) opinion: ConsultationOpinion;
  @Field(() => String, { nullable: true }) @MaxLength(2000) text?: string | null;
  @Field(() => DateScalar) on: string;
}

@InputType({ description: '纸质记录所载的议题' })
export class PaperTopicInput {
  @Field(() => String) @MaxLength(64) matterCode: string;
  @Field(() => String, { nullable: true }) @MaxLength(20_000) body?: string | null;
  @Field(() => Float, { nullable: true, description: '金额，元' }) @Min(0) @Max(999_999_999_999) amount?: number | null;
  @Field(() => Boolean, { nullable: true }) vitalInterest?: boolean | null;
  @Field(() => Boolean, { nullable: true }) specialised?: boolean | null;
  @Field(() => Boolean, { nullable: true }) twoThirds?: boolean | null;
  @Field(() => Boolean, { nullable: true }) important?: boolean | null;
  @Field(() => ConfidentialityEnum, { nullable: true }) confidentiality?: Confidentiality | null;
  @Field(() => PaperPersonInput, { nullable: true }) @ValidateNested() proposer?: PaperPersonInput | null;
  @Field(() => PaperPersonInput, { nullable: true }) @ValidateNested() lead?: PaperPersonInput | null;
  @Field(() => PaperConfirmationInput, { nullable: true }) @ValidateNested() confirmed?: PaperConfirmationInput | null;
  @Field(() => PaperConsultationInput, { nullable: true }) @ValidateNested() opinion?: PaperConsultationInput | null;
  @Field(() => [PaperRecordInput], { nullable: true }) @ArrayMaxSize(40) @ValidateNested() records?:
    PaperRecordInput[] | null;
  @Field(() => [TopicNotDoneEnum], { nullable: true }) notDone?: TopicNotDone[] | null;
  @Field(() => ID, { nullable: true }) implementsDecisionId?: string | null;
  @Field(() => ID, { nullable: true }) reconsidersDecisionId?: string | null;
}

@InputType()
export class PaperBallotInput {
  @Field(() => ID) personId: string;
  @Field(() => VoteChoiceEnum) choice: VoteChoice;
}

@InputType()
export class PaperVoteInput {
  @Field(() => VoteFormEnum) form: VoteForm;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) votesFor?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) votesAgainst?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) votesAbstained?: number | null;
  @Field(() => [String], { nullable: true }) @ArrayMaxSize(10) @MaxLength(100, { each: true }) tellers?:
    string[] | null;
  @Field(() => [PaperBallotInput], { nullable: true, description: '只用于记名投票' })
  @ArrayMaxSize(300)
  @ValidateNested()
  ballots?: PaperBallotInput[] | null;
}

@InputType()
export class PaperOpinionInput {
  @Field(() => ID) personId: string;
  @Field(() => StanceEnum) stance: Stance;
  @Field(() => String, { nullable: true }) @MaxLength(2000) text?: string | null;
}

@InputType()
export class PaperRecusalInput {
  @Field(() => ID) personId: string;
  @Field(() => String) @MaxLength(500) reason: string;
  @Field(() => Boolean, { nullable: true, description: '应当回避而未离场' }) stayed?: boolean | null;
}

@InputType()
export class PaperItemInput {
  @Field(() => ItemKindEnum) kind: ItemKind;
  @Field(() => String) @MaxLength(200) title: string;
  @Field(() => PaperTopicInput, { nullable: true, description: '讨论决定的须填' })
  @ValidateNested()
  topic?: PaperTopicInput | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) presenterName?: string | null;
  @Field(() => Int, { nullable: true, description: '只记人数时本项实到' }) @Min(0) @Max(10_000) statedPresent?:
    number | null;
  @Field(() => [PaperRecusalInput], { nullable: true }) @ArrayMaxSize(60) @ValidateNested() recusals?:
    PaperRecusalInput[] | null;
  @Field(() => [PaperOpinionInput], { nullable: true }) @ArrayMaxSize(300) @ValidateNested() opinions?:
    PaperOpinionInput[] | null;
  @Field(() => PaperVoteInput, { nullable: true }) @ValidateNested() vote?: PaperVoteInput | null;
  @Field(() => Boolean, { nullable: true }) chairSpokeLast?: boolean | null;
  @Field(() => DecisionFormEnum, { nullable: true, description: '不填为没有记载' })
  decidedThrough?: DecisionForm | null;
  @Field(() => ItemResultEnum) result: ItemResult;
  @Field(() => String, { nullable: true }) @MaxLength(20_000) discussion?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(5000) conclusion?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(200) responsible?: string | null;
  @Field(() => DateScalar, { nullable: true }) dueOn?: string | null;
  @Field(() => [ItemNotDoneEnum], { nullable: true }) notDone?: ItemNotDone[] | null;
}

@InputType({ description: '补录：按纸质记录一次录入整次会议；没有记载的不填，检查结果为无记录' })
export class EnterMeetingInput {
  @Field(() => ID) schoolId: string;
  @Field(() => MeetingKindEnum) kind: MeetingKind;
  @Field(() => String, { nullable: true }) @MaxLength(200) title?: string | null;
  @Field(() => Int, { nullable: true, description: '当年第几次' }) @Min(1) @Max(400) number?: number | null;
  @Field(() => DateScalar) heldOn: string;
  @Field(() => String, { nullable: true }) @Matches(CLOCK) startTime?: string | null;
  @Field(() => String, { nullable: true }) @Matches(CLOCK) endTime?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(200) place?: string | null;
  @Field(() => PaperPersonInput, { nullable: true, description: '主持人' })
  @ValidateNested()
  chair?: PaperPersonInput | null;
  @Field(() => ID, { nullable: true, description: '委托他人主持的书记或校长' }) delegatedById?: string | null;
  @Field(() => String, { nullable: true }) @MaxLength(100) recorderName?: string | null;
  @Field(() => DateScalar, { nullable: true }) noticeOn?: string | null;
  @Field(() => DateScalar, { nullable: true }) papersOn?: string | null;
  @Field(() => [PaperAttendanceInput], { nullable: true, description: '没有名单的不填' })
  @ArrayMaxSize(300)
  @ValidateNested()
  attendance?: PaperAttendanceInput[] | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) statedExpected?: number | null;
  @Field(() => Int, { nullable: true }) @Min(0) @Max(10_000) statedPresent?: number | null;
  @Field(() => [PaperItemInput]) @ArrayMaxSize(60) @ValidateNested() items: PaperItemInput[];
  @Field(() => DateScalar, { nullable: true, description: '主持人在纸质记录上签字的日期' }) chairSignedOn?:
    string | null;
  @Field(() => DateScalar, { nullable: true }) recorderSignedOn?: string | null;
  @Field(() => [MeetingNotDoneEnum], { nullable: true }) notDone?: MeetingNotDone[] | null;
}
