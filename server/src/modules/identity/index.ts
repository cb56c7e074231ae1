/**
 * identity 账号与授权: who signs in, under which grants, and what a grant allows.
 * Tables: account, session, denied_attempt (the auth role's alone), role_grant, account_person.
 * Rules: five failures lock an account for fifteen minutes; a session idles out after thirty minutes and ends after twelve
 * hours; school-level rights follow from appointments on the day (a source of grants registered in app.ts) and end with
 * them; nobody gives more than they hold, nor to themselves, nor outside their own tenant.
 */
import { IdentityResolver } from './identity.resolver.js';
import { RoleGrant } from './role-grant.entity.js';

export { checkPassword, hashPassword } from './check-password.js';
export { policyScope } from './policy-scope.js';
export { createSessionStore } from './session-store.js';

export const identityModule = { entities: [RoleGrant], resolvers: [IdentityResolver] };
