import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../graphql/node.type.js';

@ObjectType('StoredFile', { implements: NodeType, description: '系统生成的文件' })
export class StoredFileType extends NodeType {
  @Field(() => String) name: string;
  @Field(() => String) mediaType: string;
  @Field(() => Int, { description: '字节数' }) size: number;
  @Field(() => String, { description: '下载地址，须带登录与权限' }) downloadPath: string;
}
