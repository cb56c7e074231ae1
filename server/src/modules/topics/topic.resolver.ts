import type { GatePurpose } from '@zhixiao/domain';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { AttachmentConnectionType, AttachmentListArgs } from '../../platform/attachments/index.js';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { SchoolType } from '../schools/index.js';
import { changeTopic } from './change-topic.js';
import { confirmTopic, resumeTopic, returnTopic, withdrawTopic } from './move-topic.js';
import { proposeTopic, submitTopic } from './propose-topic.js';
import { GatePurposeEnum, TopicStateEnum } from './topic.enums.js';
import { ChangeTopicInput, ProposeTopicInput, TopicActInput, TopicReasonInput } from './topic.input.js';
import { GateType, TopicConnectionType, TopicListArgs, TopicType } from './topic.type.js';
import { viewGates } from './view-gates.js';

@Resolver()
export class TopicResolver {
  @Query(() => TopicType, { nullable: true, description: '一个议题' })
  @Requires('grant')
  topic(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => TopicConnectionType, { description: '权限范围内的议题，新的在前' })
  @Requires('grant')
  topics(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => TopicListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => [GateType], { description: '议题此刻尚缺的：按今天的班子、规则和记录重新检查' })
  @Requires('grant')
  topicGates(
    @Ctx() ctx: GraphqlContext,
    @Arg('topicId', () => ID) topicId: string,
    @Arg('purpose', () => GatePurposeEnum, { nullable: true, defaultValue: 'DECIDE' }) purpose?: GatePurpose | null,
  ): Promise<GateType[]> {
    return viewGates(reading(ctx), topicId, purpose ?? 'DECIDE');
  }

  @Mutation(() => TopicType, { description: '提出议题，或存为草稿' })
  @Requires('grant')
  proposeTopic(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ProposeTopicInput) input: ProposeTopicInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await proposeTopic(write, input)));
  }

  @Mutation(() => TopicType, { description: '提出草稿，或被退回后再次提出' })
  @Requires('grant')
  submitTopic(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TopicActInput) input: TopicActInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await submitTopic(write, input)));
  }

  @Mutation(() => TopicType, { description: '修改尚未确定的议题' })
  @Requires('grant')
  changeTopic(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ChangeTopicInput) input: ChangeTopicInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await changeTopic(write, input)));
  }

  @Mutation(() => TopicType, { description: '确定上会：党组织会议由书记、校长办公会议由校长' })
  @Requires('grant')
  confirmTopic(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TopicActInput) input: TopicActInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await confirmTopic(write, input)));
  }

  @Mutation(() => TopicType, { description: '书记（校长）退回议题并说明' })
  @Requires('grant')
  returnTopic(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TopicReasonInput) input: TopicReasonInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await returnTopic(write, input)));
  }

  @Mutation(() => TopicType, { description: '撤回议题' })
  @Requires('grant')
  withdrawTopic(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TopicReasonInput) input: TopicReasonInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await withdrawTopic(write, input)));
  }

  @Mutation(() => TopicType, { description: '缓议的议题重新准备' })
  @Requires('grant')
  resumeTopic(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => TopicActInput) input: TopicActInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await resumeTopic(write, input)));
  }
}

/** The papers of a topic; the read model answers. */
@Resolver(() => TopicType)
export class TopicAttachmentsResolver {
  @FieldResolver(() => AttachmentConnectionType, { description: '附件' })
  attachments(@Root() topic: { attachments: object }, @Args(() => AttachmentListArgs) _args: object): object {
    return topic.attachments;
  }
}

@ArgsType()
class SchoolTopicsArgs extends pagedArgs({ first: 20 }) {
  @Field(() => [TopicStateEnum], { nullable: true }) state?: string[] | null;
}

/** The field that this module adds to a school; the read model answers. */
@Resolver(() => SchoolType)
export class SchoolTopicsResolver {
  @FieldResolver(() => TopicConnectionType, { description: '学校的议题，新的在前' })
  topics(@Root() school: { topics: object }, @Args(() => SchoolTopicsArgs) _args: object): object {
    return school.topics;
  }
}
