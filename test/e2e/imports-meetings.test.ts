import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { batchOf, confirm, rowsOf, stage, undo, upload } from '../support/imports.js';
import { DANZHAI, createWorld, type World } from '../support/world.js';
import {
  ITEMS,
  MEETINGS,
  filled,
  givenPaperSchool,
  template,
  type PaperSchool,
  type SheetRow,
} from './meeting-sheets.js';
import { read, type Meeting } from './meetings-world.js';
import * as topics from './topics-world.js';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  await world.worker();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const SHEETS = { meetings: MEETINGS, items: ITEMS };

async function staged(school: PaperSchool, sheets: { meetings: readonly SheetRow[]; items: readonly SheetRow[] }) {
  const bytes = await filled(school.clerk, sheets);
  const batchId = await stage(school.clerk, { kind: 'MEETINGS', name: '补录.xlsx', bytes });
  const rows = (await rowsOf(school.clerk, batchId)).filter(({ outcome }) => outcome !== 'IGNORED');
  return { batchId, rows };
}

interface Listed {
  meetings: { nodes: { id: string; heldOn: string }[] };
  decisions: { nodes: { id: string; number: string; title: string; text: string; version: number }[] };
}

/** All that the secretary sees of the school's meetings and decisions, oldest first. */
async function seen({
  secretary,
  schoolId,
}: PaperSchool): Promise<{ meetings: Meeting[]; decisions: Listed['decisions']['nodes'] }> {
  const { meetings, decisions } = await secretary.client.ask<Listed>(
    `query L($schoolId: ID!) { meetings(filter: { schoolId: $schoolId }, first: 50) { nodes { id heldOn } }
      decisions(filter: { schoolId: $schoolId }, first: 50) { nodes { id number title text version } } }`,
    { schoolId },
  );
  const whole = await Promise.all(meetings.nodes.map(({ id }) => read(secretary.client, id)));
  const byDay = whole.flatMap((one) => one ?? []).sort((a, b) => a.heldOn.localeCompare(b.heldOn));
  return { meetings: byDay, decisions: [...decisions.nodes].sort((a, b) => a.number.localeCompare(b.number)) };
}

describe('a batch sheet of meetings that were held on paper', () => {
  test('comes out row for row: three meetings, ten items, with their checks and decisions', async () => {
    const school = await givenPaperSchool(world, admin);
    const { batchId, rows } = await staged(school, SHEETS);
    expect(rows).toHaveLength(13);
    expect(rows.flatMap(({ outcome, reasons }) => (outcome === 'IMPORTED' ? [] : [outcome, reasons]))).toEqual([]);
    expect((await seen(school)).meetings).toEqual([]);
    const batch = await confirm(school.clerk, batchId);
    expect(batch).toMatchObject({
      status: 'CONFIRMED',
      canUndo: true,
      result: { created: 3, changed: 0, unchanged: 0 },
    });
    const { meetings, decisions } = await seen(school);
    expect(
      meetings.map(({ kind, heldOn, number, state, enteredAfterwards, chairName, items }) => ({
        ...{ kind, heldOn, number, state, enteredAfterwards, chairName },
        items: items.map((one) => [one.kind, one.title, one.result]),
      })),
    ).toEqual([
      {
        ...{ kind: 'PARTY_ORG', heldOn: '2024-03-05', number: 3, state: 'CLOSED', enteredAfterwards: true },
        chairName: '罗明远',
        items: [
          ['FIRST_TOPIC', '学习上级文件精神', 'NOTED'],
          ['DECISION', '年度党建工作计划', 'APPROVED'],
          ['DECISION', '中层干部任免', 'APPROVED'],
          ['HEAR_REPORT', '经费支出情况', 'NOTED'],
        ],
      },
      {
        ...{ kind: 'PRINCIPAL_OFFICE', heldOn: '2024-03-12', number: null, state: 'CLOSED', enteredAfterwards: true },
        chairName: '潘建业',
        items: [
          ['DECISION', '作息时间调整', 'APPROVED'],
          ['HEAR_REPORT', '期末成绩汇总', 'NOTED'],
          ['DRAFT_PROPOSAL', '设备采购', 'SUBMIT_TO_PARTY_MEETING'],
          ['STUDY', '传达安全工作会议', 'NOTED'],
        ],
      },
      {
        ...{ kind: 'MEMBERS_ASSEMBLY', heldOn: '2024-04-02', number: null, state: 'CLOSED', enteredAfterwards: true },
        chairName: null,
        items: [
          ['HEAR_REPORT', '支部工作报告', 'NOTED'],
          ['STUDY', '学习党章', 'NOTED'],
        ],
      },
    ]);
    expect(decisions.map(({ number, title, text }) => [number.slice(0, 2), title, text])).toEqual(
      expect.arrayContaining([
        [expect.anything(), '年度党建工作计划', '会议同意该计划'],
        [expect.anything(), '中层干部任免', ''],
        [expect.anything(), '作息时间调整', '自四月起执行'],
      ]),
    );
    expect(decisions).toHaveLength(3);
  });

  test('is checked as a meeting that is typed in: the list, the votes, the recused, what is not said', async () => {
    const school = await givenPaperSchool(world, admin);
    await confirm(school.clerk, (await staged(school, SHEETS)).batchId);
    const { meetings } = await seen(school);
    const [party, office, assembly] = meetings;
    const outcomes = (of: { findings: { checkId: string; outcome: string }[] } | undefined): Record<string, string> =>
      Object.fromEntries((of?.findings ?? []).map(({ checkId, outcome }) => [checkId, outcome]));
    expect(party).toMatchObject({ expected: 3, present: 2, needed: 2, quorumMet: true, recorderSignedName: null });
    expect(party?.attendance.map(({ personName, capacity, status }) => [personName, capacity, status])).toEqual([
      ['罗明远', 'MEMBER', 'PRESENT'],
      ['石立春', 'MEMBER', 'PRESENT'],
      ['吴秋华', 'MEMBER', 'LEAVE'],
      ['潘建业', 'OBSERVER', 'PRESENT'],
    ]);
    expect(outcomes(party)).toMatchObject({ 'PM-1': 'PASS', 'PM-4': 'PASS', 'REC-1': 'NO_RECORD' });
    expect(outcomes(party?.items[1])).toMatchObject({ 'PM-2': 'PASS', 'PM-3': 'PASS', 'PM-8': 'PASS' });
    expect(party?.items[1]).toMatchObject({
      voteForm: 'SHOW_OF_HANDS',
      votesFor: 2,
      votesAgainst: 0,
      conclusion: '会议同意该计划',
    });
    expect(party?.items[2]).toMatchObject({
      ...{ voteForm: 'SECRET_BALLOT', votesFor: 1, tellers: ['某甲', '某乙'], ballots: [] },
      recusals: [{ personName: '石立春', stayed: false }],
    });
    expect(outcomes(party?.items[2])).toMatchObject({ 'PM-2': 'NO_RECORD', 'PM-8': 'NO_RECORD' });
    expect(outcomes(office)).toMatchObject({ 'OM-1': 'PASS' });
    expect(outcomes(office?.items[0])).toMatchObject({ 'OM-5': 'FAIL' });
    const marks = await world.sql('SELECT not_done FROM meeting WHERE id = $1', [topics.uuidOf(office?.id ?? '')]);
    expect(marks).toEqual([{ not_done: ['NOTICE'] }]);
    expect(assembly).toMatchObject({ expected: 40, present: 31, quorumMet: true });
  });

  test('a second time changes nothing', async () => {
    const school = await givenPaperSchool(world, admin);
    await confirm(school.clerk, (await staged(school, SHEETS)).batchId);
    const before = await seen(school);
    const again = await staged(school, SHEETS);
    expect(new Set(again.rows.map(({ outcome, change }) => `${outcome} ${change}`))).toEqual(
      new Set(['IMPORTED UNCHANGED']),
    );
    expect(again.rows.filter(({ warnings }) => warnings.includes('W_MEETING_EXISTS'))).toHaveLength(3);
    const batch = await confirm(school.clerk, again.batchId);
    expect(batch.result).toMatchObject({ created: 0, changed: 0 });
    expect(await seen(school)).toEqual(before);
  });

  test('bad rows say why, hold their meeting back whole, and are put right where they stand', async () => {
    const school = await givenPaperSchool(world, admin);
    const items = [...ITEMS.slice(0, 1), { ...ITEMS[1], 事项类别: '没有的事项' }, ...ITEMS.slice(2)] as SheetRow[];
    const { batchId, rows } = await staged(school, { ...SHEETS, items });
    const byReason = rows.filter(({ outcome }) => outcome === 'REJECTED').map(({ row, reasons }) => [row, reasons]);
    expect(byReason).toEqual([
      [4, ['E_MEETING_REFUSED']],
      [4, ['E_MEETING_REFUSED']],
      [5, ['E_MATTER_UNKNOWN']],
      [6, ['E_MEETING_REFUSED']],
      [7, ['E_MEETING_REFUSED']],
    ]);
    const bad = rows.find(({ reasons }) => reasons.includes('E_MATTER_UNKNOWN'));
    const fixed = await school.clerk.ask<{ fixImportRow: { outcome: string } }>(
      'mutation F($b: ID!, $r: ID!, $e: JSON!) { fixImportRow(batchId: $b, rowId: $r, edits: $e) { outcome } }',
      { b: batchId, r: bad?.id, e: { matter: '年度决算' } },
    );
    expect(fixed.fixImportRow.outcome).toBe('IMPORTED');
    expect((await batchOf(school.clerk, batchId)).counts).toMatchObject({ imported: 13, rejected: 0 });
    expect((await confirm(school.clerk, batchId)).result).toMatchObject({ created: 3 });
  });

  test('good meetings come in beside bad ones, and the bad ones stay in the batch with their reasons', async () => {
    const school = await givenPaperSchool(world, admin);
    const meetings = [
      ...MEETINGS.slice(1),
      { 会议编号: '坏1', 会议类别: '碰头会', 日期: '2024-05' },
      { 会议编号: '坏2', 会议类别: '支委会', 日期: '2098-01-01' },
      { 会议编号: '坏3', 学校名称: '别的学校', 会议类别: '支委会', 日期: '2024-05-08' },
      { 会议编号: '坏4', 会议类别: '支委会', 日期: '2024-05-09', 出席: '罗明远、石立春', 缺席及原因: '石立春' },
      { 会议编号: '校1', 会议类别: '校长办公会', 日期: '2024-06-01' },
    ] as SheetRow[];
    const items = [
      ...ITEMS.slice(4),
      { 会议编号: '坏4', 序号: 1, 议题: '计划', 事项类别: '年度决算', 结果: '同意', 赞成: 2, 表决方式: '举手' },
      { 会议编号: '没有', 序号: 1, 议题: '某事', 事项性质: '学习' },
      { 会议编号: '坏4', 序号: 2, 议题: '某事', 事项性质: '讨论决定', 结果: '差不多' },
    ] as SheetRow[];
    const { batchId, rows } = await staged(school, { meetings, items });
    const reasons = rows.flatMap((one) =>
      one.outcome === 'IMPORTED' ? [] : [[one.cells['meetingKey'], one.outcome, one.reasons]],
    );
    expect(reasons).toEqual([
      ['坏1', 'REJECTED', ['E_VALUE_UNKNOWN', 'E_DAY_REQUIRED', 'E_NO_ITEMS']],
      ['坏2', 'REJECTED', ['E_DATE_TO_COME', 'E_NO_ITEMS']],
      ['坏3', 'REJECTED', ['E_SCHOOL_UNKNOWN', 'E_NO_ITEMS']],
      ['坏4', 'REJECTED', ['E_PERSON_TWICE']],
      ['校1', 'DUPLICATE', ['E_DUPLICATE_IN_FILE']],
      ['坏4', 'REJECTED', ['E_COUNTS_INCOMPLETE']],
      ['没有', 'REJECTED', ['E_MEETING_KEY']],
      ['坏4', 'REJECTED', ['E_VALUE_REQUIRED', 'E_VALUE_UNKNOWN']],
    ]);
    await confirm(school.clerk, batchId);
    expect((await seen(school)).meetings.map(({ heldOn }) => heldOn)).toEqual(['2024-03-12', '2024-04-02']);
    const errors = await fetch(`${school.clerk.url}/files/imports/${batchId}/errors`, {
      headers: school.clerk.headers({}),
    });
    expect(errors.status).toBe(200);
  });
});

describe('taking a batch of meetings back', () => {
  test('leaves nothing of it to be seen, and frees its numbers', async () => {
    const school = await givenPaperSchool(world, admin);
    const first = await staged(school, SHEETS);
    await confirm(school.clerk, first.batchId);
    const [meeting] = (await seen(school)).meetings;
    expect((await undo(school.clerk, first.batchId)).status).toBe('UNDONE');
    expect(await seen(school)).toEqual({ meetings: [], decisions: [] });
    expect(await read(school.secretary.client, meeting?.id ?? '')).toBeNull();
    const outcomes = await school.secretary.client.ask<{ checkOutcomes: { totalCount: number } }>(
      'query C($schoolId: ID!) { checkOutcomes(schoolId: $schoolId, from: "2024-01-01", to: "2024-12-31") { totalCount } }',
      { schoolId: school.schoolId },
    );
    expect(outcomes.checkOutcomes.totalCount).toBe(0);
    const second = await staged(school, SHEETS);
    expect((await confirm(school.clerk, second.batchId)).result).toMatchObject({ created: 3 });
    expect((await seen(school)).meetings.map(({ number }) => number)).toEqual([3, null, null]);
  });

  test('is refused, with the reason, once a meeting is signed or a decision is carried out', async () => {
    const school = await givenPaperSchool(world, admin);
    const signedOn = { 主持人签字日期: '2024-03-06', 记录人签字日期: '2024-03-06' };
    const [party, ...others] = MEETINGS;
    const sealed = await staged(school, {
      meetings: [{ ...party, ...signedOn }] as SheetRow[],
      items: ITEMS.slice(0, 4),
    });
    expect(sealed.rows[0]?.warnings).toContain('W_SIGNED');
    await confirm(school.clerk, sealed.batchId);
    expect((await seen(school)).meetings[0]).toMatchObject({ state: 'SIGNED', recorderSignedName: '某干事' });
    const open = await staged(school, { meetings: others, items: ITEMS.slice(4) });
    await confirm(school.clerk, open.batchId);
    const refusal = async (batchId: string): Promise<object | undefined> => {
      const { version } = await batchOf(school.clerk, batchId);
      const answer = await school.clerk.send(
        'mutation U($id: ID!, $v: Int!) { undoImport(batchId: $id, expectedVersion: $v, reason: "错误文件") { id } }',
        { id: batchId, v: version },
      );
      return answer.errors?.[0]?.extensions;
    };
    expect(await refusal(sealed.batchId)).toMatchObject({
      code: 'BAD_STATE',
      params: { reason: 'SIGNED', title: '党组织会议', heldOn: '2024-03-05' },
    });
    const { decisions } = await seen(school);
    const made = decisions.find(({ title }) => title === '作息时间调整');
    const task = await school.principal.client.send(
      'mutation T($input: AssignTaskInput!) { assignTask(input: $input) { id } }',
      {
        input: {
          ...{ decisionId: made?.id, title: '落实', ownerId: school.vice.personId },
          dueOn: await topics.todayOf(admin),
        },
      },
    );
    expect(task.errors).toBeUndefined();
    expect(await refusal(open.batchId)).toMatchObject({
      code: 'BAD_STATE',
      params: { reason: 'DECISION_IN_USE', number: made?.number },
    });
    expect((await seen(school)).meetings).toHaveLength(3);
  });

  test('is refused once a person confirmed what the paper says of him', async () => {
    const school = await givenPaperSchool(world, admin);
    const { batchId } = await staged(school, { meetings: MEETINGS.slice(0, 1), items: ITEMS.slice(0, 4) });
    await confirm(school.clerk, batchId);
    const [waiting] = await world.sql<{ id: string }>(
      'SELECT c.id FROM consultation c JOIN topic t ON t.tenant_id = c.tenant_id AND t.id = c.topic_id WHERE t.school_id = $1',
      [topics.uuidOf(school.schoolId)],
    );
    await world.sql('UPDATE consultation SET confirmed_at = now() WHERE id = $1', [waiting?.id]);
    const { version } = await batchOf(school.clerk, batchId);
    const answer = await school.clerk.send(
      'mutation U($id: ID!, $v: Int!) { undoImport(batchId: $id, expectedVersion: $v, reason: "错误文件") { id } }',
      { id: batchId, v: version },
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ params: { reason: 'OPINION_CONFIRMED' } });
  });
});

describe('who brings a batch of meetings', () => {
  test('is the school’s clerk: not the county, which enters no meetings, and no member', async () => {
    const school = await givenPaperSchool(world, admin);
    const bytes = await filled(school.clerk, SHEETS);
    for (const client of [admin, school.secretary.client, school.principal.client, school.member.client]) {
      const { status, body } = await upload(client, '/files/imports', { kind: 'MEETINGS', name: '补录.xlsx', bytes });
      expect([status, JSON.stringify(body)]).toEqual([403, expect.stringContaining('FORBIDDEN')]);
    }
    const roster = await upload(school.clerk, '/files/imports', { kind: 'ROSTER', name: '补录.xlsx', bytes });
    expect(roster.status).toBe(403);
  });

  test('is read by that clerk and above the school alone, and confirmed by that clerk alone', async () => {
    const school = await givenPaperSchool(world, admin);
    const { batchId } = await staged(school, SHEETS);
    const other = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: school.schoolId });
    const elsewhere = (await givenPaperSchool(world, admin)).clerk;
    for (const client of [other, elsewhere, school.secretary.client, school.principal.client]) {
      expect(await batchOf(client, batchId)).toBeNull();
      const refused = await client.send(
        'mutation C($id: ID!) { confirmImport(batchId: $id, expectedVersion: 1) { id } }',
        { id: batchId },
      );
      expect(refused.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    }
    expect(await batchOf(admin, batchId)).toMatchObject({ status: 'STAGED' });
    const county = await admin.send('mutation C($id: ID!) { confirmImport(batchId: $id, expectedVersion: 1) { id } }', {
      id: batchId,
    });
    expect(county.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});

describe('the template', () => {
  test('has the two sheets, notes, and the school’s own catalogue as a list', async () => {
    const school = await givenPaperSchool(world, admin);
    const workbook = await template(school.clerk);
    expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['会议', 'visible'],
      ['议题', 'visible'],
      ['填表说明', 'visible'],
      ['可选内容', 'hidden'],
    ]);
    const headers = workbook.getWorksheet('议题')?.getRow(3).values as string[];
    const matter = workbook.getWorksheet('议题')?.getCell(4, headers.indexOf('事项类别')).dataValidation;
    expect(matter).toMatchObject({ type: 'list', formulae: [expect.stringMatching(/^可选内容!\$A\$1:\$A\$\d{2}$/)] });
    expect(workbook.getWorksheet('可选内容')?.getCell(1, 1).text).toBe(
      '贯彻落实党的教育方针、党中央和上级决策部署的措施',
    );
  });
});
