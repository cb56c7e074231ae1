import { describe, expect, test } from '@jest/globals';
import { CITY, COUNTY, judgeSheets } from '../roster.test-support.js';
import type { JudgedRow, RosterFacts } from './roster.type.js';

const HEADER = [
  '序号',
  '学校名称',
  '学校标识码',
  '学段类别',
  '办学性质',
  '是否独立法人',
  '学生数',
  '教职工数',
  '党员数（其中在职）',
  '党组织类型',
  '是否设委员会',
  '本届起始日期',
  '本届届满日期',
  '备注',
];
type Cells = (string | number | null)[];
const fine: Cells = [
  1,
  '丹寨县扬武小学',
  '2152936050',
  '小学',
  '公办',
  '是',
  420,
  31,
  '23（21）',
  '党支部',
  '是',
  '2021.9',
  '2024.9',
  null,
];
const but = (changes: Readonly<Record<string, string | number | null>>): Cells =>
  fine.map((cell, index) => {
    const column = HEADER[index] ?? '';
    return column in changes ? (changes[column] ?? null) : cell;
  });
const judge = (rows: readonly Cells[], facts: RosterFacts = COUNTY): Promise<JudgedRow<'SCHOOL_REGISTER'>[]> =>
  judgeSheets('SCHOOL_REGISTER', [{ name: '台账', rows: [HEADER, ...rows] }], facts);

describe('the school register (L1)', () => {
  test('a new school with all that the row says', async () => {
    const [judged] = await judge([fine]);
    expect(judged).toMatchObject({ outcome: 'imported', warnings: [], change: 'NEW', tenantId: 522636 });
    expect(judged?.record).toEqual({
      divisionCode: '522636',
      schoolCode: '2152936050',
      schoolName: '丹寨县扬武小学',
      stage: 'PRIMARY',
      ownership: 'PUBLIC',
      legalPerson: true,
      students: 420,
      staff: 31,
      members: 23,
      membersInService: 21,
      orgType: 'BRANCH',
      hasCommittee: true,
      termStart: '2021-09',
      termEnd: '2024-09',
    });
  });
  test('why a school is refused', async () => {
    const cases: [Readonly<Record<string, string | number | null>>, string][] = [
      [{ 学校名称: null }, 'E_NAME_REQUIRED'],
      [{ 学校标识码: '2.15E+09' }, 'E_SCHOOL_CODE_FORMAT'],
      [{ 学校标识码: null }, 'E_SCHOOL_CODE_FORMAT'],
      [{ 学校名称: '丹寨县第一中学' }, 'E_SCHOOL_MISMATCH'],
      [{ 学段类别: '大学' }, 'E_VALUE_UNKNOWN'],
      [{ 是否独立法人: '也许' }, 'E_VALUE_UNKNOWN'],
      [{ 学生数: '约400' }, 'E_NUMBER_INVALID'],
      [{ '党员数（其中在职）': '20多人' }, 'E_NUMBER_INVALID'],
      [{ 党组织类型: '党小组' }, 'E_ORG_TYPE_UNKNOWN'],
      [{ 本届起始日期: '2021.13' }, 'E_DATE_INVALID'],
      [{ 本届届满日期: '2020.9' }, 'E_END_BEFORE_START'],
    ];
    for (const [change, reason] of cases) {
      const [judged] = await judge([but(change)]);
      expect([change, judged?.outcome, ...(judged?.reasons ?? [])]).toEqual([change, 'rejected', reason]);
    }
  });
  test('a unit behind a number is taken off with a warning, 未建 is said and not missing', async () => {
    const [judged] = await judge([but({ 学生数: '1,420人', 党组织类型: '未建' })]);
    expect(judged).toMatchObject({ warnings: ['W_NUMBER_UNIT'], record: { students: 1420, orgType: 'NONE' } });
  });
  test('the same code or the same name twice is a duplicate', async () => {
    const judged = await judge([fine, but({ 学校名称: '丹寨县扬武新小学' }), but({ 学校标识码: '2152936051' })]);
    expect(judged.map(({ outcome }) => outcome)).toEqual(['imported', 'duplicate', 'duplicate']);
  });
  test('a known school changes only in what the file says; without its code it is found by its name', async () => {
    const register = { stage: 'PRIMARY' as const, students: 420, remark: '寄宿制' };
    const facts = { ...COUNTY, schools: COUNTY.schools.map((school) => ({ ...school, register })) };
    const rows = [
      ['学校名称', '学段类别', '学生数'],
      ['丹寨县城关一小', '小学', 430],
      ['丹寨县第一中学', null, 420],
    ];
    const judged = await judgeSheets('SCHOOL_REGISTER', [{ name: '台账', rows }], facts);
    expect(judged[0]).toMatchObject({ warnings: ['W_CODE_FROM_NAME'], change: 'CHANGED', schoolId: 'school-522636-1' });
    expect(judged[0]?.writes[0]?.differences).toEqual([{ field: 'students', before: 420, after: 430 }]);
    expect(judged[1]).toMatchObject({ change: 'UNCHANGED' });
  });
  test('a register for several counties needs to say which', async () => {
    const [judged] = await judge([fine], CITY);
    expect(judged?.reasons).toEqual(['E_DIVISION_REQUIRED']);
  });
});
