import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../support/client.js';
import { startServer, type ServerProcess } from '../support/processes.js';
import { proxyTo, type StatementProxy } from '../support/statements.js';
import { DANZHAI, PASSWORD, createWorld, type World } from '../support/world.js';
import {
  act,
  approved,
  confirmed,
  givenCommittee,
  hands,
  item,
  MEETING,
  onItem,
  opened,
  type Committee,
  type Meeting,
} from './meetings-world.js';
import { partyWork, routine, todayOf } from './topics-world.js';

let world: World;
let proxy: StatementProxy;
let server: ServerProcess;
let school: Committee;
let today: string;
let meeting: Meeting;
let secretary: Client;
beforeAll(async () => {
  world = await createWorld();
  const admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = await givenCommittee(world, admin, { members: 7, vices: 2 });
  today = await todayOf(admin);
  proxy = await proxyTo(world.databaseUrl);
  server = await startServer(proxy.url);
  const topics = [];
  for (let i = 0; i < 6; i += 1)
    topics.push(await confirmed(school.secretary, school.secretary, partyWork(school.schoolId)));
  meeting = await opened(school, today, { topics, there: school.members });
  secretary = new Client(server.url);
  const input = { username: school.secretary.username, password: PASSWORD };
  await secretary.ask('mutation Login($input: LoginInput!) { login(input: $input) { account { id } } }', { input });
});
afterAll(async () => {
  await server.stop();
  await proxy.close();
  await world.end();
});

/** What an operation may cost, with its key, audit, checks, register and answer; BEGIN, settings and COMMIT aside. */
const PAGE = 1;
const VOTE = 15;
const DECIDE = 20;

describe('what a meeting of six items costs', () => {
  test(`its page takes ${PAGE} statement`, async () => {
    const seen = await proxy.during(async () => {
      const { meeting: page } = await secretary.ask<{ meeting: Meeting }>(
        `query M($id: ID!) { meeting(id: $id) { ${MEETING} school { name } attachments { nodes { name } } } }`,
        { id: meeting.id },
      );
      expect(page.items).toHaveLength(6);
      expect(page.attendance).toHaveLength(7);
    });
    expect(seen).toHaveLength(PAGE);
  });

  test(`a vote on one of them takes ${VOTE} statements, and deciding it ${DECIDE}, however many there are`, async () => {
    let voted = meeting;
    const counted = await proxy.during(
      async () => void (voted = await act(secretary, 'recordVote', { ...onItem(item(meeting)), ...hands(7) })),
    );
    expect(counted).toHaveLength(VOTE);
    const seen = await proxy.during(async () => {
      const done = await act(secretary, 'decideItem', { ...onItem(item(voted)), ...approved });
      expect(item(done)).toMatchObject({ result: 'APPROVED', makesDecision: true });
    });
    expect(seen).toHaveLength(DECIDE);
  });

  test('and so it is at the principal’s meeting', async () => {
    const topic = await confirmed(school.principal, school.principal, routine(school.schoolId));
    const open = await opened(school, today, {
      kind: 'PRINCIPAL_OFFICE',
      topics: [topic],
      there: [school.principal, ...school.vices],
    });
    for (const { client } of school.vices) await act(client, 'giveOpinion', { itemId: item(open).id, stance: 'AGREE' });
    const principal = new Client(server.url);
    const input = { username: school.principal.username, password: PASSWORD };
    await principal.ask('mutation Login($input: LoginInput!) { login(input: $input) { account { id } } }', { input });
    const seen = await proxy.during(
      async () => void (await act(principal, 'decideItem', { ...onItem(item(open)), ...approved })),
    );
    expect(seen).toHaveLength(DECIDE);
  });
});
