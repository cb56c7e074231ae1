import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { resolveReadByKey } from '../../platform/read/index.js';
import { SchoolType } from '../schools/index.js';
import { SetRolloutStateInput } from './rollout.input.js';
import { RolloutEntryType } from './rollout.type.js';
import { setRolloutState } from './set-rollout-state.js';

@Resolver(() => SchoolType)
export class RolloutResolver {
  @FieldResolver(() => [RolloutEntryType], { description: '推进状态记录，新的在前' })
  rolloutEntries(@Root() school: { rolloutEntries: RolloutEntryType[] }): RolloutEntryType[] {
    return school.rolloutEntries;
  }

  @Mutation(() => SchoolType, { description: '设定学校推进状态，只能由主管的县（市）管理员填写' })
  @Requires('grant')
  setRolloutState(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SetRolloutStateInput) input: SetRolloutStateInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => {
      const school = await setRolloutState(write, input);
      return resolveReadByKey(write, info, school);
    });
  }
}
