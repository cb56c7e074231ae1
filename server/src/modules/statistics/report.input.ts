import { MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { graphqlEnum } from '../../platform/graphql/enums.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { SchoolFilter } from '../schools/index.js';

export const REPORT_GROUPS = ['COUNTY', 'STAGE', 'ORG_TYPE'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];
const ReportGroupEnum = graphqlEnum('ReportGroup', REPORT_GROUPS, '按县、学段或党组织类型分组');

@InputType({ description: '跨校统计的范围、日期与分组' })
export class ReportInput {
  @Field(() => ReportGroupEnum) groupBy: ReportGroup;
  @Field(() => DateScalar, { nullable: true, description: '截至日期，默认今天' }) asOf?: string | null;
  @Field(() => DateScalar, { nullable: true, description: '对比日期，不晚于截至日期' }) compareTo?: string | null;
  @Field(() => SchoolFilter, { nullable: true }) filter?: SchoolFilter | null;
}

@InputType({ description: '导出统计表' })
export class ExportReportInput {
  @Field(() => ReportInput) report: ReportInput;
  @Field(() => String, { nullable: true, description: '表题；不填由系统拟定' }) @MaxLength(100) title?: string | null;
}
