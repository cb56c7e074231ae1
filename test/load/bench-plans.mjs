import { createRandom, hashText, readWeights, stageOf, tenantRows, typeFor, WORDS } from './inside.mjs';

/** The nation: what the counts of schools are scaled to. */
const NATION = 220_000;
/** The city that the requests are about: in every size of data, always with the same schools. */
export const BENCH_CITY = 522600;

/**
 * The tenants of a benchmark with about so many schools: whole cities, the same ones first whatever the size, so that what
 * lies outside the caller's scope grows and what lies in it stays.
 */
export function benchPlans(schools) {
  const counts = schoolsByCounty();
  const groups = new Map();
  for (const county of counts.keys()) groups.set(county.parentId, [...(groups.get(county.parentId) ?? []), county]);
  const order = [...groups.keys()].sort((a, b) => rank(a) - rank(b));
  const plans = [];
  let total = 0;
  for (const county of order.flatMap((parent) => groups.get(parent))) {
    if (total >= schools) break;
    plans.push({ tenantId: county.id, count: counts.get(county), name: county.name, shortName: county.shortName });
    total += counts.get(county);
  }
  return plans;
}

function rank(parentId) {
  return parentId === BENCH_CITY ? -1 : hashText(`bench ${parentId}`);
}

/** Lognormal with median 62, 5 to 600, scaled to the nation's sum. */
function schoolsByCounty() {
  const random = createRandom(hashText('bench'));
  const counties = tenantRows().filter(({ level }) => level === 'COUNTY');
  const drawn = counties.map((county) => [county, Math.min(600, Math.max(5, random.lognormal(62, 0.6)))]);
  const scale = NATION / drawn.reduce((sum, [, count]) => sum + count, 0);
  return new Map(drawn.map(([county, count]) => [county, Math.max(1, Math.round(count * scale))]));
}

const TYPES = readWeights(WORDS.benchTypeShares);
const NEIGHBOURS = {
  BRANCH: 'GENERAL_BRANCH',
  GENERAL_BRANCH: 'COMMITTEE',
  COMMITTEE: 'GENERAL_BRANCH',
  JOINT_BRANCH: 'BRANCH',
};

/** The plan as the generators take it: names and sizes drawn by the tenant's own seed. */
export function withSchools({ tenantId, count, name, shortName }) {
  const random = createRandom(hashText(`bench schools of ${tenantId}`));
  const schools = Array.from({ length: count }, (_, index) => seedOf(random, { tenantId, name, index }));
  return { tenantId, name, shortName, schools, isStaffed: true, isDetailed: false };
}

function seedOf(random, { tenantId, name, index }) {
  const type = random.weighted(TYPES);
  const members = Math.max(2, Math.round(random.lognormal(WORDS.members[type], 0.55)));
  const fitting = typeFor(members);
  const orgType = members >= 3 && random.chance(0.06) ? NEIGHBOURS[fitting] : fitting;
  const serial = String(index + 1).padStart(3, '0');
  return {
    tenantId,
    code: `${WORDS.typePrefixes[type]}${tenantId}${serial}`,
    name: `${name}第${index + 1}${type}`,
    stage: stageOf(type),
    members,
    orgType,
    ownership: random.chance(0.06) ? 'PRIVATE' : 'PUBLIC',
    legalPerson: random.chance(0.92),
    assumed: [],
  };
}
