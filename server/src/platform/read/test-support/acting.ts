import { abilityFor, createAbility } from '@zhixiao/policy';
import type { AppAbility, PolicyRule } from '@zhixiao/policy';
import type { ReadContext } from '../../context.js';
import type { ReadPool, Statement } from '../../database/read-pool.js';
import type { GraphqlContext } from '../../graphql/graphql-context.js';
import type { ActiveGrant } from '../../scope.js';
import { TODAY, uuidOf } from './rows.js';

/** Someone acting in a test, and the statements that were sent for them. */
export interface Actor {
  readonly ctx: GraphqlContext;
  readonly reading: ReadContext;
  readonly ability: AppAbility;
  readonly sent: Statement[];
}

interface Acting {
  readonly grant: Partial<ActiveGrant>;
  readonly rules?: readonly PolicyRule[];
  readonly shipped?: boolean;
}

const ACCOUNT = uuidOf(9, 1);

/** A context over the real read pool, with a grant and the ability that follows from it (or the rules given). */
export function actingAs(pool: ReadPool, { grant: given, rules, shipped = false }: Acting): Actor {
  const grant: ActiveGrant = {
    id: `G_522636_${ACCOUNT}`,
    role: 'CountyAdmin',
    tenantId: 522636,
    lo: 522636,
    hi: 522636,
    schoolId: null,
    ancestors: [],
    accountId: ACCOUNT,
    accountName: 'a',
    personId: null,
    ...given,
  };
  const ability = rules ? createAbility(rules) : abilityFor(grant);
  const sent: Statement[] = [];
  const run: ReadContext['read']['run'] = (statements) => {
    sent.push(...statements);
    return pool.run(grant, 'test', statements);
  };
  const base = { requestId: 'test', ip: '', today: TODAY, now: new Date(), grant, ability };
  const read = { run: (_grant: unknown, _id: unknown, statements: readonly Statement[]) => run(statements) };
  const ctx = { ...base, ports: { read }, signedIn: {}, shipped } as unknown as GraphqlContext;
  return { ctx, reading: { ...base, read: { run } }, ability, sent };
}

export const CITY: Partial<ActiveGrant> = { role: 'CityAdmin', tenantId: 522600, lo: 522600, hi: 522699 };
export const PROVINCE: Partial<ActiveGrant> = { role: 'PlatformOperator', tenantId: 0, lo: 0, hi: 999_999 };
export const SCHOOL: Partial<ActiveGrant> = { role: 'Secretary', schoolId: uuidOf(1, 4) };
