import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { description: '分页信息' })
export class PageInfoType {
  @Field(() => Boolean) hasNextPage: boolean;
  @Field(() => Boolean) hasPreviousPage: boolean;
  @Field(() => String, { nullable: true }) startCursor: string | null;
  @Field(() => String, { nullable: true }) endCursor: string | null;
}

type ObjectClass = new () => object;

/** The Relay connection of a type: `<Name>Connection` with `<Name>Edge`. */
export function connectionOf(name: string, node: () => ObjectClass): ObjectClass {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => node()) node: object;
    @Field(() => String) cursor: string;
  }
  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [node()]) nodes: object[];
    @Field(() => [Edge]) edges: Edge[];
    @Field(() => PageInfoType) pageInfo: PageInfoType;
    @Field(() => Int) totalCount: number;
  }
  return Connection;
}
