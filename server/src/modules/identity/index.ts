/**
 * identity 账号与授权: who signs in, under which grants, and what a grant allows.
 * Tables: account, account_activation, session, denied_attempt (the auth role's), role_grant, account_person.
 * Rules: whoever makes an account never knows its password: its person takes it over once, by a code that lasts three days;
 * five failures lock an account for fifteen minutes; a session idles out after thirty minutes and ends after twelve hours;
 * school-level rights follow from appointments on the day (a source of grants registered in app.ts) and end with them;
 * nobody gives more than they hold, nor to themselves; outside the own tenant only a tenant's admin is named, from above,
 * and with the first one the tenant takes part.
 */
import { AccountResolver } from './account.resolver.js';
import { IdentityResolver } from './identity.resolver.js';
import { RoleGrant } from './role-grant.entity.js';
import { ViewerUnreadResolver } from './viewer-unread.resolver.js';
import { identityModels, identityRoots } from './role-grant.read.js';

export { roleOfPost } from './active-grants.js';
export { checkPassword, hashPassword } from './check-password.js';
export { policyScope } from './policy-scope.js';
export { createSessionStore } from './session-store.js';

export const identityModule = {
  entities: [RoleGrant],
  resolvers: [IdentityResolver, ViewerUnreadResolver, AccountResolver],
  models: identityModels,
  roots: identityRoots,
};
