import { ArgsType, Field, Int } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { DateScalar } from './scalars.js';

interface ListOf {
  readonly filter?: ClassType;
  /** the enum of its orders and the one that holds where none is asked for */
  readonly order?: readonly [type: object, byDefault: string];
  /** how many rows where nobody says */
  readonly first?: number;
  /** the list answers as of a day */
  readonly asOf?: true;
}

/**
 * The arguments of a list that read models answer: filter, order, page, day. Resolvers declare them for the SDL; the values
 * are read from the operation itself.
 */
export function pagedArgs({ filter, order, first = 20, asOf }: ListOf): ClassType {
  @ArgsType()
  class PagedArgs {
    @Field(() => Int, { nullable: true, defaultValue: first }) first?: number;
    @Field(() => String, { nullable: true }) after?: string;
    @Field(() => Int, { nullable: true }) offset?: number;
  }
  const also = (name: string, type: object, more: object = {}): void =>
    Field(() => type as ClassType, { nullable: true, ...more })(PagedArgs.prototype, name);
  if (filter) also('filter', filter);
  if (order) also('order', order[0], { defaultValue: order[1] });
  if (asOf) also('asOf', DateScalar);
  return PagedArgs;
}
