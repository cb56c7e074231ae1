import { Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { unreadCount } from '../../platform/notifications/index.js';
import { ViewerType } from './viewer.type.js';

/** How many notifications wait for whoever is signed in; counted only where it is asked for. */
@Resolver(() => ViewerType)
export class ViewerUnreadResolver {
  @FieldResolver(() => Int, { description: '未读通知条数' })
  unreadCount(@Ctx() ctx: GraphqlContext): Promise<number> | number {
    return ctx.grant ? unreadCount(reading(ctx)) : 0;
  }
}
