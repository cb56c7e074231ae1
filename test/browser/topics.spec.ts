import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.js';
import { PHONE } from './support/browser.js';
import { clicksOf, startCounting } from './support/clicks.js';
import { ask, schoolOf } from './support/procedure.js';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: PDF });
const named = (what: string): string => `${what} ${Date.now() % 1_000_000}`;

interface Proposed {
  readonly id: string;
  readonly version: number;
}

/** A topic as the person on the page proposes it, for what a test needs before its journey begins. */
async function proposed(page: Page, title: string, matterCode: string, meetingKind = 'PARTY_ORG'): Promise<Proposed> {
  const input = { schoolId: await schoolOf(page), meetingKind, itemKind: 'DECISION', title, matterCode };
  const propose = 'mutation P($input: ProposeTopicInput!) { proposeTopic(input: $input) { id version } }';
  return (await ask<{ proposeTopic: Proposed }>(page, propose, { input })).proposeTopic;
}

/** The other side is asked about it. */
async function asked(page: Page, { id, version }: Proposed): Promise<string> {
  const mutation = 'mutation A($input: AskConsultationInput!) { askConsultation(input: $input) { id } }';
  await ask(page, mutation, { input: { id, expectedVersion: version } });
  return `/topics/${id}/show`;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
const gates = (page: Page) => page.getByRole('region', { name: '程序要求' });
const acts = (page: Page) => page.getByRole('region', { name: '办理', exact: true });
const waiting = (page: Page) => page.getByRole('list', { name: '正待本人办理的议题' });

test('J14: a principal proposes a topic with a paper and asks the secretary within four clicks', async ({ as }) => {
  const title = named('年度工作计划');
  const page = await as('principal');
  await startCounting(page);
  await page.getByRole('link', { name: '新议题' }).click();
  await expect(page.getByRole('textbox', { name: '题目' })).toBeFocused();
  await page.keyboard.insertText(title);
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('工作计划与总结');
  await page.getByRole('option', { name: /年度（学期）工作计划与总结/ }).click();
  // what the category asks for is on screen before anything is sent
  const needs = page.getByRole('region', { name: '该议题须办理' });
  await expect(needs).toContainText('由校长办公会议讨论决定，校长确定上会');
  await expect(needs).toContainText('送对方提出意见');
  await expect(needs).toContainText('教代会');
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('选择文件').click();
  await (await chooser).setFiles(paper('计划草案.pdf'));
  await expect(page.getByRole('list', { name: '附件一览' })).toContainText('计划草案.pdf');
  await press(page, '提出并送书记征求意见');

  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect(await clicksOf(page)).toBeLessThanOrEqual(4);
  await expect(page.getByRole('group', { name: '议题进度' })).toBeVisible();
  await expect(page.getByRole('list', { name: '附件一览' })).toContainText('计划草案.pdf');
  await expect(page.getByRole('region', { name: '会前意见' })).toContainText('第 1 轮');
  // who waits is not asked twice, and the screen says whom it waits for
  await expect(acts(page)).toContainText(/第 1 轮意见待 .+ 答复/);
  await expect(gates(page)).toContainText('待提出意见');
});

test('J15: on a phone the secretary agrees within two taps, and the principal sees it without doing anything', async ({
  as,
}) => {
  const title = named('招生方案');
  const principal = await as('principal');
  const path = await asked(principal, await proposed(principal, title, 'ANNUAL_WORK_PLAN', 'PRINCIPAL_OFFICE'));
  await principal.goto(`/#${path}`);
  await expect(gates(principal)).toContainText('待提出意见');

  const phone = await as('secretary');
  await phone.setViewportSize(PHONE);
  await expect(waiting(phone).getByRole('link', { name: title })).toBeVisible();
  await startCounting(phone);
  await waiting(phone).getByRole('link', { name: title }).click();
  const panel = phone.getByRole('region', { name: '请您提出意见' });
  for (const name of ['同意', '同意但需修改', '不同意']) {
    const box = await panel.getByRole('button', { name, exact: true }).boundingBox();
    expect(box?.height, name).toBeGreaterThanOrEqual(44);
  }
  await panel.getByRole('button', { name: '同意', exact: true }).click();
  await expect(phone.getByText('意见已提交')).toBeVisible();
  expect(await clicksOf(phone)).toBeLessThanOrEqual(2);
  await expect(panel).toBeHidden();
  await expect(principal.getByRole('region', { name: '会前意见' })).toContainText('同意');
  await expect(gates(principal)).not.toContainText('待提出意见');
});

test('a disagreement holds the topic back with its reason; a new round after it agrees', async ({ as }) => {
  const title = named('考核办法');
  const principal = await as('principal');
  const path = await asked(principal, await proposed(principal, title, 'ANNUAL_WORK_PLAN', 'PRINCIPAL_OFFICE'));
  const secretary = await as('secretary', path);
  await press(secretary, '不同意');
  await press(secretary, '提交意见');
  await expect(secretary.getByText('必填')).toBeVisible();
  await secretary.getByRole('textbox', { name: '不同意的理由' }).fill('缺少学期安排');
  await press(secretary, '提交意见');
  await expect(secretary.getByText(/暂缓上会：缺少学期安排/)).toBeVisible();

  await principal.goto(`/#${path}`);
  await expect(principal.getByText(/暂缓上会：缺少学期安排/)).toBeVisible();
  // the head of that meeting sees why it can't be confirmed
  await expect(acts(principal)).toContainText(/确定上会：还有 \d+ 项要求未满足/);
  await press(principal, '再次送书记征求意见');
  const panel = secretary.getByRole('region', { name: '请您提出意见' });
  await panel.getByRole('button', { name: '同意但需修改' }).click();
  await secretary.getByRole('textbox', { name: '需要修改的内容' }).fill('补充第二学期安排');
  await press(secretary, '提交意见');
  await press(principal, '采纳修改');
  await expect(principal.getByRole('region', { name: '会前意见' })).toContainText(/已采纳修改/);
  await expect(gates(principal)).not.toContainText('会前听取对方意见');
});

test('what the topic lacks is named with its clause and closed from where it is named, until the secretary confirms', async ({
  as,
}) => {
  test.setTimeout(120_000);
  const title = named('发展规划');
  const secretary = await as('secretary');
  const topic = await proposed(secretary, title, 'SCHOOL_DEVELOPMENT_PLAN');
  await secretary.goto(`/#/topics/${topic.id}/show`);
  await expect(gates(secretary)).toContainText('《意见》（七）');
  await expect(acts(secretary).getByRole('button', { name: '确定上会' })).toBeHidden();

  const record = async (kind: string, fill?: () => Promise<void>): Promise<void> => {
    await gates(secretary)
      .getByRole('button', { name: `添加${kind}`, exact: true })
      .first()
      .click();
    const dialog = secretary.getByRole('dialog', { name: `添加${kind}` });
    await dialog.getByRole('textbox', { name: '情况与结果' }).fill(`${kind}情况`);
    await fill?.();
    await dialog.getByRole('button', { name: '添加记录' }).click();
    await expect(dialog).toBeHidden();
    await expect(secretary.getByRole('region', { name: '会前记录' })).toContainText(`${kind}情况`);
  };
  await record('建议方案');
  await record('调查研究');
  await record('班子沟通', () => secretary.getByRole('radio', { name: '无重大分歧' }).check());
  await record('个别酝酿', async () => {
    await secretary.getByRole('combobox', { name: '参加人' }).click();
    await secretary.getByRole('option').first().click();
    await secretary.keyboard.press('Escape');
  });

  // the other head signs under the own account, and is the other side of a party topic
  const principal = await as('principal', `/topics/${topic.id}/show`);
  await press(principal, '签字');
  await principal.getByRole('dialog').getByRole('button', { name: '签字' }).click();
  await expect(principal.getByRole('region', { name: '会前记录' })).toContainText(/校长.+ 已签字/);
  await expect(acts(principal)).toContainText('确定上会：党组织会议议题由书记确定');
  await press(secretary, '送校长征求意见');
  await principal
    .getByRole('region', { name: '请您提出意见' })
    .getByRole('button', { name: '同意', exact: true })
    .click();

  await acts(secretary).getByRole('button', { name: '确定上会' }).click();
  await expect(secretary.getByRole('dialog')).toContainText('以书记身份确定该议题提交党组织会议');
  await secretary.getByRole('dialog').getByRole('button', { name: '确定上会' }).click();
  await expect(secretary.getByText('议题已确定上会')).toBeVisible();
  await expect(secretary.getByRole('region', { name: '议题内容' })).toContainText(/以书记身份确定/);
  // hearing and assessment are asked before the decision, and are still there to see
  await expect(gates(secretary).getByRole('region', { name: '作出决定前' })).toContainText('听取师生员工意见');
  await expect(acts(secretary).getByRole('link', { name: '修改内容' })).toBeHidden();
});

test('a clerk writes drafts and is told who proposes; the county reads and is offered nothing', async ({ as }) => {
  const title = named('校历草案');
  const clerk = await as('b-clerk', '/topics/create');
  await clerk.getByRole('textbox', { name: '题目' }).fill(title);
  await clerk.getByRole('combobox', { name: '议题类别' }).fill('工作计划与总结');
  await clerk.getByRole('option', { name: /工作计划与总结/ }).click();
  await expect(clerk.getByRole('button', { name: /^提出/ })).toHaveCount(0);
  await press(clerk, '存为草稿');
  await expect(clerk.getByText('草稿已保存')).toBeVisible();
  await expect(acts(clerk)).toContainText('提出议题：您的身份（党政办记录员）不办理此事');
  const path = new URL(clerk.url()).hash.slice(1);

  const principal = await as('b-principal', path);
  await press(principal, '提出议题');
  await expect(principal.getByText('议题已提出')).toBeVisible();
  const county = await as('b-county-admin', path);
  await expect(county.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(acts(county)).toHaveCount(0);
  await expect(gates(county)).toBeVisible();
  await expect(gates(county).getByRole('button', { name: /^添加/ })).toHaveCount(0);
});

test('what was typed survives a reload; a refused document is named and the topic goes on with the right one', async ({
  as,
  expectStatus,
}) => {
  const title = named('制度修订');
  const page = await as('member', '/topics/create');
  await page.getByRole('textbox', { name: '题目' }).fill(title);
  await page.getByRole('textbox', { name: '事由与建议方案' }).fill('现行制度已满三年');
  await page.getByRole('combobox', { name: '议题类别' }).fill('党建年度计划');
  await page.getByRole('option').first().click();
  await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true));
  await page.reload();
  await expect(page.getByText('已恢复上次未提交的内容')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '题目' })).toHaveValue(title);
  await expect(page.getByRole('textbox', { name: '事由与建议方案' })).toHaveValue('现行制度已满三年');

  expectStatus(400);
  const wrong = { name: '草案.pdf', mimeType: 'application/pdf', buffer: Buffer.from('no document at all') };
  await page.getByLabel('选择文件').setInputFiles([wrong]);
  await press(page, '提出');
  await expect(page.getByText(/只能上传 PDF、图片/)).toBeVisible();
  await expect(page.getByText('议题已保存，后续步骤未完成')).toBeVisible();
  await press(page, '移除 草案.pdf');
  await page.getByLabel('选择文件').setInputFiles([paper('定稿.pdf')]);
  await press(page, '提出');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('list', { name: '附件一览' })).toContainText('定稿.pdf');
  // one topic, not two
  await page.goto(`/#/topics?${new URLSearchParams({ filter: JSON.stringify({ q: title }) }).toString()}`);
  await expect(page.getByText('共 1 条', { exact: true })).toBeVisible();
});

test('the bell counts what was told, live, and leads to the one screen', async ({ as }) => {
  const title = named('值班安排');
  const secretary = await as('b-secretary', '/notifications');
  const bell = secretary.getByRole('button', { name: /^通知/ });
  await secretary.getByRole('button', { name: '全部标为已读' }).click();
  await expect(secretary.getByText('已标为已读')).toBeVisible();
  await expect(bell).toHaveAccessibleName('通知，没有未读');
  const principal = await as('b-principal');
  await asked(principal, await proposed(principal, title, 'ANNUAL_WORK_PLAN', 'PRINCIPAL_OFFICE'));
  await expect(bell).toHaveAccessibleName('通知，1 条未读');
  await bell.click();
  await secretary
    .getByRole('dialog', { name: '通知' })
    .getByRole('link', { name: new RegExp(title) })
    .click();
  await expect(secretary.getByRole('region', { name: '请您提出意见' })).toBeVisible();
  await expect(bell).toHaveAccessibleName('通知，没有未读');
});

test.describe('accessible on desk and phone, light and dark', () => {
  test.describe.configure({ timeout: 120_000 });
  for (const route of ['/', '/topics', '/topics/create', '/notifications', '/matters']) {
    test(`secretary at ${route}`, async ({ as }) => {
      const page = await as('secretary', route);
      await settled(page);
      await expectAccessible(page);
    });
  }

  test('a topic with an opinion to be given, its records and its gates', async ({ as }) => {
    const title = named('无障碍');
    const principal = await as('principal');
    const path = await asked(principal, await proposed(principal, title, 'ANNUAL_WORK_PLAN', 'PRINCIPAL_OFFICE'));
    const page = await as('secretary', path);
    await expect(page.getByRole('region', { name: '请您提出意见' })).toBeVisible();
    await settled(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1366, height: 768 });
    await gates(page).getByRole('button', { name: /^添加/ }).first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
});
