import { squeeze } from '../cell/normalize-text.js';
import type { AppointmentFact, DivisionFact, PersonFact, RolloutFact, RosterFacts, SchoolFact } from './roster.type.js';
import { divisionForms, schoolKey, schoolLooseKey } from './place-names.js';

/** Schools of one tenant by every way to name them; null where a name fits several. */
export interface SchoolNames {
  readonly exact: Map<string, SchoolFact | null>;
  readonly alias: Map<string, SchoolFact | null>;
  readonly short: Map<string, SchoolFact | null>;
  readonly loose: Map<string, SchoolFact | null>;
}

/** The facts arranged for looking up: built once, so that 20,000 rows cost one pass. */
export interface FactIndex {
  readonly facts: RosterFacts;
  readonly canWrite: (tenantId: number) => boolean;
  /** The one division an importer writes to, if it is only one. */
  readonly only: DivisionFact | undefined;
  readonly divisionByCode: ReadonlyMap<string, DivisionFact>;
  readonly divisionById: ReadonlyMap<number, DivisionFact>;
  readonly divisionsByName: ReadonlyMap<string, readonly DivisionFact[]>;
  readonly schoolByCode: ReadonlyMap<string, SchoolFact>;
  readonly namesByTenant: ReadonlyMap<number, SchoolNames>;
  readonly namesAnywhere: SchoolNames;
  readonly peopleByName: ReadonlyMap<string, readonly PersonFact[]>;
  readonly appointmentsBySchool: ReadonlyMap<string, readonly AppointmentFact[]>;
  readonly rolloutBySchool: ReadonlyMap<string, RolloutFact>;
}

/** Arranges the facts for `judgeRoster`. */
export function indexFacts(facts: RosterFacts): FactIndex {
  const canWrite = writeTest(facts);
  const divisionById = new Map(facts.divisions.map((division) => [division.tenantId, division]));
  const writable = facts.divisions.filter(({ tenantId }) => canWrite(tenantId));
  const { namesByTenant, namesAnywhere } = indexSchools(facts, divisionById);
  return {
    facts,
    canWrite,
    only: writable.length === 1 ? writable[0] : undefined,
    divisionByCode: new Map(facts.divisions.map((division) => [division.code, division])),
    divisionById,
    divisionsByName: groupBy(
      facts.divisions.flatMap((division) => divisionForms(division.name).map((form) => [form, division] as const)),
    ),
    schoolByCode: new Map(facts.schools.flatMap((school) => (school.code ? [[school.code, school] as const] : []))),
    namesByTenant,
    namesAnywhere,
    peopleByName: groupBy((facts.people ?? []).map((person) => [`${person.tenantId}|${person.name}`, person] as const)),
    appointmentsBySchool: groupBy((facts.appointments ?? []).map((fact) => [fact.schoolId, fact] as const)),
    rolloutBySchool: new Map((facts.rollout ?? []).map((fact) => [fact.schoolId, fact])),
  };
}

function writeTest({ importerScope }: RosterFacts): (tenantId: number) => boolean {
  const ids = new Set(importerScope.tenantIds);
  const ranges = importerScope.ranges ?? [];
  return (tenantId) => ids.has(tenantId) || ranges.some(({ lo, hi }) => lo <= tenantId && tenantId <= hi);
}

function indexSchools(
  facts: RosterFacts,
  divisions: ReadonlyMap<number, DivisionFact>,
): Pick<FactIndex, 'namesByTenant' | 'namesAnywhere'> {
  const namesByTenant = new Map<number, SchoolNames>();
  const namesAnywhere = noNames();
  for (const school of facts.schools) {
    let names = namesByTenant.get(school.tenantId);
    if (!names) namesByTenant.set(school.tenantId, (names = noNames()));
    const division = divisions.get(school.tenantId)?.name ?? '';
    addSchool(names, school, division);
    addSchool(namesAnywhere, school, division);
  }
  return { namesByTenant, namesAnywhere };
}

const noNames = (): SchoolNames => ({ exact: new Map(), alias: new Map(), short: new Map(), loose: new Map() });

function addSchool(names: SchoolNames, school: SchoolFact, division: string): void {
  const add = (map: Map<string, SchoolFact | null>, key: string): void => {
    const there = map.get(key);
    map.set(key, there === undefined || there === school ? school : null);
  };
  add(names.exact, squeeze(school.name));
  for (const alias of school.aliases ?? []) add(names.alias, squeeze(alias));
  add(names.short, schoolKey(school.name, division));
  add(names.loose, schoolLooseKey(school.name, division));
}

function groupBy<K, V>(pairs: readonly (readonly [K, V])[]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
