import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AttachmentListArgs, AttachmentConnectionType } from '../../platform/attachments/index.js';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { pagedArgs } from '../../platform/graphql/paged-args.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { SchoolType } from '../schools/index.js';
import { adoptRules } from './adopt-rules.js';
import { changeRules } from './change-rules.js';
import { draftRules } from './draft-rules.js';
import { reviewRules } from './review-rules.js';
import {
  AdoptRulesInput,
  ChangeRulesInput,
  DraftRulesInput,
  ReviewRulesInput,
  SubmitRulesInput,
} from './rules.input.js';
import { RulesConnectionType, RulesListArgs, RulesOfProcedureType } from './rules.type.js';
import { submitRules } from './submit-rules.js';

@Resolver()
export class RulesResolver {
  @Query(() => RulesOfProcedureType, { nullable: true, description: '议事规则的一个版本' })
  @Requires('grant')
  ruleOfProcedure(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => RulesConnectionType, { description: '权限范围内的议事规则，新的在前' })
  @Requires('grant')
  rulesOfProcedure(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => RulesListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => RulesOfProcedureType, { description: '起草议事规则的新版本' })
  @Requires('grant')
  draftRules(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => DraftRulesInput) input: DraftRulesInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await draftRules(write, input)));
  }

  @Mutation(() => RulesOfProcedureType, { description: '修改起草中的议事规则' })
  @Requires('grant')
  changeRules(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ChangeRulesInput) input: ChangeRulesInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await changeRules(write, input)));
  }

  @Mutation(() => RulesOfProcedureType, { description: '学校通过议事规则；松于《意见》的不能通过' })
  @Requires('grant')
  adoptRules(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AdoptRulesInput) input: AdoptRulesInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await adoptRules(write, input)));
  }

  @Mutation(() => RulesOfProcedureType, { description: '报送教育主管部门审查备案' })
  @Requires('grant')
  submitRules(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SubmitRulesInput) input: SubmitRulesInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await submitRules(write, input)));
  }

  @Mutation(() => RulesOfProcedureType, { description: '教育主管部门审查：备案或退回' })
  @Requires('grant')
  reviewRules(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => ReviewRulesInput) input: ReviewRulesInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await reviewRules(write, input)));
  }
}

/** The papers of a version; the read model answers. */
@Resolver(() => RulesOfProcedureType)
export class RulesAttachmentsResolver {
  @FieldResolver(() => AttachmentConnectionType, { description: '附件' })
  attachments(@Root() rules: { attachments: object }, @Args(() => AttachmentListArgs) _args: object): object {
    return rules.attachments;
  }
}

const PageArgs = pagedArgs({ first: 20 });

/** The field that this module adds to a school; the read model answers. */
@Resolver(() => SchoolType)
export class SchoolFilingsResolver {
  @FieldResolver(() => RulesConnectionType, { description: '两种会议的议事规则，各版本，新的在前' })
  rulesOfProcedure(@Root() school: { rulesOfProcedure: object }, @Args(() => PageArgs) _args: object): object {
    return school.rulesOfProcedure;
  }
}
