import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, withoutRequestId } from '../../support/answers.js';
import { seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import { checksums } from '../../support/checksums.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import { rootFields, schemaOf, takesIds } from '../../support/schema-walk.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';
import { asApp } from './as-app.js';
import { ATTEMPTS, BY_FILTER, idsOf, organization, unknownIds } from './attempts.js';
import { refusedIn } from './refused.js';

let world: World;
let a: County;
let b: County;
let city: Client;
let principal: Client;

beforeAll(async () => {
  world = await createWorld();
  [a, b] = [await seedCounty(world, DANZHAI, 'CANARY-A'), await seedCounty(world, KAILI, 'CANARY-B')];
  a.admin.neverSees = /canary-b/i;
  b.admin.neverSees = /canary-a/i;
  city = await world.signedIn({ role: 'CityAdmin', tenant: CITY });
  const account = await world.account([]);
  await world.linkPerson(account.id, b.ids.Person);
  principal = await world.signIn(account.username);
  principal.neverSees = /canary-a/i;
}, 120_000);
afterAll(() => world.end());

const refused = (client: Client, query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> =>
  refusedIn(world, client, { query, variables });

describe('T-25: every mutation with an id', () => {
  test('T-25: is tried below', async () => {
    const mutations = rootFields(await schemaOf(b.admin)).filter(
      (field) => field.operation === 'mutation' && takesIds(field),
    );
    expect(mutations.map(({ name }) => name).sort()).toEqual([...Object.keys(ATTEMPTS), ...BY_FILTER].sort());
  });

  test.each(Object.entries(ATTEMPTS))(
    'T-25: %s with the id of another county answers as with one that is not there, and changes nothing',
    async (_name, attempt) => {
      const client = attempt.asSchool ? principal : b.admin;
      const foreign = await refused(client, attempt.query, attempt.variables(idsOf(a)));
      const unknown = await refused(client, attempt.query, attempt.variables(unknownIds(idsOf(a))));
      const none = await refused(client, attempt.query, attempt.variables(unknownIds(idsOf(b))));
      expect(codeOf(foreign)).toBe('NOT_FOUND');
      expect(withoutRequestId(foreign.text)).toBe(withoutRequestId(unknown.text));
      expect(withoutRequestId(foreign.text)).toBe(withoutRequestId(none.text));
    },
  );

  test.each(Object.entries(ATTEMPTS))('T-25: %s with an id of another kind or none at all', async (_name, attempt) => {
    const client = attempt.asSchool ? principal : b.admin;
    const wrong = Object.fromEntries(
      Object.keys(idsOf(b)).map((type) => [type, type === 'School' ? b.ids.Person : b.ids.School]),
    );
    for (const ids of [wrong, Object.fromEntries(Object.keys(wrong).map((type) => [type, "x'--"]))]) {
      expect(codeOf(await refused(client, attempt.query, attempt.variables(ids)))).toBe('NOT_FOUND');
    }
  });

  test('T-25: a superior organisation, a row of an own batch and a person of another county are not there either', async () => {
    const change = ATTEMPTS['changeOrganization'];
    const { school } = await b.admin.ask<{ school: { version: number } }>(
      'query V($id: ID!) { school(id: $id) { version } }',
      { id: b.ids.School },
    );
    const query = change?.query.replace('expectedVersion: 1', `expectedVersion: ${school.version}`) ?? '';
    const superior = await refused(b.admin, query, {
      id: b.ids.School,
      input: { ...organization, superiorId: a.ids.PartyOrganization, reason: 'x' },
    });
    expect(codeOf(superior)).toBe('NOT_FOUND');
    const row = await refused(b.admin, ATTEMPTS['fixImportRow']?.query ?? '', {
      batch: b.ids.ImportBatch,
      row: a.ids.ImportRow,
    });
    expect(codeOf(row)).not.toBeUndefined();
    const departure = { schoolId: b.ids.School, checkId: 'STF-2', personId: a.ids.Person, reason: 'x' };
    expect(codeOf(await refused(principal, ATTEMPTS['requestDeparture']?.query ?? '', { input: departure }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('T-33: a city writes into a county', () => {
  const DOES_NOT_SEE_AS_ITS_OWN = [
    'selectGrant',
    'grantRole',
    'createSchool',
    'fixImportRow',
    'confirmImport',
    'cancelImport',
    'undoImport',
    'markRead',
  ];

  test.each(Object.entries(ATTEMPTS))('T-33: %s is refused, and nothing changes', async (name, attempt) => {
    const answer = await refused(city, attempt.query, attempt.variables(idsOf(a)));
    // a county keeps its last admin (what else a city may take back there is tried under T-47), and files what it has filed once
    const refusal = ['revokeRole', 'reviewRules'].includes(name) ? 'BAD_STATE' : 'FORBIDDEN';
    expect(codeOf(answer)).toBe(DOES_NOT_SEE_AS_ITS_OWN.includes(name) ? 'NOT_FOUND' : refusal);
  });

  test('T-33: the database refuses it as well', async () => {
    const scope = `SET LOCAL app.scope_lo = '${CITY}'; SET LOCAL app.scope_hi = '522699'`;
    const before = await checksums(world);
    await asApp(
      world,
      CITY,
      `${scope}; UPDATE school SET code = 'x' WHERE tenant_id = ${DANZHAI}; UPDATE person SET name = 'x' WHERE tenant_id = ${DANZHAI}`,
    );
    expect(await checksums(world)).toEqual(before);
    const row = `INSERT INTO rollout_entry (tenant_id, id, school_id, state, effective_on, recorded_by)
      VALUES (${DANZHAI}, gen_random_uuid(), '${a.ids.School.split('_')[2]}', 'READY', '2024-01-01', 'x')`;
    await expect(asApp(world, CITY, `${scope}; ${row}`)).rejects.toThrow('row-level security');
  });
});
