import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import type { OwnKey } from '../schools/index.js';
import type { PersonInput } from './person.input.js';
import { personRecord } from './read-person-input.js';
import { recordPerson } from './record-person.js';

/**
 * Records a person in the grant's own tenant, who serves no school yet.
 * @throws RuleViolation FORBIDDEN, BAD_INPUT
 */
export async function createPerson(ctx: WriteContext, input: PersonInput): Promise<OwnKey> {
  const { tenantId } = ctx.grant;
  if (!ctx.ability.can('create', subjectOf('Person', { tenantId }))) throw new RuleViolation('FORBIDDEN');
  return { type: 'Person', tenantId, id: await recordPerson(ctx, personRecord(input)) };
}
