import { describe, expect, test } from '@jest/globals';
import type { MappedRow, MappedTable } from '../table/table.type.js';
import { matchHeader } from '../table/match-header.js';
import { judgeRoster } from './judge-roster.js';
import type { MeetingItemRecord, MeetingRecord } from './meetings.type.js';
import type { AppointmentFact, JudgedRow, RosterFacts } from './roster.type.js';

const SCHOOL = { tenantId: 522636, schoolId: 'school', code: '2152000001', name: '丹寨县第一小学' };
const serves = (
  personId: string,
  personName: string,
  post: AppointmentFact['post'],
  ended?: string,
): AppointmentFact => ({
  ...{ tenantId: 522636, appointmentId: `${personId}-${post}`, schoolId: 'school', personId, personName, post },
  ...{ birthMonth: null, started: { on: '2020-09', precision: 'month' } },
  ended: ended ? { on: ended, precision: 'day' } : null,
});
const FACTS: RosterFacts = {
  importerScope: { tenantIds: [522636] },
  divisions: [{ tenantId: 522636, code: '522636', name: '丹寨县' }],
  schools: [SCHOOL],
  appointments: [
    serves('p1', '罗明远', 'SECRETARY'),
    serves('p2', '潘建业', 'PRINCIPAL'),
    serves('p3', '阿依古丽·买买提', 'COMMITTEE_MEMBER'),
    serves('p4', '王伟', 'VICE_PRINCIPAL'),
    serves('p5', '王伟', 'MIDDLE_MANAGER'),
    serves('p6', '李前任', 'SECRETARY', '2022-01-01'),
  ],
  matters: [
    { code: 'ANNUAL_BUDGET', nameZh: '年度预算及调整', decidedBy: 'PARTY_MEETING' },
    { code: 'CADRE', nameZh: '中层干部（内设机构负责人）的选拔任免', decidedBy: 'PARTY_MEETING' },
  ],
  meetings: [],
  today: '2024-06-30',
};

type Cells = Readonly<Record<string, string>>;

function tableOf(sheet: string, rows: readonly Cells[], more: readonly string[]): MappedTable {
  const fields = [...new Set([...more, ...rows.flatMap((row) => Object.keys(row))])];
  const mapped = rows.map((cells, index): MappedRow => ({
    ...{ sheet, row: index + 4 },
    cells: Object.fromEntries(Object.entries(cells).map(([field, text]) => [field, { text, kind: 'text' as const }])),
  }));
  return { sheet, form: 'long', title: '', asOf: null, fields, rows: mapped };
}

const meeting = (more: Cells = {}): Cells => ({ meetingKey: '1', kind: '支委会', heldOn: '2024-03-05', ...more });
const item = (more: Cells = {}): Cells => ({
  meetingKey: '1',
  itemTitle: '年度预算',
  matter: '年度预算及调整',
  result: '同意',
  ...more,
});

function judged(
  meetings: readonly Cells[],
  items: readonly Cells[],
  facts: Partial<RosterFacts> = {},
): JudgedRow<'MEETINGS'>[] {
  const tables = [tableOf('会议', meetings, ['heldOn']), tableOf('议题', items, ['itemTitle'])];
  return judgeRoster('MEETINGS', tables, { ...FACTS, ...facts });
}

/** Why the one meeting, or else its one item, is refused. */
const refused = (one: Cells, its: Cells = {}): readonly string[] =>
  judged([meeting(one)], [item(its)]).flatMap(({ reasons }) => reasons.filter((code) => code !== 'E_MEETING_REFUSED'));
const writeOf = (one: Cells, its: Cells = {}) => judged([meeting(one)], [item(its)])[0]?.writes[0];

describe('a meeting in a batch sheet', () => {
  test('has its people by name, who of two is in office, and a name alone where nobody has it', () => {
    const write = writeOf({
      chair: '罗 明远',
      attending: '罗明远、阿依古丽•买买提、外来人',
      absent: '潘建业（出差）',
      observers: '无',
    });
    expect(write?.meeting.chair).toEqual({ personId: 'p1', name: '罗明远' });
    expect(write?.meeting.attendance).toEqual([
      { personId: 'p1', name: '罗明远', capacity: 'MEMBER', status: 'PRESENT' },
      { personId: 'p3', name: '阿依古丽·买买提', capacity: 'MEMBER', status: 'PRESENT' },
      { name: '外来人', capacity: 'MEMBER', status: 'PRESENT' },
      { personId: 'p2', name: '潘建业', capacity: 'MEMBER', status: 'LEAVE', reason: '出差' },
    ]);
    expect(judged([meeting({ chair: '外来人' })], [item()])[0]?.warnings).toEqual(['W_PERSON_UNKNOWN']);
    expect(refused({ attending: '王伟' })).toEqual(['E_PERSON_AMBIGUOUS']);
    expect(writeOf({ chair: '李前任' })?.meeting.chair).toEqual({ personId: 'p6', name: '李前任' });
  });

  test.each([
    ['15:00', '15:00', null],
    ['15：00', '15:00', null],
    ['下午3点', '15:00', null],
    ['中午1点', '13:00', null],
    ['中午12:30', '12:30', null],
    ['9:30-11:05', '09:30', '11:05'],
  ])('has the time %s', (startTime, start, end) => {
    expect(writeOf({ startTime })?.meeting).toMatchObject({ startTime: start, endTime: end });
  });

  test('that Excel keeps as a part of a day has it as well', () => {
    const [meetings, items] = [tableOf('会议', [meeting()], ['startTime']), tableOf('议题', [item()], [])];
    const row = meetings.rows[0] as MappedRow;
    const cells = { ...row.cells, startTime: { text: '15:00', kind: 'number' as const, raw: 0.625 } };
    const found = judgeRoster('MEETINGS', [{ ...meetings, rows: [{ ...row, cells }] }, items], FACTS);
    expect(found[0]?.writes[0]?.meeting.startTime).toBe('15:00');
  });

  test('is refused for what cannot be', () => {
    expect(refused({ startTime: '傍晚' })).toEqual(['E_TIME_INVALID']);
    expect(refused({ heldOn: '2024-03' })).toEqual(['E_DAY_REQUIRED']);
    expect(refused({ heldOn: '2024-07-01' })).toEqual(['E_DATE_TO_COME']);
    expect(refused({ heldOn: '' })).toEqual(['E_DATE_REQUIRED']);
    expect(refused({ kind: '碰头会' })).toEqual(['E_VALUE_UNKNOWN']);
    expect(refused({ number: '401' })).toEqual(['E_NUMBER_INVALID']);
    expect(refused({ notDone: '未通知、其他' })).toEqual(['E_VALUE_UNKNOWN']);
    expect(refused({ place: '很'.repeat(201) })).toEqual(['E_TOO_LONG']);
    expect(judged([meeting()], []).map(({ reasons }) => reasons)).toEqual([['E_NO_ITEMS']]);
  });

  test('that is there already stays as it is; another one may not have its number', () => {
    const there = {
      schoolId: 'school',
      kind: 'PARTY_ORG',
      heldOn: '2024-03-05',
      number: 3,
      title: '别的名称',
    } as const;
    const again = judged([meeting({ number: '3' })], [item()], { meetings: [there] });
    expect(again.map(({ outcome, change }) => [outcome, change])).toEqual([
      ['imported', 'UNCHANGED'],
      ['imported', 'UNCHANGED'],
    ]);
    expect(again[0]?.warnings).toEqual(['W_MEETING_EXISTS']);
    const other = judged([meeting({ number: '3', heldOn: '2024-05-06' })], [item()], { meetings: [there] });
    expect(other.map(({ reasons }) => reasons)).toEqual([['E_NUMBER_TAKEN'], ['E_MEETING_REFUSED']]);
    const second = judged([meeting({ number: '4' })], [item()], { meetings: [there] });
    expect(second[0]).toMatchObject({ outcome: 'imported', change: 'NEW' });
  });

  test('is shown with names, not with ids', () => {
    const [shown, its] = judged([meeting({ chair: '罗明远', attending: '罗明远' })], [item({ proposer: '潘建业' })]);
    expect(shown?.record as MeetingRecord).toMatchObject({
      kind: 'PARTY_ORG',
      title: '党组织会议',
      chair: '罗明远',
      attending: ['罗明远'],
      items: 1,
    });
    expect(its?.record as MeetingItemRecord).toMatchObject({
      title: '年度预算',
      proposer: '潘建业',
      result: 'APPROVED',
    });
    expect(JSON.stringify([shown?.record, its?.record])).not.toContain('p1');
  });
});

describe('an item in a batch sheet', () => {
  test('has its matter by the catalogue, also without what explains the name', () => {
    const codeOf = (matter: string) => writeOf({}, { matter })?.items[0]?.matterCode;
    expect(['年度预算及调整', 'ANNUAL_BUDGET', '中层干部的选拔任免'].map(codeOf)).toEqual([
      'ANNUAL_BUDGET',
      'ANNUAL_BUDGET',
      'CADRE',
    ]);
    expect(refused({}, { matter: '没有的' })).toEqual(['E_MATTER_UNKNOWN']);
    expect(refused({}, { matter: '', itemKind: '讨论决定' })).toEqual(['E_VALUE_REQUIRED']);
    expect(judged([meeting()], [item({ decider: '校长办公会' })])[1]?.warnings).toEqual(['W_DECIDER_DIFFERS']);
  });

  test('has the opinion of the other head, unless another is named, and its day', () => {
    const said = { consulted: '同意', consultedOn: '2024-03-01' };
    expect(writeOf({}, said)?.items[0]?.opinion).toEqual({
      personId: 'p2',
      name: '潘建业',
      opinion: 'AGREE',
      on: '2024-03-01',
    });
    expect(writeOf({}, { ...said, consultedWho: '罗明远' })?.items[0]?.opinion).toMatchObject({ personId: 'p1' });
    expect(refused({}, { consulted: '同意' })).toEqual(['E_DATE_REQUIRED']);
  });

  test('has votes in full or not at all, and money in yuan', () => {
    const votes = { voteForm: '举手', votesFor: '5票', votesAgainst: '0', votesAbstained: '0' };
    expect(refused({}, votes)).toEqual(['E_NUMBER_INVALID', 'E_COUNTS_INCOMPLETE']);
    expect(writeOf({}, { ...votes, votesFor: '5' })?.items[0]?.vote).toMatchObject({
      form: 'SHOW_OF_HANDS',
      votesFor: 5,
    });
    expect(refused({}, { ...votes, voteForm: '', votesFor: '5' })).toEqual(['E_VALUE_REQUIRED']);
    expect(writeOf({}, { amount: '1.2万元' })?.items[0]?.amount).toBe(12_000);
    expect(writeOf({}, { amount: '12,000.50元' })?.items[0]?.amount).toBe(12_000.5);
    expect(refused({}, { amount: '约一万' })).toEqual(['E_NUMBER_INVALID']);
  });

  test.each([
    [12_000.5, 12_000.5],
    [0.005, 0.01],
    [-1, null],
    [1e15, null],
    [Number.NaN, null],
  ])('has of the amount %s that Excel keeps %s', (raw, amount) => {
    const [meetings, items] = [tableOf('会议', [meeting()], []), tableOf('议题', [item()], ['amount'])];
    const row = items.rows[0] as MappedRow;
    const cells = { ...row.cells, amount: { text: String(raw), kind: 'number' as const, raw } };
    const found = judgeRoster('MEETINGS', [meetings, { ...items, rows: [{ ...row, cells }] }], FACTS);
    expect(found[0]?.writes[0]?.items[0]?.amount ?? null).toBe(amount);
    expect(found[1]?.reasons).toEqual(amount === null ? ['E_NUMBER_INVALID'] : []);
  });

  test('has who withdrew, of the school and with the reason', () => {
    expect(writeOf({}, { recused: '阿依古丽·买买提（亲属）' })?.items[0]?.recusals).toEqual([
      { personId: 'p3', name: '阿依古丽·买买提', reason: '亲属' },
    ]);
    expect(refused({}, { recused: '罗明远' })).toEqual(['E_VALUE_REQUIRED']);
    expect(refused({}, { recused: '外来人（亲属）' })).toEqual(['E_NAME_REQUIRED']);
  });

  test('comes in its place, whatever the order of rows, and once', () => {
    const items = [
      item({ position: '2', itemTitle: '乙' }),
      item({ position: '1', itemTitle: '甲' }),
      item({ position: '1', itemTitle: '甲' }),
    ];
    const rows = judged([meeting()], items);
    expect(rows[0]?.writes[0]?.items.map(({ title }) => title)).toEqual(['甲', '乙']);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['imported', 'imported', 'imported', 'duplicate']);
  });

  test('of what was learnt has no result to be written', () => {
    const its = { itemKind: '第一议题', matter: '', result: '' };
    expect(writeOf({}, its)?.items[0]).toMatchObject({ kind: 'FIRST_TOPIC', result: 'NOTED', matterCode: null });
    expect(refused({}, { result: '' })).toEqual(['E_VALUE_REQUIRED']);
  });
});

test.each([
  ['会议编号', 'meetingKey'],
  ['学校', 'schoolName'],
  ['出席人员', 'attending'],
  ['缺席及原因', 'absent'],
  ['赞成（票）', 'votesFor'],
  ['责任部门（人）', 'responsible'],
  ['联系电话', 'SENSITIVE'],
])('the header %s is the column %s', (header, field) => {
  expect(matchHeader('MEETINGS', [header])).toBe(field);
});
