import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { RuleViolation } from '../../platform/errors.js';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { resolveRead } from '../../platform/read/index.js';
import { grantRole } from './grant-role.js';
import { logInAndView, logOut, selectGrant } from './keep-session.js';
import { revokeRole } from './revoke-role.js';
import { RoleGrantConnectionType, RoleGrantListArgs } from './role-grant.type.js';
import { viewGrant, viewer } from './viewer.js';
import { GrantRoleInput, GrantType, LoginInput, ViewerType } from './viewer.type.js';

@Resolver()
export class IdentityResolver {
  @Query(() => ViewerType, { name: 'viewer', description: '当前登录者' })
  @Requires('session')
  viewer(@Ctx() ctx: GraphqlContext): Promise<ViewerType> {
    if (!ctx.signedIn) throw new RuleViolation('UNAUTHENTICATED');
    return viewer(ctx, ctx.signedIn);
  }

  @Mutation(() => ViewerType, { description: '登录' })
  @Requires('anonymous')
  login(@Ctx() ctx: GraphqlContext, @Arg('input', () => LoginInput) input: LoginInput): Promise<ViewerType> {
    return logInAndView(ctx, input);
  }

  @Mutation(() => Boolean, { description: '退出登录' })
  @Requires('anonymous')
  logout(@Ctx() ctx: GraphqlContext): Promise<boolean> {
    return logOut(ctx);
  }

  @Mutation(() => ViewerType, { description: '切换权限，本次登录内记住' })
  @Requires('session')
  selectGrant(@Ctx() ctx: GraphqlContext, @Arg('id', () => ID) id: string): Promise<ViewerType> {
    return selectGrant(ctx, id);
  }

  @Query(() => RoleGrantConnectionType, { description: '权限范围内已授予的角色，新的在前' })
  @Requires('grant')
  roleGrants(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => RoleGrantListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => GrantType, { description: '授予角色：本租户内，或为下级租户指定管理员' })
  @Requires('grant')
  grantRole(@Ctx() ctx: GraphqlContext, @Arg('input', () => GrantRoleInput) input: GrantRoleInput): Promise<GrantType> {
    return mutate(ctx, async (write) => viewGrant(write, input, await grantRole(write, ctx.ports.auth, input)));
  }

  @Mutation(() => Boolean, { description: '收回角色' })
  @Requires('grant')
  revokeRole(
    @Ctx() ctx: GraphqlContext,
    @Arg('grantId', () => ID) grantId: string,
    @Arg('reason', () => String) reason: string,
  ): Promise<boolean> {
    return mutate(ctx, (write) => revokeRole(write, grantId, reason));
  }
}
