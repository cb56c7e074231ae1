import type { Page } from '@playwright/test';
import { somebodyFree } from './support/people.js';
import { expect, test } from './support/test.js';

async function openSchool(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name: '学校', exact: true }).click();
  await page.getByRole('table', { name: '学校列表' }).getByRole('link', { name }).first().click();
  await expect(page.getByRole('list', { name: '党组织班子' })).toBeVisible();
}

test('what was typed stays when the server refuses a second holder of a post, and it says who holds it', async ({
  as,
  expectStatus,
}) => {
  const page = await as('b-county-admin');
  const name = await somebodyFree(page);
  await openSchool(page, /小学/);
  const secretary = page.getByRole('list', { name: '党组织班子' }).getByRole('listitem').filter({ hasText: /^书记/ });
  const holder = await secretary.getByRole('link').innerText();
  expectStatus(409);
  await page.getByRole('link', { name: '新增任命' }).click();
  await page.getByRole('combobox', { name: '职务' }).click();
  await page.getByRole('option', { name: '书记', exact: true }).click();
  await page.getByRole('combobox', { name: '人员', exact: true }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name} `) }).click();
  await page.getByRole('textbox', { name: '任职文号' }).fill('月教党〔2026〕21号');
  await page.getByRole('button', { name: '提交任命' }).click();

  await expect(page.getByText('该职务在此期间已有人任职。')).toBeVisible();
  await expect(page.getByText('请先办理现任免职，或核对任职起止日期。')).toBeVisible();
  await expect(page.getByText(new RegExp(`现由${holder}任职`))).toBeVisible();
  await expect(page.getByRole('combobox', { name: '人员', exact: true })).toHaveValue(name);
  await expect(page.getByRole('textbox', { name: '任职文号' })).toHaveValue('月教党〔2026〕21号');
});

test('what was typed stays when somebody else was faster; both versions are shown, and one’s own can be kept', async ({
  as,
  expectStatus,
}) => {
  const [mine, theirs] = [await as('b-county-admin'), await as('b-county-admin')];
  expectStatus(409);
  for (const page of [mine, theirs]) {
    await openSchool(page, /中学/);
    await page.getByRole('button', { name: '变更信息' }).click();
  }
  const save = async (page: Page, town: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '乡镇（街道）' }).fill(town);
    await dialog.getByRole('textbox', { name: '原因' }).fill('区划调整');
    await dialog.getByRole('button', { name: '保存' }).click();
  };
  await save(theirs, '东湖街道');
  await expect(theirs.getByText('学校信息已保存')).toBeVisible();
  await save(mine, '江边街道');

  const both = mine.getByRole('table', { name: '该内容已被他人修改' });
  await expect(both.getByRole('row', { name: /乡镇/ })).toHaveText('乡镇（街道）东湖街道江边街道');
  await expect(mine.getByRole('dialog').getByRole('textbox', { name: '乡镇（街道）' })).toHaveValue('江边街道');
  await expect(mine.getByRole('dialog').getByRole('textbox', { name: '原因' })).toHaveValue('区划调整');
  await mine.getByRole('button', { name: '保留我填写的' }).click();
  await mine.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(mine.getByText('学校信息已保存')).toBeVisible();
  await expect(mine.getByRole('main')).toContainText('江边街道');
});

test('leaving a form with changes asks first', async ({ as }) => {
  const page = await as('b-county-admin');
  await openSchool(page, /小学/);
  await page.getByRole('link', { name: '新增任命' }).click();
  await page.getByRole('textbox', { name: '任职文号' }).fill('月教党〔2026〕22号');
  await page.getByRole('button', { name: '当前数据' }).click();
  await page.getByLabel('时点日期').fill('2024-03-31');
  await page.getByRole('button', { name: '查看当日' }).click();
  await expect(page.getByRole('dialog', { name: '有修改尚未保存' })).toBeVisible();
  await page.getByRole('button', { name: '继续编辑' }).click();
  await expect(page.getByRole('textbox', { name: '任职文号' })).toHaveValue('月教党〔2026〕22号');
  await expect(page.getByRole('button', { name: '当前数据' })).toBeVisible();
});

test('a new person is offered only once it is known who is there, and never for a family name or pinyin alone', async ({
  as,
}) => {
  const page = await as('b-county-admin');
  const name = await somebodyFree(page);
  await openSchool(page, /小学/);
  await page.getByRole('link', { name: '新增任命' }).click();
  const person = page.getByRole('combobox', { name: '人员', exact: true });
  const searching = page.getByRole('presentation').getByText('正在查找');
  const newPerson = page.getByRole('option', { name: /^新增人员/ });
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('query PickPeople')) await held;
    await route.continue();
  });
  await person.fill(name);
  await expect(searching).toBeVisible();
  await page.waitForTimeout(500);
  await expect(newPerson).toHaveCount(0);
  release();
  await expect(page.getByRole('option', { name: new RegExp(`^${name} .*中共党员`) })).toBeVisible();
  await expect(newPerson).toHaveText(`新增人员“${name}”`);
  await expect(searching).toHaveCount(0);

  for (const text of [name.slice(0, 1), 'li', 'zhang']) {
    await person.fill(text);
    await expect(page.getByRole('option').or(page.getByText('没有符合条件的记录。')).first()).toBeVisible();
    await expect(newPerson).toHaveCount(0);
  }
});
