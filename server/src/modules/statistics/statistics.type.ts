import type { Post, RolloutState, Severity } from '@zhixiao/domain';
import { IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { PostEnum, RolloutStateEnum, SeverityEnum } from '../../platform/graphql/enums.js';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.js';
import { SchoolType } from '../schools/index.js';
import { TenantType } from '../tenancy/index.js';

@ObjectType('StateCount', { description: '处于某一推进状态的应建学校数' })
export class StateCountType {
  @Field(() => RolloutStateEnum) state: RolloutState;
  @Field(() => Int) count: number;
}

@ObjectType('Rate', { description: '比率：分子、分母与百分数' })
export class RateType {
  @Field(() => Int) numerator: number;
  @Field(() => Int) denominator: number;
  @Field(() => Float, { nullable: true, description: '一位小数；分母为零时为空' }) percent: number | null;
}

@ObjectType('CountyProgress', { description: '一县（或市直）的推进情况' })
export class CountyProgressType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => [StateCountType], { description: '应建学校，按推进状态' }) states: StateCountType[];
  @Field(() => RateType) completion: RateType;
  @Field(() => RateType) completionBefore: RateType;
  @Field(() => Int) inScope: number;
}

@ObjectType('RolloutOverview', { description: '推进情况：截至日期，并与此前一日比较' })
export class RolloutOverviewType {
  @Field(() => DateScalar) asOf: string;
  @Field(() => DateScalar, { description: '默认上月最后一天' }) compareTo: string;
  @Field(() => Int) schools: number;
  @Field(() => Int, { description: '应建学校数' }) inScope: number;
  @Field(() => Int, { description: '参照执行的学校数' }) byReference: number;
  @Field(() => [StateCountType], { description: '应建学校，按推进状态，合计即应建学校数' }) funnel: StateCountType[];
  @Field(() => RateType) completion: RateType;
  @Field(() => RateType) completionBefore: RateType;
  @Field(() => [CountyProgressType], { description: '按代码排序；市直学校自成一行' }) counties: CountyProgressType[];
}

@ObjectType('LateSchool', { description: '应建而尚未调整的学校' })
export class LateSchoolType {
  @Field(() => SchoolType) school: SchoolType;
  @Field(() => RolloutStateEnum) state: RolloutState;
  @Field(() => DateScalar, { nullable: true, description: '从未记录时为空' }) since: string | null;
  @Field(() => Int, { description: '处于该状态的天数；从未记录的，自建校或本地启用系统起算' }) days: number;
}

@ObjectType('FindingCount', { description: '一项检查各结果的学校数' })
export class FindingCountType {
  @Field(() => String) checkId: string;
  @Field(() => SeverityEnum) severity: Severity;
  @Field(() => String, { description: '意见条款' }) clause: string;
  @Field(() => Int) fail: number;
  @Field(() => Int) pending: number;
  @Field(() => Int) approved: number;
  @Field(() => Int) pass: number;
}

@ObjectType('VacancyCount', { description: '空缺职数' })
export class VacancyCountType {
  @Field(() => PostEnum) post: Post;
  @Field(() => Boolean, { description: '专职副书记' }) fullTime: boolean;
  @Field(() => Int) count: number;
}

@ObjectType('StaffingOverview', { description: '班子配备：当日须关注的情况' })
export class StaffingOverviewType {
  @Field(() => DateScalar) asOf: string;
  @Field(() => Int) schools: number;
  @Field(() => [VacancyCountType]) vacancies: VacancyCountType[];
  @Field(() => [FindingCountType]) findings: FindingCountType[];
  @Field(() => Int, { description: '六十日内任期届满（含已届满）的现任职务数' }) tenuresEnding: number;
  @Field(() => Int, { description: '待批准的特殊情况' }) departuresPending: number;
  @Field(() => Int) schoolsWithHardFindings: number;
}

@ObjectType('ReportRow', { description: '统计表的一行' })
export class ReportRowType {
  @Field(() => String, { nullable: true, description: '租户编号、学段或党组织类型（NONE 未建）；合计行为空' }) key:
    string | null;
  @Field(() => String, { description: '县名；其他分组同 key；合计行为 TOTAL' }) name: string;
  @Field(() => Int) schools: number;
  @Field(() => Int, { description: '应建学校数' }) inScope: number;
  @Field(() => Int, { description: '参照执行的学校数' }) byReference: number;
  @Field(() => Int, { description: '应建学校中已调整（含规范运行）' }) adjusted: number;
  @Field(() => Int, { description: '其中对比日期（无则上月最后一天）尚未调整的' }) newlyAdjusted: number;
  @Field(() => Int, { description: '必须项问题数' }) hardFindings: number;
  @Field(() => RateType, { description: '完成率' }) completion: RateType;
  @Field(() => RateType, { description: '参照执行率' }) byReferenceCompletion: RateType;
  @Field(() => RateType, { description: '分设率' }) separation: RateType;
  @Field(() => RateType, { description: '党支部学校一肩挑率' }) branchCombined: RateType;
  @Field(() => RateType, { description: '一肩挑率' }) combined: RateType;
  @Field(() => RateType, { description: '专职副书记配备率' }) fullTimeDeputy: RateType;
  @Field(() => RateType, { description: '党员校长任副书记率' }) memberPrincipalDeputy: RateType;
  @Field(() => RateType, { description: '交叉任职率' }) crossAppointment: RateType;
  @Field(() => RateType, { description: '按期换届率' }) termRenewal: RateType;
}

@ObjectType('CrossSchoolReport', { description: '跨校统计' })
export class CrossSchoolReportType {
  @Field(() => DateScalar) asOf: string;
  @Field(() => DateScalar, { nullable: true }) compareTo: string | null;
  @Field(() => Int) schools: number;
  @Field(() => ReportRowType) total: ReportRowType;
  @Field(() => [ReportRowType]) rows: ReportRowType[];
  @Field(() => ReportRowType, { nullable: true }) totalBefore: ReportRowType | null;
  @Field(() => [ReportRowType], { nullable: true, description: '与 rows 逐行对应' }) rowsBefore: ReportRowType[] | null;
}

@ObjectType('QuietCounty', { description: '久未更新数据的县：从未更新的在前，其次按停更天数' })
export class QuietCountyType {
  @Field(() => TenantType) tenant: TenantType;
  @Field(() => Int, { description: '截至日期的学校数' }) schools: number;
  @Field(() => DateTimeScalar, { nullable: true, description: '最近一次修改学校、人员、任职、备案或推进记录' })
  lastChangeAt: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: '最近一次确认导入' }) lastImportAt: string | null;
  @Field(() => Int, { nullable: true, description: '距最近一次更新的天数；从未更新为空' }) days: number | null;
}

@ArgsType()
export class QuietCountiesArgs {
  @Field(() => ID, { nullable: true }) tenantId?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '截至日期，默认今天' }) asOf?: string | null;
  @Field(() => Int, { nullable: true, defaultValue: 30, description: '超过多少天未更新' })
  @IsOptional()
  @Min(1)
  @Max(3650)
  days?: number | null;
}
