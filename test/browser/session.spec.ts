import { password, signIn } from './support/sign-in.js';
import { expect, test } from './support/test.js';

const REFUSED = '账号或密码不正确，或账号暂时被锁定。';

test('a wrong password is refused without naming a field, and five of them lock the account', async ({ stranger }) => {
  const page = await stranger();
  for (let i = 0; i < 5; i += 1) {
    await signIn(page, 'b-county-inspector', `wrong ${i}`);
    await expect(page.getByText(REFUSED)).toBeVisible();
    await expect(page.getByText('请核对后重试；连续输错 5 次将锁定一段时间，可联系管理员。')).toBeVisible();
  }
  await signIn(page, 'b-county-inspector', password());
  await expect(page.getByText(REFUSED)).toBeVisible();
  await expect(page.getByText('忘记密码或账号被锁定，请联系所在单位管理员。')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '账号' })).toHaveValue('b-county-inspector');
});

test('a first visit comes to the login page without being sent round and round', async ({ stranger }) => {
  const page = await stranger();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  // about:blank, the address asked for, the login page; react-admin may come there twice
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(5);
});

test('a form without account or password is not sent', async ({ stranger }) => {
  const page = await stranger();
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByText('请填写账号和密码')).toBeVisible();
});

test('who holds several grants switches from the city to a county and back', async ({ stranger }) => {
  // a session of its own: the server remembers the grant last chosen
  const page = await stranger();
  await signIn(page, 'b-city-admin');
  const bar = page.getByRole('banner');
  await expect(bar).toContainText('鹰潭市');
  const choose = async (grant: RegExp): Promise<void> => {
    await page.getByRole('button', { name: /用户与身份/ }).click();
    await page.getByRole('menuitem', { name: '切换身份' }).click();
    await page.getByRole('dialog').getByRole('button', { name: grant }).click();
  };
  await choose(/月湖区.*县教育工委管理员/);
  await expect(page.getByText('已切换为：')).toBeVisible();
  await expect(bar).toContainText('月湖区');
  await expect(
    page.getByRole('table', { name: '最近的数据导入' }).or(page.getByText('还没有导入过数据。')),
  ).toBeVisible();
  await page.getByRole('link', { name: '学校', exact: true }).click();
  await expect(
    page.getByRole('table', { name: '学校列表' }).getByRole('cell', { name: '月湖区' }).first(),
  ).toBeVisible();
  await choose(/鹰潭市.*管理员/);
  await expect(bar).toContainText('鹰潭市');
  await expect(page.getByRole('table', { name: /各县（市、区）应建学校数/ })).toBeVisible();
});

test('signing out ends the session, for the address kept as well', async ({ stranger }) => {
  const page = await stranger();
  await signIn(page, 'b-city-inspector');
  await page.getByRole('link', { name: '学校', exact: true }).click();
  await expect(page.getByRole('table', { name: '学校列表' })).toBeVisible();
  await page.getByRole('button', { name: /用户与身份/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  const session = await page.context().cookies();
  expect(session.filter(({ name }) => name === '__Host-sid')).toEqual([]);
  await page.reload();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
});

test('the language changes to English and back, in headings, menu and document', async ({ as }) => {
  const page = await as('b-county-admin');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Home');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('navigation').getByRole('link', { name: 'Schools' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Schools');
  await expect(page.getByRole('table')).toContainText('Party branch');
  await page.getByRole('button', { name: '简体中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('学校');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});
