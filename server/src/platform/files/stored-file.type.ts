import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../graphql/node.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';

@ObjectType('StoredFile', { implements: NodeType, description: '系统生成的文件' })
export class StoredFileType extends NodeType {
  @Field(() => String) name: string;
  @Field(() => String) mediaType: string;
  @Field(() => Int, { description: '字节数' }) size: number;
  @Field(() => DateTimeScalar, { nullable: true, description: '内容已清除的时间；此后须重新导出' }) expiredAt:
    string | null;
  @Field(() => String, { description: '下载地址，须带登录与权限' }) downloadPath: string;
}
