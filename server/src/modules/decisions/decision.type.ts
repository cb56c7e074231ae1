import type {
  Confidentiality,
  DecisionState,
  DisclosureMark,
  ItemResult,
  MatterCategory,
  MeetingKind,
  TaskLight,
} from '@zhixiao/domain';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.type.js';
import { graphqlEnum } from '../../platform/graphql/enums.js';
import { NodeType } from '../../platform/graphql/node.type.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { DisclosureMarkEnum, MatterCategoryEnum, MeetingKindEnum } from '../filings/index.js';
import { AgendaItemType, ItemResultEnum, MeetingType } from '../meetings/index.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';
import { CheckOutcomeType, ConfidentialityEnum, TopicType } from '../topics/index.js';
import { DecisionStateEnum, TaskLightEnum } from './decision.enums.js';
import { DecisionTaskType } from './task.type.js';

@ObjectType('ExecutionReport', { description: '向学校党组织报告决议执行情况（意见（四））' })
export class ExecutionReportType {
  @Field(() => DateScalar) reportedOn: string;
  @Field(() => String) reportedByName: string;
  @Field(() => String, { description: '录入人' }) recordedByName: string;
  @Field(() => String) text: string;
  @Field(() => MeetingType, { nullable: true, description: '听取报告的党组织会议' }) meeting: MeetingType | null;
  @Field(() => [ID], { description: '所附附件' }) attachmentIds: string[];
  @Field(() => DateTimeScalar) createdAt: string;
}

@ObjectType('Decision', {
  implements: NodeType,
  description: '决议：会议决定的事项及其落实；变更只能复议（意见（七））',
})
export class DecisionType extends NodeType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => SchoolType, { nullable: true }) school: SchoolType | null;
  @Field(() => String, { description: '编号，如 校党〔2026〕3号' }) number: string;
  @Field(() => Int) year: number;
  @Field(() => Int, { description: '当年第几号' }) seq: number;
  @Field(() => MeetingKindEnum, { description: '由哪种会议决定' }) body: MeetingKind;
  @Field(() => MeetingType, { nullable: true }) meeting: MeetingType | null;
  @Field(() => AgendaItemType, { nullable: true }) item: AgendaItemType | null;
  @Field(() => TopicType, { nullable: true }) topic: TopicType | null;
  @Field(() => String) title: string;
  @Field(() => String, { description: '决定的内容' }) text: string;
  @Field(() => String, { nullable: true, description: '议题目录中的代码' }) matterCode: string | null;
  @Field(() => MatterCategoryEnum, { nullable: true }) category: MatterCategory | null;
  @Field(() => ItemResultEnum) result: ItemResult;
  @Field(() => ConfidentialityEnum) confidentiality: Confidentiality;
  @Field(() => Boolean, { description: '涉及干部或秘密，未公开前限定阅读' }) restricted: boolean;
  @Field(() => DateScalar) decidedOn: string;
  @Field(() => String, { nullable: true, description: '作出决定或宣布结论的人' }) decidedByName: string | null;
  @Field(() => DateScalar, { nullable: true, description: '有效的最后一天' }) endedOn: string | null;
  @Field(() => DecisionStateEnum) state: DecisionState;
  @Field(() => DecisionType, { nullable: true, description: '经复议被本决议替代的' }) supersedes: DecisionType | null;
  @Field(() => DecisionType, { nullable: true, description: '经复议替代本决议的' }) supersededBy: DecisionType | null;
  @Field(() => DecisionType, { nullable: true, description: '部署落实的党组织会议决议' })
  partyDecision: DecisionType | null;
  @Field(() => [DecisionType], { description: '部署落实本决议的校长办公会议决议' }) implementedBy: DecisionType[];
  @Field(() => DisclosureMarkEnum, { description: '按目录应如何公开' }) disclosure: DisclosureMark;
  @Field(() => DateScalar, { nullable: true, description: '公开日期' }) publishedOn: string | null;
  @Field(() => String, { nullable: true, description: '在哪里公开' }) publishedWhere: string | null;
  @Field(() => String, { nullable: true }) publishedByName: string | null;
  @Field(() => DateScalar, { nullable: true, description: '上级批复日期' }) superiorOn: string | null;
  @Field(() => String, { nullable: true, description: '批复文号' }) superiorDocumentNo: string | null;
  @Field(() => String, { nullable: true }) superiorNote: string | null;
  @Field(() => String, { nullable: true, description: '会上明确的责任人' }) responsible: string | null;
  @Field(() => DateScalar, { nullable: true, description: '会上明确的时限' }) dueOn: string | null;
  @Field(() => [DecisionTaskType], { description: '任务，先到期的在前' }) tasks: DecisionTaskType[];
  @Field(() => Int, { description: '尚未办结的任务数' }) openTasks: number;
  @Field(() => TaskLightEnum, { nullable: true, description: '各任务中最急的灯；没有任务为空' })
  light: TaskLight | null;
  @Field(() => [ExecutionReportType], { description: '执行情况报告，新的在前' })
  executionReports: ExecutionReportType[];
  @Field(() => DateScalar, { nullable: true, description: '最近一次报告执行情况' }) lastReportedOn: string | null;
  @Field(() => [CheckOutcomeType], { description: '各项检查留下的结果，现行的在前' }) checks: CheckOutcomeType[];
  @Field(() => Boolean, { description: '补录' }) enteredAfterwards: boolean;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => Int) version: number;
}

export const DecisionConnectionType = connectionOf('Decision', () => DecisionType);

@InputType({ description: '决议筛选' })
class DecisionFilter {
  @Field(() => ID, { nullable: true }) tenantId?: string;
  @Field(() => ID, { nullable: true }) schoolId?: string;
  @Field(() => ID, { nullable: true }) meetingId?: string;
  @Field(() => ID, { nullable: true }) topicId?: string;
  @Field(() => [MeetingKindEnum], { nullable: true }) body?: MeetingKind[];
  @Field(() => [DecisionStateEnum], { nullable: true }) state?: DecisionState[];
  @Field(() => [MatterCategoryEnum], { nullable: true }) category?: MatterCategory[];
  @Field(() => Int, { nullable: true }) year?: number;
  @Field(() => [TaskLightEnum], { nullable: true, description: '任务中最急的灯' }) light?: TaskLight[];
  @Field(() => DateScalar, { nullable: true, description: '自此日起决定' }) decidedFrom?: string;
  @Field(() => DateScalar, { nullable: true, description: '至此日止决定' }) decidedTo?: string;
  @Field(() => Boolean, { nullable: true, description: '应公开而尚未公开的' }) toPublish?: boolean;
  @Field(() => Boolean, { nullable: true, description: '已公开的' }) published?: boolean;
  @Field(() => Boolean, { nullable: true, description: '复议其他决议，或被复议替代的' }) reconsidered?: boolean;
  @Field(() => [String], { nullable: true, description: '现行检查结果之一，如 REC-5:FAIL' }) outcome?: string[];
  @Field(() => String, { nullable: true, description: '题目、编号或内容包含' }) q?: string;
}

const DecisionOrderEnum = graphqlEnum('DecisionOrder', ['DECIDED_ON_DESC', 'DECIDED_ON_ASC', 'NUMBER_ASC'], '决议排序');

export const DecisionListArgs = pagedArgs({
  filter: DecisionFilter,
  order: [DecisionOrderEnum, 'DECIDED_ON_DESC'],
  asOf: true,
});
export const SchoolDecisionsArgs = pagedArgs({ first: 20 });
