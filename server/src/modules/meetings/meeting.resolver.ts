import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { callMeeting, sendNotice } from './call-meeting.js';
import { changeAgenda } from './change-agenda.js';
import { changeMeeting } from './change-meeting.js';
import { delegateChair } from './delegate-chair.js';
import { MeetingListArgs } from './meeting-list.input.js';
import { MeetingVerdictType } from './meeting-verdict.type.js';
import { MeetingConnectionType, MeetingType } from './meeting.type.js';
import { cancelMeeting } from './open-meeting.js';
import { planMeeting } from './plan-meeting.js';
import {
  CallMeetingInput,
  CancelMeetingInput,
  ChangeAgendaInput,
  ChangeMeetingInput,
  DelegateChairInput,
  PlanMeetingInput,
} from './plan-meeting.input.js';
import { viewVerdict } from './view-verdict.js';

/** Meetings and how they are convened. */
@Resolver()
export class MeetingResolver {
  @Query(() => MeetingType, { nullable: true, description: '一次会议' })
  @Requires('grant')
  meeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => MeetingConnectionType, { description: '权限范围内的会议' })
  @Requires('grant')
  meetings(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => MeetingListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => MeetingVerdictType, { description: '会议此刻的法定人数和检查：按当日班子、规则和记录重新计算' })
  @Requires('grant')
  meetingVerdict(@Ctx() ctx: GraphqlContext, @Arg('id', () => ID) id: string): Promise<MeetingVerdictType> {
    return viewVerdict(reading(ctx), id);
  }

  @Mutation(() => MeetingType, { description: '筹备会议：议程从已确定的议题中选取' })
  @Requires('grant')
  planMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PlanMeetingInput) input: PlanMeetingInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await planMeeting(write, input)));
  }

  @Mutation(() => MeetingType, { description: '修改尚未召开的会议' })
  @Requires('grant')
  changeMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ChangeMeetingInput) input: ChangeMeetingInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await changeMeeting(write, input)));
  }

  @Mutation(() => MeetingType, { description: '调整议程的顺序，列入、撤下' })
  @Requires('grant')
  changeAgenda(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ChangeAgendaInput) input: ChangeAgendaInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await changeAgenda(write, input)));
  }

  @Mutation(() => MeetingType, { description: '召集会议，发出通知（书记、校长或受委托人）' })
  @Requires('grant')
  callMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CallMeetingInput) input: CallMeetingInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await callMeeting(write, input)));
  }

  @Mutation(() => MeetingType, { description: '再次通知，或补送材料' })
  @Requires('grant')
  sendNotice(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CallMeetingInput) input: CallMeetingInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await sendNotice(write, input)));
  }

  @Mutation(() => MeetingType, { description: '书记、校长委托他人主持，或收回' })
  @Requires('grant')
  delegateChair(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DelegateChairInput) input: DelegateChairInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await delegateChair(write, input)));
  }

  @Mutation(() => MeetingType, { description: '会议未开成：到会不足、改期、取消' })
  @Requires('grant')
  cancelMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CancelMeetingInput) input: CancelMeetingInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await cancelMeeting(write, input)));
  }
}
