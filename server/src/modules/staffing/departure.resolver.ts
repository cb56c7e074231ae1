import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { approveDeparture } from './approve-departure.js';
import { ApproveDepartureInput, RequestDepartureInput, WithdrawDepartureInput } from './departure.input.js';
import { DepartureConnectionType, DepartureListArgs, StaffingDepartureType } from './departure.type.js';
import { requestDeparture } from './request-departure.js';
import { withdrawDeparture } from './withdraw-departure.js';

@Resolver()
export class DepartureResolver {
  @Query(() => DepartureConnectionType, { description: '权限范围内的特殊情况备案，新的在前' })
  @Requires('grant')
  departures(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DepartureListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => StaffingDepartureType, { description: '学校申请特殊情况备案' })
  @Requires('grant')
  requestDeparture(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RequestDepartureInput) input: RequestDepartureInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await requestDeparture(write, input)));
  }

  @Mutation(() => StaffingDepartureType, { description: '主管部门批准特殊情况备案' })
  @Requires('grant')
  approveDeparture(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ApproveDepartureInput) input: ApproveDepartureInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await approveDeparture(write, input)));
  }

  @Mutation(() => StaffingDepartureType, { description: '撤回特殊情况备案' })
  @Requires('grant')
  withdrawDeparture(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WithdrawDepartureInput) input: WithdrawDepartureInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await withdrawDeparture(write, input)));
  }
}
