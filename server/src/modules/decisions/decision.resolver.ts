import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AttachmentConnectionType, AttachmentListArgs } from '../../platform/attachments/index.js';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { AgendaItemType, MeetingType } from '../meetings/index.js';
import { SchoolType } from '../schools/index.js';
import { TopicType } from '../topics/index.js';
import { answerSuperior } from './answer-superior.js';
import { completeDecision } from './complete-decision.js';
import {
  AnswerSuperiorInput,
  CompleteDecisionInput,
  PublishDecisionInput,
  ReportExecutionInput,
} from './decision.input.js';
import { DecisionConnectionType, DecisionListArgs, DecisionType, SchoolDecisionsArgs } from './decision.type.js';
import { publishDecision } from './publish-decision.js';
import { reportExecution } from './report-execution.js';

@Resolver()
export class DecisionResolver {
  @Query(() => DecisionType, { nullable: true, description: '一项决议' })
  @Requires('grant')
  decision(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) _asOf?: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => DecisionConnectionType, { description: '权限范围内的决议' })
  @Requires('grant')
  decisions(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DecisionListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => DecisionType, { description: '公开决议' })
  @Requires('grant')
  publishDecision(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PublishDecisionInput) input: PublishDecisionInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await publishDecision(write, input)));
  }

  @Mutation(() => DecisionType, { description: '登记上级批复' })
  @Requires('grant')
  answerSuperior(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AnswerSuperiorInput) input: AnswerSuperiorInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await answerSuperior(write, input)));
  }

  @Mutation(() => DecisionType, { description: '决议办结' })
  @Requires('grant')
  completeDecision(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CompleteDecisionInput) input: CompleteDecisionInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await completeDecision(write, input)));
  }

  @Mutation(() => DecisionType, { description: '报告执行情况' })
  @Requires('grant')
  reportExecution(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReportExecutionInput) input: ReportExecutionInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await reportExecution(write, input)));
  }
}

/** The documents of a decision; the read model answers. */
@Resolver(() => DecisionType)
export class DecisionAttachmentsResolver {
  @FieldResolver(() => AttachmentConnectionType, { description: '附件' })
  attachments(@Root() decision: { attachments: object }, @Args(() => AttachmentListArgs) _args: object): object {
    return decision.attachments;
  }
}

/** The fields that this module adds to schools, meetings, items and topics; the read models answer. */
@Resolver(() => SchoolType)
export class SchoolDecisionsResolver {
  @FieldResolver(() => DecisionConnectionType, { description: '学校的决议，新的在前' })
  decisions(@Root() school: { decisions: object }, @Args(() => SchoolDecisionsArgs) _args: object): object {
    return school.decisions;
  }
}

@Resolver(() => MeetingType)
export class MeetingDecisionsResolver {
  @FieldResolver(() => [DecisionType], { description: '会议形成的决议' })
  decisions(@Root() meeting: { decisions: object[] }): object[] {
    return meeting.decisions;
  }
}

@Resolver(() => AgendaItemType)
export class ItemDecisionResolver {
  @FieldResolver(() => DecisionType, { nullable: true, description: '形成的决议' })
  decision(@Root() item: { decision: object | null }): object | null {
    return item.decision;
  }
}

@Resolver(() => TopicType)
export class TopicDecisionsResolver {
  @FieldResolver(() => [DecisionType], { description: '议题形成的决议，新的在前' })
  decisions(@Root() topic: { decisions: object[] }): object[] {
    return topic.decisions;
  }
}
