import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe.js';
import { PAGE } from './support/browser.js';
import { ask, confirmedTopic, decidedOnPaper, personOf, schoolOf } from './support/procedure.js';
import { settled } from './support/settled.js';
import { expect, test } from './support/test.js';

interface Versioned {
  readonly id: string;
  readonly version: number;
}
interface Read {
  readonly meeting: Versioned & {
    readonly attendance: readonly Versioned[];
    readonly items: readonly Versioned[];
  };
}

const named = (what: string): string => `${what} ${Date.now() % 1_000_000}`;
const read = async (page: Page, id: string): Promise<Read['meeting']> =>
  (
    await ask<Read>(
      page,
      'query M($id: ID!) { meeting(id: $id) { id version attendance { id version } items { id version } } }',
      { id },
    )
  ).meeting;

/** One act on the meeting as the person on the page does it. */
async function act(page: Page, id: string, name: string, more: object = {}): Promise<void> {
  const { version } = await read(page, id);
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`.replace(/^(Open|Close)Meeting/, 'MeetingAct');
  const mutation = `mutation A($input: ${type}!) { ${name}(input: $input) { id } }`;
  await ask(page, mutation, { input: { id, expectedVersion: version, ...more } });
}

async function accessible(page: Page, text: string): Promise<void> {
  await page.reload();
  await expect(page.getByText(text).first()).toBeVisible();
  await settled(page);
  await expectAccessible(page);
  await page.setViewportSize(PAGE.viewport);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the page of a meeting is accessible in each of its states', async ({ as }) => {
  test.setTimeout(240_000);
  const secretary = await as('b-secretary');
  const clerk = await as('b-clerk');
  const topicId = await confirmedTopic(secretary, named('年度计划'));
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const input = { schoolId: await schoolOf(secretary), kind: 'PARTY_ORG', heldOn: today, startTime: '15:00' };
  const plan = 'mutation P($input: PlanMeetingInput!) { planMeeting(input: $input) { id } }';
  const items = [{ topicId }];
  const { planMeeting } = await ask<{ planMeeting: { id: string } }>(secretary, plan, { input: { ...input, items } });
  const { id } = planMeeting;
  await secretary.goto(`/#/meetings/${id}/show`);
  await accessible(secretary, '筹备');
  await act(secretary, id, 'callMeeting', { papersSent: true });
  await accessible(secretary, '已通知');
  const { attendance } = await read(clerk, id);
  const entries = attendance.map((one) => ({ id: one.id, expectedVersion: one.version, status: 'PRESENT' }));
  await ask(clerk, 'mutation S($input: SetAttendanceInput!) { setAttendance(input: $input) { id } }', {
    input: { id, entries },
  });
  await act(secretary, id, 'openMeeting');
  await accessible(secretary, '正在讨论');
  const item = secretary.getByRole('article').first();
  await item.getByRole('textbox', { name: '结论' }).fill('会议同意。');
  await item.getByRole('group', { name: /^结论/ }).getByRole('button', { name: '同意', exact: true }).click();
  await expect(item.getByRole('link', { name: /校党〔/ })).toBeVisible();
  await act(secretary, id, 'closeMeeting');
  await accessible(secretary, '未签字');
  await act(clerk, id, 'signRecord', { as: 'RECORDER' });
  await act(secretary, id, 'signRecord', { as: 'CHAIR' });
  await accessible(secretary, '记录已由双方签字');
  await act(secretary, id, 'issueMinutes');
  await accessible(secretary, '纪要已签发');
});

for (const route of ['/meetings', '/meetings/create', '/decisions', '/decisionTasks', '/emergencyActions'] as const) {
  test(`${route} is accessible on desk and phone, light and dark`, async ({ as }) => {
    test.setTimeout(120_000);
    const page = await as('b-secretary', route);
    await settled(page);
    await expectAccessible(page);
  });
}

for (const route of ['/procedure', '/checkOutcomes'] as const) {
  test(`${route} is accessible on desk and phone, light and dark`, async ({ as }) => {
    test.setTimeout(120_000);
    const page = await as('b-county-admin', route);
    await settled(page);
    await expectAccessible(page);
  });
}

test('a decision, its task and an emergency action are accessible on desk and phone, light and dark', async ({
  as,
}) => {
  test.setTimeout(180_000);
  const title = named('落实事项');
  const decision = await decidedOnPaper(await as('b-clerk'), title, '2026-09-14');
  const secretary = await as('b-secretary');
  const ownerId = await personOf(secretary, 'SECRETARY');
  const assign = 'mutation A($input: AssignTaskInput!) { assignTask(input: $input) { id } }';
  const { assignTask } = await ask<{ assignTask: { id: string } }>(secretary, assign, {
    input: { decisionId: decision.id, title, ownerId, dueOn: '2026-09-20' },
  });
  const take = 'mutation R($input: RecordEmergencyInput!) { recordEmergency(input: $input) { id } }';
  const said = { title: named('停课处置'), text: '暴雨停课一天。', reason: '来不及开会。', takenOn: '2026-09-15' };
  const { recordEmergency } = await ask<{ recordEmergency: { id: string } }>(secretary, take, {
    input: { ...said, schoolId: await schoolOf(secretary), body: 'PARTY_ORG', restricted: false },
  });
  for (const path of [
    `/decisions/${decision.id}/show`,
    `/decisionTasks/${assignTask.id}/show`,
    `/emergencyActions/${recordEmergency.id}/show`,
  ]) {
    await secretary.goto(`/#${path}`);
    await settled(secretary);
    await expectAccessible(secretary);
    await secretary.setViewportSize(PAGE.viewport);
  }
});

test('how a school keeps the procedure is accessible on desk and phone, light and dark', async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as('b-secretary');
  await page.goto(`/#/schools/${await schoolOf(page)}/show/procedure`);
  await settled(page);
  await expectAccessible(page);
});

test('each number of compliance leads to as many outcomes, each with the place where it is to be seen', async ({
  as,
}) => {
  const page = await as('b-county-admin', '/procedure');
  await settled(page);
  const table = page.getByRole('table', { name: /^合规情况/ });
  const number = table.getByRole('link', { name: /^[1-9]\d* 不符合$/ }).first();
  await expect(number).toBeVisible();
  const count = Number((await number.innerText()).replaceAll(',', ''));
  await number.click();
  await expect(page.getByRole('heading', { level: 1, name: '程序检查结果' })).toBeVisible();
  await expect(page.getByText(`共 ${count} 条`, { exact: true })).toBeVisible();
  const rows = page.getByRole('table', { name: /^各项检查的结果/ }).locator('tbody tr');
  await expect(rows).toHaveCount(Math.min(count, 20));
  await expect(rows.first()).toContainText('不符合');
  await rows.first().getByRole('link').first().click();
  await expect(page).toHaveURL(/#\/(meetings|decisions)\/[^/]+\/show/);
});
