import { MATTER_TYPES, PLATFORM_CATALOGUE, resolveMatterType } from '@zhixiao/domain';
import type { CivilDate, MatterType } from '@zhixiao/domain';
import { contextOf } from './school-year.js';
import type { SchoolYear } from './school-year.js';

const byCode = new Map(MATTER_TYPES.map((type) => [type.code, type]));

/** A type of matter as the school's rules in force leave it on a day; no tenant of the demonstration has a layer of its own. */
export function matterOn(year: SchoolYear, code: string, on: CivilDate): MatterType {
  const layers = (['PRINCIPAL_OFFICE', 'PARTY_ORG'] as const).flatMap((kind) => {
    const { rules } = contextOf(year, { kind, on });
    return rules && rules.matters.length > 0 ? [{ level: 'SCHOOL' as const, types: [], changes: rules.matters }] : [];
  });
  const type = layers.length > 0 ? resolveMatterType([PLATFORM_CATALOGUE, ...layers], code) : byCode.get(code);
  if (!type) throw new Error(`no matter ${code}`);
  return type;
}
