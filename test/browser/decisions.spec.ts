import { clicksOf, startCounting } from './support/clicks.js';
import { ask, decidedOnPaper, personOf } from './support/procedure.js';
import { expect, test } from './support/test.js';

const ASSIGN = 'mutation A($input: AssignTaskInput!) { assignTask(input: $input) { id } }';

test('J16: the principal reports on a task within three clicks; the secretary looks at it and closes it', async ({
  as,
}) => {
  const title = `落实教研计划 ${Date.now() % 100_000}`;
  const decision = await decidedOnPaper(await as('clerk'), title, '2026-09-10');
  const secretary = await as('secretary');
  const ownerId = await personOf(secretary, 'PRINCIPAL');
  await ask(secretary, ASSIGN, { input: { decisionId: decision.id, title, ownerId, dueOn: '2026-11-01' } });

  const page = await as('principal');
  await startCounting(page);
  // what is late stands among the first of the own tasks at home
  const row = page.getByRole('listitem').filter({ hasText: title });
  await expect(row).toContainText('逾期');
  await row.getByRole('link', { name: title }).click();
  await expect(page.getByRole('main')).toContainText(decision.number);
  await page.getByRole('spinbutton', { name: '完成百分比' }).fill('60');
  await page.getByRole('textbox', { name: '进展情况' }).fill('已印发计划，两个年级开始实施。');
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: '进展照片.png', mimeType: 'image/png' },
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  });
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('进展已报告')).toBeVisible();
  expect(await clicksOf(page)).toBeLessThanOrEqual(3);
  await expect(page.getByRole('list', { name: '办理过程' })).toContainText('进展（60%）：已印发计划');
  await expect(page.getByRole('button', { name: '下载 进展照片.png' })).toBeVisible();

  await page.getByRole('textbox', { name: '进展情况' }).fill('全部年级已实施。');
  await page.getByRole('checkbox', { name: '已完成，报请审核' }).check();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByText('已报完成，待审核')).toBeVisible();
  // nobody closes a task of the own
  await expect(page.getByRole('button', { name: '审核办结' })).toHaveCount(0);

  await secretary.goto(`/#/decisions/${decision.id}/show`);
  await secretary.getByRole('link', { name: title }).last().click();
  await secretary.getByRole('button', { name: '退回办理' }).click();
  await secretary.getByRole('dialog').getByRole('textbox', { name: '原因' }).fill('附实施情况表');
  await secretary.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
  await expect(secretary.getByText('任务已退回')).toBeVisible();
  await expect(page.getByRole('list', { name: '办理过程' })).toContainText('附实施情况表');
});

test('the register finds a decision by its words, and it is published once', async ({ as }) => {
  const title = `校务公开事项 ${Date.now() % 100_000}`;
  const decision = await decidedOnPaper(await as('clerk'), title, '2026-09-11');
  const page = await as('secretary', '/decisions');
  await page.getByRole('searchbox', { name: '题目、编号或内容' }).fill(title);
  const rows = page.getByRole('table', { name: '决议列表' }).locator('tbody tr');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('link', { name: title }).click();
  await expect(page.getByRole('main')).toContainText(decision.number);
  await page.getByRole('button', { name: '公开', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '公开范围和方式' }).fill('校内公示栏');
  await dialog.getByRole('button', { name: '公开', exact: true }).click();
  await expect(page.getByText('决议已公开')).toBeVisible();
  await expect(page.getByRole('button', { name: '公开', exact: true })).toHaveCount(0);
});

test('the clerk writes down a report on a decision and says whose it is', async ({ as }) => {
  const title = `办学规划落实 ${Date.now() % 100_000}`;
  const clerk = await as('clerk');
  const decision = await decidedOnPaper(clerk, title, '2026-09-13');
  await clerk.goto(`/#/decisions/${decision.id}/show`);
  await clerk.getByRole('button', { name: '报告执行情况', exact: true }).click();
  const dialog = clerk.getByRole('dialog');
  await dialog.getByRole('combobox', { name: '报告人' }).click();
  const reporter = clerk.getByRole('option', { name: /校长/ });
  const name = (await reporter.innerText()).replace(/（.*/, '');
  await reporter.click();
  await dialog.getByRole('textbox', { name: /情况/ }).fill('已分解到各处室。');
  await dialog.getByRole('button', { name: '提交报告', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(clerk.getByRole('main')).toContainText(`${name}：已分解到各处室。`);
});

test('the county sees how a school keeps the procedure, and what was held back', async ({ as }) => {
  await decidedOnPaper(await as('clerk'), `合规检查 ${Date.now() % 100_000}`, '2026-10-12');
  const page = await as('city-admin', '/procedure');
  await expect(page.getByRole('heading', { level: 1, name: '议事合规' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '搁置台账' })).toBeVisible();
  await page.getByRole('combobox', { name: '分组' }).click();
  await page.getByRole('option', { name: '按校' }).click();
  const table = page.getByRole('table', { name: /^合规情况/ });
  await table.getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: '议事决策', selected: true })).toBeVisible();
  await expect(page.getByRole('table', { name: '各项检查的合规情况' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '会议运行情况（L8）' })).toBeVisible();
});
