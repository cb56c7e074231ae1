import type {
  CheckOutcome,
  Confidentiality,
  ConsultationOpinion,
  ConsultationStatus,
  ConsultedSide,
  Decider,
  HeadPost,
  HearingAudience,
  HearingChannel,
  ItemKind,
  MatterCategory,
  MeetingKind,
  Post,
  Severity,
  TopicState,
} from '@zhixiao/domain';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { CheckOutcomeEnum, PostEnum, SeverityEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { DeciderEnum, MatterCategoryEnum, MeetingKindEnum } from '../filings/index.js';
import { PersonType } from '../people/index.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';
import {
  CheckSubjectEnum,
  ConfidentialityEnum,
  ConsultationOpinionEnum,
  ConsultationStatusEnum,
  ConsultedSideEnum,
  DepartureSubjectEnum,
  HeadPostEnum,
  HearingAudienceEnum,
  HearingChannelEnum,
  ItemKindEnum,
  TopicRecordKindEnum,
  TopicStateEnum,
} from './topic.enums.js';
import type { CheckSubject, DepartureSubject, TopicRecordKind } from './topic-words.js';

@ObjectType('Gate', { description: '尚未满足的一项要求：阻止下一步的，或仅提示的' })
export class GateType {
  @Field(() => String) checkId: string;
  @Field(() => CheckOutcomeEnum) outcome: CheckOutcome;
  @Field(() => SeverityEnum) severity: Severity;
  @Field(() => String, { description: '《意见》条款或地方规则' }) clause: string;
  @Field(() => JsonScalar) params: unknown;
  @Field(() => Boolean) blocks: boolean;
}

@ObjectType('CheckOutcomeRecord', { description: '一项检查留下的结果：编号、结果、参数、时间' })
export class CheckOutcomeType {
  @Field(() => CheckSubjectEnum) subjectType: CheckSubject;
  @Field(() => String) checkId: string;
  @Field(() => CheckOutcomeEnum) outcome: CheckOutcome;
  @Field(() => SeverityEnum) severity: Severity;
  @Field(() => String) clause: string;
  @Field(() => JsonScalar) params: unknown;
  @Field(() => DateTimeScalar) evaluatedAt: string;
  @Field(() => Boolean, { description: '现在的结果；否则为以前的' }) current: boolean;
}

@ObjectType('Signature', { description: '沟通记录上的签字' })
export class SignatureType {
  @Field(() => String) personName: string;
  @Field(() => PostEnum) post: Post;
  @Field(() => DateScalar) signedOn: string;
}

@ObjectType('TopicRecord', { implements: NodeType, description: '一项会前记录' })
export class TopicRecordType extends NodeType {
  @Field(() => TopicRecordKindEnum) kind: TopicRecordKind;
  @Field(() => DateScalar) heldOn: string;
  @Field(() => String) result: string;
  @Field(() => [String]) participantNames: string[];
  @Field(() => HearingChannelEnum, { nullable: true }) channel: HearingChannel | null;
  @Field(() => HearingAudienceEnum, { nullable: true }) audience: HearingAudience | null;
  @Field(() => Boolean, { nullable: true, description: '教代会讨论通过' }) approved: boolean | null;
  @Field(() => Boolean, { nullable: true, description: '班子沟通无重大分歧' }) agreed: boolean | null;
  @Field(() => [SignatureType]) signatures: SignatureType[];
  @Field(() => Boolean, { description: '本账号已签字' }) signedByMe: boolean;
  @Field(() => String) recordedByName: string;
  @Field(() => DateTimeScalar) recordedAt: string;
  @Field(() => DateTimeScalar, { nullable: true, description: '已被代替的时间' }) supersededAt: string | null;
  @Field(() => String, { nullable: true }) supersededReason: string | null;
  @Field(() => Int) version: number;
}

@ObjectType('Consultation', { implements: NodeType, description: '会前听取对方意见的一轮（意见（九））' })
export class ConsultationType extends NodeType {
  @Field(() => Int) round: number;
  @Field(() => ConsultedSideEnum) side: ConsultedSide;
  @Field(() => String) toPersonName: string;
  @Field(() => PostEnum) toPost: Post;
  @Field(() => Boolean, { description: '所听取的是本账号的意见' }) toMe: boolean;
  @Field(() => DateTimeScalar) askedAt: string;
  @Field(() => String) askedByName: string;
  @Field(() => ConsultationOpinionEnum, { nullable: true }) opinion: ConsultationOpinion | null;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => DateScalar, { nullable: true }) answeredOn: string | null;
  @Field(() => Boolean, { description: '纸质意见补录' }) statedOnPaper: boolean;
  @Field(() => String, { nullable: true, description: '补录人' }) statedByName: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: '本人确认的时间' }) confirmedAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: '采纳修改的时间' }) changesAcceptedAt: string | null;
  @Field(() => String, { nullable: true }) changesAcceptedByName: string | null;
  @Field(() => Int) version: number;
}

@ObjectType('ProceduralDeparture', { description: '对“一般”要求不予照办及其理由' })
export class ProceduralDepartureType {
  @Field(() => DepartureSubjectEnum) subjectType: DepartureSubject;
  @Field(() => String) checkId: string;
  @Field(() => String) reason: string;
  @Field(() => DateScalar) requestedOn: string;
  @Field(() => String) requestedByName: string;
  @Field(() => DateScalar, { nullable: true, description: '主持的书记（校长）同意的日期' }) approvedOn: string | null;
  @Field(() => String, { nullable: true }) approvedByName: string | null;
}

@ObjectType('Topic', { implements: NodeType, description: '议题：提出、会前准备、听取对方意见、确定上会' })
export class TopicType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => MeetingKindEnum) meetingKind: MeetingKind;
  @Field(() => ItemKindEnum) itemKind: ItemKind;
  @Field(() => String) title: string;
  @Field(() => String, { description: '事由与建议方案' }) body: string;
  @Field(() => String) matterCode: string;
  @Field(() => String, { description: '议题目录中的名称' }) matterName: string;
  @Field(() => JsonScalar, { description: '提出时适用的目录规定，字段同 MatterType' }) matter: unknown;
  @Field(() => MatterCategoryEnum) category: MatterCategory;
  @Field(() => Boolean, { description: '“三重一大”' }) major: boolean;
  @Field(() => Boolean, { description: '干部任免' }) cadre: boolean;
  @Field(() => DeciderEnum, { description: '由谁决定' }) decider: Decider;
  @Field(() => Float, { nullable: true, description: '金额，元' }) amount: number | null;
  @Field(() => Boolean, { nullable: true }) vitalInterest: boolean | null;
  @Field(() => [HearingAudienceEnum]) audiences: HearingAudience[];
  @Field(() => Boolean, { nullable: true }) specialised: boolean | null;
  @Field(() => Boolean, { description: '目录之外另要求三分之二以上到会' }) twoThirds: boolean;
  @Field(() => Boolean, { description: '目录之外另列为重要议题' }) important: boolean;
  @Field(() => ConfidentialityEnum) confidentiality: Confidentiality;
  @Field(() => Boolean, { description: '人事或涉密，公布前仅少数人可见' }) restricted: boolean;
  @Field(() => PersonType, { nullable: true }) proposer: PersonType | null;
  @Field(() => String, { nullable: true }) proposerName: string | null;
  @Field(() => Boolean, { description: '本账号提出的' }) proposedByMe: boolean;
  @Field(() => PostEnum, { nullable: true, description: '以何职务提出' }) proposerPost: Post | null;
  @Field(() => DateScalar, { nullable: true }) proposedOn: string | null;
  @Field(() => PersonType, { nullable: true, description: '分管领导' }) lead: PersonType | null;
  @Field(() => String, { nullable: true }) leadName: string | null;
  @Field(() => String, { nullable: true, description: '临时动议的理由' }) unscheduledReason: string | null;
  @Field(() => TopicStateEnum) state: TopicState;
  @Field(() => String, { nullable: true, description: '最近一次暂缓上会的原因' }) heldBackReason: string | null;
  @Field(() => DateScalar, { nullable: true }) heldBackOn: string | null;
  @Field(() => String, { nullable: true }) returnedReason: string | null;
  @Field(() => String, { nullable: true }) withdrawnReason: string | null;
  @Field(() => ConsultationStatusEnum) consultationStatus: ConsultationStatus;
  @Field(() => ConsultedSideEnum, { nullable: true }) consultedSide: ConsultedSide | null;
  @Field(() => [GateType], { description: '上次办理时，下一步（确定上会、作出决定）尚缺的；即时结果见 topicGates' })
  gates: GateType[];
  @Field(() => String, { nullable: true }) confirmedByName: string | null;
  @Field(() => HeadPostEnum, { nullable: true, description: '以何职务确定' }) confirmedAs: HeadPost | null;
  @Field(() => Boolean, { nullable: true, description: '由主持工作者确定' }) confirmedActing: boolean | null;
  @Field(() => Boolean, { description: '由提出人自己以书记（校长）职务确定' }) selfConfirmed: boolean;
  @Field(() => DateTimeScalar, { nullable: true }) confirmedAt: string | null;
  @Field(() => ID, { nullable: true, description: '部署落实的党组织决议' }) implementsDecisionId: string | null;
  @Field(() => ID, { nullable: true, description: '提请复议的决议' }) reconsidersDecisionId: string | null;
  @Field(() => Boolean, { description: '补录' }) enteredAfterwards: boolean;
  @Field(() => DateScalar, { nullable: true, description: '补录的会议日期' }) paperOn: string | null;
  @Field(() => Boolean, { description: '正待本账号办理' }) waitsForMe: boolean;
  @Field(() => [TopicRecordType], { description: '会前记录，含已被代替的' }) records: TopicRecordType[];
  @Field(() => [ConsultationType], { description: '各轮会前意见' }) consultations: ConsultationType[];
  @Field(() => [ProceduralDepartureType]) departures: ProceduralDepartureType[];
  @Field(() => [CheckOutcomeType], { description: '各项检查留下的结果，新的在前' }) checks: CheckOutcomeType[];
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => String) createdByName: string;
  @Field(() => Int) version: number;
}

export const TopicConnectionType = connectionOf('Topic', () => TopicType);

@InputType({ description: '议题筛选' })
class TopicFilter {
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => ID, { nullable: true }) schoolId?: string;
  @Field(() => [MeetingKindEnum], { nullable: true }) meetingKind?: MeetingKind[];
  @Field(() => [TopicStateEnum], { nullable: true }) state?: TopicState[];
  @Field(() => [MatterCategoryEnum], { nullable: true }) category?: MatterCategory[];
  @Field(() => Boolean, { nullable: true, description: '本人提出的' }) mine?: boolean;
  @Field(() => Boolean, { nullable: true, description: '正待本账号办理的' }) waitingForMe?: boolean;
  @Field(() => Boolean, { nullable: true, description: '曾暂缓上会的' }) everHeldBack?: boolean;
  @Field(() => String, { nullable: true, description: '题目包含' }) q?: string;
}

export const TopicListArgs = pagedArgs({ filter: TopicFilter });
