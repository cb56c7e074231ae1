import { MATTER_TYPES } from './matter-types.dictionary.js';
import type { MatterType } from './matter-type.js';

export const CATALOGUE_LEVELS = ['PLATFORM', 'PROVINCE', 'CITY', 'COUNTY', 'SCHOOL'] as const;
export type CatalogueLevel = (typeof CATALOGUE_LEVELS)[number];

/** What a level says on a type that it was handed down; what it leaves out stays. */
export type MatterTypeChange = { readonly code: string } & {
  readonly [
    Field in 'decidedBy' | 'twoThirds' | 'staffHearing' | 'expert' | 'priorConsultation' | 'disclosure' | 'superior'
  ]?: MatterType[Field];
};

/** What one level adds to the catalogue and changes in it. */
export type CatalogueLayer = {
  readonly level: CatalogueLevel;
  readonly types: readonly MatterType[];
  readonly changes: readonly MatterTypeChange[];
};

/** The platform's own catalogue, the first layer. */
export const PLATFORM_CATALOGUE: CatalogueLayer = { level: 'PLATFORM', types: MATTER_TYPES, changes: [] };

export const CATALOGUE_VIOLATIONS = [
  'UNKNOWN_TYPE',
  'TYPE_EXISTS',
  'DECIDER_FIXED',
  'TWO_THIRDS_FIXED',
  'ONLY_STRICTER',
  'OPINION_IS_THE_PLATFORMS',
] as const;
export type CatalogueViolationCode = (typeof CATALOGUE_VIOLATIONS)[number];

export type CatalogueViolation = {
  readonly code: CatalogueViolationCode;
  readonly level: CatalogueLevel;
  readonly matter: string;
  readonly field: keyof MatterType;
};

/** The catalogue as it holds after all levels, and what was left out of it because no level may say so. */
export type ResolvedCatalogue = {
  readonly types: readonly MatterType[];
  readonly violations: readonly CatalogueViolation[];
};

type Field = Exclude<keyof MatterTypeChange, 'code'>;

/** From the mildest to the strictest: a lower level may only go up. */
const LADDERS: { readonly [F in Field]?: readonly MatterType[F][] } = {
  twoThirds: ['NONE', 'RECOMMENDED', 'REQUIRED', 'ELECTION', 'FIXED'],
  staffHearing: ['NONE', 'HEAR', 'APPROVE'],
  expert: ['NONE', 'ASK', 'ALWAYS'],
  priorConsultation: [false, true],
  superior: ['NONE', 'FILING', 'APPROVAL'],
};

/**
 * The catalogue handed down from platform to province, city, county and school (layers in that order). A lower level adds
 * types and makes them stricter; it never changes a decider that the Opinion fixes, nor unsets 三分之二 on 干部任免 (SOD-11).
 * A change that may not be is left out and named.
 */
export function resolveCatalogue(layers: readonly CatalogueLayer[]): ResolvedCatalogue {
  return layers.reduce<ResolvedCatalogue>(applyLayer, { types: [], violations: [] });
}

/** One type as all levels together say it; undefined where none knows it. */
export function resolveMatterType(layers: readonly CatalogueLayer[], code: string): MatterType | undefined {
  return resolveCatalogue(layers).types.find((type) => type.code === code);
}

function applyLayer(before: ResolvedCatalogue, layer: CatalogueLayer): ResolvedCatalogue {
  const types = new Map(before.types.map((type) => [type.code, type]));
  const violations = [...before.violations];
  const note = (matter: string, field: keyof MatterType, code: CatalogueViolationCode): void => {
    violations.push({ code, level: layer.level, matter, field });
  };
  for (const type of layer.types) {
    const wrong = refusalOfType(types, type, layer);
    if (wrong) note(type.code, ...wrong);
    else types.set(type.code, type);
  }
  for (const change of layer.changes) {
    const type = types.get(change.code);
    if (!type) note(change.code, 'code', 'UNKNOWN_TYPE');
    else types.set(change.code, applyChange(type, change, note));
  }
  return { types: [...types.values()], violations };
}

type Refusal = readonly [keyof MatterType, CatalogueViolationCode];

function refusalOfType(
  types: ReadonlyMap<string, MatterType>,
  type: MatterType,
  { level }: CatalogueLayer,
): Refusal | null {
  if (types.has(type.code)) return ['code', 'TYPE_EXISTS'];
  if (level === 'PLATFORM') return null;
  // what the Opinion fixes, the platform says; others would make their own wish look like it
  if (type.deciderSource === 'OPINION') return ['deciderSource', 'OPINION_IS_THE_PLATFORMS'];
  return type.twoThirds === 'FIXED' ? ['twoThirds', 'OPINION_IS_THE_PLATFORMS'] : null;
}

function applyChange(
  type: MatterType,
  change: MatterTypeChange,
  note: (matter: string, field: keyof MatterType, code: CatalogueViolationCode) => void,
): MatterType {
  const { code, ...wanted } = change;
  const fields = (Object.keys(wanted) as Field[]).filter((field) => wanted[field] !== undefined);
  const allowed = fields.filter((field) => {
    const wrong = refusalOfField(type, field, change);
    if (wrong) note(code, field, wrong);
    return wrong === null;
  });
  return { ...type, ...Object.fromEntries(allowed.map((field) => [field, wanted[field]])) };
}

function refusalOfField(type: MatterType, field: Field, change: MatterTypeChange): CatalogueViolationCode | null {
  const wanted = change[field] as MatterType[Field];
  if (wanted === type[field]) return null;
  if (field === 'decidedBy') return type.deciderSource === 'OPINION' ? 'DECIDER_FIXED' : null;
  if (field === 'twoThirds' && type.twoThirds === 'FIXED') return 'TWO_THIRDS_FIXED';
  // only the Opinion fixes, only an election asks for four fifths
  if (field === 'twoThirds' && (wanted === 'FIXED' || wanted === 'ELECTION')) return 'OPINION_IS_THE_PLATFORMS';
  const ladder = LADDERS[field] as readonly MatterType[Field][] | undefined;
  // 党务公开 and 校务公开 may be exchanged, not given up
  if (ladder === undefined) return wanted === 'NONE' ? 'ONLY_STRICTER' : null;
  return ladder.indexOf(wanted) > ladder.indexOf(type[field]) ? null : 'ONLY_STRICTER';
}
