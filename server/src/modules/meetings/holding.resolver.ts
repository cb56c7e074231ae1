import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { resolveReadByKey } from '../../platform/read/index.js';
import { PresenceInput, SetAttendanceInput } from './attendance.input.js';
import { decideItem } from './decide-item.js';
import { giveOpinion, recordOpinions } from './give-opinion.js';
import {
  CastVoteInput,
  DecideItemInput,
  GiveOpinionInput,
  RecordOpinionsInput,
  RecordVoteInput,
  RecuseInput,
  StartItemInput,
  WithdrawRecusalInput,
  WriteItemInput,
} from './item.input.js';
import { MeetingType } from './meeting.type.js';
import { closeMeeting, openMeeting } from './open-meeting.js';
import { MeetingActInput } from './plan-meeting.input.js';
import { castVote, recordVote } from './record-vote.js';
import { recuse, withdrawRecusal } from './recuse.js';
import { setAttendance } from './set-attendance.js';
import { leaveMeeting, returnToMeeting, signIn } from './sign-in.js';
import { startItem } from './start-item.js';
import { writeItem } from './write-item.js';

/** What happens while a meeting is held. */
@Resolver()
export class HoldingResolver {
  @Mutation(() => MeetingType, { description: '登记到会、请假、列席，或只登记人数' })
  @Requires('grant')
  setAttendance(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SetAttendanceInput) input: SetAttendanceInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await setAttendance(write, input)));
  }

  @Mutation(() => MeetingType, { description: '本人签到' })
  @Requires('grant')
  signIn(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await signIn(write, id)));
  }

  @Mutation(() => MeetingType, { description: '离场' })
  @Requires('grant')
  leaveMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PresenceInput) input: PresenceInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await leaveMeeting(write, input)));
  }

  @Mutation(() => MeetingType, { description: '离场后返回' })
  @Requires('grant')
  returnToMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PresenceInput) input: PresenceInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await returnToMeeting(write, input)));
  }

  @Mutation(() => MeetingType, { description: '开会：到会须达法定人数' })
  @Requires('grant')
  openMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MeetingActInput) input: MeetingActInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await openMeeting(write, input)));
  }

  @Mutation(() => MeetingType, { description: '散会：各项议程都有结论' })
  @Requires('grant')
  closeMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MeetingActInput) input: MeetingActInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await closeMeeting(write, input)));
  }

  @Mutation(() => MeetingType, { description: '开始一项议程' })
  @Requires('grant')
  startItem(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => StartItemInput) input: StartItemInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await startItem(write, input)));
  }

  @Mutation(() => MeetingType, { description: '回避一项议程' })
  @Requires('grant')
  recuse(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecuseInput) input: RecuseInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await recuse(write, input)));
  }

  @Mutation(() => MeetingType, { description: '更正误记的回避' })
  @Requires('grant')
  withdrawRecusal(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WithdrawRecusalInput) input: WithdrawRecusalInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await withdrawRecusal(write, input)));
  }

  @Mutation(() => MeetingType, { description: '本人发表意见' })
  @Requires('grant')
  giveOpinion(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => GiveOpinionInput) input: GiveOpinionInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await giveOpinion(write, input)));
  }

  @Mutation(() => MeetingType, { description: '记录与会人员的意见' })
  @Requires('grant')
  recordOpinions(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecordOpinionsInput) input: RecordOpinionsInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await recordOpinions(write, input)));
  }

  @Mutation(() => MeetingType, { description: '记录表决票数，或开始记名投票' })
  @Requires('grant')
  recordVote(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => RecordVoteInput) input: RecordVoteInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await recordVote(write, input)));
  }

  @Mutation(() => MeetingType, { description: '本人记名投票' })
  @Requires('grant')
  castVote(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CastVoteInput) input: CastVoteInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await castVote(write, input)));
  }

  @Mutation(() => MeetingType, { description: '记录讨论要点等文字' })
  @Requires('grant')
  writeItem(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => WriteItemInput) input: WriteItemInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await writeItem(write, input)));
  }

  @Mutation(() => MeetingType, { description: '作出一项议程的结论' })
  @Requires('grant')
  decideItem(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DecideItemInput) input: DecideItemInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await decideItem(write, input)));
  }
}
