import { describe, expect, test } from '@jest/globals';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import {
  CATALOGUE_VIOLATIONS,
  CONSULTED_SIDES,
  ITEM_RESULTS,
  PROCEDURE_CHECK_IDS,
  PROCEDURE_VIOLATIONS,
  RULES_VIOLATIONS,
  TOPIC_STATES,
} from '@zhixiao/domain';
import type { TranslationMessages } from 'react-admin';
import type { EnumWords, Text } from '../i18n/index.js';
import { en } from '../i18n/en/index.js';
import { zhCN } from '../i18n/zh-CN/index.js';
import { clauseText, findingText, todoText } from './finding-text.js';
import { refusalText } from './refusal-text.js';

const wordsIn = (messages: TranslationMessages) => {
  const { translate } = polyglotI18nProvider(() => messages, 'x');
  const t = translate as Text;
  const word: EnumWords = (list, value) =>
    value ? translate(`enums.${list}.${value}`, { _: value }) : translate('common.none');
  return { t, word, on: '2026-03-01' };
};
const words = wordsIn(zhCN);
const say = (checkId: string, params: object) => findingText({ checkId, clause: '', params }, words);

describe('the checks of the procedure in words', () => {
  test('each has a name, a message and what to do', () => {
    const texts = zhCN.checks as unknown as Record<string, Record<string, string>>;
    const lacking = PROCEDURE_CHECK_IDS.filter(
      (id) => !texts[id]?.name || !texts[id].message || !todoText(id, words.t),
    );
    expect(lacking).toEqual([]);
  });

  test.each([
    ['PM-3', { post: 'SECRETARY', name: '', actingAs: '' }, '议题尚未由书记确定。'],
    ['PM-3', { post: 'SECRETARY', name: '李某', actingAs: 'OTHER' }, '议题由书记确定，现由李某以其他身份确定。'],
    [
      'PM-4',
      { n: 7, m: 3, k: 4, absent: ['王某', '赵某'] },
      '应到 7 人，实到 3 人，须有半数以上即 4 人到会。未到会：王某、赵某。',
    ],
    ['PM-4', { n: 7, m: 3, k: 4, absent: [] }, '应到 7 人，实到 3 人，须有半数以上即 4 人到会。'],
    ['PM-4', { n: '', m: '', k: '', absent: [] }, '没有到会人数记录。'],
    ['PM-15', { kind: 'STUDY' }, '会议一般应设“第一议题”，现第一项为传达学习。'],
    ['PRE-1', { on: '' }, '讨论决定学校重大问题，应当在调查研究基础上提出建议方案，现没有建议方案。'],
    ['PRE-1', { on: '2026-03-02' }, '建议方案的日期 2026-03-02 晚于会议。'],
    ['PRE-3', { result: '', unsigned: [] }, '书记与校长充分沟通且无重大分歧后方可提交会议，现没有沟通记录。'],
    ['PRE-3', { result: 'NO_MAJOR_DISAGREEMENT', unsigned: ['李某'] }, '沟通记录待签字：李某。'],
    ['PRE-3', { result: 'MAJOR_DISAGREEMENT', unsigned: [] }, '班子沟通有重大分歧，不能提交会议讨论决定。'],
    [
      'PRE-8',
      { audiences: ['STAFF', 'PARENTS'] },
      '事关师生员工切身利益，应当广泛听取意见建议，尚未听取：教职工、家长。',
    ],
    ['PRE-9', { lacks: ['ANSWER'] }, '须先确认该事项专业性、技术性是否较强。'],
  ])('%s %j', (checkId, params, text) => {
    expect(say(checkId, params)).toBe(text);
  });

  const asked = { side: 'PRINCIPAL', names: ['李某'] };
  test.each([
    ['nobody asked yet', { status: 'WAITING', round: 0, opinion: '' }, '现尚未听取'],
    ['asked', { status: 'WAITING', round: 1, opinion: '' }, '待提出意见'],
    ['entered from paper', { status: 'WAITING', round: 1, opinion: 'AGREE' }, '待本人确认'],
    ['disagreed', { status: 'HELD_BACK', round: 1, opinion: 'DISAGREE' }, '意见不一致，暂缓上会'],
    ['changes', { status: 'HELD_BACK', round: 1, opinion: 'AGREE_WITH_CHANGES' }, '修改尚未采纳，暂缓上会'],
  ])('a prior opinion: %s', (_, params, text) => {
    expect(say('PRE-4', { ...asked, ...params })).toContain(text);
  });

  test('no text shows a placeholder, whatever is unknown', () => {
    const texts = zhCN.checks as unknown as Record<string, object>;
    const empty = PROCEDURE_CHECK_IDS.map((id) => [id, Object.keys(texts[id] ?? {})] as const);
    expect(empty.every(([, keys]) => keys.length > 1)).toBe(true);
    expect(
      say('PRE-10', { itemKind: 'RECONSIDERATION', body: 'PARTY_ORG', meetingKind: 'PRINCIPAL_OFFICE', state: '' }),
    ).toBe('该决议由党组织会议作出，由同一会议复议。');
  });

  test('a clause that is read out of another says so, in both languages', () => {
    expect(clauseText('九（推断）', words.t)).toBe('《意见》（九，推断）');
    expect(clauseText('九（推断）', wordsIn(en as unknown as TranslationMessages).t)).toBe(
      'Opinion, clause 9 (inferred)',
    );
  });
});

describe('refusals of the procedure in words', () => {
  test('each name of the closed list has a sentence', () => {
    const silent = PROCEDURE_VIOLATIONS.filter((code) => !refusalText({ code, params: {} }, words));
    expect(silent).toEqual([]);
  });

  test('the state and the role are named', () => {
    expect(refusalText({ code: 'NOT_IN_THIS_STATE', params: { from: 'HELD_BACK' } }, words)).toBe(
      '当前状态（暂缓上会）下不能办理此事。',
    );
    expect(refusalText({ code: 'NOT_YOUR_ACT', params: { role: 'SchoolClerk' } }, words)).toBe(
      '您的身份（党政办记录员）不办理此事。',
    );
  });

  test('what the domain calls by a name has a word', () => {
    const { enums } = zhCN;
    for (const [list, values] of [
      [enums.RulesViolation, RULES_VIOLATIONS],
      [enums.CatalogueViolation, CATALOGUE_VIOLATIONS],
      [enums.TopicState, TOPIC_STATES],
      [enums.ItemResult, ITEM_RESULTS],
      [enums.ConsultedSide, CONSULTED_SIDES],
    ] as const) {
      expect(Object.keys(list).sort()).toEqual([...values].sort());
    }
  });
});
