import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { resolvePayload, resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { SchoolType } from '../schools/index.js';
import { appoint } from './appoint.js';
import {
  AppointInput,
  CancelAppointmentInput,
  CorrectAppointmentInput,
  EndAppointmentInput,
} from './appointment.input.js';
import { AppointPayload, AppointmentConnectionType, AppointmentListArgs } from './appointment.type.js';
import { AppointmentType } from './appointment.type.js';
import { cancelAppointment } from './cancel-appointment.js';
import { correctAppointment } from './correct-appointment.js';
import { endAppointment } from './end-appointment.js';

@Resolver()
export class AppointmentResolver {
  @Query(() => AppointmentType, { nullable: true, description: '一项任职' })
  @Requires('grant')
  appointment(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => AppointmentConnectionType, { description: '权限范围内的任职，含过去和将来' })
  @Requires('grant')
  appointments(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => AppointmentListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => AppointPayload, { description: '任命；除非正式党员任党内职务、一职两人外，事实照录并显示问题' })
  @Requires('grant')
  appoint(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AppointInput) input: AppointInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolvePayload(write, info, { ...(await appoint(write, input)) }));
  }

  @Mutation(() => AppointPayload, { description: '免职' })
  @Requires('grant')
  endAppointment(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EndAppointmentInput) input: EndAppointmentInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolvePayload(write, info, { ...(await endAppointment(write, input)) }));
  }

  @Mutation(() => SchoolType, { description: '取消尚未到任的任命；已到任的应免职或更正' })
  @Requires('grant')
  cancelAppointment(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CancelAppointmentInput) input: CancelAppointmentInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await cancelAppointment(write, input)));
  }

  @Mutation(() => AppointPayload, { description: '更正任职：新记录取代旧记录' })
  @Requires('grant')
  correctAppointment(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CorrectAppointmentInput) input: CorrectAppointmentInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolvePayload(write, info, { ...(await correctAppointment(write, input)) }));
  }
}
