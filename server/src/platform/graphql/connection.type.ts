import { Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';

@ObjectType('PageInfo', { description: '分页信息' })
export class PageInfoType {
  @Field(() => Boolean) hasNextPage: boolean;
  @Field(() => Boolean) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true }) startCursor: string | null;
  @Field(() => String, { nullable: true }) endCursor: string | null;
}

/** A Relay connection with `nodes` beside `edges`. */
export interface Connection<T> {
  nodes: T[];
  edges: { node: T; cursor: string }[];
  pageInfo: PageInfoType;
  totalCount: number;
}

/** The types `<name>Connection` and `<name>Edge` of a node type: `connectionOf('School', () => SchoolType)`. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`)
  class EdgeType {
    @Field(node) node: T;
    @Field(() => String) cursor: string;
  }
  @ObjectType(`${name}Connection`)
  class ConnectionType implements Connection<T> {
    @Field(() => [node()]) nodes: T[];
    @Field(() => [EdgeType]) edges: EdgeType[];
    @Field(() => PageInfoType) pageInfo: PageInfoType;
    @Field(() => Int, { description: '只在被选取时计算' }) totalCount: number;
  }
  return ConnectionType;
}
