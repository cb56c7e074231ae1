import { RuleViolation, notFound } from '../../platform/errors.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { CLEARED_COOKIE, sessionCookie } from '../../platform/http/session-cookie.js';
import { withSession } from '../../platform/graphql/with-session.js';
import { logIn } from './log-in.js';
import { hashToken } from './session-store.js';
import { viewer } from './viewer.js';
import type { LoginInput, ViewerType } from './viewer.type.js';

export async function logInAndView(ctx: GraphqlContext, input: LoginInput): Promise<ViewerType> {
  return beginSession(ctx, await logIn(ctx.ports.auth, input.username, input.password));
}

/**
 * Who comes in always gets a new session; one that the browser brought along ends.
 * @param grantId the grant under which it goes on
 */
export async function beginSession(
  ctx: GraphqlContext,
  accountId: string,
  grantId: string | null = null,
): Promise<ViewerType> {
  if (ctx.signedIn) await ctx.ports.sessions.end(ctx.signedIn.tokenHash);
  const token = await ctx.ports.sessions.open(accountId);
  if (grantId) await ctx.ports.sessions.remember(hashToken(token), grantId);
  const found = await ctx.ports.sessions.find(token, ctx.today);
  if (!found) throw new RuleViolation('LOGIN_FAILED');
  ctx.setHeader('set-cookie', sessionCookie(token));
  return viewer(withSession(ctx, found, undefined), found.signedIn);
}

export async function logOut(ctx: GraphqlContext): Promise<boolean> {
  if (ctx.signedIn) await ctx.ports.sessions.end(ctx.signedIn.tokenHash);
  ctx.setHeader('set-cookie', CLEARED_COOKIE);
  ctx.setHeader('clear-site-data', '"cache", "storage"');
  return true;
}

/** @throws RuleViolation NOT_FOUND for a grant that this account does not hold today */
export async function selectGrant(ctx: GraphqlContext, id: string): Promise<ViewerType> {
  const { signedIn } = ctx;
  if (!signedIn) throw new RuleViolation('UNAUTHENTICATED');
  if (!signedIn.grants.some((grant) => grant.id === id)) throw notFound();
  await ctx.ports.sessions.remember(signedIn.tokenHash, id);
  return viewer(withSession(ctx, { signedIn, grantId: id }, id), signedIn);
}
