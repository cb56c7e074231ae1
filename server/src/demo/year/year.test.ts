import { expect, test } from '@jest/globals';
import { calendarOf } from '../dates.js';
import { createCopyText } from '../tables.js';
import { generateTenant, writeTenant } from '../tenant.js';
import { makeYears, writeYears } from './index.js';
import {
  AS_OF,
  calendar,
  decisions,
  items,
  meetings,
  missing,
  plans,
  topics,
  years,
} from './test-support/made-years.js';
import { chooseSchools } from './which-schools.js';

const inFirstCity = years.filter(({ tenantId }) => tenantId >= 522600 && tenantId < 522700);
const share = (some: readonly unknown[], all: readonly unknown[]): number => some.length / all.length;

test('forty schools of the first city, in all its counties with staff, and one of the second have a year of meetings', () => {
  expect(inFirstCity).toHaveLength(40);
  expect(new Set(inFirstCity.map(({ tenantId }) => tenantId)).size).toBe(16);
  expect(years.filter(({ isShowcase }) => isShowcase)).toHaveLength(2);
  expect(years).toHaveLength(41);
  const types = ['COMMITTEE', 'GENERAL_BRANCH', 'BRANCH'];
  expect(missing(types, years, ({ school }) => school.seed.orgType)).toEqual([]);
  const scopes = ['IN_SCOPE', 'BY_REFERENCE', 'STRONGHOLD_ONLY'] as const;
  expect(missing(scopes, years, ({ periods }) => periods.at(-1)?.scope)).toEqual([]);
});

test.each([
  ['PARTY_ORG', 11, 16],
  ['PRINCIPAL_OFFICE', 16, 22],
])('branches hold as many meetings of %s a year as the field does', (wanted, low, high) => {
  const branches = years.filter(({ school, course }) => school.seed.orgType === 'BRANCH' && !course.paper);
  const held = branches.flatMap((year) =>
    year.meetings.filter(({ kind, number }) => kind === wanted && number !== null),
  );
  expect(held.length / branches.length).toBeGreaterThan(low);
  expect(held.length / branches.length).toBeLessThan(high);
});

test('an eighth of the party topics are on cadres, some are held back at first, nearly all members come', () => {
  const party = topics.filter(({ meetingKind }) => meetingKind === 'PARTY_ORG');
  const cadres = party.filter(({ category }) => category === 'CADRE_APPOINTMENT');
  expect(share(cadres, party)).toBeCloseTo(0.12, 1);
  const asked = topics.filter(({ rounds }) => rounds.length > 0);
  const heldBack = asked.filter(({ heldBackOn }) => heldBackOn !== null);
  expect(share(heldBack, asked)).toBeGreaterThan(0.04);
  expect(share(heldBack, asked)).toBeLessThan(0.25);
  const held = meetings.filter(({ number }) => number !== null);
  const members = held.flatMap(({ attendance }) => attendance.filter(({ capacity }) => capacity === 'MEMBER'));
  const there = members.filter(({ status }) => status === 'PRESENT' || status === 'LATE');
  expect(share(there, members)).toBeCloseTo(0.92, 1);
});

test('they say nothing of days to come but what is called or planned, and hold no identity number and no telephone', () => {
  const held = meetings.filter(({ state }) => state !== 'CALLED' && state !== 'DRAFT');
  expect(held.filter(({ heldOn }) => heldOn > AS_OF)).toEqual([]);
  expect(topics.filter(({ createdOn }) => createdOn > AS_OF)).toEqual([]);
  const answered = decisions.map(({ publishedOn, superiorOn }) => publishedOn ?? superiorOn ?? '');
  expect(answered.filter((day) => day > AS_OF)).toEqual([]);
  const text = JSON.stringify([
    topics.map(({ title, body }) => title + body),
    items.map(({ conclusion }) => conclusion),
  ]);
  expect(text.match(/(?<![\w-])(\d{17}[\dX]|1[3-9]\d{9})(?![\w-])/g)).toBeNull();
});

test('a secret ballot has counts and tellers, and nobody behind a choice', () => {
  const secret = items.filter(({ voteForm }) => voteForm === 'SECRET_BALLOT');
  expect(secret.length).toBeGreaterThan(50);
  expect(secret.filter(({ ballots, tellers }) => ballots.length > 0 || tellers.length === 0)).toEqual([]);
});

test('the people of the showcase find something to do on the day: opinions, signatures, tasks, an emergency', () => {
  for (const year of years.filter(({ isShowcase }) => isShowcase)) {
    const { secretary, principal } = showcaseHeads(year);
    const waits = (personId: string) => year.topics.filter(({ waitingIds }) => waitingIds.includes(personId)).length;
    expect([waits(secretary) > 0, waits(principal) > 0]).toEqual([true, true]);
    const states = year.meetings.map(({ state }) => state);
    expect(missing(['DRAFT', 'CALLED', 'CLOSED'], states, (state) => state)).toEqual([]);
    const late = year.decisions.flatMap(({ tasks }) =>
      tasks.filter(({ ownerId, dueOn }) => ownerId === principal && (dueOn ?? '9') < AS_OF),
    );
    expect(late.some(({ state }) => state === 'ASSIGNED' || state === 'IN_PROGRESS')).toBe(true);
    expect(year.emergencies.filter(({ state }) => state === 'TAKEN')).toHaveLength(1);
    expect(new Set(year.notices.map(({ accountId }) => accountId)).size).toBeGreaterThan(3);
    const toPublish = year.decisions.filter(
      ({ disclosure, publishedOn, state }) => disclosure !== 'NONE' && !publishedOn && state === 'IN_FORCE',
    );
    expect(toPublish.length).toBeGreaterThan(0);
  }
});

function showcaseHeads({ seats }: (typeof years)[number]): { secretary: string; principal: string } {
  const holder = (post: string) => seats.find((seat) => seat.post === post && seat.to === null)?.personId ?? '';
  return { secretary: holder('SECRETARY'), principal: holder('PRINCIPAL') };
}

test('the same day gives the same rows, each tenant by itself', () => {
  const plan = plans.find(({ tenantId }) => tenantId === 522624)!;
  const text = () => {
    const out = createCopyText();
    const schools = writeTenant(out, plan, calendar);
    writeYears(out, plan, { schools, today: calendar });
    return Object.values(out.take());
  };
  expect(text()).toEqual(text());
});

test.each(['2026-11-01', '2027-02-28', '2027-07-15', '2028-01-01'])('they can be made on any day, like %s', (day) => {
  const around = calendarOf(day);
  const chosen = plans.flatMap((plan) => chooseSchools(plan.tenantId, generateTenant(plan, around), day));
  expect(chosen).toHaveLength(41);
  const plan = plans.find(({ tenantId }) => tenantId === 522601)!;
  const [showcase] = makeYears(plan, generateTenant(plan, around), around);
  expect(showcase?.meetings.filter(({ state }) => state === 'CALLED')).toHaveLength(1);
});
