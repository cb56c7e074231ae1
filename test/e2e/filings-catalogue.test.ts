import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { givenSchool } from '../support/schools.js';
import { CITY, DANZHAI, KAILI, createWorld, type World } from '../support/world.js';
import { givenTeam } from './topics-world.js';

let world: World;
let city: Client;
let admin: Client;
let kaili: Client;
beforeAll(async () => {
  world = await createWorld();
  city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
  kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
});
afterAll(() => world.end());

interface MatterType {
  code: string;
  nameZh: string;
  decidedBy: string;
  deciderSource: string;
  twoThirds: string;
  priorConsultation: boolean;
  layers: { tenantId: string; level: string; version: number; patch: object }[];
}
const TYPE = 'code nameZh decidedBy deciderSource twoThirds priorConsultation layers { tenantId level version patch }';
const LIST = `query M($schoolId: ID, $tenantId: ID) { matterTypes(schoolId: $schoolId, tenantId: $tenantId) { ${TYPE} } }`;
const SET = `mutation S($input: SetMatterTypeInput!) { setMatterType(input: $input) { ${TYPE} } }`;
const DROP = `mutation D($input: DropMatterTypeLayerInput!) { dropMatterTypeLayer(input: $input) { code } }`;

async function list(client: Client, place: object = {}): Promise<MatterType[]> {
  return (await client.ask<{ matterTypes: MatterType[] }>(LIST, { ...place })).matterTypes;
}
const typeIn = (types: MatterType[], code: string): MatterType | undefined => types.find((type) => type.code === code);
const set = (client: Client, input: object): ReturnType<Client['send']> =>
  client.send(SET, { input: { expectedVersion: 0, reason: '本级规定', ...input } });
const extensions = async (answer: ReturnType<Client['send']>): Promise<object | undefined> => {
  const found = (await answer).errors?.[0]?.extensions;
  return found && { code: found.code, ...found.params };
};

describe('the catalogue of matters', () => {
  test('is the platform’s sixty for everybody who reads it', async () => {
    const types = await list(admin);
    expect(types).toHaveLength(60);
    expect(types.filter(({ layers }) => layers.length > 0)).toEqual([]);
    expect(typeIn(types, 'CADRE_APPOINT_MIDDLE')).toMatchObject({ twoThirds: 'FIXED', deciderSource: 'OPINION' });
    const team = await givenTeam(world, admin);
    for (const client of [team.vice.client, team.clerk]) expect(await list(client)).toHaveLength(60);
    const staff = await world.signedIn({ role: 'Staff', tenant: DANZHAI, school: team.schoolId });
    expect(await staff.refusal(LIST)).toBe('FORBIDDEN');
  });

  test('is handed down: the city’s word holds in its counties, the county’s in its schools, neither in the other county', async () => {
    await city.ask(SET, {
      input: { code: 'STUDENT_STATUS', expectedVersion: 0, priorConsultation: true, reason: '州级从严' },
    });
    await admin.ask(SET, {
      input: { code: 'STUDENT_STATUS', expectedVersion: 0, staffHearing: 'HEAR', reason: '县级从严' },
    });
    const { id: schoolId } = await givenSchool(admin);
    const here = typeIn(await list(admin, { schoolId }), 'STUDENT_STATUS');
    expect(here).toMatchObject({ priorConsultation: true });
    expect(here?.layers).toMatchObject([
      { tenantId: `T_${CITY}`, level: 'CITY', patch: { code: 'STUDENT_STATUS', priorConsultation: true } },
      { tenantId: `T_${DANZHAI}`, level: 'COUNTY', patch: { code: 'STUDENT_STATUS', staffHearing: 'HEAR' } },
    ]);
    expect(typeIn(await list(kaili), 'STUDENT_STATUS')?.layers).toHaveLength(1);
    expect(typeIn(await list(city, { tenantId: `T_${DANZHAI}` }), 'STUDENT_STATUS')?.layers).toHaveLength(2);
    expect(await kaili.refusal(LIST, { tenantId: `T_${DANZHAI}` })).toBe('NOT_FOUND');
    expect(await kaili.refusal(LIST, { schoolId })).toBe('NOT_FOUND');
  });

  test('case 13, SOD-11: nobody unsets the two thirds on 干部任免, nor changes a decider that the Opinion fixes', async () => {
    for (const client of [city, admin]) {
      for (const patch of [
        { code: 'CADRE_APPOINT_MIDDLE', twoThirds: 'NONE' },
        { code: 'CADRE_APPOINT_MIDDLE', twoThirds: 'REQUIRED' },
        { code: 'CADRE_APPOINT_MIDDLE', decidedBy: 'OFFICE_MEETING' },
        { code: 'SCHOOL_CHARTER', priorConsultation: false },
        { code: 'STAFF_DISTRIBUTION_SCHEME', staffHearing: 'HEAR' },
        { code: 'INFRASTRUCTURE_PROJECT', expert: 'ASK' },
      ]) {
        const refused = await extensions(set(client, patch));
        expect([patch, refused]).toEqual([patch, expect.objectContaining({ code: 'RULE_VIOLATED', reason: 'SOD-11' })]);
      }
    }
    expect(typeIn(await list(admin), 'CADRE_APPOINT_MIDDLE')).toMatchObject({
      twoThirds: 'FIXED',
      decidedBy: 'PARTY_MEETING',
    });
  });

  test('becomes stricter, and what was said may be taken back; each with its reason and version', async () => {
    const code = 'SCHOOL_DEVELOPMENT_PLAN';
    const types = (
      await admin.ask<{ setMatterType: MatterType[] }>(SET, {
        input: { code, expectedVersion: 0, twoThirds: 'REQUIRED', reason: '县里规定' },
      })
    ).setMatterType;
    expect(typeIn(types, code)).toMatchObject({ twoThirds: 'REQUIRED', layers: [{ version: 1 }] });
    expect(await extensions(set(admin, { code, expectedVersion: 0, twoThirds: 'REQUIRED' }))).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 1,
    });
    await admin.ask(DROP, { input: { code, expectedVersion: 1, reason: '不再要求' } });
    expect(typeIn(await list(admin), code)).toMatchObject({ twoThirds: 'RECOMMENDED', layers: [] });
    expect(await admin.refusal(DROP, { input: { code, expectedVersion: 0, reason: '再取消' } })).toBe('BAD_INPUT');
  });

  test('of two who set the same at once one does', async () => {
    const other = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
    const input = { code: 'DONATION', staffHearing: 'HEAR' };
    const answers = await Promise.all([set(admin, input), set(other, input)]);
    expect(answers.filter(({ errors }) => errors).map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'CONFLICT',
    ]);
  });

  test('a county adds a type of its own, which only its schools have and its rules decide', async () => {
    const added = { code: 'BOARDING_MATTERS', nameZh: '寄宿管理重大事项', category: 'MAJOR_DECISION' };
    expect(await extensions(set(admin, added))).toMatchObject({ code: 'BAD_INPUT', reason: 'REQUIRED' });
    await admin.ask(SET, {
      input: {
        ...added,
        expectedVersion: 0,
        draftedBy: 'OFFICE_MEETING',
        decidedBy: 'PARTY_MEETING',
        reason: '寄宿制学校多',
      },
    });
    const team = await givenTeam(world, admin);
    expect(typeIn(await list(team.vice.client), 'BOARDING_MATTERS')).toMatchObject({
      nameZh: '寄宿管理重大事项',
      deciderSource: 'FILED',
    });
    expect(typeIn(await list(kaili), 'BOARDING_MATTERS')).toBeUndefined();
  });

  test('is set by city and county, in their own tenant, and by nobody of a school', async () => {
    const team = await givenTeam(world, admin);
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    for (const client of [team.secretary.client, team.principal.client, team.clerk, inspector])
      expect(await extensions(set(client, { code: 'DONATION', staffHearing: 'HEAR' }))).toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  test('a school’s own say is in its rules: what the filed rules decide holds there alone', async () => {
    const team = await givenTeam(world, admin);
    const draft = 'mutation D($input: DraftRulesInput!) { draftRules(input: $input) { id version fields } }';
    const { draftRules } = await team.secretary.client.ask<{
      draftRules: { id: string; fields: Record<string, unknown> };
    }>(draft, {
      input: { schoolId: team.schoolId, meetingKind: 'PARTY_ORG' },
    });
    const { meetingKind: _, ...fields } = draftRules.fields;
    const matters = [{ code: 'SPECIFIC_RULES', decidedBy: 'PARTY_MEETING', twoThirds: 'REQUIRED' }];
    await team.secretary.client.ask('mutation C($input: ChangeRulesInput!) { changeRules(input: $input) { id } }', {
      input: { id: draftRules.id, expectedVersion: 1, fields: { ...fields, matters } },
    });
    const here = async (): Promise<MatterType | undefined> => typeIn(await list(team.vice.client), 'SPECIFIC_RULES');
    const before = await here();
    expect(before?.twoThirds).not.toBe('REQUIRED');
    await team.secretary.client.ask('mutation A($input: AdoptRulesInput!) { adoptRules(input: $input) { id } }', {
      input: { id: draftRules.id, expectedVersion: 2, adoptedOn: '2026-01-05', adoptedAtMeeting: '党组织会议' },
    });
    expect(await here()).toMatchObject({ twoThirds: 'REQUIRED' });
    expect(typeIn(await list(admin), 'SPECIFIC_RULES')?.twoThirds).toBe(before?.twoThirds);
  });
});
