import type { Locator, Page } from '@playwright/test';
import { PHONE } from './support/browser.js';
import { ask, confirmedTopic, schoolOf } from './support/procedure.js';
import { expect, test } from './support/test.js';

const bar = (page: Page): Locator => page.getByRole('status').filter({ hasText: '应到' }).first();
const item = (page: Page, title: string): Locator => page.getByRole('article', { name: new RegExp(title) });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
/** 应到 as the bar has it, and how many are there. */
const present = (page: Page, count: number): Promise<void> =>
  expect(bar(page)).toContainText(new RegExp(`到会 ${count} / 应到 8 · 需 4`));

test('a party meeting from its notice to the signed minutes, by four people, one of them on a phone', async ({
  as,
  expectStatus,
}) => {
  test.setTimeout(180_000);
  const title = `党建工作要点 ${Date.now() % 100_000}`;
  const secretary = await as('secretary');
  await confirmedTopic(secretary, title);

  await secretary.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '会议', exact: true }).click();
  await secretary.getByRole('link', { name: '召集会议' }).click();
  await secretary.getByRole('checkbox', { name: new RegExp(title) }).check();
  await press(secretary, '发出通知');
  await expect(secretary.getByText('会议通知已发出')).toBeVisible();
  await expect(secretary).toHaveURL(/meetings\/M_[^/]+\/show/);
  const path = new URL(secretary.url()).hash.slice(1);

  // nobody is there: it can't open, and the screen says who is missing
  await present(secretary, 0);
  await expect(secretary.getByRole('button', { name: '开会' })).toBeDisabled();
  await expect(bar(secretary)).toContainText('未到会：');

  const [member, principal, clerk] = [await as('member', path), await as('principal', path), await as('clerk', path)];
  await member.setViewportSize(PHONE);
  const signIn = member.getByRole('button', { name: '签到', exact: true });
  expect((await signIn.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await signIn.click();
  await present(member, 1);
  // the others see it without doing anything
  await present(secretary, 1);
  await press(principal, '签到');
  await press(secretary, '签到');
  await present(clerk, 3);
  await expect(secretary.getByRole('button', { name: '开会' })).toBeDisabled();
  // the recorder writes down who came without a phone
  const waiting = clerk.getByRole('combobox', { name: /的到会情况$/ }).filter({ hasText: '未签到' });
  for (const count of [4, 5, 6]) {
    await waiting.first().click();
    await clerk.getByRole('option', { name: '到会' }).click();
    await present(clerk, count);
  }
  await present(secretary, 6);
  await expect(bar(secretary)).toContainText('达到');
  await press(secretary, '开会');
  await expect(item(secretary, title)).toContainText('正在讨论');

  await item(member, title).getByRole('button', { name: '同意', exact: true }).click();
  await expect(item(principal, title).getByRole('list', { name: '与会人员意见' })).toContainText('同意');
  await item(principal, title).getByRole('button', { name: '保留', exact: true }).click();
  await expect(item(clerk, title).getByRole('listitem').filter({ hasText: '保留' })).toBeVisible();
  // a phone decides nothing, and no meeting closes over an open item
  await expect(item(member, title).getByRole('button', { name: '记录票数' })).toHaveCount(0);
  await expect(secretary.getByRole('button', { name: '散会' })).toBeDisabled();
  await expect(secretary.getByText('第 1 项还没有结果')).toBeVisible();

  // the sum of the votes is exactly those entitled
  const agenda = item(clerk, title);
  await agenda.getByRole('spinbutton', { name: '赞成' }).fill('5');
  await expect(agenda.getByText('合计 5 票，应为 6 票。')).toBeVisible();
  expectStatus(200);
  await agenda.getByRole('button', { name: '记录票数' }).click();
  await expect(agenda.getByText('票数有误，请核对。')).toBeVisible();
  await agenda.getByRole('spinbutton', { name: '弃权' }).fill('1');
  await agenda.getByRole('button', { name: '记录票数' }).click();
  await expect(item(member, title)).toContainText('举手：赞成 5，反对 0，弃权 1。');

  await item(secretary, title).getByRole('textbox', { name: '结论' }).fill('会议同意该工作要点。');
  await item(secretary, title).getByRole('textbox', { name: '责任人' }).fill('党政办公室');
  await item(secretary, title)
    .getByRole('group', { name: /^结论/ })
    .getByRole('button', { name: '同意', exact: true })
    .click();
  await expect(item(member, title)).toContainText('会议同意该工作要点。');
  await expect(item(clerk, title).getByRole('link', { name: /校党〔/ })).toBeVisible();

  await press(secretary, '散会');
  // each signs for himself, and nothing is issued before both have
  await expect(clerk.getByRole('button', { name: '主持人签字' })).toHaveCount(0);
  await expect(secretary.getByRole('button', { name: '签发纪要' })).toHaveCount(0);
  await press(clerk, '记录人签字');
  await expect(secretary.getByText('未签字')).toHaveCount(1);
  await press(secretary, '主持人签字');
  await expect(member.getByText('记录已由双方签字')).toBeVisible();
  await press(secretary, '签发纪要');
  await expect(principal.getByText('纪要已签发').first()).toBeVisible();
  const minutes = secretary.getByRole('button', { name: /^下载 .*\.docx$/ });
  await expect(minutes).toBeVisible({ timeout: 60_000 });
  const [file] = await Promise.all([secretary.waitForEvent('download'), minutes.click()]);
  expect(file.suggestedFilename()).toMatch(/\.docx$/);
});

test('a meeting that is not held says why, and its topic waits for another', async ({ as }) => {
  const title = `改期的议题 ${Date.now() % 100_000}`;
  const page = await as('secretary');
  await confirmedTopic(page, title);
  await page.goto('/#/meetings/create');
  await page.getByRole('checkbox', { name: new RegExp(title) }).check();
  await press(page, '发出通知');
  await press(page, '未开成');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '原因' }).click();
  await page.getByRole('option', { name: '到会人数不足' }).click();
  await dialog.getByRole('textbox', { name: '说明' }).fill('三人外出培训');
  await dialog.getByRole('button', { name: '确认未开成' }).click();
  await expect(page.getByText('未开成（到会人数不足）：三人外出培训')).toBeVisible();
  await page.goto('/#/meetings/create');
  await expect(page.getByRole('checkbox', { name: new RegExp(title) })).toBeVisible();
});

test('the county reads a meeting and can do nothing in it', async ({ as }) => {
  const clerk = await as('clerk');
  const schoolId = await schoolOf(clerk);
  const plan = 'mutation P($input: PlanMeetingInput!) { planMeeting(input: $input) { id } }';
  const input = { schoolId, kind: 'DEMOCRATIC_LIFE', heldOn: '2026-12-01', startTime: '09:00' };
  const items = [{ kind: 'STUDY', title: '学习' }];
  const { planMeeting } = await ask<{ planMeeting: { id: string } }>(clerk, plan, { input: { ...input, items } });
  const page = await as('city-inspector', `/meetings/${planMeeting.id}/show`);
  await expect(page.getByRole('article', { name: /学习/ })).toBeVisible();
  for (const name of ['发出通知', '签到', '改议程', '添加列席人员'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('the list says that too few are there only of a meeting that has begun', async ({ as }) => {
  const page = await as('secretary', '/meetings');
  const table = page.getByRole('table');
  const called = table.getByRole('row').filter({ hasText: '已通知' }).filter({ hasText: '0/8' }).first();
  await expect(called).toBeVisible();
  await expect(called.getByRole('cell', { name: '0/8' }).locator('svg')).toHaveCount(0);
});
