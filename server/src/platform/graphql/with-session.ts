import { abilityFor } from '@zhixiao/policy';
import type { GraphqlContext, SignedIn } from './graphql-context.js';
import type { ActiveGrant } from '../scope.js';

interface Session {
  readonly signedIn: SignedIn;
  readonly grantId: string | null;
}

/**
 * The context with a session in it. The grant is the one asked for by header, else the session's last, else the first.
 * A grant asked for that the account does not hold today is no grant at all: never silently another one.
 */
export function withSession(ctx: GraphqlContext, session: Session | null, asked: string | undefined): GraphqlContext {
  if (!session) return { ...ctx, signedIn: null, grant: null, ability: null };
  const grant = chooseGrant(session, asked);
  return { ...ctx, signedIn: session.signedIn, grant, ability: grant ? abilityOf(grant) : null };
}

function chooseGrant({ signedIn, grantId }: Session, asked: string | undefined): ActiveGrant | null {
  const { grants } = signedIn;
  if (asked) return grants.find((grant) => grant.id === asked) ?? null;
  return grants.find((grant) => grant.id === grantId) ?? grants[0] ?? null;
}

const abilities = new Map<string, ReturnType<typeof abilityFor>>();
const ABILITIES_KEPT = 2000;

/** An ability follows from the grant's values alone, so that it can be kept: rights that end, end with the grant. */
function abilityOf(grant: ActiveGrant): ReturnType<typeof abilityFor> {
  const { role, tenantId, lo, hi, schoolId, accountId, personId } = grant;
  const key = [role, tenantId, lo, hi, schoolId, accountId, personId].join('|');
  const kept = abilities.get(key);
  if (kept) return kept;
  if (abilities.size >= ABILITIES_KEPT) abilities.clear();
  const made = abilityFor({ role, tenantId, lo, hi, schoolId, accountId, personId });
  abilities.set(key, made);
  return made;
}
