import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { changeSchool } from './change-school.js';
import { createSchool } from './create-school.js';
import { SchoolListArgs } from './school-list.input.js';
import { SchoolChangeInput, SchoolInput } from './school.input.js';
import { SchoolConnectionType, SchoolType } from './school.type.js';

@Resolver()
export class SchoolResolver {
  @Query(() => SchoolType, { nullable: true, description: '一所学校在某日的状况' })
  @Requires('grant')
  school(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) _asOf?: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => SchoolConnectionType, { description: '权限范围内的学校在某日的状况' })
  @Requires('grant')
  schools(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => SchoolListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => SchoolType, { description: '登记学校，可同时登记党组织' })
  @Requires('grant')
  createSchool(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SchoolInput) input: SchoolInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await createSchool(write, input)));
  }

  @Mutation(() => SchoolType, { description: '变更或更正学校登记信息，自生效日起' })
  @Requires('grant')
  changeSchool(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => SchoolChangeInput) input: SchoolChangeInput,
  ): Promise<unknown> {
    const target = { id, expectedVersion };
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await changeSchool(write, target, input)));
  }
}
