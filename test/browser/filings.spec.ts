import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.js';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

const check = (page: Page) => page.getByRole('region', { name: '检查', exact: true });
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** The secretary drafts rules of the party meeting as they are suggested, with this many days of notice. */
async function draft(page: Page, noticeDays: string): Promise<string> {
  await page.getByRole('link', { name: '起草党组织会议议事规则' }).first().click();
  await page.getByRole('spinbutton', { name: '通知和材料提前天数' }).fill(noticeDays);
  await press(page, '保存草稿');
  await expect(page.getByText('草稿已保存')).toBeVisible();
  return new URL(page.url()).hash.slice(1);
}

async function adoptAndSubmit(page: Page): Promise<void> {
  await press(page, '通过');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '通过的会议' }).fill('党组织会议');
  await dialog.getByRole('button', { name: '通过', exact: true }).click();
  await expect(page.getByText('议事规则已通过')).toBeVisible();
  await press(page, '报送备案');
  await page.getByRole('dialog').getByRole('button', { name: '报送', exact: true }).click();
  await expect(page.getByText('已报送').first()).toBeVisible();
}

test('rules are drafted, checked while they are typed, adopted, returned, drafted anew and filed', async ({ as }) => {
  test.setTimeout(150_000);
  const secretary = await as('b-secretary', '/rulesOfProcedure');
  await secretary.getByRole('link', { name: '起草党组织会议议事规则' }).first().click();
  await expect(check(secretary)).toContainText('没有低于《意见》的规定');

  // looser than the Opinion is named at once, with the rule it stands in
  await secretary.getByRole('spinbutton', { name: '干部任免等重要事项的到会人数 分子' }).fill('1');
  await expect(check(secretary)).toContainText('干部任免等重要事项的到会人数（低于《意见》的规定）');
  await secretary.getByRole('spinbutton', { name: '干部任免等重要事项的到会人数 分子' }).fill('2');
  // sums: ascending, the last one the party meeting's
  await press(secretary, '增加一档');
  await secretary.getByRole('spinbutton', { name: '至多（元）' }).fill('5000');
  await expect(check(secretary)).toContainText('最后一档不设上限');
  await press(secretary, '增加一档');
  await expect(check(secretary)).toContainText('没有低于《意见》的规定');
  // the catalogue: only stricter marks are offered, what the Opinion fixes is locked
  await press(secretary, '增加一类');
  await secretary.getByRole('combobox', { name: '议题类别' }).fill('学校章程');
  await secretary.getByRole('option', { name: /学校章程/ }).click();
  const matters = secretary.getByRole('group', { name: '对议题目录的规定' });
  await expect(matters).toContainText('由《意见》规定，不可改变');
  await matters.getByRole('combobox', { name: '三分之二以上到会' }).click();
  await expect(secretary.getByRole('option', { name: '不要求' })).toHaveCount(0);
  await secretary.getByRole('option', { name: '已要求的' }).click();
  await press(secretary, '保存草稿');
  await expect(secretary.getByText('草稿已保存')).toBeVisible();
  await expect(secretary.getByRole('region', { name: '规则内容' })).toContainText('5,000 元及以下');
  const first = new URL(secretary.url()).hash.slice(1);
  await adoptAndSubmit(secretary);
  // a school never files its own
  await expect(secretary.getByRole('button', { name: '审查', exact: true })).toHaveCount(0);

  const county = await as('b-county-admin', first);
  await press(county, '审查');
  const review = county.getByRole('dialog', { name: '审查备案' });
  await review.getByRole('combobox', { name: '审查结果' }).click();
  await county.getByRole('option', { name: '退回' }).click();
  await review.getByRole('button', { name: '提交' }).click();
  await expect(review.getByText(/必填/)).toBeVisible();
  await review.getByRole('textbox', { name: '审查意见' }).fill('请明确通知天数');
  await review.getByRole('button', { name: '提交' }).click();
  await expect(secretary.getByText(/请明确通知天数/)).toBeVisible();

  await secretary.goto('/#/rulesOfProcedure');
  const second = await draft(secretary, '5');
  const compare = secretary.getByRole('region', { name: '与其他版本对照' });
  await expect(compare.getByRole('row', { name: /通知和材料提前天数/ })).toContainText('2 天');
  await expect(compare.getByRole('row', { name: /通知和材料提前天数/ })).toContainText('5 天');
  await expect(compare.getByRole('row', { name: /开会的到会人数/ })).toHaveCount(0);
  await adoptAndSubmit(secretary);

  await county.goto(`/#${second}`);
  await press(county, '审查');
  await review.getByRole('textbox', { name: '备案号' }).fill('月教备〔2026〕7号');
  await review.getByRole('button', { name: '提交' }).click();
  await expect(county.getByRole('region', { name: '备案情况' })).toContainText('月教备〔2026〕7号');
  // the school sees it without doing anything
  await expect(secretary.getByRole('region', { name: '备案情况' })).toContainText('月教备〔2026〕7号');
  await expect(secretary.getByRole('region', { name: '备案情况' })).toContainText('已备案');
});

test('the county makes a type of matter stricter and takes it back; what the Opinion fixes is locked', async ({
  as,
}) => {
  const county = await as('b-county-admin', '/matters');
  await county.getByRole('searchbox', { name: '名称或代码' }).fill('发展规划');
  await county.getByRole('button', { name: /学校发展规划/ }).click();
  const dialog = county.getByRole('dialog', { name: '学校发展规划' });
  await expect(dialog).toContainText(/讨论决定 党组织会议（由《意见》规定，不可改变 意见（四）1）/);
  await dialog.getByRole('combobox', { name: '三分之二以上到会' }).click();
  await county.getByRole('option', { name: '已要求的' }).click();
  await dialog.getByRole('textbox', { name: '原因' }).fill('全县统一要求');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(county.getByText('本级规定已保存')).toBeVisible();
  await expect(county.getByRole('row', { name: /学校发展规划/ })).toContainText('本级已有规定');

  const school = await as('b-secretary', '/matters');
  await school.getByRole('button', { name: /学校发展规划/ }).click();
  await expect(school.getByRole('dialog')).toContainText('三分之二以上到会 已要求的');
  await expect(school.getByRole('dialog').getByRole('button', { name: '保存' })).toHaveCount(0);

  await county.getByRole('button', { name: /学校发展规划/ }).click();
  await dialog.getByRole('button', { name: '取消本级规定' }).click();
  const drop = county.getByRole('dialog', { name: /^取消本级规定/ });
  await drop.getByRole('textbox', { name: '原因' }).fill('恢复上级规定');
  await drop.getByRole('button', { name: '取消规定' }).click();
  await expect(county.getByText('已恢复上级的规定')).toBeVisible();
  await expect(county.getByRole('row', { name: /学校发展规划/ })).not.toContainText('本级已有规定');
});

test.describe('accessible on desk and phone, light and dark', () => {
  test.describe.configure({ timeout: 150_000 });
  for (const [username, route] of [
    ['secretary', '/rulesOfProcedure'],
    ['secretary', '/rulesOfProcedure/create?meetingKind=PRINCIPAL_OFFICE'],
    ['b-county-admin', '/rulesOfProcedure'],
    ['city-admin', '/matters'],
  ] as const) {
    test(`${username} at ${route}`, async ({ as }) => {
      const page = await as(username, route);
      await settled(page);
      await expectAccessible(page);
    });
  }

  test('a version of the rules and the dialog that files it', async ({ as }) => {
    const secretary = await as('secretary', '/rulesOfProcedure');
    await draft(secretary, '3');
    await settled(secretary);
    await expectAccessible(secretary);
    await secretary.setViewportSize({ width: 1366, height: 768 });
    await press(secretary, '通过');
    await expect(secretary.getByRole('dialog')).toBeVisible();
    await expectAccessible(secretary);
  });

  test('a type of matter with its layers', async ({ as }) => {
    const page = await as('b-county-admin', '/matters');
    await page.getByRole('button', { name: /学校章程/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
});
