import type { Actor } from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';

/** Who acts, under the right in use: one who holds two posts uses one of them. */
export function actorOf({ grant, today }: Pick<ReadContext, 'grant' | 'today'>): Actor {
  return { personId: grant.personId, role: grant.role, on: today };
}
