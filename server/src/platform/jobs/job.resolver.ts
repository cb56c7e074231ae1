import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Requires } from '../graphql/access.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { resolveRead } from '../read/index.js';
import { JobType } from './job.type.js';

@Resolver()
export class JobResolver {
  @Query(() => JobType, { nullable: true, description: '后台任务' })
  @Requires('grant')
  job(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }
}
