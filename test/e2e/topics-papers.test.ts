import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { attached, upload } from '../support/documents.js';
import { changed, listen } from '../support/live.js';
import { DANZHAI, createWorld, type World } from '../support/world.js';
import { act, givenTeam, major, on, partyWork, prepare, todayOf, type Team } from './topics-world.js';

let world: World;
let admin: Client;
let team: Team;
let today: string;
beforeAll(async () => {
  world = await createWorld({ ZHIXIAO_LIVE_HEARTBEAT: '1' });
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  team = await givenTeam(world, admin);
  today = await todayOf(admin);
});
afterAll(() => world.end());

const LIST = 'query P($id: ID!) { topic(id: $id) { attachments { nodes { id name downloadPath restricted } } } }';
type Paper = { id: string; name: string; downloadPath: string; restricted: boolean };
interface Papers {
  topic: { attachments: { nodes: Paper[] } } | null;
}
const get = (client: Client, path: string): Promise<Response> =>
  fetch(`${client.url}${path}`, { headers: client.headers() });

test('papers are added by those who prepare a topic until it is withdrawn, and by nobody above the school', async () => {
  const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
  for (const client of [team.vice.client, team.clerk, team.secretary.client])
    await attached(client, { subject: topic.id, kind: 'PAPER', name: '建议方案.pdf' });
  expect(await upload(admin, { subject: topic.id, kind: 'PAPER' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await upload(team.vice.client, { subject: topic.id, kind: 'MINUTES' })).toMatchObject({ code: 'BAD_INPUT' });
  const { topic: shown } = await admin.ask<Papers>(LIST, { id: topic.id });
  expect(shown?.attachments.nodes).toHaveLength(3);
  await act(team.vice.client, 'withdrawTopic', { ...on(topic), reason: '另行研究' });
  expect(await upload(team.vice.client, { subject: topic.id, kind: 'PAPER' })).toMatchObject({ code: 'BAD_STATE' });
});

test('SOD-16: the papers of a personnel topic are read by those who read it', async () => {
  const content = major(team.schoolId, { matterCode: 'CADRE_APPOINT_MIDDLE' });
  const topic = await act(team.secretary.client, 'proposeTopic', content);
  await attached(team.secretary.client, { subject: topic.id, kind: 'PAPER', name: '人选材料.pdf' });
  const { topic: shown } = await team.deputy.client.ask<Papers>(LIST, { id: topic.id });
  const [paper] = shown?.attachments.nodes ?? [];
  expect(paper).toMatchObject({ name: '人选材料.pdf', restricted: true });
  expect((await get(team.deputy.client, paper?.downloadPath ?? '')).status).toBe(200);
  for (const client of [team.clerk, team.vice.client, team.principal.client]) {
    expect((await client.ask<Papers>(LIST, { id: topic.id })).topic).toBeNull();
    expect((await get(client, paper?.downloadPath ?? '')).status).toBe(404);
    expect(await upload(client, { subject: topic.id, kind: 'PAPER' })).toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('T-116: the papers of a restricted topic are read by whoever is asked about it, from then on, and by no other', async () => {
  const content = major(team.schoolId, { confidentiality: 'CONFIDENTIAL' });
  const topic = await prepare(team, await act(team.secretary.client, 'proposeTopic', content), today);
  await attached(team.secretary.client, { subject: topic.id, kind: 'PAPER', name: '保密方案.pdf' });
  const papersOf = async (client: Client): Promise<Paper[] | undefined> =>
    (await client.ask<Papers>(LIST, { id: topic.id })).topic?.attachments.nodes;
  const other = await act(team.secretary.client, 'proposeTopic', content);
  await attached(team.secretary.client, { subject: other.id, kind: 'PAPER', name: '另一保密方案.pdf' });
  const hidden = (await team.secretary.client.ask<Papers>(LIST, { id: other.id })).topic?.attachments.nodes[0];
  await act(team.secretary.client, 'askConsultation', on(topic));
  const [paper] = (await papersOf(team.principal.client)) ?? [];
  expect(paper).toMatchObject({ name: '保密方案.pdf', restricted: true });
  expect((await get(team.principal.client, paper?.downloadPath ?? '')).status).toBe(200);
  expect((await get(team.principal.client, hidden?.downloadPath ?? '')).status).toBe(404);
  for (const client of [team.clerk, team.vice.client]) {
    expect(await papersOf(client)).toBeUndefined();
    expect((await get(client, paper?.downloadPath ?? '')).status).toBe(404);
  }
  // reading is not adding: what is restricted is prepared by the party side
  expect(await upload(team.principal.client, { subject: topic.id, kind: 'PAPER' })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('word of a changed topic comes to those who may read it', async () => {
  const topic = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
  const [page, clerk] = [await listen(team.secretary.client), await listen(team.clerk)];
  await act(team.secretary.client, 'confirmTopic', on(topic));
  expect((await page.next(changed(topic.id))).data).toEqual({ type: 'Topic', id: topic.id });
  await clerk.next(changed(topic.id));
  const secret = await act(
    team.secretary.client,
    'proposeTopic',
    major(team.schoolId, { confidentiality: 'CONFIDENTIAL' }),
  );
  await page.next(changed(secret.id));
  const later = await act(team.vice.client, 'proposeTopic', partyWork(team.schoolId));
  await clerk.next(changed(later.id));
  expect(clerk.events.filter(changed(secret.id))).toEqual([]);
  for (const stream of [page, clerk]) stream.close();
});
