import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType('Node', { description: '可按编号取得的对象' })
export abstract class NodeType {
  @Field(() => ID, { description: '不透明编号：类型、租户与唯一号' }) id: string;
}
