import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MaxLength } from 'class-validator';
import { connectionOf } from '../graphql/connection.type.js';
import { graphqlEnum } from '../graphql/enums.js';
import { NodeType } from '../graphql/node.type.js';
import { pagedArgs } from '../graphql/paged-args.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { ATTACHMENT_KINDS } from './attachment-kinds.js';
import type { AttachmentKind } from './attachment-kinds.js';

const AttachmentKindEnum = graphqlEnum('AttachmentKind', ATTACHMENT_KINDS, '附件种类：材料、扫描件、佐证、纪要、报告');

@ObjectType('Attachment', { implements: NodeType, description: '附件：只增不改，以新代旧并留痕' })
export class AttachmentType extends NodeType {
  @Field(() => AttachmentKindEnum) kind: AttachmentKind;
  @Field(() => String) name: string;
  @Field(() => String, { description: '按内容识别的类型' }) mediaType: string;
  @Field(() => Int, { description: '字节数' }) size: number;
  @Field(() => String, { description: '内容的 SHA-256，十六进制' }) sha256: string;
  @Field(() => Boolean, { description: '人事或涉密事项' }) restricted: boolean;
  @Field(() => DateTimeScalar) createdAt: string;
  @Field(() => String) createdByName: string;
  @Field(() => DateTimeScalar, { nullable: true, description: '已被替代或撤下的时间' }) supersededAt: string | null;
  @Field(() => ID, { nullable: true, description: '替代它的附件' }) supersededBy: string | null;
  @Field(() => String, { nullable: true }) supersededByName: string | null;
  @Field(() => String, { nullable: true }) supersededReason: string | null;
  @Field(() => String, { description: '下载地址，须带登录与权限' }) downloadPath: string;
  @Field(() => Int) version: number;
}

export const AttachmentConnectionType = connectionOf('Attachment', () => AttachmentType);

@InputType()
export class SupersedeAttachmentInput {
  @Field(() => ID) id: string;
  @Field(() => String) @MaxLength(500) reason: string;
  @Field(() => Int) expectedVersion: number;
}

/** Arguments of a list of attachments in another type; `current` leaves out, or shows only, what is superseded. */
@ArgsType()
export class AttachmentListArgs extends pagedArgs({}) {
  @Field(() => Boolean, { nullable: true, description: '只看现行的，或只看已被替代的' }) current?: boolean | null;
}
