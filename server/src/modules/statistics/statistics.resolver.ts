import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { JobType } from '../../platform/jobs/index.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { resolveReadByKey } from '../../platform/read/index.js';
import { crossSchoolReport } from './cross-school-report.js';
import { exportReport } from './export-report.js';
import { viewLateSchools } from './late-schools.js';
import { quietCounties } from './quiet-counties.js';
import { ExportReportInput, ReportInput } from './report.input.js';
import { rolloutOverview } from './rollout-overview.js';
import { staffingOverview } from './staffing-overview.js';
import {
  CrossSchoolReportType,
  LateSchoolType,
  QuietCountiesArgs,
  QuietCountyType,
  RolloutOverviewType,
  StaffingOverviewType,
} from './statistics.type.js';

@Resolver()
export class StatisticsResolver {
  @Query(() => RolloutOverviewType, { description: '推进情况' })
  @Requires('grant')
  rolloutOverview(
    @Ctx() ctx: GraphqlContext,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf?: string,
    @Arg('compareTo', () => DateScalar, { nullable: true }) compareTo?: string,
  ): Promise<unknown> {
    return rolloutOverview(reading(ctx), { tenantId, asOf, compareTo });
  }

  @Query(() => [LateSchoolType], { description: '应建而尚未调整的学校，停留最久的在前' })
  @Requires('grant')
  lateSchools(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf?: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first?: number | null,
  ): Promise<unknown> {
    return viewLateSchools(reading(ctx), info, { tenantId, asOf, first: first ?? 10 });
  }

  @Query(() => [QuietCountyType], { description: '已开通而久未更新数据的县' })
  @Requires('grant')
  quietCounties(
    @Ctx() ctx: GraphqlContext,
    @Args(() => QuietCountiesArgs) { tenantId, asOf, days }: QuietCountiesArgs,
  ): Promise<unknown> {
    return quietCounties(reading(ctx), { tenantId, asOf, days: days ?? 30 });
  }

  @Query(() => StaffingOverviewType, { description: '班子配备情况' })
  @Requires('grant')
  staffingOverview(
    @Ctx() ctx: GraphqlContext,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) asOf?: string,
  ): Promise<unknown> {
    return staffingOverview(reading(ctx), { tenantId, asOf });
  }

  @Query(() => CrossSchoolReportType, { description: '跨校统计' })
  @Requires('grant')
  crossSchoolReport(@Ctx() ctx: GraphqlContext, @Arg('input', () => ReportInput) input: ReportInput): Promise<unknown> {
    return crossSchoolReport(reading(ctx), input);
  }

  @Mutation(() => JobType, { description: '导出统计表（Excel）' })
  @Requires('grant')
  exportReport(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ExportReportInput) input: ExportReportInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => {
      const job = await exportReport(write, input);
      return resolveReadByKey(write, info, { type: 'Job', ...job });
    });
  }
}
