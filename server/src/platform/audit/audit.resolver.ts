import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { Requires } from '../graphql/access.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { resolveRead } from '../read/index.js';
import { AuditConnectionType, AuditFilter } from './audit.type.js';

@Resolver()
export class AuditResolver {
  @Query(() => AuditConnectionType, { description: '留痕，新的在前' })
  @Requires('grant')
  auditEntries(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => AuditFilter, { nullable: true }) _filter?: AuditFilter,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) _first?: number,
    @Arg('after', () => String, { nullable: true }) _after?: string,
    @Arg('offset', () => Int, { nullable: true }) _offset?: number,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }
}
