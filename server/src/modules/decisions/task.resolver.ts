import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AttachmentConnectionType, AttachmentListArgs } from '../../platform/attachments/index.js';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { SchoolType } from '../schools/index.js';
import { assignTask } from './assign-task.js';
import { cancelTask, closeTask } from './close-task.js';
import { reopenTask } from './reopen-task.js';
import { reportTask } from './report-task.js';
import { AssignTaskInput, CancelTaskInput, CloseTaskInput, ReopenTaskInput, ReportTaskInput } from './task.input.js';
import { DecisionTaskConnectionType, DecisionTaskListArgs, DecisionTaskType, SchoolTasksArgs } from './task.type.js';

@Resolver()
export class DecisionTaskResolver {
  @Query(() => DecisionTaskType, { nullable: true, description: '一项决议任务' })
  @Requires('grant')
  decisionTask(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) _asOf?: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => DecisionTaskConnectionType, { description: '权限范围内的决议任务' })
  @Requires('grant')
  decisionTasks(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => DecisionTaskListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => DecisionTaskType, { description: '分派任务' })
  @Requires('grant')
  assignTask(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AssignTaskInput) input: AssignTaskInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await assignTask(write, input)));
  }

  @Mutation(() => DecisionTaskType, { description: '报告进展或完成' })
  @Requires('grant')
  reportTask(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReportTaskInput) input: ReportTaskInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await reportTask(write, input)));
  }

  @Mutation(() => DecisionTaskType, { description: '审核办结' })
  @Requires('grant')
  closeTask(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CloseTaskInput) input: CloseTaskInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await closeTask(write, input)));
  }

  @Mutation(() => DecisionTaskType, { description: '退回或重新打开' })
  @Requires('grant')
  reopenTask(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReopenTaskInput) input: ReopenTaskInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await reopenTask(write, input)));
  }

  @Mutation(() => DecisionTaskType, { description: '终止任务' })
  @Requires('grant')
  cancelTask(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => CancelTaskInput) input: CancelTaskInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await cancelTask(write, input)));
  }
}

/** The documents of a task; the read model answers. */
@Resolver(() => DecisionTaskType)
export class TaskAttachmentsResolver {
  @FieldResolver(() => AttachmentConnectionType, { description: '附件' })
  attachments(@Root() task: { attachments: object }, @Args(() => AttachmentListArgs) _args: object): object {
    return task.attachments;
  }
}

/** The field that this module adds to a school; the read model answers. */
@Resolver(() => SchoolType)
export class SchoolTasksResolver {
  @FieldResolver(() => DecisionTaskConnectionType, { description: '学校的决议任务，先到期的在前' })
  decisionTasks(@Root() school: { decisionTasks: object }, @Args(() => SchoolTasksArgs) _args: object): object {
    return school.decisionTasks;
  }
}
