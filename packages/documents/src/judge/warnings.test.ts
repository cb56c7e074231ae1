import { describe, expect, test } from '@jest/globals';
import { CITY, judgePeople, judgePerson, judgeSheets, type PersonOfTest } from '../roster.test-support.js';
import type { PersonRecord } from './roster.type.js';

describe('what is put right and said', () => {
  const cases: readonly [what: string, person: PersonOfTest, warnings: string[], record: Partial<PersonRecord>][] = [
    ['spaces in a name', { 姓名: '王\u3000海 波' }, ['W_NAME_SPACES'], { name: '王海波' }],
    ['a non-breaking space behind it', { 姓名: '王海波\u00a0' }, ['W_NAME_SPACES'], { name: '王海波' }],
    ['U+2022 in a name', { 姓名: '买买提•艾力' }, ['W_NAME_DOT'], { name: '买买提·艾力' }],
    ['U+30FB', { 姓名: '买买提・艾力' }, ['W_NAME_DOT'], { name: '买买提·艾力' }],
    ['a full stop', { 姓名: '买买提.艾力' }, ['W_NAME_DOT'], { name: '买买提·艾力' }],
    ['the right dot', { 姓名: '买买提·艾力' }, [], { name: '买买提·艾力' }],
    ['a note behind the name', { 姓名: '王海波（挂职）' }, ['W_NAME_NOTE_REMOVED'], { name: '王海波' }],
    ['full-width digits', { 任现职时间: '２０２２．９' }, ['W_FULLWIDTH'], { appointedOn: '2022-09' }],
    ['full-width letters', { 姓名: 'ＡＢ' }, ['W_FULLWIDTH'], { name: 'AB' }],
    [
      'full-width punctuation is no matter',
      { 职务: '副校长，支部委员' },
      [],
      { posts: ['VICE_PRINCIPAL', 'COMMITTEE_MEMBER'] },
    ],
    ['a year of two digits', { 任现职时间: '22.09' }, ['W_TWO_DIGIT_YEAR'], { appointedOn: '2022-09' }],
    ['2022.1 as a number', { 任现职时间: 2022.1 }, ['W_DATE_AMBIGUOUS'], { appointedOn: '2022-01' }],
    ['2022.1 as text', { 任现职时间: '2022.1' }, [], { appointedOn: '2022-01' }],
    ['a school by its name alone', { 标识码: undefined }, ['W_CODE_FROM_NAME'], { schoolCode: '2152936001' }],
    ['a code with a tab behind', { 标识码: '2152936001\t' }, ['W_CODE_TRIMMED'], { schoolCode: '2152936001' }],
    ['a code as a number', { 标识码: 2152936001 }, [], { schoolCode: '2152936001' }],
    ['="2152936001"', { 标识码: '="2152936001"' }, ['W_EXCEL_TEXT_FORMULA'], { schoolCode: '2152936001' }],
    [
      'the same as a formula with its result',
      { 标识码: { formula: '"2152936001"', result: '2152936001' } },
      ['W_EXCEL_TEXT_FORMULA'],
      {},
    ],
    [
      'a short name beside the code',
      { 学校名称: '城关第一小学' },
      ['W_SCHOOL_SHORT_NAME'],
      { schoolName: '丹寨县城关一小' },
    ],
    [
      'a short name alone',
      { 标识码: undefined, 学校名称: '一中' },
      ['W_CODE_FROM_NAME', 'W_SCHOOL_SHORT_NAME'],
      { schoolName: '丹寨县第一中学' },
    ],
    [
      '龙泉中心校',
      { 标识码: undefined, 学校名称: '龙泉中心校' },
      ['W_CODE_FROM_NAME', 'W_SCHOOL_SHORT_NAME'],
      { schoolName: '丹寨县龙泉镇中心小学' },
    ],
    ['23人', { 党员人数: '23人' }, ['W_NUMBER_UNIT'], {}],
    [
      '一肩挑 said of a vice-principal who heads nothing',
      { 职务: '校长', 是否一肩挑: '是' },
      ['W_COMBINED_FLAG_CONTRADICTS'],
      {},
    ],
    ['一肩挑 denied of one who is both', { 职务: '书记兼校长', 是否一肩挑: '否' }, ['W_COMBINED_FLAG_CONTRADICTS'], {}],
    ['一肩挑 said truly', { 职务: '党支部书记、校长', 是否一肩挑: '√' }, [], { posts: ['SECRETARY', 'PRINCIPAL'] }],
    ['一肩挑 in a row of neither head', { 职务: '副校长', 是否一肩挑: '是' }, [], {}],
    ['a column of identity numbers', { 身份证号: '略' }, ['W_SENSITIVE_COLUMN_DROPPED'], {}],
    ['a column of phones, empty in this row', { 联系电话: undefined }, ['W_SENSITIVE_COLUMN_DROPPED'], {}],
  ];
  for (const [what, person, warnings, record] of cases) {
    test(what, async () => {
      const judged = await judgePerson(person);
      expect({ outcome: judged.outcome, warnings: [...judged.warnings].sort() }).toEqual({
        outcome: 'imported',
        warnings,
      });
      expect(judged.record).toMatchObject(record);
    });
  }

  test('an October that shows its zero is October', async () => {
    const rows = [
      ['学校名称', '姓名', '职务', '任现职时间'],
      ['丹寨县城关一小', '王建国', '副校长', 2022.1],
    ];
    const [judged] = await judgeSheets('ROSTER', [{ name: '丹寨县', rows, formats: { D2: '0.00' } }], CITY);
    expect(judged).toMatchObject({ warnings: ['W_CODE_FROM_NAME'], record: { appointedOn: '2022-10' } });
  });

  test('two people of one name in one school, told at the second', async () => {
    const [first, second] = await judgePeople([{}, { 出生年月: '1980.5' }]);
    expect([first?.warnings, second?.warnings]).toEqual([[], ['W_SAME_NAME_DIFFERENT_PERSON']]);
  });
  test('one name in two schools is nobody’s business', async () => {
    const judged = await judgePeople([{}, { 标识码: '2152936003', 学校名称: undefined, 出生年月: '1980.5' }]);
    expect(judged.map(({ warnings }) => warnings)).toEqual([[], []]);
  });
  test('同上 takes the cell above', async () => {
    const [, second] = await judgePeople([{}, { 姓名: '李卫东', 任现职时间: '同上' }]);
    expect(second).toMatchObject({ warnings: ['W_SAME_AS_LEFT'], record: { name: '李卫东', appointedOn: '2022-09' } });
  });
  test('a roster without any day of appointment is taken as of its 截至日期', async () => {
    const rows = [['截至日期：2023年8月31日'], ['学校名称', '姓名', '职务'], ['丹寨县城关一小', '王建国', '副校长']];
    const [judged] = await judgeSheets('ROSTER', [{ name: '丹寨县', rows, merges: ['A1:C1'] }], CITY);
    expect(judged).toMatchObject({
      warnings: ['W_CODE_FROM_NAME', 'W_DATE_FROM_AS_OF'],
      record: { appointedOn: '2023-08-31', appointedPrecision: 'day' },
    });
  });
  test('a vacant seat is a vacancy, whatever its row still says', async () => {
    for (const word of ['空缺', '暂缺', '待定', '—', '无', '（空缺）']) {
      const judged = await judgePerson({ 姓名: word, 职务: '专职副书记', 任现职时间: undefined });
      expect(judged).toMatchObject({
        outcome: 'vacancy',
        reasons: [],
        warnings: [],
        writes: [],
        record: { schoolCode: '2152936001', posts: ['FULLTIME_DEPUTY_SECRETARY'] },
      });
    }
  });
  test('an identity number or phone in a remark never gets out', async () => {
    const judged = await judgePerson({ 任职文号: '丹教〔2022〕5号 13800000000' });
    expect(judged.warnings).toEqual(['W_SENSITIVE_COLUMN_DROPPED']);
    expect(JSON.stringify(judged)).not.toContain('13800000000');
  });
});
