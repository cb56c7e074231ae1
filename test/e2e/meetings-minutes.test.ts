import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { attached, DOCUMENTS } from '../support/documents.js';
import { DANZHAI, createWorld, type World } from '../support/world.js';
import {
  act,
  approved,
  called,
  confirmed,
  confirmedCadre,
  givenCommittee,
  hands,
  item,
  noted,
  on,
  onItem,
  opened,
  refusal,
  see,
  type Committee,
  type Meeting,
} from './meetings-world.js';
import { partyWork, todayOf } from './topics-world.js';

let world: World;
let admin: Client;
let school: Committee;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  school = await givenCommittee(world, admin, { members: 3 });
  today = await todayOf(admin);
  await world.worker();
});
afterAll(() => world.end());

interface Attachment {
  id: string;
  kind: string;
  name: string;
  mediaType: string;
  restricted: boolean;
  downloadPath: string;
}

async function attachmentsOf(client: Client, { id }: Meeting): Promise<Attachment[]> {
  const query =
    'query A($id: ID!) { meeting(id: $id) { attachments { nodes { id kind name mediaType restricted downloadPath } } } }';
  const { meeting } = await client.ask<{ meeting: { attachments: { nodes: Attachment[] } } }>(query, { id });
  return meeting.attachments.nodes;
}

async function minutesOf(client: Client, meeting: Meeting): Promise<Attachment> {
  for (let i = 0; i < 100; i += 1) {
    const found = (await attachmentsOf(client, meeting)).find(({ kind }) => kind === 'MINUTES');
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('No minutes came');
}

/** The text of a .docx as LibreOffice reads it. */
async function textOf(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'minutes-'));
  try {
    await writeFile(join(folder, 'minutes.docx'), bytes);
    const args = [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'txt:Text (encoded):UTF8',
    ];
    await promisify(execFile)('soffice', [...args, '--outdir', folder, join(folder, 'minutes.docx')], {
      timeout: 90_000,
    });
    return await readFile(join(folder, 'minutes.txt'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const STUDY = { kind: 'FIRST_TOPIC', title: '学习新修订的教育法', presenterName: '副书记二' };

describe('the minutes of a meeting', () => {
  test('are issued once by its head, written by a job in the layout of official papers, and told to who was there', async () => {
    const topics = [
      await confirmed(school.secretary, school.secretary, partyWork(school.schoolId, { title: '年度党建工作计划' })),
      await confirmedCadre(school, today),
    ];
    let meeting = await opened(school, today, { items: [STUDY], topics, there: school.members });
    meeting = await act(school.secretary.client, 'decideItem', { ...onItem(item(meeting)), ...noted });
    meeting = await act(school.secretary.client, 'recordVote', { ...onItem(item(meeting, 2)), ...hands(3) });
    const decision = { ...approved, conclusion: '同意年度党建工作计划', responsible: '副书记二', dueOn: '2027-01-31' };
    meeting = await act(school.secretary.client, 'decideItem', { ...onItem(item(meeting, 2)), ...decision });
    meeting = await act(school.secretary.client, 'recordVote', {
      ...{
        ...onItem(item(meeting, 3)),
        form: 'SECRET_BALLOT',
        votesFor: 3,
        votesAgainst: 0,
        votesAbstained: 0,
        tellers: ['委员3'],
      },
    });
    const appointed = { ...approved, conclusion: '任命某甲为德育主任' };
    meeting = await act(school.secretary.client, 'decideItem', { ...onItem(item(meeting, 3)), ...appointed });
    meeting = await act(school.secretary.client, 'closeMeeting', on(meeting));
    expect(await refusal(school.secretary.client, 'issueMinutes', on(meeting))).toMatchObject({ code: 'BAD_STATE' });
    meeting = await act(school.clerk, 'signRecord', { ...on(meeting), as: 'RECORDER' });
    meeting = await act(school.secretary.client, 'signRecord', { ...on(meeting), as: 'CHAIR' });
    const issued = await act(school.secretary.client, 'issueMinutes', on(meeting));
    expect(issued).toMatchObject({ state: 'ISSUED', minutesNo: `〔${today.slice(0, 4)}〕1号` });
    expect(await refusal(school.secretary.client, 'issueMinutes', on(issued))).toMatchObject({ code: 'BAD_STATE' });
    const minutes = await minutesOf(school.clerk, issued);
    expect(minutes).toMatchObject({ restricted: false, name: `党组织会议纪要（${today}）.docx` });
    const response = await fetch(`${school.clerk.url}${minutes.downloadPath}`, { headers: school.clerk.headers() });
    const text = await textOf(Buffer.from(await response.arrayBuffer()));
    for (const said of [
      '党组织会议纪要',
      `〔${today.slice(0, 4)}〕1号`,
      '书记一',
      '二楼会议室',
      '同意年度党建工作计划',
      '副书记二',
    ]) {
      expect(text).toContain(said);
    }
    // what is issued holds nothing of a personnel matter
    expect(text).not.toMatch(/某甲|中层任免/);
    const told = await school.members[2]?.client.ask<{ notifications: { nodes: { kind: string }[] } }>(
      '{ notifications(first: 50) { nodes { kind } } }',
    );
    expect(told?.notifications.nodes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['MEETING_CALLED', 'MINUTES_ISSUED']),
    );
  });
});

describe('a scan', () => {
  test('of a record with a personnel item is read by who reads the item; the clerk attaches none', async () => {
    const meeting = await called(school, today, { topics: [await confirmedCadre(school, today)] });
    const made = await attached(school.secretary.client, {
      subject: meeting.id,
      name: '记录.pdf',
      bytes: DOCUMENTS.pdf,
    });
    expect((await attachmentsOf(school.secretary.client, meeting)).map(({ id }) => id)).toEqual([made.id]);
    for (const client of [school.clerk, school.principal.client])
      expect(await attachmentsOf(client, meeting)).toEqual([]);
    expect(await attachmentsOf(admin, meeting)).toHaveLength(1);
  });

  test('is attached by the school and by nobody above it', async () => {
    const meeting = await called(school, today, { items: [STUDY] });
    const made = await attached(school.clerk, { subject: meeting.id, name: '签到表.pdf', bytes: DOCUMENTS.pdf });
    expect((await attachmentsOf(admin, meeting)).map(({ id }) => id)).toEqual([made.id]);
    await expect(attached(admin, { subject: meeting.id, name: '签到表.pdf', bytes: DOCUMENTS.pdf })).rejects.toThrow();
  });
});

test('whoever has the meeting on screen hears of each change of it, with its id alone', async () => {
  const meeting = await called(school, today, { items: [STUDY] });
  const grants = await school.clerk.ask<{ viewer: { grants: { id: string }[] } }>('{ viewer { grants { id } } }');
  const stream = await fetch(`${school.clerk.url}/live`, {
    headers: { ...school.clerk.headers(), 'x-grant': grants.viewer.grants[0]?.id ?? '' },
  });
  const reader = stream.body?.getReader();
  const decoder = new TextDecoder();
  let heard = '';
  const hears = async (what: string): Promise<number> => {
    const since = Date.now();
    while (!heard.includes(what)) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) throw new Error(`The stream ended: ${heard}`);
      heard += decoder.decode(value);
    }
    return Date.now() - since;
  };
  await hears('ready');
  heard = '';
  await act(school.secretary.client, 'signIn', meeting.id);
  expect(await hears(meeting.id)).toBeLessThan(1000);
  expect(heard).toContain('"type":"Meeting"');
  expect(heard).not.toContain('书记一');
  await reader?.cancel();
  expect(await see(school.clerk, meeting)).toMatchObject({ present: 1 });
});
