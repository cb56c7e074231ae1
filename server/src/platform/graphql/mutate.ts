import type { WriteContext } from '../context.js';
import { fromDatabase } from '../errors.js';
import { claimKey, requireKey, storeAnswer } from '../idempotency/idempotency.js';
import { unitOfWork } from '../unit-of-work.js';
import { reading } from './graphql-context.js';
import type { GraphqlContext } from './graphql-context.js';

/**
 * One mutation, one transaction, one effect a key: the answer is stored beside the effect, and a repeated request gets it
 * back. What `work` returns must hold all that the selection asks for, since the transaction is over when fields resolve.
 * @throws RuleViolation of the use case, IDEMPOTENCY_KEY_REQUIRED, IDEMPOTENCY_KEY_REUSED
 */
export async function mutate<T>(ctx: GraphqlContext, work: (write: WriteContext) => Promise<T>): Promise<T> {
  const acting = reading(ctx);
  const key = requireKey(ctx.idempotencyKey);
  try {
    return await unitOfWork(ctx.ports, acting, async (write) => {
      const earlier = await claimKey(write.db, acting.grant, { key, body: ctx.body });
      if (earlier !== null) return JSON.parse(earlier) as T;
      const answer = await work(write);
      storeAnswer(write.db, acting.grant, { key, answer });
      return answer;
    });
  } catch (error) {
    throw fromDatabase(unwrap(error)) ?? error;
  }
}

/** TypeORM wraps the driver's error. */
function unwrap(error: unknown): unknown {
  return (error as { driverError?: unknown }).driverError ?? error;
}
