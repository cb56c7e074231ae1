import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { filledText, keyOf, type OwnKey, type VersionedId } from '../schools/index.js';
import { Person } from './person.entity.js';
import type { PersonInput } from './person.input.js';
import { personPatch } from './read-person-input.js';
import { personValues, pinyinColumns, type PersonValues } from './record-person.js';

export interface PersonChange {
  readonly input: PersonInput;
  readonly reason: string;
}

/**
 * Changes what is known of a person, with a reason. The checks of every school that he or she serves look at membership,
 * so these schools stand anew; a post that a person may no longer hold (STF-7) then shows as a finding until it ends.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT
 */
export async function changePerson(ctx: WriteContext, target: VersionedId, change: PersonChange): Promise<OwnKey> {
  const key = keyOf('Person', target.id);
  const before = await findPerson(ctx, key);
  const row = { tenantId: key.tenantId, schoolIds: before.schoolIds };
  if (!ctx.ability.can('update', subjectOf('Person', row))) {
    throw ctx.ability.can('read', subjectOf('Person', row)) ? new RuleViolation('FORBIDDEN') : notFound();
  }
  const reason = filledText('reason', change.reason);
  const after = { ...personValues(before), ...personPatch(change.input) };
  const { expectedVersion } = target;
  const where = { tenantId: key.tenantId, id: key.id, version: expectedVersion };
  const changed = await ctx.db.update(Person, where, {
    ...after,
    ...pinyinColumns(after.name),
    version: expectedVersion + 1,
  });
  if (changed === 0) throw await conflict(ctx, key);
  const [schoolId = null] = before.schoolIds;
  const entry = { action: 'person.changed', subjectType: 'Person', subjectId: key.id, schoolId };
  ctx.audit({ ...entry, before: { ...personValues(before) }, after: { ...after }, reason });
  if (standsOtherwise(before, after)) for (const served of before.schoolIds) ctx.standing.touch(served);
  return key;
}

function standsOtherwise(before: PersonValues, after: PersonValues): boolean {
  return (['name', 'membership', 'partyFullOn'] as const).some((field) => before[field] !== after[field]);
}

async function conflict(ctx: WriteContext, key: OwnKey): Promise<RuleViolation> {
  const { version } = await findPerson(ctx, key);
  return new RuleViolation('CONFLICT', { currentVersion: version });
}

type FoundPerson = PersonValues & { version: number; schoolIds: string[] };

async function findPerson(ctx: WriteContext, key: OwnKey): Promise<FoundPerson> {
  const [row] = await ctx.db.query<FoundPerson>(
    `SELECT name, sex, birth_month AS "birthMonth", ethnicity, education, title, membership,
       party_joined_on::text AS "partyJoinedOn", party_full_on::text AS "partyFullOn", school_ids AS "schoolIds", version
     FROM person WHERE tenant_id = $1 AND id = $2`,
    [key.tenantId, key.id],
  );
  if (!row) throw notFound();
  return row;
}
