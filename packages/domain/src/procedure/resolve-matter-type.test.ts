import { describe, expect, test } from '@jest/globals';
import { MATTER_TYPES } from './matter-types.dictionary.js';
import type { MatterType } from './matter-type.js';
import {
  PLATFORM_CATALOGUE,
  resolveCatalogue,
  resolveMatterType,
  type CatalogueLayer,
  type MatterTypeChange,
} from './resolve-matter-type.js';

const countBy = (field: keyof MatterType) =>
  MATTER_TYPES.reduce<Record<string, number>>((counts, type) => {
    const value = String(type[field]);
    return { ...counts, [value]: (counts[value] ?? 0) + 1 };
  }, {});

const layer = (level: CatalogueLayer['level'], ...changes: MatterTypeChange[]): CatalogueLayer => ({
  level,
  types: [],
  changes,
});
const codes = (...layers: CatalogueLayer[]) =>
  resolveCatalogue([PLATFORM_CATALOGUE, ...layers]).violations.map(({ code, level, matter, field }) =>
    [code, level, matter, field].join(' '),
  );

describe('the catalogue of matters', () => {
  test('has 60 types, each once, with a name and a basis', () => {
    expect(MATTER_TYPES).toHaveLength(60);
    expect(new Set(MATTER_TYPES.map((type) => type.code)).size).toBe(60);
    expect(new Set(MATTER_TYPES.map((type) => type.nameZh)).size).toBe(60);
    expect(MATTER_TYPES.filter((type) => type.basis === '' || type.nameZh === '')).toEqual([]);
  });

  test('by category, decider and mark', () => {
    expect(countBy('category')).toEqual({
      MAJOR_DECISION: 24,
      CADRE_APPOINTMENT: 7,
      MAJOR_PROJECT: 7,
      LARGE_FUNDS: 6,
      PARTY_BUILDING: 7,
      ADMINISTRATION: 9,
    });
    expect(countBy('decidedBy')).toEqual({ PARTY_MEETING: 46, OFFICE_MEETING: 12, MEMBERS_ASSEMBLY: 2 });
    expect(countBy('deciderSource')).toEqual({ OPINION: 36, FILED: 24 });
    expect(countBy('twoThirds')).toEqual({ NONE: 44, RECOMMENDED: 14, FIXED: 1, ELECTION: 1 });
    expect(countBy('staffHearing')).toEqual({ NONE: 36, HEAR: 21, APPROVE: 3 });
    expect(countBy('priorConsultation')).toEqual({ true: 42, false: 18 });
    expect(countBy('disclosure')).toEqual({ SCHOOL: 37, PARTY: 13, NONE: 10 });
    expect(countBy('superior')).toEqual({ NONE: 23, APPROVAL: 23, FILING: 14 });
    expect(countBy('draftedBy')).toEqual({ OFFICE_MEETING: 41, PARTY_MEETING: 19 });
    expect(countBy('expert')).toEqual({ NONE: 44, ASK: 13, ALWAYS: 3 });
  });

  test('no plan, enrolment or contract of employment is taken from the principal (意见（四）)', () => {
    for (const code of ['ANNUAL_WORK_PLAN', 'ENROLMENT_PLAN', 'STAFF_ENGAGE_DISMISS', 'TEACHING_MANAGEMENT']) {
      expect(resolveMatterType([PLATFORM_CATALOGUE], code)?.decidedBy).toBe('OFFICE_MEETING');
    }
    expect(resolveMatterType([PLATFORM_CATALOGUE], 'CADRE_APPOINT_MIDDLE')).toMatchObject({
      twoThirds: 'FIXED',
      decidedBy: 'PARTY_MEETING',
      deciderSource: 'OPINION',
    });
  });
});

describe('handing the catalogue down', () => {
  test('a tenant may not unset two thirds on 干部任免, nor call it anything milder', () => {
    for (const twoThirds of ['NONE', 'RECOMMENDED', 'REQUIRED', 'ELECTION'] as const) {
      const county = layer('COUNTY', { code: 'CADRE_APPOINT_MIDDLE', twoThirds });
      expect(codes(county)).toEqual(['TWO_THIRDS_FIXED COUNTY CADRE_APPOINT_MIDDLE twoThirds']);
      const type = resolveMatterType([PLATFORM_CATALOGUE, county], 'CADRE_APPOINT_MIDDLE');
      expect(type?.twoThirds).toBe('FIXED');
    }
  });

  test('a decider that the Opinion fixes stays; one left to the rules is the school’s', () => {
    const school = layer(
      'SCHOOL',
      { code: 'ANNUAL_BUDGET', decidedBy: 'OFFICE_MEETING' },
      { code: 'DONATION', decidedBy: 'OFFICE_MEETING' },
    );
    expect(codes(school)).toEqual(['DECIDER_FIXED SCHOOL ANNUAL_BUDGET decidedBy']);
    expect(resolveMatterType([PLATFORM_CATALOGUE, school], 'ANNUAL_BUDGET')?.decidedBy).toBe('PARTY_MEETING');
    expect(resolveMatterType([PLATFORM_CATALOGUE, school], 'DONATION')?.decidedBy).toBe('OFFICE_MEETING');
  });

  test('each level makes stricter what it was handed down, and the next can’t take it back', () => {
    const city = layer('CITY', { code: 'SCHOOL_CHARTER', twoThirds: 'REQUIRED', expert: 'ALWAYS' });
    const school = layer('SCHOOL', { code: 'SCHOOL_CHARTER', twoThirds: 'NONE', expert: 'NONE' });
    expect(codes(city)).toEqual([]);
    expect(codes(city, school)).toEqual([
      'ONLY_STRICTER SCHOOL SCHOOL_CHARTER twoThirds',
      'ONLY_STRICTER SCHOOL SCHOOL_CHARTER expert',
    ]);
    const resolved = resolveMatterType([PLATFORM_CATALOGUE, city, school], 'SCHOOL_CHARTER');
    expect(resolved).toMatchObject({ twoThirds: 'REQUIRED', expert: 'ALWAYS' });
  });

  test('hearing, consultation, disclosure and reporting up are only added', () => {
    const looser: MatterTypeChange[] = [
      { code: 'ANNUAL_BUDGET', staffHearing: 'NONE' },
      { code: 'ANNUAL_BUDGET', priorConsultation: false },
      { code: 'ANNUAL_BUDGET', disclosure: 'NONE' },
      { code: 'ANNUAL_BUDGET', superior: 'FILING' },
    ];
    expect(codes(layer('COUNTY', ...looser))).toHaveLength(4);
    const stricter: MatterTypeChange = {
      code: 'PARTY_FUNDS',
      staffHearing: 'HEAR',
      priorConsultation: true,
      superior: 'FILING',
      disclosure: 'SCHOOL',
    };
    expect(codes(layer('COUNTY', stricter))).toEqual([]);
  });

  test('only the Opinion fixes, only an election asks for four fifths', () => {
    expect(
      codes(layer('COUNTY', { code: 'DONATION', twoThirds: 'FIXED' }, { code: 'DONATION', twoThirds: 'ELECTION' })),
    ).toEqual([
      'OPINION_IS_THE_PLATFORMS COUNTY DONATION twoThirds',
      'OPINION_IS_THE_PLATFORMS COUNTY DONATION twoThirds',
    ]);
  });

  test('a level adds types of its own, not in the Opinion’s name and not over another', () => {
    const own: MatterType = { ...MATTER_TYPES[0]!, code: 'COUNTY_MATTER', deciderSource: 'FILED' };
    const add = (type: MatterType): CatalogueLayer => ({ level: 'COUNTY', types: [type], changes: [] });
    expect(resolveMatterType([PLATFORM_CATALOGUE, add(own)], 'COUNTY_MATTER')).toEqual(own);
    expect(codes(add({ ...own, deciderSource: 'OPINION' }))).toEqual([
      'OPINION_IS_THE_PLATFORMS COUNTY COUNTY_MATTER deciderSource',
    ]);
    expect(codes(add({ ...own, twoThirds: 'FIXED' }))).toHaveLength(1);
    expect(codes(add({ ...own, code: 'ANNUAL_BUDGET' }))).toEqual(['TYPE_EXISTS COUNTY ANNUAL_BUDGET code']);
    expect(codes(layer('CITY', { code: 'COUNTY_MATTER', expert: 'ASK' }))).toEqual([
      'UNKNOWN_TYPE CITY COUNTY_MATTER code',
    ]);
  });
});
