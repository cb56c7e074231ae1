import type { AppAbility } from '@zhixiao/policy';
import type { AnonymousContext, ReadContext } from '../context.js';
import { RuleViolation } from '../errors.js';
import type { ReadPool } from '../database/read-pool.js';
import type { ActiveGrant } from '../scope.js';
import type { UnitOfWorkPorts } from '../unit-of-work.js';

/** The signed-in account and its session. */
export interface SignedIn {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly tokenHash: Buffer;
  readonly grants: readonly ActiveGrant[];
}

/** Sessions as the platform needs them; the identity module keeps them. */
export interface Sessions {
  open(accountId: string): Promise<string>;
  find(token: string, today: string): Promise<{ signedIn: SignedIn; grantId: string | null } | null>;
  remember(tokenHash: Buffer, grantId: string): Promise<void>;
  end(tokenHash: Buffer): Promise<void>;
  /** which of these sessions are not over, as hexadecimal hashes; to ask keeps none of them alive */
  livingOf(tokenHashes: readonly Buffer[]): Promise<ReadonlySet<string>>;
  /** the grants of an account on a day, for jobs that run after the request */
  grantsOf(accountId: string, today: string): Promise<ActiveGrant[]>;
}

export interface Ports extends UnitOfWorkPorts {
  readonly read: ReadPool;
  readonly sessions: Sessions;
}

/** What Apollo hands to every resolver. Use `reading(ctx)` and `mutate(ctx, …)`; both refuse without a grant. */
export interface GraphqlContext extends AnonymousContext {
  readonly ports: Ports;
  readonly signedIn: SignedIn | null;
  readonly grant: ActiveGrant | null;
  readonly ability: AppAbility | null;
  readonly idempotencyKey: string | undefined;
  /** the request's operation and variables, as sent: what an idempotency key stands for */
  readonly body: string;
  /** the operation is one that the admin ships */
  readonly shipped: boolean;
  /** answer headers, e.g. Set-Cookie */
  readonly setHeader: (name: string, value: string) => void;
}

/** @throws RuleViolation UNAUTHENTICATED without a session, FORBIDDEN without a grant */
export function reading(ctx: GraphqlContext): ReadContext {
  const { signedIn, grant, ability, ports, requestId, ip, today, now } = ctx;
  if (!signedIn) throw new RuleViolation('UNAUTHENTICATED');
  if (!grant || !ability) throw new RuleViolation('FORBIDDEN');
  return {
    requestId,
    ip,
    today,
    now,
    grant,
    ability,
    read: { run: (statements) => ports.read.run(grant, requestId, statements) },
  };
}
