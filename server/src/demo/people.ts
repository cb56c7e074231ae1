import type { CivilDate, Sex } from '@zhixiao/domain';
import { addMonths } from '@zhixiao/domain';
import { derivedId } from '../platform/ids.js';
import { namePinyin } from '../platform/standing/rebuild.js';
import data from './people.data.json' with { type: 'json' };
import { readWeights } from './random.js';
import type { Random, Weighted } from './random.js';

/** A made-up person. Nobody has an identity number or a telephone. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly pinyin: { readonly name_pinyin: string; readonly name_initials: string };
  readonly sex: Sex;
  readonly birthMonth: string;
  readonly ethnicity: string;
  readonly education: string;
  readonly title: string;
  readonly membership: 'FULL' | 'MASSES' | 'DEMOCRATIC_PARTY';
  readonly joinedOn: CivilDate | null;
  readonly fullOn: CivilDate | null;
  readonly schoolIds: string[];
}

interface NameParts {
  readonly single: string;
  readonly first: string;
  readonly second: string;
}

const banned = new Set(data.banned);
const given: Readonly<Record<Sex, Readonly<Record<string, NameParts>>>> = data.given;
const weightsByRegion = new Map<string, Weighted<string>[]>();
const educations = readWeights(data.educations);
const titles = readWeights(data.titles);

/** The table of the longest code that the tenant's begins with: a city's own mix, else its province's, else the country's. */
function regional(table: 'surnames' | 'ethnicities', tenantId: number): Weighted<string>[] {
  const byCode: Readonly<Record<string, string>> = data[table];
  const code = String(tenantId);
  const key = [code.slice(0, 4), code.slice(0, 2)].find((prefix) => prefix in byCode) ?? 'default';
  const cached = weightsByRegion.get(table + key);
  if (cached) return cached;
  const weights = readWeights(byCode[key] ?? '');
  weightsByRegion.set(table + key, weights);
  return weights;
}

function pickGiven(random: Random, parts: NameParts): string {
  if (random.chance(0.22)) return random.pick([...parts.single]);
  const first = random.pick([...parts.first]);
  return first + random.pick([...parts.second].filter((char) => char !== first));
}

/** Surname and given name apart: of either there are few, so that hardly any has to be looked up twice. */
function pinyinOf(surname: string, givenName: string): DemoPerson['pinyin'] {
  const [a, b] = [namePinyin(surname), namePinyin(givenName)];
  return { name_pinyin: a.name_pinyin + b.name_pinyin, name_initials: a.name_initials + b.name_initials };
}

/** Makes people of one tenant: surnames and peoples as in the region, given names as in the decade of birth. */
export interface PersonMaker {
  /** @param isMember whether a full party member */
  make(options: { isMember: boolean; maleShare?: number }): DemoPerson;
}

/** @param asOfYear ages are reckoned back from it: born 36 to 62 years before */
export function createPersonMaker(random: Random, tenantId: number, asOfYear: number): PersonMaker {
  const surnames = regional('surnames', tenantId);
  const ethnicities = regional('ethnicities', tenantId);
  let serial = 0;
  const pickUnbanned = (parts: NameParts): [surname: string, givenName: string] => {
    for (;;) {
      const surname = random.weighted(surnames);
      const givenName = pickGiven(random, parts);
      if (!banned.has(surname + givenName)) return [surname, givenName];
    }
  };
  return {
    make: ({ isMember, maleShare = 0.6 }) => {
      serial += 1;
      const sex: Sex = random.chance(maleShare) ? 'MALE' : 'FEMALE';
      const year = asOfYear - 2024 + birthYear(random);
      const parts = given[sex][String(Math.min(1980, Math.max(1960, Math.floor(year / 10) * 10)))] as NameParts;
      const [surname, givenName] = pickUnbanned(parts);
      return {
        id: derivedId(tenantId, 'person', serial),
        name: surname + givenName,
        pinyin: pinyinOf(surname, givenName),
        sex,
        birthMonth: `${year}-${String(random.whole(1, 12)).padStart(2, '0')}`,
        ethnicity: random.weighted(ethnicities),
        education: random.weighted(educations),
        title: random.weighted(titles),
        ...membership(random, year, isMember ? 'FULL' : 'MASSES'),
        schoolIds: [],
      };
    },
  };
}

/** Heads by decade of birth: 14 % the sixties, 56 % the seventies, 30 % the eighties. */
function birthYear(random: Random): number {
  const [from, to] = random.weighted([
    [[1964, 1969], 14],
    [[1970, 1979], 56],
    [[1980, 1988], 30],
  ] as const);
  return random.whole(from, to);
}

type Membership = Pick<DemoPerson, 'membership' | 'joinedOn' | 'fullOn'>;

/** Joined between 20 and 27, a full member a year later: before any post that is generated. */
function membership(random: Random, birth: number, wanted: 'FULL' | 'MASSES'): Membership {
  if (wanted === 'MASSES') {
    return { membership: random.chance(0.1) ? 'DEMOCRATIC_PARTY' : 'MASSES', joinedOn: null, fullOn: null };
  }
  const month = String(random.whole(1, 12)).padStart(2, '0');
  const joinedOn = `${birth + random.whole(20, 27)}-${month}-${String(random.whole(1, 28)).padStart(2, '0')}`;
  return { membership: 'FULL', joinedOn, fullOn: addMonths(joinedOn, 12) };
}
