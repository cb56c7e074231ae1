import { Extensions } from 'type-graphql';

/** Who may ask a root field at all; what rows it shows is then the ability's and row security's. */
export type Access = 'anonymous' | 'session' | 'grant';

/** Every root field says who may ask it; one that says nothing is refused, and stops start-up. */
export function Requires(access: Access): MethodDecorator {
  return Extensions({ access }) as MethodDecorator;
}
