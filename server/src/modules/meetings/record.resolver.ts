import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { resolveReadByKey } from '../../platform/read/index.js';
import { AttachmentConnectionType, AttachmentListArgs } from '../../platform/attachments/index.js';
import { SchoolType } from '../schools/index.js';
import { CheckOutcomeType, TopicType } from '../topics/index.js';
import { AgendaItemType } from './agenda-item.type.js';
import { EnterMeetingInput } from './enter-meeting.input.js';
import { enterMeeting } from './enter-meeting.js';
import { confirmOpinion } from './give-opinion.js';
import { issueMinutes } from './issue-minutes.js';
import { SchoolMeetingsArgs } from './meeting-list.input.js';
import { MeetingConnectionType, MeetingType } from './meeting.type.js';
import { CorrectRecordInput, IssueMinutesInput, ReturnRecordInput, SignRecordInput } from './record.input.js';
import { correctRecord, returnRecord, signRecord } from './sign-record.js';

/** The record of a meeting: signed, corrected, issued, entered from paper. */
@Resolver()
export class RecordResolver {
  @Mutation(() => MeetingType, { description: '主持人、记录人签字；两人都签字后记录封存' })
  @Requires('grant')
  signRecord(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SignRecordInput) input: SignRecordInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await signRecord(write, input)));
  }

  @Mutation(() => MeetingType, { description: '主持人退回记录人重写' })
  @Requires('grant')
  returnRecord(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReturnRecordInput) input: ReturnRecordInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await returnRecord(write, input)));
  }

  @Mutation(() => MeetingType, { description: '签字后的更正' })
  @Requires('grant')
  correctRecord(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CorrectRecordInput) input: CorrectRecordInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await correctRecord(write, input)));
  }

  @Mutation(() => MeetingType, { description: '签发会议纪要' })
  @Requires('grant')
  issueMinutes(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => IssueMinutesInput) input: IssueMinutesInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await issueMinutes(write, input)));
  }

  @Mutation(() => MeetingType, { description: '补录一次纸质记录的会议' })
  @Requires('grant')
  enterMeeting(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => EnterMeetingInput) input: EnterMeetingInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await enterMeeting(write, input)));
  }

  @Mutation(() => MeetingType, { description: '确认补录的本人意见' })
  @Requires('grant')
  confirmOpinion(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('itemId', () => ID) itemId: string,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await confirmOpinion(write, itemId)));
  }
}

/** What other modules and the platform add to a meeting; the read models answer. */
@Resolver(() => MeetingType)
export class MeetingLinksResolver {
  @FieldResolver(() => [CheckOutcomeType], { description: '召集、开会、散会、签字时留下的检查结果' })
  checks(@Root() meeting: { checks: object[] }): object[] {
    return meeting.checks;
  }

  @FieldResolver(() => AttachmentConnectionType, { description: '附件：材料、签字扫描件、纪要' })
  attachments(@Root() meeting: { attachments: object }, @Args(() => AttachmentListArgs) _args: object): object {
    return meeting.attachments;
  }
}

/** The links of an item. */
@Resolver(() => AgendaItemType)
export class AgendaItemLinksResolver {
  @FieldResolver(() => MeetingType, { nullable: true })
  meeting(@Root() item: { meeting: MeetingType | null }): MeetingType | null {
    return item.meeting;
  }

  @FieldResolver(() => TopicType, { nullable: true, description: '议题；无权阅读的为空' })
  topic(@Root() item: { topic: object | null }): object | null {
    return item.topic;
  }

  @FieldResolver(() => [CheckOutcomeType], { description: '作出结论时留下的检查结果' })
  checks(@Root() item: { checks: object[] }): object[] {
    return item.checks;
  }
}

/** The fields that this module adds to a school and to a topic. */
@Resolver(() => SchoolType)
export class SchoolMeetingsResolver {
  @FieldResolver(() => MeetingConnectionType, { description: '会议，新的在前' })
  meetings(@Root() school: { meetings: object }, @Args(() => SchoolMeetingsArgs) _args: object): object {
    return school.meetings;
  }
}

@Resolver(() => TopicType)
export class TopicMeetingsResolver {
  @FieldResolver(() => [AgendaItemType], { description: '列入过的议程及结论，新的在前' })
  agendaItems(@Root() topic: { agendaItems: object[] }): object[] {
    return topic.agendaItems;
  }
}
