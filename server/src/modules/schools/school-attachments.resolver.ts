import { Args, FieldResolver, Resolver, Root } from 'type-graphql';
import { AttachmentConnectionType, AttachmentListArgs } from '../../platform/attachments/index.js';
import { SchoolType } from './school.type.js';

/** The documents of a school; the read models answer. */
@Resolver(() => SchoolType)
export class SchoolAttachmentsResolver {
  @FieldResolver(() => AttachmentConnectionType, { description: '学校的附件，新的在前' })
  attachments(@Root() school: { attachments: object }, @Args(() => AttachmentListArgs) _args: object): object {
    return school.attachments;
  }
}
