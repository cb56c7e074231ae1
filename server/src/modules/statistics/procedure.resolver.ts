import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { checkOutcomes } from './check-outcomes.js';
import { compliance } from './compliance.js';
import { heldBack } from './held-back.js';
import { meetingStatistics } from './meeting-statistics.js';
import { CheckOutcomesArgs, ComplianceArgs, HeldBackArgs, MeetingStatisticsArgs, paged } from './procedure.args.js';
import { CheckOutcomeListType, ComplianceType, HeldBackListType, MeetingStatisticsType } from './procedure.type.js';

@Resolver()
export class ProcedureStatisticsResolver {
  @Query(() => MeetingStatisticsType, { description: '会议运行情况统计表（L8）' })
  @Requires('grant')
  meetingStatistics(
    @Ctx() ctx: GraphqlContext,
    @Args(() => MeetingStatisticsArgs) args: MeetingStatisticsArgs,
  ): Promise<unknown> {
    return meetingStatistics(reading(ctx), paged(args));
  }

  @Query(() => ComplianceType, { description: '议事决策程序的合规情况' })
  @Requires('grant')
  compliance(@Ctx() ctx: GraphqlContext, @Args(() => ComplianceArgs) args: ComplianceArgs): Promise<unknown> {
    return compliance(reading(ctx), { ...paged(args), groupBy: args.groupBy ?? 'CHECK' });
  }

  @Query(() => CheckOutcomeListType, { description: '合规数字背后的各条，新的在前' })
  @Requires('grant')
  checkOutcomes(@Ctx() ctx: GraphqlContext, @Args(() => CheckOutcomesArgs) args: CheckOutcomesArgs): Promise<unknown> {
    return checkOutcomes(reading(ctx), paged(args));
  }

  @Query(() => HeldBackListType, { description: '被搁置事项台账，新的在前' })
  @Requires('grant')
  heldBack(@Ctx() ctx: GraphqlContext, @Args(() => HeldBackArgs) args: HeldBackArgs): Promise<unknown> {
    return heldBack(reading(ctx), paged(args));
  }
}
