import type { GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/** Who may ask a root field at all; what rows it shows is then the ability's and row security's. */
export type Access = 'anonymous' | 'session' | 'grant';

/** Every root field says who may ask it; one that says nothing is refused, and stops start-up. */
export function Requires(access: Access): MethodDecorator {
  return Extensions({ access }) as MethodDecorator;
}

/** @throws Error naming the root fields that do not say who may ask them: such a schema is not served */
export function verifyAccess(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const fields = roots.flatMap((type) => Object.values(type?.getFields() ?? {}));
  const silent = fields.filter((field) => field.extensions['access'] === undefined).map(({ name }) => name);
  if (silent.length > 0) throw new Error(`Root fields without @Requires: ${silent.join(', ')}`);
}
