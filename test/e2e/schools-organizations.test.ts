import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { LINK, ORGANIZE, branch, readSchool } from '../support/register.js';
import type { School } from '../support/register.js';
import { givenSchool } from '../support/schools.js';
import { extensions } from '../support/staffing.js';
import { DANZHAI, KAILI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

let world: World;
let county: Client;
beforeAll(async () => {
  world = await createWorld();
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

describe('party organisations', () => {
  test('a school without one gets its first, and stands under it from that day on', async () => {
    const school = await givenSchool(county, { orgType: null });
    const input = branch({ name: '首个党支部', effectiveOn: '2019-09-01' });
    const made = await county.ask<{ changeOrganization: School }>(ORGANIZE, { id: school.id, v: 1, input });
    expect(made.changeOrganization).toMatchObject({ orgType: 'BRANCH', organizationName: '首个党支部', version: 2 });
    expect((await readSchool(county, school.id, '2019-08-31')).orgType).toBeNull();
  });

  test('dated before its beginning, the organisation has begun earlier', async () => {
    const school = await givenSchool(county, { orgType: null });
    await county.ask(ORGANIZE, { id: school.id, v: 1, input: branch({ effectiveOn: '2019-09-01' }) });
    await county.ask(ORGANIZE, {
      id: school.id,
      v: 2,
      input: branch({ name: '更早的支部', effectiveOn: '2017-09-01' }),
    });
    expect(await readSchool(county, school.id, '2018-01-01')).toMatchObject({
      orgType: 'BRANCH',
      organizationName: '更早的支部',
    });
    expect(await readSchool(county, school.id)).toMatchObject({ organizationName: '某党支部' });
  });

  test('one that leads two schools changes for both, and both forms are stale then', async () => {
    const first = await givenSchool(county, { orgType: 'JOINT_BRANCH', hasCommittee: null });
    const second = await givenSchool(county, { orgType: null });
    const joint = (await readSchool(county, first.id)).organization;
    const from = { organizationId: joint?.id, effectiveOn: '2015-09-01', reason: '组建' };
    await county.ask(LINK, { id: second.id, v: 1, input: from });
    const input = { name: '联合党支部', orgType: 'JOINT_BRANCH', fullMembers: 4, effectiveOn: '2021-01-01' };
    await county.ask(ORGANIZE, { id: first.id, v: 2, input });
    expect(await readSchool(county, second.id)).toMatchObject({
      organizationName: '联合党支部',
      orgType: 'JOINT_BRANCH',
      version: 3,
    });
    expect(await county.refusal(ORGANIZE, { id: second.id, v: 2, input })).toBe('CONFLICT');
  });

  test('organisations stand above and below each other, in no circle', async () => {
    const above = await givenSchool(county, { orgType: 'COMMITTEE', fullMembers: 120, name: '总校' });
    const below = await givenSchool(county, { name: '分校' });
    const superior = (await readSchool(county, above.id)).organization?.id;
    const input = branch({ name: '分校支部', superiorId: superior, effectiveOn: '2021-01-01' });
    const made = await county.ask<{ changeOrganization: School }>(ORGANIZE, { id: below.id, v: 1, input });
    expect((await readSchool(county, below.id)).organization?.superior).toEqual({ name: '总校党支部' });
    expect((await readSchool(county, above.id)).organization?.subordinates).toEqual([{ name: '分校支部' }]);
    const circle = {
      name: '总校党委',
      orgType: 'COMMITTEE',
      superiorId: made.changeOrganization.organization?.id,
      effectiveOn: '2022-01-01',
    };
    const answer = await county.send(ORGANIZE, { id: above.id, v: 1, input: circle });
    expect(extensions(answer)).toMatchObject({ code: 'BAD_INPUT', params: { path: ['superiorId'] } });
  });

  test('a superior of another county does not exist here', async () => {
    const kaili = await world.signedIn({ role: 'CountyAdmin', tenant: KAILI });
    const foreign = await givenSchool(kaili, { name: '凯里校' });
    const superiorId = (await readSchool(kaili, foreign.id)).organization?.id;
    const school = await givenSchool(county);
    expect(
      await county.refusal(ORGANIZE, { id: school.id, v: 1, input: branch({ superiorId, effectiveOn: '2021-01-01' }) }),
    ).toBe('NOT_FOUND');
  });
});
