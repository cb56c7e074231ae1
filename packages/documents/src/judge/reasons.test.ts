import { describe, expect, test } from '@jest/globals';
import { CITY, COUNTY, judgePeople, judgePerson, judgeSheets, type PersonOfTest } from '../roster.test-support.js';

describe('a row without fault', () => {
  test('is imported without a word', async () => {
    expect(await judgePerson({})).toMatchObject({ outcome: 'imported', reasons: [], warnings: [], change: 'NEW' });
  });
});

describe('why a person is refused', () => {
  const cases: readonly [what: string, person: PersonOfTest, reasons: string[]][] = [
    ['a code with a lost zero', { 标识码: 215293600 }, ['E_SCHOOL_CODE_FORMAT']],
    ['a code in scientific notation', { 标识码: '2.15294E+09' }, ['E_SCHOOL_CODE_FORMAT']],
    ['a code that no school has', { 标识码: '2152936999' }, ['E_SCHOOL_UNKNOWN']],
    ['a school that nobody knows by name', { 标识码: undefined, 学校名称: '丹寨县远山小学' }, ['E_SCHOOL_UNKNOWN']],
    ['code and name of two schools', { 学校名称: '丹寨县第一中学' }, ['E_SCHOOL_MISMATCH']],
    ["another county's school", { 标识码: '2152901001', 学校名称: '凯里市城关一小' }, ['E_OUT_OF_SCOPE']],
    ['no name', { 姓名: undefined }, ['E_NAME_REQUIRED']],
    ['a name that is a number', { 姓名: '12' }, ['E_NAME_REQUIRED']],
    ['a sex that is none', { 性别: '南' }, ['E_GENDER_INVALID']],
    ['appointed at 17', { 出生年月: '2005.10', 任现职时间: '2023.9' }, ['E_BIRTH_IMPLAUSIBLE']],
    ['appointed at 76', { 出生年月: '1947.9', 任现职时间: '2023.9' }, ['E_BIRTH_IMPLAUSIBLE']],
    ['教导主任', { 职务: '教导主任' }, ['E_POST_UNKNOWN']],
    ['主持工作的副校长', { 职务: '副校长（主持工作）' }, ['E_POST_UNKNOWN']],
    ['学校负责人', { 职务: '学校负责人' }, ['E_POST_UNKNOWN']],
    ['a post among known ones that is unknown', { 职务: '副校长、团委书记' }, ['E_POST_UNKNOWN']],
    ['法治副校长, who is a policeman', { 职务: '法治副校长' }, ['E_POST_UNKNOWN']],
    ['no post', { 职务: undefined }, ['E_POST_UNKNOWN']],
    ['a committee member who is no party member', { 职务: '支部委员', 政治面貌: '群众' }, ['E_NOT_PARTY_MEMBER']],
    ['a secretary on probation', { 职务: '党支部书记', 政治面貌: '预备党员' }, ['E_NOT_PARTY_MEMBER']],
    ['month 13', { 任现职时间: '2023.13' }, ['E_DATE_INVALID']],
    ['30 February', { 任现职时间: '2023-02-30' }, ['E_DATE_INVALID']],
    ['a year alone', { 任现职时间: '2023年' }, ['E_DATE_INVALID']],
    ['a birth that is no date', { 出生年月: '七十年代' }, ['E_DATE_INVALID']],
    ['no day of appointment', { 任现职时间: undefined }, ['E_DATE_REQUIRED']],
    ['an end before the start', { 免职时间: '2022.8' }, ['E_END_BEFORE_START']],
    ['an organisation type that is none', { 党组织类型: '党小组' }, ['E_ORG_TYPE_UNKNOWN']],
    ['约20', { 党员人数: '约20' }, ['E_NUMBER_INVALID']],
    ['two faults at once', { 性别: '南', 任现职时间: '2023.13' }, ['E_DATE_INVALID', 'E_GENDER_INVALID']],
  ];
  for (const [what, person, reasons] of cases) {
    test(what, async () => {
      const judged = await judgePerson(person);
      expect({ outcome: judged.outcome, reasons: [...judged.reasons].sort(), warnings: judged.warnings }).toEqual({
        outcome: 'rejected',
        reasons,
        warnings: [],
      });
      expect(judged.writes).toEqual([]);
    });
  }

  test('a refused row says which cell and what it holds', async () => {
    const judged = await judgePerson({ 性别: '南' });
    expect(judged.issues).toEqual([{ code: 'E_GENDER_INVALID', field: 'sex', text: '南' }]);
  });

  test('just inside the limits of age nothing is refused', async () => {
    const young = await judgePerson({ 出生年月: '2005.9', 任现职时间: '2023.9' });
    const old = await judgePerson({ 出生年月: '1947.10', 任现职时间: '2023.9' });
    expect([young.outcome, old.outcome]).toEqual(['imported', 'imported']);
  });
});

describe('where a row belongs', () => {
  const place = async (cells: PersonOfTest): Promise<string> => {
    const judged = await judgePerson({ 区划代码: undefined, 县市: undefined, ...cells }, CITY);
    return judged.reasons.join() || String(judged.tenantId);
  };
  const inTaijiang = { 标识码: '2152930001', 学校名称: '台江县城关一小' };

  test('a division that is on no list', async () => {
    expect(await place({ 县市: '台山县', ...inTaijiang })).toBe('E_UNKNOWN_DIVISION');
    expect(await place({ 区划代码: '522699', ...inTaijiang })).toBe('E_UNKNOWN_DIVISION');
  });
  test('no division where the file has a column for it and speaks of several', async () => {
    expect(await place({ ...inTaijiang })).toBe('E_DIVISION_REQUIRED');
  });
  test('division code and name that disagree', async () => {
    expect(await place({ 区划代码: '522636', 县市: '台江县', ...inTaijiang })).toBe('E_DIVISION_MISMATCH');
  });
  test("a division that is not the school's", async () => {
    expect(await place({ 县市: '丹寨县', ...inTaijiang })).toBe('E_DIVISION_MISMATCH');
  });
  test('a division where the importer may not write', async () => {
    expect(await place({ 县市: '凯里市', ...inTaijiang })).toBe('E_OUT_OF_SCOPE');
    expect(await place({ 区划代码: '522601', ...inTaijiang })).toBe('E_OUT_OF_SCOPE');
  });
  test('by code of six or twelve digits, by full or short name, or both', async () => {
    for (const cells of [
      { 区划代码: '522630' },
      { 区划代码: '522630000000' },
      { 县市: '台江县' },
      { 县市: '台江' },
      { 区划代码: 522630, 县市: '台江' },
    ]) {
      expect(await place({ ...cells, ...inTaijiang })).toBe('522630');
    }
  });
  test('a county importer needs no division column, a blank one is his own', async () => {
    const judged = await judgePerson({ 县市: undefined });
    expect(judged).toMatchObject({ outcome: 'imported', tenantId: 522636 });
  });
});

describe('rows of one file against each other', () => {
  test('the same person twice is a duplicate of the first row', async () => {
    const [first, second] = await judgePeople([
      {},
      { 姓名: '王 建 国', 出生年月: '1976年2月', 任现职时间: '2022-09-01' },
    ]);
    expect(first?.outcome).toBe('imported');
    expect(second).toMatchObject({
      outcome: 'duplicate',
      reasons: ['E_DUPLICATE_IN_FILE'],
      duplicateOf: { sheet: '花名册', row: 2 },
    });
  });
  test('after a refused row the same person is no duplicate', async () => {
    const [first, second] = await judgePeople([{ 任现职时间: '2023.13' }, {}]);
    expect([first?.outcome, second?.outcome]).toEqual(['rejected', 'imported']);
  });
  test('two periods of one past post are two appointments', async () => {
    const judged = await judgePeople([
      { 任现职时间: '2012.9', 免职时间: '2014.8' },
      { 任现职时间: '2016.9', 免职时间: '2018.8' },
    ]);
    expect(judged.map(({ outcome }) => outcome)).toEqual(['imported', 'imported']);
  });
  test('a second secretary is refused, one who follows the first is not', async () => {
    const head = { 职务: '党支部书记' };
    const [, second] = await judgePeople([head, { ...head, 姓名: '李卫东', 任现职时间: '2023.3' }]);
    expect(second?.reasons).toEqual(['E_POST_ALREADY_HELD']);
    const [, successor] = await judgePeople([
      { ...head, 免职时间: '2023.3' },
      { ...head, 姓名: '李卫东', 任现职时间: '2023.3' },
    ]);
    expect(successor?.outcome).toBe('imported');
  });
  test('a seat that someone holds by the records is refused', async () => {
    const facts = {
      ...COUNTY,
      appointments: [
        {
          tenantId: 522636,
          appointmentId: 'a1',
          schoolId: 'school-522636-1',
          personId: 'p1',
          personName: '李卫东',
          birthMonth: '1970-01',
          post: 'PRINCIPAL' as const,
          started: { on: '2020-09', precision: 'month' as const },
        },
      ],
    };
    expect((await judgePerson({ 职务: '校长' }, facts)).reasons).toEqual(['E_POST_ALREADY_HELD']);
    expect((await judgePerson({ 职务: '副校长' }, facts)).outcome).toBe('imported');
  });
});

describe('the progress matrix', () => {
  const HEADER = ['县市', '学校名称', '未启动', '思想准备', '组织准备', '工作准备', '已调整', '已验收', '调整时间'];
  const stage = async (...cells: (string | number | null)[]): Promise<unknown> => {
    const [judged] = await judgeSheets('PROGRESS', [{ rows: [HEADER, ['台江县', '台江县城关一小', ...cells]] }], CITY);
    const record = judged?.record;
    return judged?.outcome === 'imported'
      ? `${record?.stage} ${record?.adjustedOn ?? ''}`.trim()
      : judged?.reasons.join();
  };

  test('marks of every kind count, × and blank do not', async () => {
    for (const mark of ['√', '✓', '✔', '是', 1, 'V', 'Ｖ', '✔️'])
      expect(await stage('×', mark, null, '', 0, '否', null)).toBe('PREP_IDEOLOGICAL');
  });
  test('marks may count up to the state or stand alone', async () => {
    expect(await stage(null, '√', '√', '√', null, null, null)).toBe('PREP_WORK');
    expect(await stage(null, null, null, '√', null, null, null)).toBe('PREP_WORK');
    expect(await stage(null, '√', '√', '√', '√', '√', '2023年3月')).toBe('RUNNING 2023-03');
    expect(await stage('√', null, null, null, null, null, '无')).toBe('NOT_STARTED');
  });
  test('a gap, a contradiction, nothing at all', async () => {
    expect(await stage(null, '√', null, null, '√', null, '2023.3')).toBe('E_STAGE_GAP');
    expect(await stage('√', null, null, null, '√', null, '2023.3')).toBe('E_STAGE_CONFLICT');
    expect(await stage(null, null, null, null, null, null, '2023.3')).toBe('E_STAGE_REQUIRED');
  });
  test('what has been adjusted needs its date, and only the first fault is told', async () => {
    expect(await stage(null, null, null, null, '√', null, '/')).toBe('E_DATE_REQUIRED');
    expect(await stage(null, null, null, null, '√', null, '2023.13')).toBe('E_DATE_INVALID');
    expect(await stage('√', null, null, null, '√', null, null)).toBe('E_STAGE_CONFLICT');
  });
  test('a cell that is neither mark nor date is not guessed', async () => {
    expect(await stage(null, '差不多', null, null, null, null, null)).toBe('E_VALUE_UNKNOWN');
  });
  test('a school stands in it once', async () => {
    const row = ['台江县', '台江县城关一小', '√'];
    const judged = await judgeSheets('PROGRESS', [{ rows: [HEADER, row, row] }], CITY);
    expect(judged.map(({ outcome, reasons }) => [outcome, ...reasons])).toEqual([
      ['imported'],
      ['duplicate', 'E_DUPLICATE_IN_FILE'],
    ]);
  });
  test('one column with the state as a word does as well', async () => {
    const rows = [
      ['县市', '学校名称', '推进状态', '调整时间'],
      ['台江县', '台江县城关一小', '已调整', '2022.9'],
      ['台江县', '台江县民族中学', '一般', null],
    ];
    const [first, second] = await judgeSheets('PROGRESS', [{ rows }], CITY);
    expect(first).toMatchObject({ record: { stage: 'ADJUSTED', adjustedOn: '2022-09' } });
    expect(second?.reasons).toEqual(['E_VALUE_UNKNOWN']);
  });
  test('in the domain it is PREPARING with the dimensions done, effective on the 截至日期 where no date is given', async () => {
    const rows = [['数据截至：2023年10月31日'], HEADER, ['台江县', '台江县城关一小', null, '√', '√']];
    const [judged] = await judgeSheets('PROGRESS', [{ rows, merges: ['A1:I1'] }], CITY);
    expect(judged?.writes).toEqual([
      expect.objectContaining({
        state: 'PREPARING',
        dimensionsDone: ['IDEOLOGICAL', 'ORGANIZATIONAL'],
        effective: { on: '2023-10-31', precision: 'day' },
      }),
    ]);
  });
});
