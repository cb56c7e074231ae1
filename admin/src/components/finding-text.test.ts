import { describe, expect, test } from '@jest/globals';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { EnumWords, Text } from '../i18n/index.js';
import { en } from '../i18n/en/index.js';
import { zhCN } from '../i18n/zh-CN/index.js';
import { staffingFindings, type SeatFacts, type TeamFacts } from '@zhixiao/domain';
import { checkName, clauseText, findingText, type FindingLike } from './finding-text.js';

const { translate } = polyglotI18nProvider(() => zhCN, 'zh-CN');
const t = translate as Text;
const word: EnumWords = (name, value) => translate(`enums.${name}.${String(value)}`);
const say = (finding: FindingLike) => findingText(finding, { t, word, on: '2026-11-21' });

const team: TeamFacts = {
  scope: 'IN_SCOPE',
  stage: 'PRIMARY',
  orgType: 'GENERAL_BRANCH',
  hasCommittee: true,
  fullMembers: 12,
  members: 13,
  committeeTerm: { start: '2020-09-01', end: '2023-08-31' },
  termExtendedUntil: null,
  seats: [],
  departures: [],
  openedOn: '1990-09-01',
};
const seat = (name: string, facts: Partial<SeatFacts>): SeatFacts => ({
  personId: name,
  personName: name,
  post: 'SECRETARY',
  fullTime: null,
  acting: false,
  membership: 'FULL',
  partyFullOn: null,
  portfolio: null,
  from: '2021-09-01',
  to: null,
  ...facts,
});

test('a clause has the number of its language', () => {
  const english = { ...zhCN, checks: en.checks };
  const tEnglish = polyglotI18nProvider(() => english, 'en').translate as Text;
  expect(clauseText('十二', tEnglish)).toBe('Opinion, clause 12');
  expect(clauseText('七/十一', tEnglish)).toBe('Opinion, clause 7/11');
});

describe('findings in words', () => {
  test('a vacancy names the post, its first empty day, and counts the days', () => {
    expect(say({ checkId: 'STF-9', clause: '党规', params: { posts: ['PRINCIPAL'], since: ['2026-07-01'] } })).toBe(
      '校长已空缺143天（自2026-07-01）。',
    );
  });

  test('posts and lists of names are put into words', () => {
    expect(say({ checkId: 'STF-2', clause: '十二', params: { name: '甲', posts: ['PRINCIPAL', 'UNION_CHAIR'] } })).toBe(
      '党组织书记一般不兼任行政领导职务，现兼任校长、工会主席。',
    );
    expect(say({ checkId: 'STF-6', clause: '十二', params: { names: ['甲', '乙'], excused: [] } })).toContain(
      '甲、乙未进入',
    );
  });

  test('every finding that the checks of staffing can make finds all its params', () => {
    const seats = [
      seat('甲', {}),
      seat('甲', { post: 'PRINCIPAL' }),
      seat('乙', { post: 'VICE_PRINCIPAL' }),
      seat('丙', { post: 'COMMITTEE_MEMBER', membership: 'MASSES' }),
      seat('丁', { post: 'PRINCIPAL' }),
    ];
    const apart = [seat('甲', {}), seat('丁', { post: 'PRINCIPAL' })];
    const settings = { vacancyDays: 90 };
    const found = [
      ...staffingFindings({ ...team, seats }, settings, '2026-11-21'),
      ...staffingFindings({ ...team, seats: apart }, settings, '2026-11-21'),
      ...staffingFindings({ ...team, orgType: 'BRANCH', seats: apart }, settings, '2026-11-21'),
      ...staffingFindings(team, settings, '2026-11-21'),
    ].filter(({ outcome }) => outcome === 'FAIL');
    expect(new Set(found.map(({ checkId }) => checkId)).size).toBeGreaterThanOrEqual(11);
    for (const finding of found) expect(say(finding)).not.toMatch(/%\{|undefined|enums\./);
  });

  test('a check that this version does not know is named by its id', () => {
    expect(say({ checkId: 'PM-99', clause: '五', params: {} })).toBe('检查 PM-99');
    expect(checkName('PM-99', t)).toBe('检查 PM-99');
  });

  test('a rule says where it stands', () => {
    expect(clauseText('十二', t)).toBe('《意见》（十二）');
    expect(clauseText('党规', t)).toBe('党内有关规定');
    expect(clauseText('议事规则(地方)', t)).toBe('地方议事规则');
  });
});
