import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.js';
import { PAGE } from './support/browser.js';
import { clicksOf, startCounting } from './support/clicks.js';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

const PASSWORD = 'Granite-otter-82';

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** The admin makes an account and reads the code that is shown once. */
async function newAccount(page: Page, username: string): Promise<string> {
  await press(page, '新建账号');
  const dialog = page.getByRole('dialog', { name: '新建账号' });
  await dialog.getByRole('textbox', { name: '账号' }).fill(username);
  await dialog.getByRole('textbox', { name: '姓名' }).fill('龙小青');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(dialog.getByText('启用码只显示这一次')).toBeVisible();
  return (await dialog.getByRole('status').innerText()).trim();
}

async function giveRole(page: Page, role: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '授予角色' });
  await dialog.getByRole('combobox', { name: '角色' }).click();
  await page.getByRole('option', { name: role }).click();
  await dialog.getByRole('textbox', { name: '原因' }).fill('督查工作需要');
  await dialog.getByRole('button', { name: '授予', exact: true }).click();
  await expect(page.getByText('角色已授予')).toBeVisible();
}

async function takeOver(page: Page, username: string, code: string, password: string): Promise<void> {
  await page.getByRole('link', { name: /启用账号/ }).click();
  await page.getByRole('textbox', { name: '账号' }).fill(username);
  await page.getByRole('textbox', { name: '启用码' }).fill(code);
  await page.getByLabel('设定密码').fill(password);
  await page.getByLabel('再次输入密码').fill(password);
  await press(page, '启用并登录');
  await expect(page.getByRole('heading', { level: 1, name: '首页' })).toBeVisible();
}

async function changePassword(page: Page, current: string, next: string): Promise<void> {
  await press(page, /^用户与身份/);
  await page.getByRole('menuitem', { name: '修改密码' }).click();
  await page.getByLabel('现用密码').fill(current);
  await page.getByLabel('新密码', { exact: true }).fill(next);
  await page.getByLabel('再输入一次新密码').fill(next);
  await press(page, '修改');
}

test('an account is made, given a role with an end, taken over by its person with the code, and its role taken back', async ({
  as,
  stranger,
  expectStatus,
}) => {
  test.setTimeout(120_000);
  const username = `clerk-${Date.now() % 10_000_000}`;
  const admin = await as('b-county-admin', '/roleGrants');
  const code = await newAccount(admin, username);
  expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await press(admin, '授予角色');
  const grant = admin.getByRole('dialog', { name: '授予角色' });
  await expect(grant.getByRole('textbox', { name: '账号' })).toHaveValue(username);
  await grant.getByRole('combobox', { name: '角色' }).click();
  await admin.getByRole('option', { name: '县督查人员' }).click();
  // what it lets the person do is on screen before it is given
  await expect(grant).toContainText('授予后可以');
  await expect(grant).toContainText(/查看：.*学校/);
  await grant.getByRole('textbox', { name: '原因' }).fill('督查工作需要');
  await grant.getByRole('button', { name: '授予', exact: true }).click();
  await expect(admin.getByText('角色已授予')).toBeVisible();
  await expect(admin.getByRole('row', { name: new RegExp(username) })).toContainText('县督查人员');

  const person = await stranger();
  await person.getByRole('link', { name: /启用账号/ }).click();
  await person.getByRole('textbox', { name: '账号' }).fill(username);
  await person.getByRole('textbox', { name: '启用码' }).fill(code.toLowerCase());
  const set = async (password: string, again = password): Promise<void> => {
    await person.getByLabel('设定密码').fill(password);
    await person.getByLabel('再次输入密码').fill(again);
    await press(person, '启用并登录');
  };
  for (const [password, complaint] of [
    ['short', '至少 12 个字符'],
    ['aaaaaaaaaaaaaaaa', '大写、小写、数字、其他字符须有其三'],
    [`X-${username}-Long9`, '密码不能包含账号'],
  ] as const) {
    await set(password);
    await expect(person.getByRole('alert')).toContainText(complaint);
  }
  await set(PASSWORD, `${PASSWORD}x`);
  await expect(person.getByRole('alert')).toContainText('两次输入的密码不一致');
  await set(PASSWORD);
  await expect(person.getByRole('heading', { level: 1, name: '首页' })).toBeVisible();

  // the code was worth something once
  expectStatus(401);
  const other = await stranger();
  await other.goto(`/#/activate?${new URLSearchParams({ username }).toString()}`);
  await other.getByRole('textbox', { name: '启用码' }).fill(code);
  await other.getByLabel('设定密码').fill(PASSWORD);
  await other.getByLabel('再次输入密码').fill(PASSWORD);
  await press(other, '启用并登录');
  await expect(other.getByRole('alert')).toContainText('启用码已过期、已使用');

  await admin
    .getByRole('row', { name: new RegExp(username) })
    .getByRole('button', { name: /^收回/ })
    .click();
  const revoke = admin.getByRole('dialog', { name: /^收回角色/ });
  await revoke.getByRole('textbox', { name: '原因' }).fill('工作调整');
  await revoke.getByRole('button', { name: '收回' }).click();
  await expect(admin.getByText('角色已收回')).toBeVisible();
  await expect(admin.getByRole('row', { name: new RegExp(username) })).toHaveCount(0);
});

test('who lost the password gets another by a code from the admin, and changes it later without one', async ({
  as,
  stranger,
  expectStatus,
}) => {
  test.setTimeout(120_000);
  const username = `inspector-${Date.now() % 10_000_000}`;
  const admin = await as('b-county-admin', '/roleGrants');
  const first = await newAccount(admin, username);
  await press(admin, '授予角色');
  await giveRole(admin, '县督查人员');
  const person = await stranger();
  await takeOver(person, username, first, PASSWORD);

  await press(admin, '重置登录');
  const reset = admin.getByRole('dialog', { name: '重置登录' });
  expectStatus(200);
  await reset.getByRole('textbox', { name: '账号' }).fill('b-county-admin');
  await reset.getByRole('textbox', { name: '原因' }).fill('本人忘记密码');
  await reset.getByRole('button', { name: '重置', exact: true }).click();
  await expect(reset.getByRole('alert')).toContainText('不能为本人账号授权、收回授权或重置登录');
  // what was typed stays
  await expect(reset.getByRole('textbox', { name: '原因' })).toHaveValue('本人忘记密码');
  await reset.getByRole('textbox', { name: '账号' }).fill(username);
  await reset.getByRole('button', { name: '重置', exact: true }).click();
  await expect(reset.getByText('启用码只显示这一次')).toBeVisible();
  const code = (await reset.getByRole('status').innerText()).trim();
  await expectAccessible(admin);
  await expect(reset.getByRole('button', { name: '授予角色' })).toHaveCount(0);
  await reset.getByRole('button', { name: '关闭' }).last().click();

  // the session is over, and the old password is worth nothing
  expectStatus(401);
  await person.reload();
  await expect(person.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await takeOver(person, username, code, 'Basalt-heron-57');

  await changePassword(person, 'Granite-otter-82', 'Marble-crane-63');
  await expect(person.getByRole('dialog').getByText('现用密码不对')).toBeVisible();
  await person.getByLabel('现用密码').fill('Basalt-heron-57');
  await expectAccessible(person);
  await person.setViewportSize(PAGE.viewport);
  await person.getByRole('button', { name: '修改', exact: true }).click();
  await expect(person.getByText('密码已修改，其他设备上的登录已结束')).toBeVisible();
  await expect(person.getByRole('dialog')).toHaveCount(0);
  await person.getByRole('link', { name: '学校', exact: true }).click();
  await expect(person.getByRole('table', { name: '学校列表' })).toBeVisible();
});

test('J9: a role with an end date is given within six clicks', async ({ as }) => {
  const page = await as('b-county-admin');
  await startCounting(page);
  await page.getByRole('link', { name: '账号与授权' }).click();
  await press(page, '授予角色');
  const dialog = page.getByRole('dialog', { name: '授予角色' });
  await dialog.getByRole('textbox', { name: '账号' }).fill('b-county-inspector');
  await dialog.getByRole('combobox', { name: '角色' }).click();
  await page.getByRole('option', { name: '县教育工委管理员' }).click();
  await dialog.getByLabel('到期日期').fill('2027-06-30');
  await dialog.getByRole('textbox', { name: '原因' }).fill('轮岗');
  await dialog.getByRole('button', { name: '授予', exact: true }).click();
  await expect(page.getByText('角色已授予')).toBeVisible();
  expect(await clicksOf(page)).toBeLessThanOrEqual(6);
  await expect(page.getByRole('row', { name: /b-county-inspector.*县教育工委管理员/ })).toContainText('2027-06-30');
});

test('a name that is taken, and one that is no name, are said at the field', async ({ as, expectStatus }) => {
  const page = await as('b-county-admin', '/roleGrants');
  await press(page, '新建账号');
  const dialog = page.getByRole('dialog', { name: '新建账号' });
  await dialog.getByRole('textbox', { name: '账号' }).fill('b-secretary');
  await dialog.getByRole('textbox', { name: '姓名' }).fill('龙小青');
  expectStatus(200);
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(dialog.getByText('已被使用，请换一个', { exact: true })).toBeVisible();
  await dialog.getByRole('textbox', { name: '账号' }).fill('no name');
  await dialog.getByRole('button', { name: '新建', exact: true }).click();
  await expect(dialog.getByText('格式不对，请核对', { exact: true })).toBeVisible();
});

test('files are kept as many days as the tenant sets', async ({ as }) => {
  const page = await as('b-county-admin', '/settings');
  await page.getByRole('spinbutton', { name: '导出文件保留天数' }).fill('45');
  await press(page, '保存');
  await expect(page.getByText('设置已保存')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('spinbutton', { name: '导出文件保留天数' })).toHaveValue('45');
});

test.describe('accessible on desk and phone, light and dark', () => {
  test.describe.configure({ timeout: 120_000 });

  test('the list of roles and the dialog that gives one', async ({ as }) => {
    const page = await as('city-admin', '/roleGrants');
    await settled(page);
    await expectAccessible(page);
    await page.setViewportSize({ width: 1366, height: 768 });
    await press(page, '授予角色');
    await page.getByRole('combobox', { name: '角色' }).click();
    await page.getByRole('option').first().click();
    await expect(page.getByText('授予后可以')).toBeVisible();
    await expectAccessible(page);
  });

  test('the page on which an account is taken over', async ({ stranger }) => {
    const page = await stranger();
    await page.goto('/#/activate');
    await press(page, '启用并登录');
    await expect(page.getByText('请填写账号、启用码和密码')).toBeVisible();
    await expectAccessible(page);
  });
});
