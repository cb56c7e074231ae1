import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { badInput, filledText, given, keyOf, optionalText, plausibleDay, refusalAtSchool } from './checked-input.js';
import type { OwnKey } from './checked-input.js';
import { lockSchool, withinLifeOf } from './lock-schools.js';
import { recordSchoolChange, type SchoolChange } from './record-school-change.js';
import type { SchoolChangeInput } from './school.input.js';

export interface VersionedId {
  readonly id: string;
  readonly expectedVersion: number;
}

/**
 * Records what is different at a school from a day on; a day before later entries is a correction of what was entered.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_INPUT
 */
export async function changeSchool(ctx: WriteContext, target: VersionedId, input: SchoolChangeInput): Promise<OwnKey> {
  const key = keyOf('School', target.id);
  const row = { tenantId: key.tenantId, id: key.id };
  if (!ctx.ability.can('update', subjectOf('School', row))) throw await refusalAtSchool(ctx, key);
  const school = await lockSchool(ctx, key, target.expectedVersion);
  const effectiveOn = plausibleDay('effectiveOn', input.effectiveOn);
  withinLifeOf(school, 'effectiveOn', effectiveOn);
  const reason = filledText('reason', input.reason);
  await recordSchoolChange(ctx, key.id, { effectiveOn, patch: patchOf(input), reason });
  return key;
}

function patchOf(input: SchoolChangeInput): SchoolChange['patch'] {
  const { name, stage, ownership, legalPerson, town, classes, students, staff } = input;
  if (name === null) throw badInput('name', 'REQUIRED');
  if (stage === null) throw badInput('stage', 'REQUIRED');
  return given({
    ...{ name: name === undefined ? undefined : filledText('name', name), stage, ownership, legalPerson },
    ...{ town: town === undefined ? undefined : optionalText(town), classes, students, staff },
  });
}
