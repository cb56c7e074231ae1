import type { Locator, Page } from '@playwright/test';
import { ask, confirmedTopic, decidedOnPaper } from './support/procedure.js';
import { calledMeeting, confirmedCadre, confirmedOffice } from './support/special.js';
import { expect, test } from './support/test.js';

const run = (): number => Date.now() % 100_000;
const item = (page: Page, title: string): Locator => page.getByRole('article', { name: new RegExp(title) });
const press = (at: Page | Locator, name: string | RegExp): Promise<void> =>
  at.getByRole('button', { name, exact: typeof name === 'string' }).click();
const results = (card: Locator): Locator => card.getByRole('group', { name: /^结论/ });
/** 到会、应到、需, as the bar of an item or of the meeting says it. */
const bar = (at: Locator | Page, text: RegExp): Locator => at.getByRole('status').filter({ hasText: text }).first();

/** The recorder writes down that so many more have come. */
async function come(clerk: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    const waiting = clerk.getByRole('combobox', { name: /的到会情况$/ }).filter({ hasText: '未签到' });
    const before = await waiting.count();
    await waiting.first().click();
    await clerk.getByRole('option', { name: '到会' }).click();
    await expect(waiting).toHaveCount(before - 1);
  }
}

/** How the vote is taken, chosen where it is recorded. */
async function voteBy(page: Page, card: Locator, form: string): Promise<void> {
  await card.getByRole('combobox', { name: '表决方式' }).click();
  await page.getByRole('option', { name: form, exact: true }).click();
}

test('a party meeting votes by name under own accounts, decides on a cadre at two thirds only, by secret ballot, and counts without who withdrew', async ({
  as,
}) => {
  test.setTimeout(240_000);
  const [named, cadre, recused] = ['记名表决事项', '中层干部任免', '回避事项'].map((text) => `${text} ${run()}`) as [
    string,
    string,
    string,
  ];
  const [secretary, principal] = [await as('secretary'), await as('principal')];
  const topicIds = [
    await confirmedTopic(secretary, named),
    await confirmedCadre({ secretary, principal }, cadre),
    await confirmedTopic(secretary, recused),
  ];
  const id = await calledMeeting(secretary, { kind: 'PARTY_ORG', topicIds });
  const path = `/meetings/${id}/show`;
  const [member, deputy, clerk] = [await as('member', path), await as('deputy', path), await as('clerk', path)];
  for (const page of [secretary, principal]) await page.goto(`/#${path}`);
  for (const page of [secretary, principal, member, deputy]) await press(page, '签到');
  await expect(bar(secretary, /到会 4 \/ 应到 8 · 需 4/)).toBeVisible();
  await press(secretary, '开会');

  // 记名投票: each under the own account, shown with the name
  const byName = item(secretary, named);
  await voteBy(secretary, byName, '记名投票');
  await press(byName, '开始记名投票');
  for (const [page, choice] of [
    [secretary, '赞成'],
    [principal, '赞成'],
    [deputy, '弃权'],
  ] as const)
    await press(item(page, named).getByRole('group', { name: /^本人投票/ }), choice);
  await expect(item(member, named)).toContainText('记名投票进行中，已投 3 票。');
  await expect(results(byName).getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
  await press(item(member, named).getByRole('group', { name: /^本人投票/ }), '赞成');
  await expect(byName).toContainText('（弃权）');
  await byName.getByRole('textbox', { name: '结论' }).fill('会议同意。');
  // how many it takes is for the school's filed rules to say: of those there, or of all
  const needed = Number(/通过须 (\d+) 票赞成/.exec(await byName.innerText())?.[1]);
  await press(results(byName), needed <= 3 ? '同意' : '不同意');
  await expect(item(member, named)).toContainText('记名投票：赞成 3，反对 0，弃权 1。');

  // 干部任免: half is enough for the meeting, not for this (意见（五）)
  const onCadre = item(secretary, cadre);
  await expect(bar(onCadre, /到会 4 \/ 应到 8 · 需 6/)).toBeVisible();
  await expect(onCadre.getByText('现在不能作出决定：')).toBeVisible();
  await expect(results(onCadre).getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
  await expect(results(onCadre).getByRole('button', { name: '缓议', exact: true })).toBeVisible();
  await come(clerk, 2);
  await expect(bar(onCadre, /到会 6 \/ 应到 8 · 需 6/)).toBeVisible();
  await voteBy(secretary, onCadre, '无记名投票');
  await onCadre.getByRole('spinbutton', { name: '赞成' }).fill('5');
  await onCadre.getByRole('spinbutton', { name: '反对' }).fill('1');
  await onCadre.getByRole('spinbutton', { name: '弃权' }).fill('0');
  await onCadre.getByRole('textbox', { name: '监票人、计票人' }).fill('某甲、某乙');
  await onCadre.getByRole('textbox', { name: '结论' }).fill('会议同意任免建议。');
  await press(results(onCadre), '同意');
  // counts and tellers, and nobody beside a choice: neither on a screen nor in an answer
  for (const page of [secretary, member]) {
    await expect(item(page, cadre)).toContainText('无记名投票：赞成 5，反对 1，弃权 0。');
    await expect(item(page, cadre)).toContainText('监票、计票：某甲、某乙。');
    await expect(item(page, cadre)).not.toContainText(/（(赞成|反对|弃权)）/);
  }
  const query = 'query B($id: ID!) { meeting(id: $id) { items { title ballots { personName choice } } } }';
  const { meeting } = await ask<{ meeting: { items: { title: string; ballots: object[] }[] } }>(secretary, query, {
    id,
  });
  expect(meeting.items.map(({ title, ballots }) => [title, ballots.length])).toEqual([
    [named, 4],
    [cadre, 0],
    [recused, 0],
  ]);

  // 回避: whoever withdraws is not among those entitled; whether he is there is for the filed rules to say
  const withdrawn = item(secretary, recused);
  await expect(withdrawn).toContainText('合计 6 票，与有表决权的 6 人相符。');
  await press(item(deputy, recused), '本人回避');
  await deputy.getByRole('dialog').getByRole('textbox', { name: '原因' }).fill('涉及亲属');
  await press(deputy.getByRole('dialog'), '记录回避');
  await expect(withdrawn).toContainText('涉及亲属');
  await expect(withdrawn).toContainText('与有表决权的 5 人相符。');
  for (const name of ['赞成', '反对', '弃权'])
    await withdrawn.getByRole('spinbutton', { name }).fill(name === '赞成' ? '5' : '0');
  await withdrawn.getByRole('textbox', { name: '结论' }).fill('会议同意。');
  await press(results(withdrawn), '同意');
  await expect(item(member, recused)).toContainText('举手：赞成 5，反对 0，弃权 0。');

  // 更正: appended after both have signed, the record itself stays
  await press(secretary, '散会');
  await press(clerk, '记录人签字');
  await expect(secretary.getByText('未签字')).toHaveCount(1);
  await press(secretary, '主持人签字');
  await expect(secretary.getByText('记录已由双方签字')).toBeVisible();
  await press(secretary, '更正');
  const dialog = secretary.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '更正内容' }).fill('责任人应为教务处。');
  await dialog.getByRole('textbox', { name: '原因' }).fill('笔误');
  await press(dialog, '签署更正');
  await expect(member.getByRole('list', { name: '更正' })).toContainText('责任人应为教务处。（笔误）');
  await expect(item(secretary, named)).toContainText('会议同意。');
});

test('at the principal’s meeting all are heard, then the principal decides, and nobody votes', async ({ as }) => {
  test.setTimeout(180_000);
  const title = `课程安排 ${run()}`;
  const principal = await as('principal');
  const topicIds = [await confirmedOffice(principal, title)];
  const id = await calledMeeting(principal, { kind: 'PRINCIPAL_OFFICE', topicIds });
  const path = `/meetings/${id}/show`;
  await principal.goto(`/#${path}`);
  const clerk = await as('clerk', path);
  await press(principal, '签到');
  await press(clerk, /^其余 \d+ 人均已到会$/);
  await press(principal, '开会');
  const card = item(principal, title);
  await expect(card).toContainText('正在讨论');
  await expect(card.getByRole('combobox', { name: '表决方式' })).toHaveCount(0);
  // before the others are heard the principal decides nothing (意见（六）)
  await expect(card.getByText('现在不能作出决定：')).toBeVisible();
  await expect(results(card).getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
  await press(item(clerk, title), '记录发言');
  const dialog = clerk.getByRole('dialog');
  const stances = dialog.getByRole('combobox');
  for (let i = 0; i < (await stances.count()); i += 1) {
    await stances.nth(i).click();
    await clerk.getByRole('option', { name: i === 0 ? '保留' : '同意', exact: true }).click();
  }
  await press(dialog, '保存');
  await expect(card.getByRole('list', { name: '与会人员意见' })).toContainText('保留');
  // the clerk who writes does not decide
  await expect(results(item(clerk, title)).getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
  await card.getByRole('textbox', { name: '结论' }).fill('按方案执行。');
  await press(results(card), '同意');
  await expect(card.getByRole('link', { name: /校办〔|校行〔|〔\d{4}〕/ })).toBeVisible();
  await expect(card).not.toContainText('赞成');
});

test('an emergency action is confirmed by the next meeting', async ({ as }) => {
  const title = `暴雨停课 ${run()}`;
  const secretary = await as('secretary', '/emergencyActions');
  await press(secretary, '登记紧急处置');
  const dialog = secretary.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /^由何会议确认/ }).click();
  await secretary.getByRole('option', { name: '党组织会议' }).click();
  await dialog.getByRole('textbox', { name: '事项', exact: false }).first().fill(title);
  await dialog.getByLabel(/^处置日期/).fill('2024-04-01');
  await dialog.getByRole('textbox', { name: /^处置情况/ }).fill('停课一天');
  await dialog.getByRole('textbox', { name: /^来不及开会的原因/ }).fill('红色预警');
  await press(dialog, '登记');
  await expect(secretary.getByText('紧急处置已登记，待下次会议确认')).toBeVisible();
  await decidedOnPaper(await as('clerk'), `追认${title}`, '2024-04-08');
  await secretary.reload();
  await secretary.getByRole('link', { name: title }).click();
  await press(secretary, '登记会议结论');
  await secretary
    .getByRole('dialog')
    .getByRole('combobox', { name: /^议程与结论/ })
    .click();
  await secretary.getByRole('option', { name: new RegExp(`追认${title}`) }).click();
  await press(secretary.getByRole('dialog'), '登记');
  await expect(secretary.getByText('会议结论已登记')).toBeVisible();
  await expect(secretary.getByRole('button', { name: '登记会议结论' })).toHaveCount(0);
  await expect(secretary.getByRole('main')).toContainText('确认日期2024-04-08');
});

test('a reconsideration takes the place of the decision, which stays to be seen', async ({ as }) => {
  const title = `评优办法 ${run()}`;
  const clerk = await as('clerk');
  const old = await decidedOnPaper(clerk, title, '2024-02-05');
  await clerk.goto('/#/enter-meeting');
  await clerk.getByLabel(/^日期/).first().fill('2024-03-18');
  const first = clerk.getByRole('group', { name: '第 1 项' });
  const choose = async (label: string, option: string | RegExp): Promise<void> => {
    await first
      .getByRole('combobox', { name: new RegExp(`^${label}`) })
      .first()
      .click();
    await clerk.getByRole('option', { name: option }).first().click();
  };
  await first.getByRole('textbox', { name: '题目' }).fill(`复议${title}`);
  await choose('议程类别', '复议');
  await choose('事项类别', /党建年度计划/);
  await choose('结论类别', '修改后同意');
  await first.getByRole('textbox', { name: '结论' }).fill('按修改后的办法执行。');
  await press(first, '会前程序');
  await choose('复议哪项决议', new RegExp(title));
  await press(clerk, '录入');
  await expect(clerk.getByText('会议已补录')).toBeVisible();
  await clerk.goto(`/#/decisions/${old.id}/show`);
  const main = clerk.getByRole('main');
  await expect(main).toContainText('已被复议替代');
  await expect(main).toContainText(old.number);
  await main
    .getByRole('link', { name: /〔2024〕/ })
    .first()
    .click();
  await expect(clerk.getByRole('main')).toContainText('按修改后的办法执行。');
});
