import { describe, expect, test } from '@jest/globals';
import { readName, splitNames } from './read-name.js';
import { readCount, readCountWithPart } from './read-number.js';
import { readDate, readPeriod } from './read-date.js';
import { readFlag } from './read-flag.js';
import { readEthnicity, readPolitical, readSex } from './read-person-cells.js';
import { isNothing, isVacant } from './read-placeholder.js';
import { readPosts } from './read-posts.js';
import { readSchoolCode } from './read-school-code.js';
import { readOrgType } from './read-word.js';

const date = (text: string, use: 'birth' | 'office' = 'office'): string | undefined => {
  const { value, error } = readDate({ text }, use);
  return value ? `${value.on} ${value.precision}` : error;
};

describe('dates', () => {
  test('every way in which rosters write a month', () => {
    for (const text of [
      '2022.9',
      '2022.09',
      '2022年9月',
      '2022年09月份',
      '2022-9',
      '2022-09',
      '2022/9',
      '202209',
      '２０２２．９',
      '2022 年 9 月',
      '二〇二二年九月',
      '二○二二年九月',
      '二零二二年九月',
      '2022、9',
      '2022.9起',
      '2022·9',
    ]) {
      expect([text, date(text)]).toEqual([text, '2022-09 month']);
    }
  });
  test('every way in which they write a day', () => {
    for (const text of [
      '2022.9.1',
      '2022-09-01',
      '2022/9/1',
      '2022年9月1日',
      '20220901',
      '2022-09-01 00:00:00',
      '2022-09-01T00:00:00.000Z',
      '二〇二二年九月一日',
      '44805',
    ]) {
      expect([text, date(text)]).toEqual([text, '2022-09-01 day']);
    }
    expect(date('二〇二二年十一月二十一日')).toBe('2022-11-21 day');
    expect(date('二〇二二年十月')).toBe('2022-10 month');
  });
  test('two digits are of this century for an office, of the last for a birth', () => {
    expect([date('22.09'), date('98.9'), date('76.2', 'birth'), date('05.2', 'birth')]).toEqual([
      '2022-09 month',
      '1998-09 month',
      '1976-02 month',
      '2005-02 month',
    ]);
  });
  test('what is no date is refused, what says nothing is blank', () => {
    for (const text of ['2022', '2022.0', '2022.13', '2022.2.30', '9月', '去年', '2022年秋', '1822.9', '999999'])
      expect([text, date(text)]).toEqual([text, 'E_DATE_INVALID']);
    for (const text of ['', '/', '无', '—', '不详']) expect([text, date(text)]).toEqual([text, undefined]);
  });
  test('numbers: year and month, whole or with a point, and Excel serials', () => {
    const number = (raw: number, text = String(raw)): unknown => {
      const { value, error, warnings } = readDate({ text, raw, kind: 'number' });
      return [value?.on ?? error, ...warnings];
    };
    expect(number(202209)).toEqual(['2022-09']);
    expect(number(20220901)).toEqual(['2022-09-01']);
    expect(number(2022.9)).toEqual(['2022-09']);
    expect(number(2022.11)).toEqual(['2022-11']);
    expect(number(2022.1)).toEqual(['2022-01', 'W_DATE_AMBIGUOUS']);
    expect(number(2022.1, '2022.10')).toEqual(['2022-10']);
    expect(number(44805)).toEqual(['2022-09-01']);
    expect(number(2022)).toEqual(['E_DATE_INVALID']);
  });
  test('from and to in one cell', () => {
    const period = (text: string): unknown => {
      const { start, end } = readPeriod({ text });
      return [start.value?.on ?? start.error, end.value?.on ?? null];
    };
    expect(period('2019.9-2022.8')).toEqual(['2019-09', '2022-08']);
    expect(period('2019年9月至2022年8月')).toEqual(['2019-09', '2022-08']);
    expect(period('2019.9—至今')).toEqual(['2019-09', null]);
    expect(period('2022-09-01')).toEqual(['2022-09-01', null]);
    expect(period('2019.9-早')).toEqual(['E_DATE_INVALID', null]);
  });
});

describe('posts', () => {
  test('aliases, with the organisation before and notes behind', () => {
    const cases: [string, string][] = [
      ['书记', 'SECRETARY'],
      ['党组织书记', 'SECRETARY'],
      ['中共丹寨县城关一小支部委员会书记', 'E_POST_UNKNOWN'],
      ['中共支部委员会书记', 'SECRETARY'],
      ['党委书记', 'SECRETARY'],
      ['党总支副书记、校长', 'DEPUTY_SECRETARY PRINCIPAL'],
      ['党支部专职副书记', 'FULLTIME_DEPUTY_SECRETARY'],
      ['副书记（专职）', 'FULLTIME_DEPUTY_SECRETARY'],
      ['专职党支部副书记', 'FULLTIME_DEPUTY_SECRETARY'],
      ['专职 副书记', 'FULLTIME_DEPUTY_SECRETARY'],
      ['书记兼校长', 'SECRETARY PRINCIPAL'],
      ['书记（兼校长）', 'SECRETARY PRINCIPAL'],
      ['党支部书记\n校长', 'SECRETARY PRINCIPAL'],
      ['党支部书记／园长', 'SECRETARY PRINCIPAL'],
      ['书记校长', 'SECRETARY PRINCIPAL'],
      ['副园长，支部委员', 'VICE_PRINCIPAL COMMITTEE_MEMBER'],
      ['分管教学副校长', 'VICE_PRINCIPAL'],
      ['副校长（正科级）', 'VICE_PRINCIPAL'],
      ['支委（组织）', 'COMMITTEE_MEMBER'],
      ['组织、宣传委员', 'COMMITTEE_MEMBER'],
      ['校长助理', 'ASSISTANT_PRINCIPAL'],
      ['工会主席、支部委员', 'UNION_CHAIR COMMITTEE_MEMBER'],
    ];
    for (const [text, posts] of cases) {
      const { value, error } = readPosts(text);
      expect([text, value?.posts.join(' ') ?? error]).toEqual([text, posts]);
    }
  });
  test('what means nothing certain is refused', () => {
    for (const text of [
      '教导主任',
      '主持工作',
      '副校长（主持工作）',
      '学校负责人',
      '第一书记',
      '团委书记',
      '纪委书记',
      '代校长',
      '原校长',
      '法治副校长',
      '校级干部',
      '组织',
    ]) {
      expect([text, readPosts(text).error]).toEqual([text, 'E_POST_UNKNOWN']);
    }
  });
  test("the school's own name before the post is passed over", () => {
    expect(readPosts('城关一小校长', ['城关一小']).value?.posts).toEqual(['PRINCIPAL']);
  });
});

describe('other cells', () => {
  test('names', () => {
    expect(readName('欧阳　建国').value).toBe('欧阳建国');
    expect(readName('(空)').error).toBe('E_NAME_REQUIRED');
    expect(splitNames('张明、赵刚，周红\n吴强')).toHaveLength(4);
    expect(splitNames('李 明')).toEqual(['李 明']);
    expect(splitNames('王建国 李卫东')).toEqual(['王建国', '李卫东']);
    expect(splitNames('张明（教学、科研）、赵刚')).toHaveLength(2);
  });
  test('vacant seats and nothing', () => {
    expect(['空缺', ' 暂 缺 ', '（待定）', '空缺（拟任中）'].map(isVacant)).toEqual([true, true, true, true]);
    expect(['无', '—', '——', '/', '', ' '].map(isNothing)).toEqual([true, true, true, true, true, true]);
    expect([isVacant('空建国'), isNothing('无为')]).toEqual([false, false]);
  });
  test('sex, political status, people', () => {
    expect([readSex('男').value, readSex('女性').value, readSex('').value, readSex('?').error]).toEqual([
      'MALE',
      'FEMALE',
      null,
      'E_GENDER_INVALID',
    ]);
    const memberships = ['党员', '中共党员（预备）', '民盟', '团员', '不便说'].map(
      (text) => readPolitical(text).value?.membership,
    );
    expect(memberships).toEqual(['FULL', 'PROBATIONARY', 'DEMOCRATIC_PARTY', 'MASSES', 'UNKNOWN']);
    expect([readEthnicity('苗'), readEthnicity('苗族'), readEthnicity('—')]).toEqual(['苗族', '苗族', null]);
  });
  test('codes, counts, flags, organisation types', () => {
    expect(readSchoolCode({ text: '2.15294E+09', raw: 2152936001, kind: 'number' }).value).toBe('2152936001');
    expect(readSchoolCode({ text: '21529360011' }).error).toBe('E_SCHOOL_CODE_FORMAT');
    expect([
      readCount({ text: '１，２３４' }).value,
      readCount({ text: '23.5' }).error,
      readCount({ text: '-1' }).error,
    ]).toEqual([1234, 'E_NUMBER_INVALID', 'E_NUMBER_INVALID']);
    const { all, part } = readCountWithPart({ text: '23（其中在职21）' });
    expect([all.value, part.value]).toEqual([23, 21]);
    expect(['√', '✘', '', '？'].map((text) => readFlag(text).value)).toEqual([true, false, null, null]);
    expect([readOrgType('总支').value, readOrgType('未建').value, readOrgType('').value]).toEqual([
      'GENERAL_BRANCH',
      'NONE',
      null,
    ]);
  });
});
