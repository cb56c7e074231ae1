import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../graphql/access.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { mutate } from '../graphql/mutate.js';
import { resolveRead } from '../read/index.js';
import { markRead } from './mark-read.js';
import { notificationPreference, setNotificationPreference } from './notification-preference.js';
import {
  NotificationConnectionType,
  NotificationListArgs,
  NotificationPreferenceInput,
  NotificationPreferenceType,
} from './notification.type.js';

@Resolver()
export class NotificationResolver {
  @Query(() => NotificationConnectionType, { description: '本账号在当前权限范围内的通知，新的在前' })
  @Requires('grant')
  notifications(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => NotificationListArgs) _args: object,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Mutation(() => Int, { description: '标为已读，不指明则全部；返回尚未读的条数' })
  @Requires('grant')
  markRead(
    @Ctx() ctx: GraphqlContext,
    @Arg('ids', () => [ID], { nullable: true }) ids?: string[] | null,
  ): Promise<number> {
    return mutate(ctx, (write) => markRead(write, ids ?? null));
  }

  @Query(() => NotificationPreferenceType, { description: '本账号的通知方式' })
  @Requires('grant')
  async notificationPreference(@Ctx() ctx: GraphqlContext): Promise<NotificationPreferenceType> {
    return { ...(await notificationPreference(reading(ctx))), mailAvailable: ctx.ports.delivery.mail };
  }

  @Mutation(() => NotificationPreferenceType, { description: '设定本账号的通知方式' })
  @Requires('grant')
  setNotificationPreference(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => NotificationPreferenceInput) input: NotificationPreferenceInput,
  ): Promise<NotificationPreferenceType> {
    return mutate(ctx, async (write) => ({
      ...(await setNotificationPreference(write, input)),
      mailAvailable: ctx.ports.delivery.mail,
    }));
  }
}
