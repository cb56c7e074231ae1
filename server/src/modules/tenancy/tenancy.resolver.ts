import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../platform/graphql/access.js';
import { TenantLevelEnum } from '../../platform/graphql/enums.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { resolveRead } from '../../platform/read/index.js';
import { changeSettings } from './change-settings.js';
import { TenantSettingInput, TenantSettingType, TenantType } from './tenant.type.js';

@Resolver()
export class TenancyResolver {
  @Query(() => [TenantType], { description: '权限范围内的租户，按代码排序' })
  @Requires('grant')
  tenants(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('level', () => TenantLevelEnum, { nullable: true }) _level?: string,
    @Arg('parentId', () => ID, { nullable: true }) _parentId?: string,
    @Arg('enrolled', () => Boolean, { nullable: true, description: '只要已开通的' }) _enrolled?: boolean,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => TenantSettingType, { description: '修改本租户设置，各校状况随后重新计算' })
  @Requires('grant')
  changeSettings(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => TenantSettingInput) input: TenantSettingInput,
  ): Promise<TenantSettingType> {
    return mutate(ctx, (write) => changeSettings(write, input));
  }
}
