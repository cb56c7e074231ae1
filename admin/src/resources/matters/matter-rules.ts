import {
  resolveCatalogue,
  type CatalogueLayer,
  type CatalogueLevel,
  type MatterType,
  type MatterTypeChange,
} from '@zhixiao/domain';

/** What may be said on a type that was handed down. */
export const CHANGEABLE = [
  'decidedBy',
  'twoThirds',
  'staffHearing',
  'expert',
  'priorConsultation',
  'disclosure',
  'superior',
] as const;
export type Changeable = (typeof CHANGEABLE)[number];

/** The whole of what a level above handed down, as one layer: what is checked against it need not know its history. */
export function handedDown(types: readonly MatterType[]): CatalogueLayer {
  return { level: 'PLATFORM', types, changes: [] };
}

/** Why a level may not say this; '' where it may. */
export function problemWith(
  type: MatterType,
  change: MatterTypeChange,
  level: Exclude<CatalogueLevel, 'PLATFORM'>,
): string {
  const { violations } = resolveCatalogue([handedDown([type]), { level, types: [], changes: [change] }]);
  return violations[0]?.code ?? '';
}

/** The values that a level may give a field: those at least as strict as what was handed down. */
export function choicesFor<T extends string | boolean>(
  type: MatterType,
  field: Changeable,
  values: readonly T[],
): readonly T[] {
  const asChange = (value: T): MatterTypeChange => ({ code: type.code, [field]: value }) as MatterTypeChange;
  return values.filter((value) => problemWith(type, asChange(value), 'COUNTY') === '');
}

/** Only what differs from what was handed down is said. */
export function changeOf(type: MatterType, wanted: Readonly<Record<string, unknown>>): MatterTypeChange {
  const said = CHANGEABLE.filter((field) => wanted[field] != null && wanted[field] !== type[field]);
  return { code: type.code, ...Object.fromEntries(said.map((field) => [field, wanted[field]])) };
}
