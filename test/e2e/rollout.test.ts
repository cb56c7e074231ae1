import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const SET = `mutation Set($input: SetRolloutStateInput!) { setRolloutState(input: $input) { id version rolloutState rolloutSince rolloutDeclared
  rolloutEntries { id state readiness effectiveOn documentNo declared reason recordedBy school { id } tenant { name } } } }`;
const SCHOOL = `query S($id: ID!, $asOf: Date) { school(id: $id, asOf: $asOf) { version rolloutState rolloutSince rolloutDeclared
  rolloutEntries { state effectiveOn } } }`;

interface Entry {
  state: string;
  readiness: string[];
  effectiveOn: string;
  documentNo: string | null;
  declared: boolean;
  reason: string | null;
  recordedBy: string;
  school: { id: string } | null;
  tenant: { name: string };
}
interface Shown {
  id: string;
  version: number;
  rolloutState: string;
  rolloutSince: string | null;
  rolloutDeclared: boolean;
  rolloutEntries: Entry[];
}

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  await world.sql(`UPDATE tenant SET enrolled_on = '2023-09-01' WHERE id = $1`, [DANZHAI]);
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

const READY = ['IDEOLOGICAL', 'ORGANIZATIONAL', 'OPERATIONAL'];
type Step = [state: string, effectiveOn: string, more?: Record<string, unknown>];

/** Sets a state with the version that the school has now. */
async function set(
  client: Client,
  schoolId: string,
  [state, effectiveOn, more]: Step,
): Promise<GraphqlAnswer<{ setRolloutState: Shown }>> {
  const { school } = await admin.ask<{ school: { version: number } }>(SCHOOL, { id: schoolId });
  return client.send(SET, { input: { schoolId, expectedVersion: school.version, state, effectiveOn, ...more } });
}

async function walk(schoolId: string, steps: readonly Step[]): Promise<Shown> {
  let shown: Shown | undefined;
  for (const step of steps) {
    const answer = await set(admin, schoolId, step);
    if (!answer.data) throw new Error(answer.text);
    shown = answer.data.setRolloutState;
  }
  if (!shown) throw new Error('no steps');
  return shown;
}

const TO_READY: readonly Step[] = [
  ['SURVEYED', '2024-01-10'],
  ['PREPARING', '2024-02-10', { readiness: READY.slice(0, 1) }],
  ['READY', '2024-06-10', { readiness: READY }],
];
const ADJUSTED: Step = ['ADJUSTED', '2024-09-01', { documentNo: '丹教工委〔2024〕12号' }];

describe('the way of a school to the new system', () => {
  test('is recorded step by step with dates, and answered as of any day', async () => {
    const { id } = await givenSchool(admin);
    const shown = await walk(id, [...TO_READY, ADJUSTED, ['RUNNING', '2025-03-01']]);
    expect(shown).toMatchObject({ rolloutState: 'RUNNING', rolloutSince: '2025-03-01', rolloutDeclared: false });
    expect(shown.rolloutEntries.map(({ state }) => state)).toEqual([
      'RUNNING',
      'ADJUSTED',
      'READY',
      'PREPARING',
      'SURVEYED',
    ]);
    // readiness goes on as it was where nothing else is said
    expect(shown.rolloutEntries[1]).toMatchObject({
      readiness: READY,
      documentNo: '丹教工委〔2024〕12号',
      school: { id },
      tenant: { name: '丹寨县' },
    });
    const states = ['2024-01-09', '2024-01-10', '2024-08-31', '2024-09-01', '2025-02-28', '2025-03-01'].map(
      async (asOf) => {
        const { school } = await admin.ask<{ school: Shown }>(SCHOOL, { id, asOf });
        return school.rolloutState;
      },
    );
    expect(await Promise.all(states)).toEqual(['NOT_STARTED', 'SURVEYED', 'READY', 'ADJUSTED', 'ADJUSTED', 'RUNNING']);
  });

  test('leaves out no step', async () => {
    const { id } = await givenSchool(admin);
    const answer = await set(admin, id, ['PREPARING', '2024-01-10']);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_STATE',
      params: { from: 'NOT_STARTED', to: 'PREPARING', allowed: ['SURVEYED'] },
    });
  });

  test('ROL-1: adjusts only with a document and all three preparations', async () => {
    const { id } = await givenSchool(admin);
    await walk(id, [...TO_READY.slice(0, 2), ['READY', '2024-06-10']]);
    const short = await set(admin, id, ADJUSTED);
    expect(short.errors?.[0]?.extensions).toMatchObject({
      code: 'RULE_VIOLATED',
      violations: [
        {
          checkId: 'ROL-1',
          clause: '十五',
          severity: 'HARD',
          params: { missing: READY.slice(1) },
          path: ['readiness'],
        },
      ],
    });
    const bare = await set(admin, id, ['ADJUSTED', '2024-09-01', { readiness: READY }]);
    expect(bare.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', params: { path: ['documentNo'] } });
    const done = await set(admin, id, ['ADJUSTED', '2024-09-01', { readiness: READY, documentNo: '文' }]);
    expect(done.data?.setRolloutState.rolloutState).toBe('ADJUSTED');
  });

  test('what was adjusted before the county came to the system is declared', async () => {
    const { id } = await givenSchool(admin);
    const declared = await walk(id, [['ADJUSTED', '2023-08-31', { documentNo: '丹教工委〔2023〕8号' }]]);
    expect(declared).toMatchObject({ rolloutState: 'ADJUSTED', rolloutDeclared: true });
    const later = await givenSchool(admin);
    const answer = await set(admin, later.id, ['ADJUSTED', '2023-09-01', { documentNo: '文' }]);
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_STATE');
  });

  test('a correction of the same day needs a reason and leaves what it corrects in the audit', async () => {
    const { id } = await givenSchool(admin);
    await walk(id, [['SURVEYED', '2024-01-10', { documentNo: '错号' }]]);
    const bare = await set(admin, id, ['SURVEYED', '2024-01-10', { documentNo: '对号' }]);
    expect(bare.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', params: { path: ['reason'] } });
    const shown = await walk(id, [['SURVEYED', '2024-01-10', { documentNo: '对号', reason: '文号录错' }]]);
    expect(shown.rolloutEntries).toMatchObject([{ documentNo: '对号', reason: '文号录错' }]);
    const again = await set(admin, id, ['SURVEYED', '2024-01-10', { documentNo: '对号', reason: '再录' }]);
    expect(again.errors?.[0]?.extensions.code).toBe('BAD_STATE');
    const rows = await world.sql<{ document_no: string; open: boolean }>(
      'SELECT document_no, superseded_at IS NULL AS open FROM rollout_entry WHERE school_id = $1 ORDER BY created_at',
      [id.split('_').at(-1)],
    );
    expect(rows).toEqual([
      { document_no: '错号', open: false },
      { document_no: '对号', open: true },
    ]);
    const { auditEntries } = await admin.ask<{
      auditEntries: { nodes: { before: { documentNo: string } | null; reason: string | null }[] };
    }>('query A($filter: AuditFilter) { auditEntries(filter: $filter) { nodes { before after reason } } }', {
      filter: { schoolId: id, action: 'rollout.' },
    });
    expect(auditEntries.nodes.map(({ before, reason }) => [before?.documentNo ?? null, reason])).toEqual([
      ['错号', '文号录错'],
      [null, null],
    ]);
  });

  test('a state may be dated ahead, and holds from its day on', async () => {
    const { id } = await givenSchool(admin);
    const shown = await walk(id, [['SURVEYED', '2098-01-01']]);
    expect(shown).toMatchObject({ rolloutState: 'NOT_STARTED', rolloutEntries: [{ effectiveOn: '2098-01-01' }] });
    const { school } = await admin.ask<{ school: Shown }>(SCHOOL, { id, asOf: '2098-01-01' });
    expect(school.rolloutState).toBe('SURVEYED');
  });

  test('a day outside of the life of the school is refused', async () => {
    const { id } = await givenSchool(admin, { openedOn: '2024-09-01' });
    expect((await set(admin, id, ['SURVEYED', '2024-08-31'])).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: ['effectiveOn'] },
    });
  });

  test('two admins at once: the second one is told that the school has changed', async () => {
    const { id, version } = await givenSchool(admin);
    const input = { schoolId: id, expectedVersion: version, state: 'SURVEYED', effectiveOn: '2024-01-10' };
    const answers = await Promise.all([1, 2].map(() => admin.send<{ setRolloutState: Shown }>(SET, { input })));
    expect(answers.filter(({ data }) => data?.setRolloutState).length).toBe(1);
    const refused = answers.find(({ errors }) => errors)?.errors?.[0]?.extensions;
    expect(refused).toMatchObject({ code: 'CONFLICT', params: { currentVersion: version + 1 } });
  });
});

describe('who sets the state of a school', () => {
  test('never the school itself, though its heads see it', async () => {
    const { id } = await givenSchool(admin);
    for (const post of ['SECRETARY', 'PRINCIPAL']) {
      const personId = await givenPerson(admin, `${post}人`);
      expect((await appoint(admin, { schoolId: id, personId, post, startsOn: '2024-01-01' })).errors).toBeUndefined();
      const { id: account, username } = await world.account([]);
      await world.linkPerson(account, personId);
      const head = await world.signIn(username);
      const { school } = await head.ask<{ school: Shown }>(SCHOOL, { id });
      expect(school.rolloutState).toBe('NOT_STARTED');
      expect((await set(head, id, ['SURVEYED', '2024-02-01'])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: id });
    expect((await set(clerk, id, ['SURVEYED', '2024-02-01'])).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('not the city for a county, not an inspector, and another county does not even see it', async () => {
    const { id } = await givenSchool(admin);
    const refusal = async (client: Client): Promise<unknown> =>
      (await set(client, id, ['SURVEYED', '2024-02-01'])).errors?.[0]?.extensions.code;
    expect(await refusal(await world.signedIn({ role: 'CityAdmin', tenant: CITY }))).toBe('FORBIDDEN');
    expect(await refusal(await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI }))).toBe('FORBIDDEN');
    expect(await refusal(await world.signedIn({ role: 'CountyAdmin', tenant: KAILI }))).toBe('NOT_FOUND');
    const { school } = await admin.ask<{ school: Shown }>(SCHOOL, { id });
    expect(school.rolloutEntries).toEqual([]);
  });

  test('a city does for the schools that it runs itself', async () => {
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    const { id, version } = await givenSchool(city);
    const input = { schoolId: id, expectedVersion: version, state: 'SURVEYED', effectiveOn: '2024-01-10' };
    const { setRolloutState } = await city.ask<{ setRolloutState: Shown }>(SET, { input });
    expect(setRolloutState.rolloutState).toBe('SURVEYED');
  });
});
