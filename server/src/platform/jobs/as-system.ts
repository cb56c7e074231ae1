import { abilityFor } from '@zhixiao/policy';
import { ancestorsOf, encodeId, subtreeEnd } from '@zhixiao/domain';
import { civilDate } from '../civil-clock.js';
import type { ReadContext, WriteContext } from '../context.js';
import type { Ports } from '../graphql/graphql-context.js';
import { newId } from '../ids.js';
import type { ActiveGrant } from '../scope.js';
import { unitOfWork } from '../unit-of-work.js';
import type { Acting } from '../unit-of-work.js';

/** Nobody's account: what the system does by itself is done under it, and the audit says so. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const SYSTEM = 'system';

/** The scope of one tenant for what nobody asked for: it reads the tenant and those below, and writes in the tenant alone. */
function systemGrant(tenantId: number): ActiveGrant {
  return {
    ...{ id: encodeId('G', tenantId, NOBODY), role: 'PlatformOperator', accountId: NOBODY, accountName: SYSTEM },
    ...{ tenantId, lo: tenantId, hi: subtreeEnd(tenantId), ancestors: ancestorsOf(tenantId) },
    ...{ schoolId: null, personId: null },
  };
}

function acting(tenantId: number): Acting {
  const [now, grant] = [new Date(), systemGrant(tenantId)];
  return { requestId: newId(), ip: SYSTEM, now, today: civilDate(now), grant, ability: abilityFor(grant) };
}

/** A step of a scheduled task in one tenant: a transaction of its own, under that tenant's scope. */
export function writeAsSystem<T>(ports: Ports, tenantId: number, work: (ctx: WriteContext) => Promise<T>): Promise<T> {
  return unitOfWork(ports, acting(tenantId), work);
}

/** Reading for a scheduled task over a tenant and all below it. */
export function readingAsSystem(ports: Ports, tenantId: number): ReadContext {
  const who = acting(tenantId);
  return { ...who, read: { run: (statements) => ports.read.run(who.grant, who.requestId, statements) } };
}
