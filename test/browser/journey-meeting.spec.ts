import type { Locator, Page } from '@playwright/test';
import { PHONE } from './support/browser.js';
import { clicksOf, startCounting } from './support/clicks.js';
import { readyTopic } from './support/procedure.js';
import { expect, test } from './support/test.js';

const item = (page: Page, title: string): Locator => page.getByRole('article', { name: new RegExp(title) });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const ahead = (page: Page): Locator => page.getByRole('list', { name: '将召开和正在召开的会议' });
/** What stands on the home of a person for one meeting. */
const call = (page: Page, at: string): Locator => ahead(page).getByRole('listitem').filter({ hasText: at });

/** A meeting of which two topics, ready and not confirmed, come from the pool; the page is where it was called. */
async function calledFrom(secretary: Page, titles: readonly string[], place: string): Promise<void> {
  await secretary.getByRole('link', { name: '召集会议' }).click();
  const pool = secretary.getByRole('group', { name: /^可上会的议题/ });
  for (const title of titles) await pool.getByRole('checkbox', { name: new RegExp(title) }).check();
  await secretary.getByRole('textbox', { name: '地点' }).fill(place);
  await press(secretary, `确定 ${titles.length} 项议题并发出通知`);
  await expect(secretary.getByText('会议通知已发出')).toBeVisible();
}

test('J13: two topics go from the pool to issued minutes within seven clicks and one a topic; J15: members sign in with two taps', async ({
  as,
}) => {
  test.setTimeout(180_000);
  const run = Date.now() % 100_000;
  const titles = [`教研经费安排 ${run}`, `校史馆布展 ${run}`];
  const place = `第 ${run} 会议室`;
  const secretary = await as('secretary');
  for (const title of titles) await readyTopic(secretary, title);
  await secretary.reload();
  await startCounting(secretary);

  await secretary.getByRole('link', { name: '召集会议' }).click();
  const pool = secretary.getByRole('group', { name: /^可上会的议题/ });
  await expect(pool.getByRole('checkbox', { name: new RegExp(titles[0] ?? '') })).toBeVisible();
  // whatever else waits in the pool of the demonstration goes to another meeting: taken off by the keyboard
  await pool.getByRole('checkbox', { name: '全选' }).click();
  const listed = secretary.getByRole('list', { name: '议程' }).getByRole('listitem');
  for (const text of await listed.allInnerTexts())
    if (!titles.includes(text.trim()))
      await secretary.getByRole('button', { name: `移出：${text.trim()}`, exact: true }).press('Enter');
  await expect(listed).toHaveCount(titles.length);
  const agenda = (await listed.allInnerTexts()).map((text) => text.trim());
  await secretary.getByRole('textbox', { name: '地点' }).fill(place);
  await press(secretary, '确定 2 项议题并发出通知');
  await expect(secretary.getByText('会议通知已发出')).toBeVisible();

  for (const username of ['member', 'principal', 'deputy']) {
    const phone = await as(username);
    await phone.setViewportSize(PHONE);
    await expect(call(phone, place)).toContainText('待您签到');
    await startCounting(phone);
    await call(phone, place)
      .getByRole('link', { name: /^去签到/ })
      .click();
    const signIn = phone.getByRole('button', { name: '签到', exact: true });
    expect((await signIn.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await signIn.click();
    await expect(phone.getByText('已签到').first()).toBeVisible();
    expect(await clicksOf(phone), username).toBeLessThanOrEqual(2);
  }

  await expect(secretary.getByRole('status').filter({ hasText: '到会 3 / 应到 8' }).first()).toBeVisible();
  // who came without a phone is written down at once, the chair with them
  await secretary.getByRole('button', { name: /^其余 \d+ 人均已到会$/ }).click();
  await press(secretary, '开会');
  for (const [index, title] of agenda.entries()) {
    const card = item(secretary, title);
    // whoever leads on goes on typing where the next item stands
    await expect(card.getByRole('textbox', { name: '结论' })).toBeFocused();
    await secretary.keyboard.insertText(`会议同意第 ${index + 1} 项。`);
    await expect(card.getByRole('status').filter({ hasText: '按下结论时一并记录' })).toContainText(
      '赞成 8，反对 0，弃权 0',
    );
    await card.getByRole('group', { name: /^结论/ }).getByRole('button', { name: '同意', exact: true }).click();
    await expect(card).toContainText('举手：赞成 8，反对 0，弃权 0。');
    await expect(card.getByRole('link', { name: /校党〔/ })).toBeVisible();
  }
  await press(secretary, '散会并签字（记录不再修改）');
  await expect(secretary.getByText('会议结束，主持人已签字')).toBeVisible();

  const clerk = await as('clerk');
  await startCounting(clerk);
  const records = clerk.getByRole('list', { name: '未完成签字或签发的会议记录' });
  await expect(records).toContainText('待您签字');
  const path = new URL(secretary.url()).hash;
  await records.locator(`a[href="${path}"]`).click();
  await press(clerk, '记录人签字');
  await press(secretary, '签发纪要');
  await expect(clerk.getByText('纪要已签发').first()).toBeVisible();
  expect(await clicksOf(secretary)).toBeLessThanOrEqual(7 + titles.length);
  expect(await clicksOf(clerk)).toBeLessThanOrEqual(2);
});

test('a vote is all in favour only while nobody says otherwise, and nothing is decided before the sum is right', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const run = Date.now() % 100_000;
  const title = `校服采购 ${run}`;
  const place = `第 ${run} 会议室`;
  const secretary = await as('secretary');
  await readyTopic(secretary, title);
  await secretary.reload();
  await calledFrom(secretary, [title], place);
  const path = new URL(secretary.url()).hash.slice(1);
  const clerk = await as('clerk', path);
  await clerk.getByRole('button', { name: /^其余 \d+ 人均已到会$/ }).click();
  await expect(clerk.getByText('到会情况已记录')).toBeVisible();
  await press(secretary, '开会');
  const card = item(secretary, title);
  const results = card.getByRole('group', { name: /^结论/ });
  await expect(results.getByRole('button', { name: '同意', exact: true })).toBeVisible();
  await expect(results.getByRole('button', { name: '不同意', exact: true })).toHaveCount(0);

  const member = await as('member', path);
  await item(member, title).getByRole('button', { name: '不同意', exact: true }).click();
  await expect(card.getByRole('spinbutton', { name: '赞成' })).toHaveValue('');
  await expect(results.getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
  await card.getByRole('spinbutton', { name: '赞成' }).fill('1');
  await card.getByRole('spinbutton', { name: '反对' }).fill('1');
  await expect(results.getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
});
