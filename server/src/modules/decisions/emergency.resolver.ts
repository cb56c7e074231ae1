import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { confirmEmergency } from './confirm-emergency.js';
import { ConfirmEmergencyInput, RecordEmergencyInput } from './emergency.input.js';
import { EmergencyActionConnectionType, EmergencyActionListArgs, EmergencyActionType } from './emergency.type.js';
import { recordEmergency } from './record-emergency.js';

@Resolver()
export class EmergencyResolver {
  @Query(() => EmergencyActionType, { nullable: true, description: '一次紧急处置' })
  @Requires('grant')
  emergencyAction(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) _asOf?: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => EmergencyActionConnectionType, { description: '权限范围内的紧急处置，新的在前' })
  @Requires('grant')
  emergencyActions(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => EmergencyActionListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => EmergencyActionType, { description: '登记紧急处置' })
  @Requires('grant')
  recordEmergency(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecordEmergencyInput) input: RecordEmergencyInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await recordEmergency(write, input)));
  }

  @Mutation(() => EmergencyActionType, { description: '登记会议对紧急处置的结论' })
  @Requires('grant')
  confirmEmergency(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ConfirmEmergencyInput) input: ConfirmEmergencyInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await confirmEmergency(write, input)));
  }
}
