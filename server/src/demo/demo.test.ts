import { describe, expect, test } from '@jest/globals';
import { addDays, addMonths, isAdjusted, levelOf, standingAt, standingPeriods } from '@zhixiao/domain';
import { tenantRows } from '../modules/tenancy/divisions/tenant-rows.js';
import { demoAccounts } from './accounts.js';
import { calendarOf } from './dates.js';
import { historyOf } from './history.js';

import { demoPlans, UNSTAFFED_COUNTY } from './demo-plans.js';
import people from './people.data.json' with { type: 'json' };
import { createRandom, hashText } from './random.js';
import { DEMO_SETTINGS, factsOf } from './school.js';
import { createCopyText } from './tables.js';
import { generateTenant, writeTenant } from './tenant.js';

const AS_OF = '2026-10-31';
const calendar = calendarOf(AS_OF);
const plans = demoPlans(new Map(tenantRows().map((row) => [row.id, row])));
const plan = (id: number) => plans.find((one) => one.tenantId === id) ?? plans[0]!;
const schools = plans.flatMap((one) => generateTenant(one, calendar));
const timelines = new Map(schools.map((school) => [school, standingPeriods(factsOf(school), DEMO_SETTINGS)]));
const endOfLastMonth = (day: string) => addDays(`${day.slice(0, 8)}01`, -1);
const standingOf = (list: typeof schools) => list.map((school) => standingAt(timelines.get(school) ?? [], AS_OF)!);
const seats = schools.flatMap((school) => school.seats.map((seat) => ({ ...seat, school })));

describe('chance', () => {
  test('is the same for the same seed and spread evenly', () => {
    const [a, b] = [createRandom(hashText('522636')), createRandom(hashText('522636'))];
    const drawn = Array.from({ length: 10_000 }, () => a.next());
    expect(drawn.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => b.next()));
    expect(drawn.reduce((sum, x) => sum + x, 0) / drawn.length).toBeCloseTo(0.5, 1);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
  });

  test('takes weights as they are given', () => {
    const random = createRandom(7);
    const drawn = Array.from({ length: 20_000 }, () =>
      random.weighted([
        ['a', 9],
        ['b', 1],
      ] as const),
    );
    expect(drawn.filter((one) => one === 'b').length / drawn.length).toBeCloseTo(0.1, 1);
  });
});

describe('the demonstration', () => {
  test('is a city with sixteen counties and 631 schools, its own six, and a small city of forty', () => {
    const inCity = (city: number) => plans.filter(({ tenantId }) => tenantId >= city && tenantId < city + 100);
    expect(inCity(522600)).toHaveLength(17);
    expect(schools.filter(({ seed }) => seed.tenantId > 522600)).toHaveLength(631);
    expect(schools.filter(({ seed }) => seed.tenantId === 522600)).toHaveLength(6);
    expect(inCity(360600)).toHaveLength(4);
    expect(schools.filter(({ seed }) => seed.tenantId < 400000)).toHaveLength(40);
    expect(new Set(schools.map(({ id }) => id)).size).toBe(677);
    expect(new Set(schools.map(({ seed }) => seed.code)).size).toBe(677);
  });

  test('is the same whenever it is made, each tenant by itself and in any order', () => {
    const text = (ids: number[]) => {
      const out = createCopyText();
      for (const id of ids) writeTenant(out, plan(id), calendar);
      return Object.values(out.take()).map((rows) => rows.split('\n').sort());
    };
    expect(text([522622, 360602])).toEqual(text([360602, 522622]));
  });

  test('lives around its day: another day moves every date, the last month has news', () => {
    const later = generateTenant(plan(522601), calendarOf('2027-10-31'));
    const earlier = schools.filter(({ seed }) => seed.tenantId === 522601);
    expect(later[0]?.openedOn).not.toBe(earlier[0]?.openedOn);
    const lastMonth = schools.flatMap(({ rollout }) => rollout).filter(({ on }) => on > '2026-09-30');
    expect(lastMonth.length).toBeGreaterThan(20);
  });

  test.each(['2026-11-01', '2026-11-03', '2026-11-21', '2026-12-31', '2027-01-01', '2027-02-28'])(
    'runs until its day, %s: some schools came on in that very month, on days that have been',
    (day) => {
      const around = calendarOf(day);
      const made = plans.filter(({ tenantId }) => tenantId < 523000 && tenantId > 522000);
      const fresh = made.flatMap((one) => generateTenant(one, around));
      const adjusted = (on: string) =>
        fresh.filter((school) => {
          const standing = standingAt(standingPeriods(factsOf(school), DEMO_SETTINGS), on);
          return standing?.scope === 'IN_SCOPE' && isAdjusted(standing.rolloutState);
        }).length;
      const news = adjusted(day) - adjusted(endOfLastMonth(day));
      expect([day, news >= 3, news < 40]).toEqual([day, true, true]);
    },
  );

  test('counts the lack of a full-time deputy from when the last one left, or from when one was called for, not for years', () => {
    const lacking = standingOf(schools).flatMap(({ fullTimeDeputyVacantSince: since }) => (since ? [since] : []));
    expect(lacking.length).toBeGreaterThan(50);
    expect(lacking.filter((since) => since < addMonths(AS_OF, -18))).toEqual([]);
    expect(new Set(lacking).size).toBeGreaterThan(lacking.length / 2);
    const left = schools.filter(({ seats: held }) =>
      held.some(({ post, fullTime, to }) => post === 'DEPUTY_SECRETARY' && fullTime && to !== null),
    );
    expect(left.length).toBeGreaterThan(30);
    expect(left.length).toBeLessThan(lacking.length);
  });

  test('declares what was adjusted before its counties came to the system, and nothing else', () => {
    const entries = schools.flatMap(({ rollout }) => rollout);
    const wrong = entries.filter(
      ({ state, on, declared }) => declared !== (isAdjusted(state) && on < calendar.rolloutSince),
    );
    expect(wrong).toEqual([]);
    expect(entries.filter(({ declared }) => declared).length).toBeGreaterThan(10);
  });

  test('has counties that report all the time, some that have not for more than a month, and one that never did', () => {
    const counties = plans.filter(
      ({ tenantId }) => levelOf(tenantId) === 'COUNTY' && tenantId < 523000 && tenantId > 522000,
    );
    const last = counties.map((one) => {
      const entries = historyOf(one, generateTenant(one, calendar), calendar);
      return (
        entries
          .map(({ at }) => at.slice(0, 10))
          .sort()
          .at(-1) ?? null
      );
    });
    const before = addMonths(AS_OF, -1);
    expect(last.filter((day) => day === null)).toHaveLength(1);
    const silent = last.filter((day) => day !== null && day < before);
    expect([silent.length >= 2, silent.length <= 4]).toEqual([true, true]);
    expect(last.filter((day) => day !== null && day > AS_OF)).toEqual([]);
  });

  test('says nothing of days to come: no one is appointed and no state entered after its day', () => {
    expect(seats.filter(({ from }) => from > AS_OF)).toEqual([]);
    expect(schools.flatMap(({ rollout }) => rollout).filter(({ on }) => on > AS_OF)).toEqual([]);
  });

  test('leaves the seats and the rollout of one county empty for its rosters, and marks what it assumes', () => {
    const waiting = schools.filter(({ seed }) => seed.tenantId === UNSTAFFED_COUNTY);
    expect(waiting).toHaveLength(60);
    expect(waiting.flatMap((school) => [...school.seats, ...school.rollout, ...school.departures])).toEqual([]);
    expect(
      waiting.every(({ seed, organizations }) => seed.assumed.includes('ownership') && organizations.length === 1),
    ).toBe(true);
  });

  test('records nothing that the system would refuse: full members in party posts, one holder a seat, no one twice', () => {
    const broken = schools.flatMap((school) =>
      (timelines.get(school) ?? [])
        .filter(({ outcomes }) => outcomes['STF-7'] === 'FAIL' || outcomes['STF-8'] === 'FAIL')
        .map(({ name, from }) => `${name} ${from}`),
    );
    expect(broken).toEqual([]);
    const spans = seats.map(({ person, post, school, from, to }) => ({
      key: `${school.id}/${post}/${person.id}`,
      from,
      to,
    }));
    const twice = spans.filter((a, i) =>
      spans.some((b, j) => i !== j && a.key === b.key && a.from < (b.to ?? '9') && b.from < (a.to ?? '9')),
    );
    expect(twice).toEqual([]);
  });

  test('lets nobody lead two schools at a time: who moved had left before', () => {
    const led = seats.filter(({ post }) => post === 'SECRETARY' || post === 'PRINCIPAL');
    const both = led.filter((a) =>
      led.some(
        (b) => a.person === b.person && a.school !== b.school && a.from < (b.to ?? '9') && b.from < (a.to ?? '9'),
      ),
    );
    expect(both.map(({ person }) => person.name)).toEqual([]);
  });

  test('shows every kind of finding that counties have, and schools without any', () => {
    const now = standingOf(schools);
    for (const check of ['STF-1', 'STF-3', 'STF-4', 'STF-5', 'STF-6', 'STF-9', 'STF-11'] as const) {
      expect([check, now.some(({ outcomes }) => outcomes[check] === 'FAIL')]).toEqual([check, true]);
    }
    for (const outcome of ['DEPARTURE_APPROVED', 'DEPARTURE_PENDING'] as const) {
      expect(now.filter(({ outcomes }) => Object.values(outcomes).includes(outcome)).length).toBeGreaterThan(10);
    }
    for (const scope of ['IN_SCOPE', 'BY_REFERENCE', 'OTHER_RULES', 'STRONGHOLD_ONLY']) {
      expect([scope, now.some((row) => row.scope === scope)]).toEqual([scope, true]);
    }
    const clean = now.filter(
      (row) => row.scope === 'IN_SCOPE' && row.hardFindings + row.defaultFindings + row.advisoryFindings === 0,
    );
    expect(clean.length).toBeGreaterThan(50);
  });

  test('has the shares of the field: heads combined in branches, schools adjusted, heads who moved', () => {
    const now = standingOf(schools.filter(({ seats: held }) => held.length > 0));
    const share = (rows: typeof now, is: (row: (typeof now)[number]) => boolean) =>
      rows.filter(is).length / rows.length;
    expect(
      share(
        now.filter(({ orgType, combined }) => orgType === 'BRANCH' && combined !== null),
        (row) => row.combined === true,
      ),
    ).toBeCloseTo(0.78, 1);
    const inScope = now.filter(({ scope }) => scope === 'IN_SCOPE');
    expect(
      share(inScope, ({ rolloutState }) => rolloutState === 'ADJUSTED' || rolloutState === 'RUNNING'),
    ).toBeGreaterThan(0.6);
    expect(
      share(inScope, ({ rolloutState }) => rolloutState === 'ADJUSTED' || rolloutState === 'RUNNING'),
    ).toBeLessThan(0.92);
    expect(
      new Set(seats.filter(({ person }) => person.schoolIds.length > 1).map(({ person }) => person.id)).size,
    ).toBeGreaterThan(50);
  });

  test('names nobody who leads the country, and holds nothing that looks like an identity number or a telephone', () => {
    const banned = new Set(people.banned);
    expect(seats.filter(({ person }) => banned.has(person.name))).toEqual([]);
    const out = createCopyText();
    for (const one of plans) writeTenant(out, one, calendar);
    const text = Object.values(out.take()).join('');
    expect(text.match(/(?<![\w-])(\d{17}[\dX]|1[3-9]\d{9})(?![\w-])/g)).toBeNull();
  });
});

describe('the accounts', () => {
  const accounts = demoAccounts(schools);
  const named = (username: string) => accounts.find((one) => one.username === username)!;

  test('are the platform operator and ten of each city', () => {
    const kinds = [
      'city-admin',
      'city-inspector',
      'county-admin',
      'county-inspector',
      'clerk',
      'secretary',
      'principal',
      'deputy',
      'member',
      'team',
    ];
    expect(accounts.map(({ username }) => username).sort()).toEqual(
      ['operator', ...kinds, ...kinds.map((kind) => `b-${kind}`)].sort(),
    );
  });

  test('let the city write in every county of its own and in no other', () => {
    const tenants = (username: string) => named(username).grants.map(({ tenantId, role }) => `${role} ${tenantId}`);
    expect(tenants('city-admin')).toHaveLength(17);
    expect(tenants('city-admin')).toContain('CountyAdmin 522636');
    expect(tenants('b-city-admin')).toEqual([
      'CityAdmin 360600',
      'CountyAdmin 360602',
      'CountyAdmin 360603',
      'CountyAdmin 360681',
    ]);
    expect(tenants('county-admin')).toEqual(['CountyAdmin 522636']);
  });

  test.each(['', 'b-'])(
    '%sschool people are five different persons of one school, each with the post of the account',
    (prefix) => {
      const held = (username: string) => {
        const { person } = named(prefix + username);
        return seats.filter((seat) => seat.person.id === person?.personId && seat.to === null);
      };
      const posts = (username: string) =>
        held(username)
          .map(({ post }) => post)
          .sort();
      const all = ['secretary', 'principal', 'deputy', 'member', 'team'];
      expect(new Set(all.map((one) => named(prefix + one).person?.personId)).size).toBe(5);
      expect(new Set(all.flatMap((one) => held(one).map(({ school }) => school.id))).size).toBe(1);
      expect(posts('secretary')).toEqual(['SECRETARY']);
      expect(posts('principal')).toEqual(['DEPUTY_SECRETARY', 'PRINCIPAL']);
      expect(posts('deputy')).toEqual(['DEPUTY_SECRETARY']);
      expect(posts('member')).toEqual(['COMMITTEE_MEMBER']);
      expect(posts('team')).toEqual(['VICE_PRINCIPAL']);
      expect(named(`${prefix}clerk`).grants[0]?.schoolId).toBe(held('secretary')[0]?.school.id);
    },
  );
});
