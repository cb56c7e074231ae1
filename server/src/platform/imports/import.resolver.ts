import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { WriteContext } from '../context.js';
import { Requires } from '../graphql/access.js';
import { reading } from '../graphql/graphql-context.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { mutate } from '../graphql/mutate.js';
import { JsonScalar } from '../graphql/scalars.js';
import { resolveRead, resolveReadByKey } from '../read/index.js';
import { cancelImport, confirmImport, undoImport } from './confirm-import.js';
import { fixRow } from './fix-row.js';
import {
  ImportBatchConnection,
  ImportBatchType,
  ImportOutcomeEnum,
  ImportRowConnection,
  ImportRowType,
} from './import-batch.type.js';

/** Runs a step on a batch and answers with the batch. */
function onBatch(
  ctx: GraphqlContext,
  info: GraphQLResolveInfo,
  step: (write: WriteContext) => Promise<string>,
): Promise<unknown> {
  return mutate(ctx, async (write) =>
    resolveReadByKey(write, info, { type: 'ImportBatch', tenantId: write.grant.tenantId, id: await step(write) }),
  );
}

@Resolver(() => ImportBatchType)
export class ImportResolver {
  @Query(() => ImportBatchType, { nullable: true, description: '一次导入' })
  @Requires('grant')
  importBatch(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID) _id: string,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @Query(() => ImportBatchConnection, { description: '导入记录，新的在前' })
  @Requires('grant')
  importBatches(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) _first?: number,
    @Arg('after', () => String, { nullable: true }) _after?: string,
    @Arg('offset', () => Int, { nullable: true }) _offset?: number,
  ): Promise<unknown> {
    return resolveRead(reading(ctx), info);
  }

  @FieldResolver(() => ImportRowConnection, { description: '逐行结果' })
  rows(
    @Root() batch: ImportBatchType,
    @Arg('outcome', () => ImportOutcomeEnum, { nullable: true }) _outcome?: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) _first?: number,
    @Arg('after', () => String, { nullable: true }) _after?: string,
    @Arg('offset', () => Int, { nullable: true }) _offset?: number,
  ): unknown {
    return batch.rows;
  }

  @Mutation(() => ImportRowType, { description: '更正一行的单元格，随即重新检查' })
  @Requires('grant')
  fixImportRow(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('batchId', () => ID) batchId: string,
    @Arg('rowId', () => ID) rowId: string,
    @Arg('edits', () => JsonScalar) edits: unknown,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => {
      const id = await fixRow(write, { batchId, rowId, edits }, ctx.signedIn?.grants ?? []);
      return resolveReadByKey(write, info, { type: 'ImportRow', tenantId: write.grant.tenantId, id });
    });
  }

  @Mutation(() => ImportBatchType, { description: '确认导入，由后台逐个租户写入' })
  @Requires('grant')
  confirmImport(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('batchId', () => ID) batchId: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('allOrNothing', () => Boolean, { nullable: true, defaultValue: false, description: '全部成功才导入' })
    allOrNothing: boolean | null,
  ): Promise<unknown> {
    return onBatch(ctx, info, (write) =>
      confirmImport(write, { batchId, expectedVersion, allOrNothing: allOrNothing === true }),
    );
  }

  @Mutation(() => ImportBatchType, { description: '放弃导入' })
  @Requires('grant')
  cancelImport(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('batchId', () => ID) batchId: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ): Promise<unknown> {
    return onBatch(ctx, info, (write) => cancelImport(write, { batchId, expectedVersion }));
  }

  @Mutation(() => ImportBatchType, { description: '撤销导入' })
  @Requires('grant')
  undoImport(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('batchId', () => ID) batchId: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String) reason: string,
  ): Promise<unknown> {
    return onBatch(ctx, info, (write) => undoImport(write, { batchId, expectedVersion, reason }));
  }
}
