import { describe, expect, test } from '@jest/globals';
import { CITY, judgeSheets, type SheetOfTest } from '../roster.test-support.js';
import type { JudgedRow, TeamRecord } from './roster.type.js';

const TWO_LEVELS: SheetOfTest = {
  name: '丹寨县',
  rows: [
    ['丹寨县中小学校领导班子情况一览表'],
    ['序号', '学校名称', '党组织书记', null, null, '校长', null, null, '专职副书记', '副校长', '党组织委员'],
    [null, null, '姓名', '出生年月', '任职时间', '姓名', '出生年月', '任职时间'],
    [1, '丹寨县城关一小', '王建国', '1976.2', '2022.9', '同左', null, null, '李卫东', '张明、赵刚', '张明\n周红'],
    [2, '丹寨县第一中学', '王建国', '1970.5', '2020.8', '马丽', '1975.1', '2021.8', '空缺', '无', null],
    [3, '丹寨县龙泉镇中心小学', '暂缺', null, null, '待定', null, null, '—', null, null],
    ['合计', null, 2],
  ],
  merges: ['A1:K1', 'A2:A3', 'B2:B3', 'C2:E2', 'F2:H2', 'I2:I3', 'J2:J3', 'K2:K3'],
};
const AS_OF = { dataAsOf: { on: '2023-08-31', precision: 'day' as const } };
const judge = (sheet: SheetOfTest): Promise<JudgedRow<'ROSTER'>[]> =>
  judgeSheets('ROSTER', [sheet], { ...CITY, ...AS_OF });
const team = (judged: JudgedRow<'ROSTER'> | undefined): string[] =>
  (judged?.record as TeamRecord).people.map(
    ({ name, posts, appointedOn }) => `${name} ${posts.join('+')} ${appointedOn}`,
  );

describe('one row per school, a group of columns for each post', () => {
  test('同左 makes one person of both head posts, several names in a cell are several people', async () => {
    const [first] = await judge(TWO_LEVELS);
    expect(first?.outcome).toBe('imported');
    expect(team(first)).toEqual([
      '王建国 SECRETARY+PRINCIPAL 2022-09',
      '李卫东 FULLTIME_DEPUTY_SECRETARY 2023-08-31',
      '张明 VICE_PRINCIPAL+COMMITTEE_MEMBER 2023-08-31',
      '赵刚 VICE_PRINCIPAL 2023-08-31',
      '周红 COMMITTEE_MEMBER 2023-08-31',
    ]);
    expect([...(first?.warnings ?? [])].sort()).toEqual(['W_CODE_FROM_NAME', 'W_DATE_FROM_AS_OF', 'W_SAME_AS_LEFT']);
    expect(first?.writes.map(({ post, fullTime }) => (fullTime ? `${post}*` : post))).toEqual([
      'SECRETARY',
      'PRINCIPAL',
      'DEPUTY_SECRETARY*',
      'VICE_PRINCIPAL',
      'COMMITTEE_MEMBER',
      'VICE_PRINCIPAL',
      'COMMITTEE_MEMBER',
    ]);
  });
  test('空缺 and 无 are vacancies beside the people that there are', async () => {
    const [, second] = await judge(TWO_LEVELS);
    expect(team(second)).toEqual(['王建国 SECRETARY 2020-08', '马丽 PRINCIPAL 2021-08']);
    expect((second?.record as TeamRecord).vacancies).toEqual(['FULLTIME_DEPUTY_SECRETARY', 'VICE_PRINCIPAL']);
  });
  test('a school with nobody is a vacancy, the sum below no school', async () => {
    const judged = await judge(TWO_LEVELS);
    expect(judged[2]).toMatchObject({
      outcome: 'vacancy',
      record: { posts: ['SECRETARY', 'PRINCIPAL', 'FULLTIME_DEPUTY_SECRETARY'] },
    });
    expect(judged[3]).toMatchObject({ outcome: 'ignored', reasons: ['TOTAL_ROW'] });
  });
  test('headers in one row: 书记姓名, 校长任职时间, 副校长1, 副校长2', async () => {
    const rows = [
      ['学校名称', '书记姓名', '书记任职时间', '校长姓名', '校长任职时间', '副校长1', '副校长2', '书记电话'],
      ['丹寨县城关一小', '王建国', '2022.9', '李卫东', '2021.3', '张明', '赵刚', '略'],
    ];
    const [only] = await judge({ name: '丹寨县', rows });
    expect(team(only)).toEqual([
      '王建国 SECRETARY 2022-09',
      '李卫东 PRINCIPAL 2021-03',
      '张明 VICE_PRINCIPAL 2023-08-31',
      '赵刚 VICE_PRINCIPAL 2023-08-31',
    ]);
    expect(only?.warnings).toContain('W_SENSITIVE_COLUMN_DROPPED');
  });
  test('two columns with one header are two people', async () => {
    const rows = [
      ['学校名称', '书记', '校长', '副校长', '副校长'],
      ['丹寨县城关一小', '王建国', '王建国', '张明', '赵刚'],
    ];
    const [only] = await judge({ name: '丹寨县', rows });
    expect(team(only).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '王建国 SECRETARY+PRINCIPAL',
      '张明 VICE_PRINCIPAL',
      '赵刚 VICE_PRINCIPAL',
    ]);
  });
  test('several dates in a cell go with the names in order', async () => {
    const rows = [
      ['学校名称', '书记姓名', '书记任职时间', '副校长姓名', '副校长任职时间'],
      ['丹寨县城关一小', '王建国', '2022.9', '张明、赵刚', '2020.9、2021.3'],
    ];
    const [only] = await judge({ name: '丹寨县', rows });
    expect(team(only).slice(1)).toEqual(['张明 VICE_PRINCIPAL 2020-09', '赵刚 VICE_PRINCIPAL 2021-03']);
  });
  test('one bad person refuses the row, a forgotten date where there is a column for it too', async () => {
    const rows = [
      ['学校名称', '书记姓名', '书记任职时间', '校长姓名', '校长任职时间'],
      ['丹寨县城关一小', '王建国', '2022.13', '李卫东', '2021.3'],
      ['丹寨县第一中学', '王建国', null, '李卫东', '2021.3'],
      ['丹寨县龙泉镇中心小学', null, null, null, null],
    ];
    const judged = await judge({ name: '丹寨县', rows });
    expect(judged.map(({ reasons }) => reasons)).toEqual([
      ['E_DATE_INVALID'],
      ['E_DATE_REQUIRED'],
      ['E_NAME_REQUIRED'],
    ]);
  });
  test('two secretaries in a cell are one too many', async () => {
    const rows = [
      ['学校名称', '书记', '校长'],
      ['丹寨县城关一小', '王建国、李卫东', '马丽'],
    ];
    expect((await judge({ name: '丹寨县', rows }))[0]?.reasons).toEqual(['E_POST_ALREADY_HELD']);
  });
  test('是否一肩挑 against the two names', async () => {
    const rows = [
      ['学校名称', '书记', '校长', '是否一肩挑'],
      ['丹寨县城关一小', '王建国', '马丽', '是'],
      ['丹寨县第一中学', '赵刚', '同左', '是'],
    ];
    const judged = await judge({ name: '丹寨县', rows });
    expect(judged.map(({ warnings }) => warnings.includes('W_COMBINED_FLAG_CONTRADICTS'))).toEqual([true, false]);
  });
});

describe('party and administrative posts in columns of their own', () => {
  test('both count, 无 is no post, 是否专职 makes the deputy a full-time one', async () => {
    const rows = [
      ['学校名称', '姓名', '职务', null, '是否专职', '任职时间'],
      [null, null, '党内职务', '行政职务', null, null],
      ['丹寨县城关一小', '王建国', '书记', '校长', null, '2022.9'],
      ['丹寨县城关一小', '李卫东', '副书记', '无', '是', '2022.9'],
      ['丹寨县城关一小', '张明', '组织委员', '副校长', null, '2022.9'],
      ['丹寨县城关一小', '赵刚', '无', '—', null, '2022.9'],
    ];
    const judged = await judge({ name: '丹寨县', rows, merges: ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2', 'F1:F2'] });
    expect(judged.map(({ record, reasons }) => (record && 'posts' in record ? record.posts : reasons))).toEqual([
      ['SECRETARY', 'PRINCIPAL'],
      ['FULLTIME_DEPUTY_SECRETARY'],
      ['COMMITTEE_MEMBER', 'VICE_PRINCIPAL'],
      ['E_POST_UNKNOWN'],
    ]);
    expect(judged[2]?.record).toMatchObject({ portfolios: ['ORGANIZATION'] });
  });
});
