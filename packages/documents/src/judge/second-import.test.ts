import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  applyEdits,
  judgeRoster,
  type MappedRow,
  type MappedTable,
  parseFile,
  rejudgeRow,
  type RosterFacts,
  type SchoolFact,
} from '../index.js';
import { CITY, COUNTY, judgePeople } from '../roster.test-support.js';
import type { AppointmentFact, AppointmentWrite, JudgedRow, RolloutFact } from './roster.type.js';

const file = (name: string): Buffer => readFileSync(new URL(`../../test-data/${name}`, import.meta.url));
const schools = (JSON.parse(file('schools.json').toString()) as Record<string, string>[]).map(
  ({ divisionCode, schoolCode = '', schoolName = '' }): SchoolFact => ({
    tenantId: Number(divisionCode),
    schoolId: schoolCode,
    code: schoolCode,
    name: schoolName,
  }),
);
const divisions = [
  [522630, '台江县'],
  [522631, '黎平县'],
  [522632, '榕江县'],
  [522636, '丹寨县'],
].map(([tenantId, name]) => ({ tenantId: Number(tenantId), code: String(tenantId), name: String(name) }));
const FACTS: RosterFacts = {
  importerScope: { tenantIds: [], ranges: [{ lo: 522600, hi: 522699 }] },
  divisions,
  schools,
};

/** What stands after the writes of a first import. */
function recorded(judged: readonly JudgedRow<'ROSTER'>[]): AppointmentFact[] {
  const writes = judged.flatMap((row): readonly AppointmentWrite[] => row.writes);
  return writes.map((write, index) => ({
    tenantId: write.tenantId,
    appointmentId: `appointment-${index}`,
    schoolId: write.schoolId,
    personId: write.personKey,
    personName: write.person.name,
    birthMonth: write.person.birthMonth,
    post: write.post,
    fullTime: write.fullTime,
    started: write.started,
    ended: write.ended,
  }));
}

describe('the same file a second time', () => {
  test('a staffing roster changes nothing', () => {
    const { tables } = parseFile(file('01-danzhai-roster.xlsx'), { kind: 'ROSTER', fileName: 'r.xlsx' });
    const facts = { ...FACTS, importerScope: { tenantIds: [522636] } };
    const first = judgeRoster('ROSTER', tables, facts);
    expect(new Set(first.flatMap(({ change }) => change ?? []))).toEqual(new Set(['NEW']));
    const second = judgeRoster('ROSTER', tables, { ...facts, appointments: recorded(first) });
    expect(second.map(({ outcome }) => outcome)).toEqual(first.map(({ outcome }) => outcome));
    expect(new Set(second.flatMap(({ writes }) => writes.map(({ change }) => change)))).toEqual(new Set(['UNCHANGED']));
  });
  test('a progress matrix changes nothing', () => {
    const { tables } = parseFile(file('04-rollout-progress.xlsx'), { kind: 'PROGRESS', fileName: 'p.xlsx' });
    const first = judgeRoster('PROGRESS', tables, FACTS);
    const rollout = first.flatMap(({ writes }) =>
      writes.map(({ schoolId, state, dimensionsDone, effective }): RolloutFact => ({
        schoolId,
        state,
        dimensionsDone,
        since: effective ?? { on: '', precision: 'day' },
      })),
    );
    const second = judgeRoster('PROGRESS', tables, { ...FACTS, rollout });
    expect(rollout.length).toBe(30);
    expect(new Set(second.flatMap(({ writes }) => writes.map(({ change }) => change)))).toEqual(new Set(['UNCHANGED']));
  });
  test('a corrected date is a change of the appointment that stands, one known more exactly too', async () => {
    const facts = { ...COUNTY, appointments: recorded(await judgePeople([{}])) };
    const change = async (date: string): Promise<unknown> => {
      const [judged] = await judgePeople([{ 任现职时间: date }], facts);
      return [
        judged?.change,
        ...(judged?.writes[0]?.differences ?? []).map(({ before, after }) => `${String(before)}→${String(after)}`),
      ];
    };
    expect(await change('2022.9')).toEqual(['UNCHANGED']);
    expect(await change('2022.8')).toEqual(['CHANGED', '2022-09→2022-08']);
    expect(await change('2022-09-15')).toEqual(['CHANGED', '2022-09→2022-09-15']);
  });
  test('a person known in the county by name and birth month keeps the id', async () => {
    const people = [{ tenantId: 522636, personId: 'p7', name: '王建国', birthMonth: '1976-02' }];
    const [judged] = await judgePeople([{}], { ...COUNTY, people });
    expect(judged?.writes[0]).toMatchObject({ personId: 'p7', change: 'NEW' });
    const [other] = await judgePeople([{ 出生年月: '1977.2' }], { ...COUNTY, people });
    expect(other?.writes[0]?.personId).toBeUndefined();
  });
});

describe('a row put right by hand', () => {
  const { tables } = parseFile(file('01-danzhai-roster.xlsx'), { kind: 'ROSTER', fileName: 'r.xlsx' });
  const facts = { ...FACTS, importerScope: { tenantIds: [522636] } };

  test('is judged again with its edits', () => {
    const edits = [{ sheet: '花名册', row: 14, cells: { startDate: '2023.12', __proto__: 'x', invented: 'y' } }];
    const judged = rejudgeRow('ROSTER', { tables, edits, sheet: '花名册', row: 14 }, facts);
    expect(judged).toMatchObject({ outcome: 'imported', record: { name: '刘政', appointedOn: '2023-12' } });
    expect(applyEdits(tables, edits)[0]?.rows[9]?.cells).not.toHaveProperty('invented');
  });
  test('may turn a later row into its duplicate', () => {
    const edits = [{ sheet: '花名册', row: 45, cells: { name: '萧小勤' } }];
    expect(rejudgeRow('ROSTER', { tables, edits, sheet: '花名册', row: 45 }, facts)?.outcome).toBe('imported');
  });
});

describe('speed', () => {
  test('20,000 rows of 200 schools are judged, the largest file that is taken', () => {
    const many = Array.from({ length: 200 }, (_, index): SchoolFact => ({
      tenantId: 522636,
      schoolId: `s${index}`,
      code: String(2_152_936_100 + index),
      name: `丹寨县第${index}小学`,
    }));
    const cell = (text: string): { text: string; kind: 'text' } => ({ text, kind: 'text' });
    const rows = Array.from({ length: 20_000 }, (_, index): MappedRow => ({
      sheet: '花名册',
      row: index + 2,
      cells: {
        schoolName: cell(`第${index % 200}小学`),
        name: cell(
          `王${String.fromCharCode(0x4e00 + (index % 5000))}${String.fromCharCode(0x5e00 + Math.floor(index / 200))}`,
        ),
        birthMonth: cell(`19${60 + (index % 30)}.5`),
        political: cell('中共党员'),
        post: cell('副校长、支部委员'),
        startDate: cell('2022年9月'),
      },
    }));
    const table: MappedTable = {
      sheet: '花名册',
      form: 'long',
      title: '',
      asOf: null,
      fields: Object.keys(rows[0]?.cells ?? {}),
      rows,
    };
    const judged = judgeRoster('ROSTER', [table], { ...CITY, importerScope: { tenantIds: [522636] }, schools: many });
    expect(judged.filter(({ outcome }) => outcome === 'imported').length).toBeGreaterThan(19_000);
  }, 60_000);
});
