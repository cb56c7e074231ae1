import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { changePerson } from './change-person.js';
import { createPerson } from './create-person.js';
import { PersonInput } from './person.input.js';
import { PersonConnectionType, PersonListArgs, PersonType } from './person.type.js';

@Resolver()
export class PersonResolver {
  @Query(() => PersonType, { nullable: true, description: '一个人' })
  @Requires('grant')
  person(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) _asOf?: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => PersonConnectionType, { description: '权限范围内的人员' })
  @Requires('grant')
  people(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PersonListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => PersonType, { description: '登记人员' })
  @Requires('grant')
  createPerson(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => PersonInput) input: PersonInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await createPerson(write, input)));
  }

  @Mutation(() => PersonType, { description: '修改人员信息，须说明原因' })
  @Requires('grant')
  changePerson(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => PersonInput) input: PersonInput,
    @Arg('reason', () => String) reason: string,
  ): Promise<unknown> {
    const target = { id, expectedVersion };
    return mutate(ctx, async (write) =>
      resolveReadByKey(write, info, await changePerson(write, target, { input, reason })),
    );
  }
}
