import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { resolveRead, resolveReadByKey } from '../../platform/read/index.js';
import { changeOrganization } from './change-organization.js';
import { linkOrganization, unlinkOrganization } from './link-organization.js';
import { LinkOrganizationInput, OrganizationInput, UnlinkOrganizationInput } from './organization.input.js';
import { OrganizationConnectionType, OrganizationListArgs, PartyOrganizationType } from './organization.type.js';
import { SchoolType } from './school.type.js';

@Resolver()
export class OrganizationResolver {
  @Query(() => PartyOrganizationType, { nullable: true, description: '一个党组织在某日的情况' })
  @Requires('grant')
  organization(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
    @Arg('asOf', () => DateScalar, { nullable: true }) _asOf?: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => OrganizationConnectionType, { description: '权限范围内的党组织在某日的情况' })
  @Requires('grant')
  organizations(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => OrganizationListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => SchoolType, { description: '登记、变更或更正学校的党组织，自生效日起；expectedVersion 为学校的版本' })
  @Requires('grant')
  changeOrganization(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('schoolId', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => OrganizationInput) input: OrganizationInput,
  ): Promise<unknown> {
    const target = { id, expectedVersion };
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await changeOrganization(write, target, input)));
  }

  @Mutation(() => SchoolType, { description: '学校改由已有的党组织领导，自生效日起；expectedVersion 为学校的版本' })
  @Requires('grant')
  linkOrganization(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('schoolId', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => LinkOrganizationInput) input: LinkOrganizationInput,
  ): Promise<unknown> {
    const target = { id, expectedVersion };
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await linkOrganization(write, target, input)));
  }

  @Mutation(() => SchoolType, { description: '学校不再由党组织领导，自生效日起；expectedVersion 为学校的版本' })
  @Requires('grant')
  unlinkOrganization(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('schoolId', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => UnlinkOrganizationInput) input: UnlinkOrganizationInput,
  ): Promise<unknown> {
    const target = { id, expectedVersion };
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await unlinkOrganization(write, target, input)));
  }
}
