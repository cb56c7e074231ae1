import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.js';
import { PHONE } from './support/browser.js';
import { numberIn } from './support/numbers.js';
import { ask, personOf, decidedOnPaper, readyTopic, schoolOf } from './support/procedure.js';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

const named = (what: string): string => `${what} ${Date.now() % 1_000_000}`;
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const operationsOf = (page: Page): string[] => {
  const seen: string[] = [];
  page.on('request', (request) => {
    const { operationName } = (request.postDataJSON() ?? {}) as { operationName?: string };
    if (operationName) seen.push(operationName);
  });
  return seen;
};

test('the day of a secretary is one request; every number on it leads to as many rows', async ({ as }) => {
  const page = await as('secretary');
  await readyTopic(page, named('值班安排'));
  // the word of the new topic, which asks again, is for the page that is left
  await page.goto('about:blank');
  const asked = operationsOf(page);
  await page.goto('/');
  await settled(page);
  expect(asked.filter((name) => name === 'MyDay')).toHaveLength(1);
  const titles = ['待我办理', '会议记录待办', '待公开的决议'];
  for (const title of titles) {
    const region = part(page, title);
    if ((await region.count()) === 0) continue;
    expect(await region.getByRole('listitem').count()).toBeLessThanOrEqual(5);
    const number = region.getByRole('link', { name: new RegExp(`^\\d[\\d,]* ${title}$`) });
    const count = await numberIn(number);
    await number.click();
    await expect(page.getByText(`共 ${count} 条`, { exact: true })).toBeVisible();
    await page.goto('/#/');
    await settled(page);
  }
});

test('a task of the principal, the confirmation of the secretary and the draft of the clerk each stand on their homes', async ({
  as,
}) => {
  const title = named('落实事项');
  const clerk = await as('clerk');
  const schoolId = await schoolOf(clerk);
  const prepare = 'mutation D($input: ProposeTopicInput!) { proposeTopic(input: $input) { id } }';
  const draft = {
    schoolId,
    meetingKind: 'PARTY_ORG',
    itemKind: 'DECISION',
    matterCode: 'PARTY_ANNUAL_PLAN',
    draft: true,
  };
  await ask(clerk, prepare, { input: { ...draft, title: `${title}草稿` } });
  const decision = await decidedOnPaper(clerk, title, '2026-09-12');
  const secretary = await as('secretary');
  await readyTopic(secretary, `${title}议题`);
  const ownerId = await personOf(secretary, 'PRINCIPAL');
  const assign = 'mutation A($input: AssignTaskInput!) { assignTask(input: $input) { id } }';
  await ask(secretary, assign, { input: { decisionId: decision.id, title, ownerId, dueOn: '2026-09-20' } });

  await secretary.reload();
  const waiting = secretary.getByRole('list', { name: '正待本人办理的议题' });
  await expect(waiting.getByRole('listitem').filter({ hasText: `${title}议题` })).toContainText('待您确定上会');

  const principal = await as('principal');
  await principal.setViewportSize(PHONE);
  const tasks = part(principal, '我的任务');
  await expect(tasks.getByRole('link', { name: /已逾期$/ })).toBeVisible();
  await expect(tasks.getByRole('listitem').filter({ hasText: title })).toContainText('逾期');
  await tasks.getByRole('link', { name: title, exact: true }).click();
  await expect(principal.getByRole('textbox', { name: '进展情况' })).toBeVisible();

  await clerk.reload();
  await clerk
    .getByRole('list', { name: '尚未提出的议题草稿' })
    .getByRole('link', { name: `${title}草稿` })
    .click();
  await expect(clerk.getByRole('heading', { level: 1, name: `${title}草稿` })).toBeVisible();
  await clerk.goto('/#/');
  await expect(clerk.getByRole('link', { name: '补录会议' })).toBeVisible();
  // who keeps the records writes down what the owner of a late task says
  await part(clerk, '逾期任务（可代为报告进展）').getByRole('link', { name: title, exact: true }).click();
  await clerk.getByRole('textbox', { name: '进展情况' }).fill('已电话报告：方案已印发。');
  await clerk.getByRole('button', { name: '提交', exact: true }).click();
  await expect(clerk.getByText('进展已报告')).toBeVisible();
});

for (const username of ['secretary', 'clerk', 'b-member', 'b-team']) {
  test(`the day of ${username} is accessible on desk and phone, light and dark`, async ({ as }) => {
    test.setTimeout(120_000);
    const page = await as(username);
    await settled(page);
    await expectAccessible(page);
  });
}
