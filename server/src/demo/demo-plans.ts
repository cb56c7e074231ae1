import type { Random } from './random.js';
import { createRandom, hashText, readWeights } from './random.js';
import schools from './schools.data.json' with { type: 'json' };
import type { SchoolSeed, TenantPlan } from './seeds.js';
import { orgTypeOf, stageOf, WORDS } from './words.js';

/** The county whose seats stay empty, for a first import of its roster. */
export const UNSTAFFED_COUNTY = 522636;
export const DEMO_CITIES = [522600, WORDS.secondCity.id] as const;

/** A tenant of the division tree, as far as plans need it. */
export interface KnownTenant {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
}

type RosterRow = readonly [
  tenantId: number,
  code: string,
  name: string,
  type: string,
  members: number,
  orgType: string,
];
const cityRun: Readonly<Record<string, readonly unknown[]>> = WORDS.cityRun;
const spokenNames: Readonly<Record<string, string>> = WORDS.tenantNames;

/** Every tenant of the demonstration with its schools: a city with its counties, and a small one in another province. */
export function demoPlans(tenants: ReadonlyMap<number, KnownTenant>): TenantPlan[] {
  const roster = schools.rows as unknown as readonly RosterRow[];
  const counties = [...new Set(roster.map(([tenantId]) => tenantId))].sort((a, b) => a - b);
  const first = counties.map((id) => planOf(tenants, id, roster.filter((row) => row[0] === id).map(seedOf)));
  const second = Object.entries(WORDS.secondCity.counties).map(([id, county]) =>
    planOf(tenants, Number(id), madeSchools(Number(id), county)),
  );
  const cities = DEMO_CITIES.map((id) => planOf(tenants, id, citySchools(id)));
  return [...cities, ...first, ...second];
}

function planOf(tenants: ReadonlyMap<number, KnownTenant>, tenantId: number, seeds: readonly SchoolSeed[]): TenantPlan {
  const tenant = tenants.get(tenantId);
  if (!tenant) throw new Error(`no tenant ${tenantId}`);
  const { shortName } = tenant;
  const name = spokenNames[tenantId] ?? tenant.name;
  return { tenantId, name, shortName, schools: seeds, isStaffed: tenantId !== UNSTAFFED_COUNTY, isDetailed: true };
}

/** What the register leaves open is made up; for the county that waits for its roster it is assumed and marked so. */
function seedOf([tenantId, code, name, type, members, orgType]: RosterRow): SchoolSeed {
  const base = { tenantId, code, name, stage: stageOf(type), members, orgType: orgTypeOf(orgType) };
  if (tenantId === UNSTAFFED_COUNTY)
    return { ...base, ownership: 'PUBLIC', legalPerson: true, assumed: ['ownership', 'legalPerson'] };
  const random = createRandom(hashText(code));
  const isPrivate = members < 30 && random.chance(stageOf(type) === 'KINDERGARTEN' ? 0.12 : 0.045);
  const isPoint = stageOf(type) === 'PRIMARY' && members < 9 && random.chance(0.45);
  return { ...base, ownership: isPrivate ? 'PRIVATE' : 'PUBLIC', legalPerson: !isPoint, assumed: [] };
}

/** 市直 schools: the city's own. */
function citySchools(cityId: number): SchoolSeed[] {
  const rows = (cityRun[String(cityId)] ?? []) as readonly (readonly [string, string, number, string])[];
  return rows.map(([name, type, members, orgType], index) => ({
    tenantId: cityId,
    code: `${prefixOf(type)}${String(cityId).slice(0, 2)}900${String(index + 1).padStart(3, '0')}`,
    name,
    stage: stageOf(type),
    members,
    orgType: orgTypeOf(orgType),
    ownership: 'PUBLIC',
    legalPerson: true,
    assumed: [],
  }));
}

function prefixOf(type: string): string {
  return (WORDS.typePrefixes as Readonly<Record<string, string>>)[type] ?? '21';
}

interface SmallCounty {
  readonly name: string;
  readonly places: readonly string[];
  readonly schools: number;
}

const MEMBERS: Readonly<Record<string, number>> = WORDS.members;

/** Schools with made-up names, in the shares of types and sizes that counties have. */
function madeSchools(tenantId: number, county: SmallCounty): SchoolSeed[] {
  const random = createRandom(hashText(`schools of ${tenantId}`));
  const shares = readWeights(WORDS.typeShares);
  const taken = new Set<string>();
  const fixed = WORDS.secondCity.fixed as readonly string[];
  return Array.from({ length: county.schools }, (_, index) => {
    const type = fixed[index] ?? random.weighted(shares);
    const name = madeName(random, type, { county, taken });
    const members = index === 0 ? 108 : Math.max(3, Math.round(random.lognormal(MEMBERS[type] ?? 14, 0.55)));
    const code = `${prefixOf(type)}${String(tenantId).slice(0, 2)}9${String(tenantId).slice(4)}${String(index + 1).padStart(3, '0')}`;
    const ownership = members < 30 && random.chance(0.06) ? ('PRIVATE' as const) : ('PUBLIC' as const);
    const isPoint = stageOf(type) === 'PRIMARY' && members < 9 && random.chance(0.4);
    return {
      tenantId,
      code,
      name,
      stage: stageOf(type),
      members,
      orgType: typeFor(members),
      ownership,
      legalPerson: !isPoint,
      assumed: [],
    };
  });
}

function madeName(
  random: Random,
  type: string,
  { county, taken }: { county: SmallCounty; taken: Set<string> },
): string {
  const forms = (WORDS.madeNames as Readonly<Record<string, readonly string[]>>)[type] ?? [];
  for (let attempt = 0; ; attempt += 1) {
    const form = attempt < 30 ? random.pick(forms) : random.pick(forms) + String(attempt);
    const name = county.name + form.replace('%s', random.pick(county.places));
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** By the rule of thumb: from 100 members a 党委, from 50 a 党总支, under 3 a joint branch. */
export function typeFor(members: number): SchoolSeed['orgType'] {
  if (members >= 100) return 'COMMITTEE';
  if (members >= 50) return 'GENERAL_BRANCH';
  return members < 3 ? 'JOINT_BRANCH' : 'BRANCH';
}
