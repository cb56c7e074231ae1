import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { ask, schoolOf } from './support/procedure.js';
import { expect, test } from './support/test.js';

const press = (at: Page | Locator, name: string): Promise<void> =>
  at.getByRole('button', { name, exact: true }).click();

async function choose(
  at: Page | Locator,
  page: Page,
  [label, option]: readonly [string, string | RegExp],
): Promise<void> {
  await at
    .getByRole('combobox', { name: new RegExp(`^${label}`) })
    .first()
    .click();
  await page.getByRole('option', { name: option }).first().click();
}

const day = (at: Page | Locator, label: string): Locator => at.getByLabel(new RegExp(`^${label}`)).first();

/** Two people of the clerk's school, as the form offers them. */
async function colleagues(page: Page): Promise<readonly { id: string; name: string }[]> {
  const query = 'query P($schoolId: ID!) { people(filter: { schoolId: $schoolId }, first: 50) { nodes { id name } } }';
  const { people } = await ask<{ people: { nodes: { id: string; name: string }[] } }>(page, query, {
    schoolId: await schoolOf(page),
  });
  return people.nodes;
}

/** A page of a PDF: nothing but what makes it one. */
const SCAN = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

interface Entered {
  readonly meeting: {
    state: string;
    number: number | null;
    recorderName: string | null;
    checks: { checkId: string; outcome: string; current: boolean }[];
    attendance: { personName: string; capacity: string; status: string; reason: string | null }[];
    attachments: { nodes: { name: string; kind: string }[] };
    items: {
      title: string;
      voteForm: string;
      tellers: string[];
      recusals: { personName: string; reason: string }[];
      opinions: { stance: string; statedOnPaper: boolean }[];
      topic: {
        records: { kind: string; heldOn: string; result: string }[];
        consultations: { opinion: string; statedOnPaper: boolean }[];
      };
    }[];
  };
}

const ENTERED = `query E($id: ID!) { meeting(id: $id) { state number recorderName checks { checkId outcome current }
  attendance { personName capacity status reason } attachments { nodes { name kind } } items { title voteForm tellers
  recusals { personName reason } opinions { stance statedOnPaper }
  topic { records { kind heldOn result } consultations { opinion statedOnPaper } } } } }`;

test('a clerk enters a meeting from paper with all that the paper says, and its scan', async ({ as, expectStatus }) => {
  test.setTimeout(180_000);
  const title = `补录议题 ${Date.now() % 100_000}`;
  const page = await as('clerk', '/enter-meeting');
  const [first, second] = await colleagues(page);
  if (!first || !second) throw new Error('the school has no people');

  await day(page, '日期').fill('2024-03-05');
  await page.getByRole('textbox', { name: '记录人', exact: true }).fill('某干事');
  await page.getByRole('checkbox', { name: '未通知' }).check();
  await choose(page.getByRole('group', { name: first.name, exact: true }).first(), page, ['到会情况', '到会']);
  const absent = page.getByRole('group', { name: second.name, exact: true }).first();
  await choose(absent, page, ['到会情况', '请假']);
  await absent.getByRole('textbox', { name: '请假、缺席原因' }).fill('出差');
  await press(page, '添加名单外人员');
  await page.getByRole('group', { name: '名单外第 1 人' }).getByRole('textbox', { name: '姓名' }).fill('外来专家');

  const item = page.getByRole('group', { name: '第 1 项' });
  await item.getByRole('textbox', { name: '题目' }).fill(title);
  await choose(item, page, ['结论类别', '同意']);
  await choose(item, page, ['表决方式', '无记名投票']);
  await item.getByRole('spinbutton', { name: '赞成' }).fill('1');

  // what is wrong stands at its field, and nothing is lost over it
  await press(page, '录入');
  await expect(page.getByText('讨论决定的须选事项类别')).toBeVisible();
  await expect(page.getByText('赞成、反对、弃权须同时填写')).toHaveCount(2);
  await item.getByRole('spinbutton', { name: '反对' }).fill('0');
  await item.getByRole('spinbutton', { name: '弃权' }).fill('0');
  await item.getByRole('textbox', { name: '监票、计票人' }).fill('某甲、某乙');
  await choose(item, page, ['事项类别', /党建年度计划/]);

  await press(item, '会上情况');
  await press(item, '添加回避');
  const recused = item.getByRole('group', { name: '回避人员 1' });
  await choose(recused, page, ['回避的人', new RegExp(second.name)]);
  await recused.getByRole('textbox', { name: '回避原因' }).fill('亲属');
  await press(item, '添加意见');
  const opinion = item.getByRole('group', { name: '意见 1' });
  await choose(opinion, page, ['发言人', new RegExp(first.name)]);
  await choose(opinion, page, ['态度', '同意']);
  await press(item, '会前程序');
  await press(item, '添加会前记录');
  const record = item.getByRole('group', { name: '记录 1', exact: true });
  await choose(record, page, ['记录类别', '调查研究']);
  await day(record, '日期').fill('2024-02-20');
  await record.getByRole('textbox', { name: '情况和结论' }).fill('已走访各年级');
  await choose(item, page, ['会前听取谁的意见', new RegExp(second.name)]);
  await choose(item, page, ['其意见', '同意']);
  await day(item, '表示意见的日期').fill('2024-03-01');

  // a reload loses nothing that was typed
  await expect
    .poll(() => page.evaluate(() => Object.values(sessionStorage).some((text) => text.includes('2024-03-01'))))
    .toBe(true);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(page.getByText('已恢复上次未录入的内容。')).toBeVisible();
  await expect(item.getByRole('textbox', { name: '题目' })).toHaveValue(title);

  // the server's refusal stands at its field as well
  await day(page, '日期').fill('2098-03-05');
  expectStatus(200);
  await press(page, '录入');
  await expect(day(page, '日期')).toHaveAttribute('aria-invalid', 'true');
  await expect(item.getByRole('textbox', { name: '题目' })).toHaveValue(title);
  await day(page, '日期').fill('2024-03-05');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '会议记录扫描件.pdf', mimeType: 'application/pdf', buffer: SCAN });
  await press(page, '录入');
  await expect(page.getByText('会议已补录')).toBeVisible();
  await expect(page).toHaveURL(/meetings\/M_[^/]+\/show/);
  await expect(page.getByRole('button', { name: '录入', exact: true })).toHaveCount(0);

  const id = decodeURIComponent(/meetings\/(M_[^/]+)\/show/.exec(page.url())?.[1] ?? '');
  const { meeting } = await ask<Entered>(page, ENTERED, { id });
  expect(meeting).toMatchObject({
    ...{ state: 'CLOSED', recorderName: '某干事' },
    attachments: { nodes: [{ name: '会议记录扫描件.pdf', kind: 'SCAN' }] },
    items: [
      {
        ...{ title, voteForm: 'SECRET_BALLOT', tellers: ['某甲', '某乙'] },
        recusals: [{ personName: second.name, reason: '亲属' }],
        opinions: [{ stance: 'AGREE', statedOnPaper: true }],
        topic: {
          records: [{ kind: 'INVESTIGATION', heldOn: '2024-02-20', result: '已走访各年级' }],
          consultations: [{ opinion: 'AGREE', statedOnPaper: true }],
        },
      },
    ],
  });
  expect(meeting.attendance).toHaveLength(3);
  expect(meeting.attendance).toEqual(
    expect.arrayContaining([
      { personName: first.name, capacity: 'MEMBER', status: 'PRESENT', reason: null },
      { personName: second.name, capacity: 'MEMBER', status: 'LEAVE', reason: '出差' },
      { personName: '外来专家', capacity: 'INVITEE', status: 'PRESENT', reason: null },
    ]),
  );
  // entered, so there is nothing to be restored
  await page.goto('/#/enter-meeting');
  await expect(page.getByRole('button', { name: '录入', exact: true })).toBeVisible();
  await expect(page.getByText('已恢复上次未录入的内容。')).toHaveCount(0);
});

/** The template as the clerk downloads it, filled in. */
async function filledTemplate(
  page: Page,
  rows: { readonly meetings: object[]; readonly items: object[] },
): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, '下载模板')]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(readFileSync(await file.path())).buffer);
  [rows.meetings, rows.items].forEach((some, at) => {
    const sheet = workbook.worksheets[at];
    const headers = (sheet?.getRow(3).values ?? []) as string[];
    some.forEach((row, index) => {
      for (const [header, value] of Object.entries(row))
        (sheet as ExcelJS.Worksheet).getCell(4 + index, headers.indexOf(header)).value = value as string;
    });
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test('a clerk imports meetings from a batch sheet, puts a row right, and takes the batch back', async ({ as }) => {
  test.setTimeout(180_000);
  const title = `批量补录 ${Date.now() % 100_000}`;
  const page = await as('clerk', '/enter-meeting');
  await page.getByRole('link', { name: '会议较多时，可用批量表导入' }).click();
  await expect(page.getByRole('radio')).toHaveCount(1);
  const meeting = { 会议编号: '1', 会议类别: '党组织会议', 会议名称: title, 日期: '2023-05-06', 应到: '5', 实到: '4' };
  const items = [
    { 会议编号: '1', 序号: '1', 议题: '学习文件', 事项性质: '传达学习' },
    { 会议编号: '1', 序号: '2', 议题: title, 事项类别: '没有的事项', 结果: '同意' },
  ];
  const buffer = await filledTemplate(page, { meetings: [meeting], items });
  const name = `${title}.xlsx`;
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await press(page, '检查数据');
  await expect(page.getByText('事项类别不在事项目录中')).toBeVisible();
  await expect(page.getByText('同一次会议还有不能导入的行，整次会议暂不导入')).toHaveCount(2);
  await press(page, '修改 议题 第 5 行');
  await page.getByRole('dialog').getByRole('textbox', { name: '事项类别' }).fill('年度决算');
  await press(page.getByRole('dialog'), '保存并重新检查');
  await expect(page.getByText('该行可以导入了')).toBeVisible();
  await press(page, '确认导入');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^确[认定]$/ })
    .click();
  await expect(page.getByText('导入完成')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('link', { name: '查看补录的会议' }).click();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await page.goBack();
  await press(page, '撤销导入');
  await page.getByRole('dialog').getByRole('textbox', { name: /原因/ }).fill('导错了文件');
  await press(page.getByRole('dialog'), '撤销导入');
  await expect(page.getByText('本次导入已撤销')).toBeVisible({ timeout: 60_000 });
  await page
    .getByRole('link', { name: '查看学校' })
    .or(page.getByRole('link', { name: '查看补录的会议' }))
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '会议' })).toBeVisible();
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
});

test('a county is not offered a school’s meetings to import, nor a school the county’s tables', async ({ as }) => {
  const county = await as('county-admin', '/imports/create?kind=MEETINGS');
  await expect(county.getByRole('radio')).toHaveCount(3);
  await expect(county.getByRole('radio', { name: '纸质会议补录' })).toHaveCount(0);
  const clerk = await as('clerk', '/imports/create');
  await expect(clerk.getByRole('radio', { name: '纸质会议补录' })).toBeChecked();
  await clerk.goto('/#/schools');
  await expect(clerk.getByRole('heading', { level: 1, name: '学校' })).toBeVisible();
  await expect(clerk.getByRole('link', { name: '导入学校名录' })).toHaveCount(0);
});
