import { newId } from '../ids.js';
import { log } from '../log.js';
import type { GraphqlContext } from './graphql-context.js';

const DENIED = new Set(['FORBIDDEN', 'NOT_FOUND']);

export interface Refused {
  /** the operation's name, or the route */
  readonly action: string;
  readonly codes: readonly string[];
}

/**
 * Remembers once that somebody signed in was denied something. The auth role writes it and commits by itself, so that it
 * stays although the request's transaction is gone.
 */
export async function rememberDenied(ctx: GraphqlContext, { action, codes }: Refused): Promise<void> {
  const code = codes.find((one) => DENIED.has(one));
  if (!code || !ctx.signedIn) return;
  const values = [
    newId(),
    ctx.signedIn.accountId,
    ctx.grant?.id ?? null,
    action.slice(0, 200),
    code,
    ctx.requestId,
    ctx.ip,
  ];
  await ctx.ports.auth
    .query(
      'INSERT INTO denied_attempt (id, account_id, grant_id, action, code, request_id, ip) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      values,
    )
    .catch((error: unknown) => log.error({ err: error }, 'a denied attempt could not be recorded'));
}
