import type {
  Confidentiality,
  ConsultationOpinion,
  HearingAudience,
  HearingChannel,
  ItemKind,
  MeetingKind,
} from '@zhixiao/domain';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { MeetingKindEnum } from '../filings/index.js';
import {
  ConfidentialityEnum,
  ConsultationOpinionEnum,
  DepartureSubjectEnum,
  HearingAudienceEnum,
  HearingChannelEnum,
  ItemKindEnum,
  TopicRecordKindEnum,
} from './topic.enums.js';
import type { DepartureSubject, TopicRecordKind } from './topic-words.js';

@InputType({ description: '议题内容' })
export class TopicContentInput {
  @Field(() => MeetingKindEnum) meetingKind: MeetingKind;
  @Field(() => ItemKindEnum) itemKind: ItemKind;
  @Field(() => String) @MaxLength(200) title: string;
  @Field(() => String, { nullable: true, description: '事由与建议方案' }) @MaxLength(20_000) body?: string | null;
  @Field(() => String, { description: '议题目录中的代码' }) @MaxLength(64) matterCode: string;
  @Field(() => Float, { nullable: true, description: '金额，元' })
  @IsOptional()
  @Min(0)
  @Max(999_999_999_999)
  amount?: number | null;
  @Field(() => Boolean, { nullable: true, description: '涉及师生员工切身利益；不填按目录' }) vitalInterest?:
    boolean | null;
  @Field(() => [HearingAudienceEnum], { nullable: true, description: '须听取谁的意见' })
  @IsOptional()
  @ArrayMaxSize(3)
  audiences?: HearingAudience[] | null;
  @Field(() => Boolean, { nullable: true, description: '专业性、技术性较强；目录要求逐项确认的须填' })
  specialised?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: '目录之外另要求三分之二以上到会' }) twoThirds?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: '目录之外另列为重要议题，须会前听取对方意见' })
  important?: boolean | null;
  @Field(() => ConfidentialityEnum, { nullable: true, description: '不填为内部' })
  confidentiality?: Confidentiality | null;
  @Field(() => ID, { nullable: true, description: '分管领导' }) leadId?: string | null;
  @Field(() => String, { nullable: true, description: '临时动议的理由' }) @MaxLength(500) unscheduledReason?:
    string | null;
  @Field(() => ID, { nullable: true, description: '部署落实的党组织决议' }) implementsDecisionId?: string | null;
  @Field(() => ID, { nullable: true, description: '提请复议的决议' }) reconsidersDecisionId?: string | null;
}

@InputType({ description: '提出议题；draft 为真时只存草稿' })
export class ProposeTopicInput extends TopicContentInput {
  @Field(() => ID) schoolId: string;
  @Field(() => Boolean, { nullable: true, description: '存为草稿，由班子成员提出' }) draft?: boolean | null;
}

@InputType({ description: '修改议题：已取得的对方意见随内容修改须重新听取' })
export class ChangeTopicInput extends TopicContentInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType({ description: '对议题办理一步' })
export class TopicActInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType({ description: '撤回或退回议题' })
export class TopicReasonInput extends TopicActInput {
  @Field(() => String) @MaxLength(500) reason: string;
}

@InputType({ description: '会前记录' })
export class AddTopicRecordInput {
  @Field(() => ID) topicId: string;
  @Field(() => TopicRecordKindEnum) kind: TopicRecordKind;
  @Field(() => DateScalar) heldOn: string;
  @Field(() => String, { description: '情况与结果' }) @MaxLength(5000) result: string;
  @Field(() => [ID], { nullable: true, description: '参加的人' }) @IsOptional() @ArrayMaxSize(50) participantIds?:
    string[] | null;
  @Field(() => HearingChannelEnum, { nullable: true, description: '听取意见方式' }) channel?: HearingChannel | null;
  @Field(() => HearingAudienceEnum, { nullable: true, description: '听取谁的意见' }) audience?: HearingAudience | null;
  @Field(() => Boolean, { nullable: true, description: '教代会讨论通过；仅听取意见的不填' }) approved?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: '班子沟通无重大分歧' }) agreed?: boolean | null;
}

@InputType({ description: '以更正代替会前记录' })
export class SupersedeTopicRecordInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => String) @MaxLength(500) reason: string;
}

@InputType({ description: '在班子沟通记录上签字，只能由本人账号' })
export class SignCommunicationInput {
  @Field(() => ID) recordId: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType({ description: '送对方会前提出意见' })
export class AskConsultationInput extends TopicActInput {
  @Field(() => ID, { nullable: true, description: '有几位可听取时填写' }) personId?: string | null;
}

@InputType({ description: '会前意见，只能由本人账号' })
export class AnswerConsultationInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ConsultationOpinionEnum) opinion: ConsultationOpinion;
  @Field(() => String, { nullable: true, description: '修改后同意、不同意须写明' }) @MaxLength(2000) text?:
    string | null;
}

@InputType({ description: '对一轮会前意见办理一步' })
export class ConsultationActInput {
  @Field(() => ID) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType({ description: '补录纸质的会前意见，待本人确认' })
export class StatePaperOpinionInput {
  @Field(() => ID) topicId: string;
  @Field(() => ID, { description: '提出意见的人' }) personId: string;
  @Field(() => ConsultationOpinionEnum) opinion: ConsultationOpinion;
  @Field(() => String, { nullable: true }) @MaxLength(2000) text?: string | null;
  @Field(() => DateScalar) answeredOn: string;
}

@InputType({ description: '对“一般”要求不予照办：由主持的书记（校长）同意，其他人为申请' })
export class DepartFromInput {
  @Field(() => DepartureSubjectEnum) subjectType: DepartureSubject;
  @Field(() => ID) subjectId: string;
  @Field(() => String) @MaxLength(16) checkId: string;
  @Field(() => String) @MaxLength(500) reason: string;
}
