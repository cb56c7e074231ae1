import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { appoint, givenPerson, givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

const FIELDS =
  'id checkId status reason requestedOn requestedBy approvedOn approver reviewOn withdrawnOn version person { name }';
const REQUEST = `mutation Request($input: RequestDepartureInput!) { requestDeparture(input: $input) { ${FIELDS} } }`;
const APPROVE = `mutation Approve($input: ApproveDepartureInput!) { approveDeparture(input: $input) { ${FIELDS} } }`;
const WITHDRAW = `mutation Withdraw($input: WithdrawDepartureInput!) { withdrawDeparture(input: $input) { ${FIELDS} } }`;
const LIST = `query List($filter: DepartureFilter) { departures(filter: $filter) { totalCount nodes { id status } } }`;
const SCHOOL = `query School($id: ID!, $asOf: Date) { school(id: $id, asOf: $asOf) { departuresPending
  findings { checkId outcome params } departures { id status } } }`;

interface Departure {
  id: string;
  status: string;
  requestedOn: string;
  version: number;
}

let world: World;
let county: Client;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  today = (await county.ask<{ viewer: { today: string } }>('{ viewer { today } }')).viewer.today;
});
afterAll(() => world.end());

const extensions = (answer: GraphqlAnswer<unknown>): unknown => answer.errors?.[0]?.extensions;
const without = (text: string): string => text.replace(/"requestId":"[^"]+"/, '');

interface Team {
  school: string;
  secretary: Client;
  secretaryId: string;
  account: { id: string; username: string };
}

/** A branch school whose two heads are two people (STF-4, 一般由一人担任), and its secretary at a client. */
async function separateHeads(): Promise<Team> {
  const school = (await givenSchool(county)).id;
  const secretaryId = await givenPerson(county, '书记某');
  await appoint(county, { schoolId: school, personId: secretaryId, post: 'SECRETARY', startsOn: '2022-09-01' });
  const principalId = await givenPerson(county, '校长某', 'DEMOCRATIC_PARTY');
  await appoint(county, { schoolId: school, personId: principalId, post: 'PRINCIPAL', startsOn: '2022-09-01' });
  const account = await world.account([]);
  await world.linkPerson(account.id, secretaryId);
  return { school, secretaryId, account, secretary: await world.signIn(account.username) };
}

const asked = (schoolId: string, more: Record<string, unknown> = {}): { input: Record<string, unknown> } => ({
  input: { schoolId, checkId: 'STF-4', reason: '校长为民主党派人士', ...more },
});

async function requested(team: Team): Promise<Departure> {
  return (await team.secretary.ask<{ requestDeparture: Departure }>(REQUEST, asked(team.school))).requestDeparture;
}

async function outcome(school: string, checkId: string, asOf?: string): Promise<string | undefined> {
  const { school: shown } = await county.ask<{ school: { findings: { checkId: string; outcome: string }[] } }>(SCHOOL, {
    id: school,
    asOf,
  });
  return shown.findings.find((finding) => finding.checkId === checkId)?.outcome;
}

const approval = (id: string, more: Record<string, unknown> = {}): { input: Record<string, unknown> } => ({
  input: { id, expectedVersion: 1, approver: '丹寨县委教育工委', approvedOn: today, reviewOn: '2098-09-01', ...more },
});

describe('a departure from what is generally asked', () => {
  test('goes from open to pending, approved till its review day, and pending again from that day on', async () => {
    const team = await separateHeads();
    expect(await outcome(team.school, 'STF-4')).toBe('FAIL');
    const made = await requested(team);
    expect(made).toMatchObject({ checkId: 'STF-4', status: 'PENDING', requestedOn: today, version: 1 });
    expect(await outcome(team.school, 'STF-4')).toBe('DEPARTURE_PENDING');
    const { approveDeparture } = await county.ask<{ approveDeparture: unknown }>(APPROVE, approval(made.id));
    expect(approveDeparture).toMatchObject({
      status: 'APPROVED',
      approver: '丹寨县委教育工委',
      reviewOn: '2098-09-01',
      version: 2,
    });
    expect(await outcome(team.school, 'STF-4')).toBe('DEPARTURE_APPROVED');
    expect(await outcome(team.school, 'STF-4', '2098-08-31')).toBe('DEPARTURE_APPROVED');
    expect(await outcome(team.school, 'STF-4', '2098-09-01')).toBe('DEPARTURE_PENDING');
    expect(await outcome(team.school, 'STF-4', '2022-09-01')).toBe('FAIL');
  });

  test('may be for one person where each is judged', async () => {
    const team = await separateHeads();
    const vice = await givenPerson(county, '副校长某');
    await appoint(county, { schoolId: team.school, personId: vice, post: 'VICE_PRINCIPAL', startsOn: '2022-09-01' });
    const input = { schoolId: team.school, checkId: 'STF-6', personId: vice, reason: '即将退休' };
    const { requestDeparture } = await team.secretary.ask<{ requestDeparture: unknown }>(REQUEST, { input });
    expect(requestDeparture).toMatchObject({ person: { name: '副校长某' } });
    expect(await outcome(team.school, 'STF-6')).toBe('DEPARTURE_PENDING');
    const stranger = await givenPerson(county, '外校人');
    expect(await team.secretary.refusal(REQUEST, { input: { ...input, personId: stranger } })).toBe('NOT_FOUND');
  });

  test('is not asked for where nothing is open, where it is asked for already, nor of a rule that is hard', async () => {
    const team = await separateHeads();
    expect(extensions(await team.secretary.send(REQUEST, asked(team.school, { checkId: 'STF-1' })))).toMatchObject({
      code: 'BAD_STATE',
      params: { reason: 'NOT_OPEN' },
    });
    await requested(team);
    expect(extensions(await team.secretary.send(REQUEST, asked(team.school)))).toMatchObject({
      code: 'BAD_STATE',
      params: { reason: 'ALREADY_REQUESTED' },
    });
    const combined = await givenSchool(county);
    for (const post of ['SECRETARY', 'PRINCIPAL']) {
      await appoint(county, { schoolId: combined.id, personId: team.secretaryId, post, startsOn: '2022-09-01' });
    }
    const both = await world.signIn(team.account.username);
    const { viewer } = await both.ask<{ viewer: { grants: { id: string; schoolId: string }[] } }>(
      '{ viewer { grants { id schoolId } } }',
    );
    both.grant = viewer.grants.find(({ schoolId }) => schoolId === combined.id)?.id ?? '';
    const hard = await both.send(REQUEST, asked(combined.id, { checkId: 'STF-5' }));
    expect(extensions(hard)).toMatchObject({
      code: 'RULE_VIOLATED',
      violations: [{ checkId: 'STF-5', severity: 'HARD' }],
    });
    expect(extensions(await both.send(REQUEST, asked(combined.id, { checkId: 'STF-99' })))).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: ['checkId'] },
    });
  });

  test('of twenty requests at once one is made', async () => {
    const team = await separateHeads();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => team.secretary.send(REQUEST, asked(team.school))),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
  });

  test.each([
    [{ reviewOn: '2023-01-01', approvedOn: '2023-01-01' }, 'reviewOn'],
    [{ reviewOn: '9999-12-31' }, 'reviewOn'],
    [{ approvedOn: '2097-01-01' }, 'approvedOn'],
    [{ approver: ' ' }, 'approver'],
  ])('is not approved with %j', async (more, field) => {
    const made = await requested(await separateHeads());
    expect(extensions(await county.send(APPROVE, approval(made.id, more)))).toMatchObject({
      code: 'BAD_INPUT',
      params: { path: [field] },
    });
  });

  test('is approved once, and of a stale version nothing is kept', async () => {
    const made = await requested(await separateHeads());
    await county.ask(APPROVE, approval(made.id));
    expect(extensions(await county.send(APPROVE, approval(made.id)))).toMatchObject({
      code: 'CONFLICT',
      params: { currentVersion: 2 },
    });
    expect(extensions(await county.send(APPROVE, approval(made.id, { expectedVersion: 2 })))).toMatchObject({
      code: 'BAD_STATE',
    });
  });

  test('is withdrawn with a reason, and the rule is open again from that day on', async () => {
    const team = await separateHeads();
    const made = await requested(team);
    const input = { id: made.id, expectedVersion: 1, withdrawnOn: today, reason: '已调整' };
    expect(extensions(await team.secretary.send(WITHDRAW, { input: { ...input, reason: ' ' } }))).toMatchObject({
      params: { path: ['reason'] },
    });
    expect(
      extensions(await team.secretary.send(WITHDRAW, { input: { ...input, withdrawnOn: '2020-01-01' } })),
    ).toMatchObject({ params: { path: ['withdrawnOn'] } });
    const { withdrawDeparture } = await team.secretary.ask<{ withdrawDeparture: unknown }>(WITHDRAW, { input });
    expect(withdrawDeparture).toMatchObject({ status: 'WITHDRAWN', withdrawnOn: today });
    expect(await outcome(team.school, 'STF-4')).toBe('FAIL');
    expect(await team.secretary.refusal(WITHDRAW, { input: { ...input, expectedVersion: 2 } })).toBe('BAD_STATE');
    expect((await requested(team)).status).toBe('PENDING');
  });
});

describe('who requests and who approves', () => {
  test('SOD-6: a school never approves its own, an authority never requests for a school', async () => {
    const team = await separateHeads();
    expect(await county.refusal(REQUEST, asked(team.school))).toBe('FORBIDDEN');
    const made = await requested(team);
    expect(await team.secretary.refusal(APPROVE, approval(made.id))).toBe('FORBIDDEN');
  });

  test('SOD-7: an admin who sits in the team of that school, or has requested it, does not approve it', async () => {
    const team = await separateHeads();
    const made = await requested(team);
    const grants = `INSERT INTO role_grant (tenant_id, id, account_id, account_name, role, valid, granted_by, reason)
      VALUES ($1, gen_random_uuid(), $2, 'x', 'CountyAdmin', '[2020-01-01,2099-01-01)', 'test', 'test')`;
    await world.sql(grants, [DANZHAI, team.account.id]);
    const { viewer } = await team.secretary.ask<{ viewer: { grants: { id: string; role: string }[] } }>(
      '{ viewer { grants { id role } } }',
    );
    team.secretary.grant = viewer.grants.find(({ role }) => role === 'CountyAdmin')?.id ?? '';
    expect(extensions(await team.secretary.send(APPROVE, approval(made.id)))).toMatchObject({
      code: 'FORBIDDEN',
      params: { reason: 'OWN_MATTER' },
    });
    const member = await givenPerson(county, '委员兼管理员');
    await appoint(county, {
      schoolId: team.school,
      personId: member,
      post: 'COMMITTEE_MEMBER',
      startsOn: '2022-09-01',
    });
    const account = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
    await world.linkPerson(account.id, member);
    const admin = await world.signIn(account.username);
    const own = await admin.ask<{ viewer: { grants: { id: string; role: string }[] } }>(
      '{ viewer { grants { id role } } }',
    );
    admin.grant = own.viewer.grants.find(({ role }) => role === 'CountyAdmin')?.id ?? '';
    expect(extensions(await admin.send(APPROVE, approval(made.id)))).toMatchObject({
      code: 'FORBIDDEN',
      params: { reason: 'OWN_MATTER' },
    });
  });

  test('T-25, T-33: another county finds nothing, the city reads only, a clerk does not see it', async () => {
    const team = await separateHeads();
    const made = await requested(team);
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = await kaili.send(APPROVE, approval(made.id));
    const missing = await kaili.send(APPROVE, approval(made.id.replace('522636', '522601')));
    expect(extensions(foreign)).toMatchObject({ code: 'NOT_FOUND' });
    expect(without(foreign.text)).toBe(without(missing.text));
    expect(await kaili.refusal(REQUEST, asked(team.school))).toBe('NOT_FOUND');
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    expect(await city.refusal(APPROVE, approval(made.id))).toBe('FORBIDDEN');
    const clerk = await world.signedIn({ role: 'SchoolClerk', tenant: DANZHAI, school: team.school });
    expect(await clerk.refusal(APPROVE, approval(made.id))).toBe('NOT_FOUND');
    expect((await clerk.ask<{ departures: unknown }>(LIST)).departures).toEqual({ totalCount: 0, nodes: [] });
  });

  test('a county lists what waits', async () => {
    const team = await separateHeads();
    const made = await requested(team);
    const { departures } = await county.ask<{ departures: unknown }>(LIST, {
      filter: { schoolId: team.school, status: ['PENDING'], checkId: 'STF-4' },
    });
    expect(departures).toEqual({ totalCount: 1, nodes: [{ id: made.id, status: 'PENDING' }] });
    const none = await county.ask<{ departures: unknown }>(LIST, {
      filter: { schoolId: team.school, status: ['APPROVED'] },
    });
    expect(none.departures).toEqual({ totalCount: 0, nodes: [] });
  });
});
