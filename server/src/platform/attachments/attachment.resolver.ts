import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Requires } from '../graphql/access.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { mutate } from '../graphql/mutate.js';
import { resolveReadByKey } from '../read/index.js';
import { AttachmentType, SupersedeAttachmentInput } from './attachment.type.js';
import { supersedeAttachment } from './supersede-attachment.js';

@Resolver()
export class AttachmentResolver {
  @Mutation(() => AttachmentType, { description: '撤下附件：原件保留，注明原因' })
  @Requires('grant')
  supersedeAttachment(
    @Ctx() ctx: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SupersedeAttachmentInput) input: SupersedeAttachmentInput,
  ): Promise<unknown> {
    return mutate(ctx, async (write) => resolveReadByKey(write, info, await supersedeAttachment(write, input)));
  }
}
