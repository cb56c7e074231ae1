import type { CheckOutcome, Severity } from '@zhixiao/domain';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CheckOutcomeEnum, SeverityEnum, graphqlEnum } from '../../platform/graphql/enums.js';
import { DateScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { CheckSubjectEnum } from '../topics/index.js';
import { COMPLIANCE_GROUPS } from './compliance.js';
import type { JudgedSubject } from './check-outcomes.js';
import { HELD_BACK_KINDS, type HeldBackKind } from './held-back.js';
import { RateType } from './statistics.type.js';

export const ComplianceGroupEnum = graphqlEnum('ComplianceGroup', COMPLIANCE_GROUPS, '合计、按县、按校，逐项检查');
export const HeldBackKindEnum = graphqlEnum('HeldBackKind', HELD_BACK_KINDS, '暂缓上会、缓议、会议未开成');

@ObjectType('MeetingFigures', { description: '会议运行情况统计表（L8）的各项' })
export class MeetingFiguresType {
  @Field(() => Int, { description: '党组织会议次数' }) pmCount: number;
  @Field(() => Int, { description: '校长办公会议次数' }) omCount: number;
  @Field(() => Int, { description: '党组织会议议题数' }) pmItems: number;
  @Field(() => Int, { description: '校长办公会议议题数' }) omItems: number;
  @Field(() => Int, { description: '其中三重一大议题' }) major: number;
  @Field(() => Int, { description: '其中干部议题' }) cadre: number;
  @Field(() => RateType, { description: '平均到会率' }) avgAttend: RateType;
  @Field(() => Int, { description: '到会不足而未开次数' }) quorumFail: number;
  @Field(() => Int, { description: '暂缓上会议题数' }) deferred: number;
  @Field(() => Int, { description: '复议议题数' }) reconsider: number;
  @Field(() => Int, { description: '听取教职工意见事项数' }) staffHeard: number;
  @Field(() => Int, { description: '专家评估事项数' }) expert: number;
  @Field(() => Int, { description: '列席人次' }) observers: number;
  @Field(() => Int, { description: '第一议题次数' }) firstTopic: number;
  @Field(() => Int, { description: '逾期未落实的决议任务数' }) overdue: number;
  @Field(() => Int, { description: '书记校长沟通次数' }) comms: number;
}

@ObjectType('MeetingStatisticsRow', { description: '一校一行' })
export class MeetingStatisticsRowType extends MeetingFiguresType {
  @Field(() => ID) schoolId: string;
  @Field(() => String) schoolName: string;
  @Field(() => ID) tenantId: string;
}

@ObjectType('MeetingStatistics', { description: '会议运行情况统计表（L8）：默认本学期' })
export class MeetingStatisticsType {
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar, { description: '最后一天' }) to: string;
  @Field(() => Int, { description: '学校数' }) schools: number;
  @Field(() => MeetingFiguresType, { description: '全部学校合计' }) total: MeetingFiguresType;
  @Field(() => [MeetingStatisticsRowType]) rows: MeetingStatisticsRowType[];
}

@ObjectType('ComplianceFigures', { description: '检查结果的个数；比率为符合占符合与不符合之和' })
export class ComplianceFiguresType {
  @Field(() => Int, { description: '符合' }) passed: number;
  @Field(() => Int, { description: '不符合' }) failed: number;
  @Field(() => Int, { description: '不按一般要求，已同意' }) departuresApproved: number;
  @Field(() => Int, { description: '不按一般要求，待同意' }) departuresPending: number;
  @Field(() => Int, { description: '无记录（补录）' }) noRecord: number;
  @Field(() => RateType) rate: RateType;
}

@ObjectType('CheckCompliance', { description: '一项检查' })
export class CheckComplianceType extends ComplianceFiguresType {
  @Field(() => String) checkId: string;
  @Field(() => String, { description: '《意见》条款或地方规则' }) clause: string;
  @Field(() => SeverityEnum) severity: Severity;
}

@ObjectType('ComplianceGroupRow', { description: '一县、一校或合计' })
export class ComplianceGroupRowType {
  @Field(() => ID, { nullable: true, description: '县或学校的编号；合计为空' }) key: string | null;
  @Field(() => String, { description: '县名、校名；合计为 TOTAL' }) name: string;
  @Field(() => ComplianceFiguresType) total: ComplianceFiguresType;
  @Field(() => [CheckComplianceType]) checks: CheckComplianceType[];
}

@ObjectType('Compliance', { description: '议事决策程序的合规情况：开过的会、有结论的议程、生效的决议；默认本学期' })
export class ComplianceType {
  @Field(() => DateScalar) from: string;
  @Field(() => DateScalar, { description: '最后一天' }) to: string;
  @Field(() => ComplianceFiguresType) total: ComplianceFiguresType;
  @Field(() => [ComplianceGroupRowType]) groups: ComplianceGroupRowType[];
  @Field(() => Int, { description: '共几组' }) groupCount: number;
}

@ObjectType('CheckOutcomeEntry', { description: '合规数字背后的一条' })
export class CheckOutcomeEntryType {
  @Field(() => String) checkId: string;
  @Field(() => CheckOutcomeEnum) outcome: CheckOutcome;
  @Field(() => SeverityEnum) severity: Severity;
  @Field(() => String) clause: string;
  @Field(() => JsonScalar) params: unknown;
  @Field(() => DateScalar, { description: '会议日期；执行报告为学期第一天' }) on: string;
  @Field(() => CheckSubjectEnum) subjectType: JudgedSubject;
  @Field(() => ID, { description: '会议、议程或决议的编号' }) subjectId: string;
  @Field(() => String) title: string;
  @Field(() => ID, { nullable: true }) meetingId: string | null;
  @Field(() => ID) schoolId: string;
  @Field(() => String, { nullable: true }) schoolName: string | null;
}

@ObjectType('CheckOutcomeList')
export class CheckOutcomeListType {
  @Field(() => Int) totalCount: number;
  @Field(() => [CheckOutcomeEntryType]) nodes: CheckOutcomeEntryType[];
}

@ObjectType('HeldBackEntry', { description: '被搁置的议题、议程或会议及其原因' })
export class HeldBackEntryType {
  @Field(() => HeldBackKindEnum) kind: HeldBackKind;
  @Field(() => DateScalar) on: string;
  @Field(() => String) title: string;
  @Field(() => String, { description: '原因；未开成的会议为原因代码与说明' }) reason: string;
  @Field(() => [String], { description: '未满足的检查' }) checkIds: string[];
  @Field(() => Boolean, { description: '至今仍搁置' }) open: boolean;
  @Field(() => ID, { description: '议题、议程或会议的编号' }) subjectId: string;
  @Field(() => ID, { nullable: true }) meetingId: string | null;
  @Field(() => ID) schoolId: string;
  @Field(() => String, { nullable: true }) schoolName: string | null;
}

@ObjectType('HeldBackList')
export class HeldBackListType {
  @Field(() => Int) totalCount: number;
  @Field(() => [HeldBackEntryType]) nodes: HeldBackEntryType[];
}
