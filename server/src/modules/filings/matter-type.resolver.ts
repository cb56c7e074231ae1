import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../platform/graphql/access.js';
import { reading } from '../../platform/graphql/graphql-context.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { mutate } from '../../platform/graphql/mutate.js';
import { DropMatterTypeLayerInput, SetMatterTypeInput } from './matter-type.input.js';
import { MatterTypeType } from './matter-type.type.js';
import { dropMatterTypeLayer, setMatterType } from './set-matter-type.js';
import { viewCatalogue } from './view-catalogue.js';

@Resolver()
export class MatterTypeResolver {
  @Query(() => [MatterTypeType], { description: '学校或租户今天适用的议题目录；都不填为本授权所在' })
  @Requires('grant')
  matterTypes(
    @Ctx() ctx: GraphqlContext,
    @Arg('schoolId', () => ID, { nullable: true }) schoolId?: string,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string,
  ): Promise<MatterTypeType[]> {
    return viewCatalogue(reading(ctx), { schoolId, tenantId });
  }

  @Mutation(() => [MatterTypeType], { description: '设定本级对一类议题的规定；返回本级适用的目录' })
  @Requires('grant')
  setMatterType(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => SetMatterTypeInput) input: SetMatterTypeInput,
  ): Promise<MatterTypeType[]> {
    return mutate(ctx, async (write) => {
      await setMatterType(write, input);
      return viewCatalogue(write, {});
    });
  }

  @Mutation(() => [MatterTypeType], { description: '取消本级对一类议题的规定；返回本级适用的目录' })
  @Requires('grant')
  dropMatterTypeLayer(
    @Ctx() ctx: GraphqlContext,
    @Arg('input', () => DropMatterTypeLayerInput) input: DropMatterTypeLayerInput,
  ): Promise<MatterTypeType[]> {
    return mutate(ctx, async (write) => {
      await dropMatterTypeLayer(write, input);
      return viewCatalogue(write, {});
    });
  }
}
