import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client, GraphqlAnswer } from '../support/client.js';
import { appoint, givenPerson } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld, type World } from '../support/world.js';
import { attached, upload } from '../support/documents.js';
import { givenTeam, todayOf, uuidOf, type Team } from './topics-world.js';

let world: World;
let admin: Client;
let team: Team;
let today: string;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  team = await givenTeam(world, admin);
  today = await todayOf(admin);
});
afterAll(() => world.end());

interface Rules {
  id: string;
  version: number;
  number: number;
  status: string;
  meetingKind: string;
  fields: Record<string, unknown>;
  reviewOpinion: string | null;
  filingNo: string | null;
  filedOn: string | null;
  inForceUntil: string | null;
}
const RULES =
  'id version number status meetingKind fields reviewOpinion reviewer filingNo filedOn inForceUntil submittedBy';
const INPUTS: Record<string, string> = {
  draftRules: 'DraftRulesInput',
  changeRules: 'ChangeRulesInput',
  adoptRules: 'AdoptRulesInput',
  submitRules: 'SubmitRulesInput',
  reviewRules: 'ReviewRulesInput',
};

function send(client: Client, act: string, input: object): Promise<GraphqlAnswer<Record<string, Rules>>> {
  return client.send(`mutation A($input: ${INPUTS[act]}!) { ${act}(input: $input) { ${RULES} } }`, { input });
}
async function act(client: Client, name: string, input: object): Promise<Rules> {
  const answer = await send(client, name, input);
  const rules = answer.data?.[name];
  if (answer.errors || !rules) throw new Error(`${name} failed: ${answer.text}`);
  return rules;
}
async function refusal(client: Client, name: string, input: object): Promise<object | undefined> {
  const extensions = (await send(client, name, input)).errors?.[0]?.extensions;
  return extensions && { code: extensions.code, ...extensions.params };
}
const on = ({ id, version }: Rules): object => ({ id, expectedVersion: version });
const adoption = (rules: Rules): object => ({
  ...on(rules),
  adoptedOn: today,
  adoptedAtMeeting: '2026年第3次党组织会议',
});

/** A version that waits for its review. */
async function submitted(of: Pick<Team, 'schoolId' | 'secretary'>, meetingKind = 'PARTY_ORG'): Promise<Rules> {
  const { client } = of.secretary;
  const draft = await act(client, 'draftRules', { schoolId: of.schoolId, meetingKind });
  const adopted = await act(client, 'adoptRules', adoption(draft));
  return act(client, 'submitRules', on(adopted));
}

async function fresh(): Promise<Team> {
  return givenTeam(world, admin);
}

describe('rules of procedure', () => {
  test('go from draft to adoption, submission and filing, and are in force from the day of filing', async () => {
    const draft = await act(team.clerk, 'draftRules', { schoolId: team.schoolId, meetingKind: 'PARTY_ORG' });
    expect(draft).toMatchObject({ status: 'DRAFT', number: 1, fields: { noticeDays: 2, largeAmounts: [] } });
    const { meetingKind: _, ...fields } = draft.fields;
    const changed = await act(team.secretary.client, 'changeRules', {
      ...on(draft),
      fields: { ...fields, noticeDays: 3 },
    });
    const adopted = await act(team.secretary.client, 'adoptRules', adoption(changed));
    expect(adopted).toMatchObject({ status: 'ADOPTED', fields: { noticeDays: 3 } });
    expect(await refusal(team.secretary.client, 'changeRules', { ...on(adopted), fields })).toMatchObject({
      code: 'BAD_STATE',
    });
    const sent = await act(team.secretary.client, 'submitRules', on(adopted));
    const told = await admin.ask<{ notifications: { nodes: { kind: string }[] } }>(
      '{ notifications(first: 5) { nodes { kind } } }',
    );
    expect(told.notifications.nodes.map(({ kind }) => kind)).toContain('RULES_SUBMITTED');
    const filed = await act(admin, 'reviewRules', { ...on(sent), result: 'FILE', filingNo: '丹教备〔2026〕7号' });
    expect(filed).toMatchObject({ status: 'FILED', filingNo: '丹教备〔2026〕7号', filedOn: today, inForceUntil: null });
    const entries = await world.sql<{ action: string; role: string }>(
      'SELECT action, role FROM audit_entry WHERE subject_id = $1 ORDER BY at, id',
      [uuidOf(filed.id)],
    );
    expect(entries.map(({ action, role }) => `${action} ${role}`)).toEqual([
      ...['rules.drafted SchoolClerk', 'rules.changed Secretary', 'rules.adopted Secretary'],
      ...['rules.submitted Secretary', 'rules.filed CountyAdmin'],
    ]);
    const { school } = await team.vice.client.ask<{ school: { rulesOfProcedure: { nodes: Rules[] } } }>(
      `query S($id: ID!) { school(id: $id) { rulesOfProcedure { nodes { ${RULES} } } } }`,
      { id: team.schoolId },
    );
    expect(school.rulesOfProcedure.nodes).toMatchObject([{ id: filed.id, status: 'FILED' }]);
  });

  test('SOD-6: a school never files its own rules, whoever asks', async () => {
    const own = await fresh();
    const sent = await submitted(own);
    for (const { client } of [own.secretary, own.principal, own.deputy, own.vice, { client: own.clerk }]) {
      expect(await refusal(client, 'reviewRules', { ...on(sent), result: 'FILE', filingNo: '自备1号' })).toEqual({
        ...{ code: 'FORBIDDEN', reason: 'SOD-6' },
      });
    }
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    expect(await refusal(inspector, 'reviewRules', { ...on(sent), result: 'FILE', filingNo: 'x' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await refusal(admin, 'submitRules', on(sent))).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await refusal(admin, 'draftRules', { schoolId: own.schoolId, meetingKind: 'PRINCIPAL_OFFICE' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('who submitted them, or sits in the school’s team, does not review them: not under another grant either', async () => {
    const own = await fresh();
    const both = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
    const personId = await givenPerson(admin, '兼职者');
    await appoint(admin, { schoolId: own.schoolId, personId, post: 'COMMITTEE_MEMBER', startsOn: '2022-09-01' });
    await world.linkPerson(both.id, personId);
    const client = await world.signIn(both.username);
    const { viewer } = await client.ask<{ viewer: { grants: { id: string; role: string }[] } }>(
      '{ viewer { grants { id role } } }',
    );
    client.grant = viewer.grants.find(({ role }) => role === 'CountyAdmin')?.id ?? null;
    const sent = await submitted(own);
    const filing = { ...on(sent), result: 'FILE', filingNo: '丹教备9号' };
    expect(await refusal(client, 'reviewRules', filing)).toEqual({ code: 'FORBIDDEN', reason: 'OWN_MATTER' });
    await world.sql('UPDATE rules_of_procedure SET submitted_by_account = $2 WHERE id = $1', [
      uuidOf(sent.id),
      (
        await world.sql<{ id: string }>(
          `SELECT account_id AS id FROM role_grant WHERE role = 'CountyAdmin' AND tenant_id = $1 AND account_id <> $2 LIMIT 1`,
          [DANZHAI, both.id],
        )
      )[0]?.id,
    ]);
    expect(await refusal(admin, 'reviewRules', filing)).toEqual({ code: 'FORBIDDEN', reason: 'OWN_MATTER' });
  });

  test('a returned version keeps its text; the school writes a new one, which supersedes when it is filed', async () => {
    const own = await fresh();
    const first = await submitted(own);
    expect(await refusal(admin, 'reviewRules', { ...on(first), result: 'RETURN' })).toMatchObject({
      code: 'BAD_INPUT',
      path: ['opinion'],
    });
    const returned = await act(admin, 'reviewRules', { ...on(first), result: 'RETURN', opinion: '请写明回避情形' });
    expect(returned).toMatchObject({ status: 'RETURNED', reviewOpinion: '请写明回避情形', fields: first.fields });
    const { meetingKind: _, ...fields } = first.fields;
    expect(await refusal(own.secretary.client, 'changeRules', { ...on(returned), fields })).toMatchObject({
      code: 'BAD_STATE',
    });
    const second = await submitted(own);
    expect(second).toMatchObject({ number: 2, fields: first.fields });
    const filed = await act(admin, 'reviewRules', { ...on(second), result: 'FILE', filingNo: '备1号' });
    await world.sql(`UPDATE rules_of_procedure SET filed_on = '2026-01-05', valid = '[2026-01-05,)' WHERE id = $1`, [
      uuidOf(filed.id),
    ]);
    const third = await submitted(own);
    const now = await act(admin, 'reviewRules', { ...on(third), result: 'FILE', filingNo: '备2号' });
    expect(now).toMatchObject({ number: 3, status: 'FILED' });
    const { rulesOfProcedure } = await admin.ask<{ rulesOfProcedure: { nodes: Rules[] } }>(
      `query R($s: ID!) { rulesOfProcedure(filter: { schoolId: $s }) { nodes { ${RULES} } } }`,
      { s: own.schoolId },
    );
    const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    expect(rulesOfProcedure.nodes).toMatchObject([
      { number: 3, status: 'FILED', inForceUntil: null },
      { number: 2, status: 'SUPERSEDED', inForceUntil: yesterday },
      { number: 1, status: 'RETURNED', fields: first.fields },
    ]);
  });

  test('SOD-11: what is looser than the Opinion may be written down and is never adopted; stricter is', async () => {
    const own = await fresh();
    const draft = await act(own.secretary.client, 'draftRules', { schoolId: own.schoolId, meetingKind: 'PARTY_ORG' });
    const { meetingKind: _, ...fields } = draft.fields;
    const share = (numerator: number, denominator: number): object => ({ numerator, denominator, over: false });
    let version = draft;
    const written = async (more: object): Promise<void> => {
      version = await act(own.secretary.client, 'changeRules', { ...on(version), fields: { ...fields, ...more } });
    };
    for (const [loose, field] of [
      [{ openingQuorum: share(2, 5) }, 'openingQuorum'],
      [{ importantQuorum: share(3, 5) }, 'importantQuorum'],
      [{ pass: { base: 'PRESENT', share: share(1, 2) } }, 'pass'],
      [{ matters: [{ code: 'CADRE_APPOINT_MIDDLE', twoThirds: 'NONE' }] }, 'matters.CADRE_APPOINT_MIDDLE'],
      [{ matters: [{ code: 'CADRE_APPOINT_MIDDLE', decidedBy: 'OFFICE_MEETING' }] }, 'matters.CADRE_APPOINT_MIDDLE'],
      [{ largeAmounts: [{ upTo: null, approver: 'OFFICE_MEETING', needsTender: false }] }, 'largeAmounts'],
    ] as const) {
      await written(loose);
      const refused = await refusal(own.secretary.client, 'adoptRules', adoption(version));
      expect([field, refused]).toEqual([
        field,
        expect.objectContaining({ code: 'RULE_VIOLATED', reason: 'SOD-11', fields: [field] }),
      ]);
    }
    await written({ openingQuorum: share(2, 3), importantQuorum: share(3, 4) });
    expect(await act(own.secretary.client, 'adoptRules', adoption(version))).toMatchObject({ status: 'ADOPTED' });
  });

  test('the principal’s meeting outvotes nobody: rules with a pass rule for it are not adopted', async () => {
    const own = await fresh();
    const draft = await act(own.principal.client, 'draftRules', {
      schoolId: own.schoolId,
      meetingKind: 'PRINCIPAL_OFFICE',
    });
    expect(draft.fields['pass']).toBeNull();
    const { meetingKind: _, ...fields } = draft.fields;
    const pass = { base: 'EXPECTED', share: { numerator: 1, denominator: 2, over: true } };
    const changed = await act(own.principal.client, 'changeRules', { ...on(draft), fields: { ...fields, pass } });
    expect(await refusal(own.principal.client, 'adoptRules', adoption(changed))).toMatchObject({ fields: ['pass'] });
  });

  test('only one version of a meeting’s rules is under way, and of two who begin one at once one does', async () => {
    const own = await fresh();
    const begin = { schoolId: own.schoolId, meetingKind: 'PARTY_ORG' };
    const answers = await Promise.all(
      [own.secretary, own.principal].map(({ client }) => send(client, 'draftRules', begin)),
    );
    expect(answers.filter(({ errors }) => errors).map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'BAD_STATE',
    ]);
    expect(await act(own.principal.client, 'draftRules', { ...begin, meetingKind: 'PRINCIPAL_OFFICE' })).toMatchObject({
      number: 1,
    });
  });

  test('the city files for its counties’ schools too (reached into); another county sees nothing', async () => {
    const own = await fresh();
    const sent = await submitted(own);
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const query = `query R($id: ID!) { ruleOfProcedure(id: $id) { id } }`;
    expect(await kaili.ask(query, { id: sent.id })).toEqual({ ruleOfProcedure: null });
    expect(await refusal(kaili, 'reviewRules', { ...on(sent), result: 'FILE', filingNo: 'x' })).toEqual({
      code: 'NOT_FOUND',
    });
    const other = await fresh();
    expect(await other.secretary.client.ask(query, { id: sent.id })).toEqual({ ruleOfProcedure: null });
    const city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
    expect(await act(city, 'reviewRules', { ...on(sent), result: 'FILE', filingNo: '州教备1号' })).toMatchObject({
      status: 'FILED',
    });
  });

  test('days are of the past: adopted, heard, filed; and a stale version is told', async () => {
    const own = await fresh();
    const draft = await act(own.secretary.client, 'draftRules', { schoolId: own.schoolId, meetingKind: 'PARTY_ORG' });
    const adopt = (more: object): Promise<object | undefined> =>
      refusal(own.secretary.client, 'adoptRules', { ...adoption(draft), ...more });
    expect(await adopt({ adoptedOn: '2098-01-01' })).toMatchObject({ reason: 'IN_THE_FUTURE' });
    expect(await adopt({ adoptedOn: '2026-01-01', staffHeardOn: '2026-01-02' })).toMatchObject({
      reason: 'AFTER_ADOPTION',
    });
    expect(await adopt({ expectedVersion: 7 })).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
    const adopted = await act(own.secretary.client, 'adoptRules', adoption(draft));
    const sent = await act(own.secretary.client, 'submitRules', on(adopted));
    const file = { ...on(sent), result: 'FILE', filingNo: '备3号' };
    expect(await refusal(admin, 'reviewRules', { ...file, filedOn: '2098-01-01' })).toMatchObject({
      reason: 'IN_THE_FUTURE',
    });
    expect(await refusal(admin, 'reviewRules', { ...file, filedOn: '2020-01-01' })).toMatchObject({
      reason: 'BEFORE_SUBMISSION',
    });
    expect(await refusal(admin, 'reviewRules', { ...file, filingNo: ' ' })).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('its papers are added until it is sent', async () => {
    const own = await fresh();
    const draft = await act(own.secretary.client, 'draftRules', { schoolId: own.schoolId, meetingKind: 'PARTY_ORG' });
    await attached(own.clerk, { subject: draft.id, kind: 'PAPER', name: '议事规则（草案）.pdf' });
    expect(await upload(own.vice.client, { subject: draft.id, kind: 'PAPER' })).toMatchObject({ code: 'FORBIDDEN' });
    const adopted = await act(own.secretary.client, 'adoptRules', adoption(draft));
    await act(own.secretary.client, 'submitRules', on(adopted));
    expect(await upload(own.secretary.client, { subject: draft.id, kind: 'PAPER' })).toMatchObject({
      code: 'BAD_STATE',
    });
  });
});
