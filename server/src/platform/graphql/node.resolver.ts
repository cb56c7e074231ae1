import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { resolveRead } from '../read/index.js';
import { Requires } from './access.js';
import { reading } from './graphql-context.js';
import type { GraphqlContext } from './graphql-context.js';
import { NodeType } from './node.type.js';

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, { nullable: true, description: '按编号取一个对象；不可见与不存在无异' })
  @Requires('grant')
  node(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => [NodeType], { nullable: 'items', description: '按编号取多个对象，次序与编号一致' })
  @Requires('grant')
  nodes(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('ids', () => [ID]) _ids: string[],
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }
}
