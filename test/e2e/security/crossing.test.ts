import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, unknownLike, withoutRequestId } from '../../support/answers.js';
import { seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import { checksums } from '../../support/checksums.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import { mutationInputs, rootFields, schemaOf } from '../../support/schema-walk.js';
import { DANZHAI, KAILI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';
import { asApp } from './as-app.js';
import { ATTEMPTS, person } from './attempts.js';
import { refusedIn } from './refused.js';

let world: World;
let a: County;
let b: County;

beforeAll(async () => {
  world = await createWorld();
  [a, b] = [await seedCounty(world, DANZHAI, 'CANARY-A'), await seedCounty(world, KAILI, 'CANARY-B')];
  a.admin.neverSees = /canary-b/i;
  b.admin.neverSees = /canary-a/i;
}, 120_000);
afterAll(() => world.end());

const refused = (client: Client, query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> =>
  refusedIn(world, client, { query, variables });

describe('T-23: appointing across counties', () => {
  const ask = (more: Record<string, unknown>): Promise<GraphqlAnswer> =>
    refused(b.admin, ATTEMPTS['appoint']?.query ?? '', {
      input: { post: 'VICE_PRINCIPAL', startsOn: '2021-01-01', ...more },
    });

  test('T-23: a person of another county, at an own school', async () => {
    const foreign = await ask({ schoolId: b.ids.School, personId: a.ids.Person });
    expect(codeOf(foreign)).toBe('NOT_FOUND');
    const unknown = await ask({ schoolId: b.ids.School, personId: unknownLike(a.ids.Person) });
    expect(withoutRequestId(foreign.text)).toBe(withoutRequestId(unknown.text));
  });

  test('T-23: an own person at a school of another county, and both foreign', async () => {
    expect(codeOf(await ask({ schoolId: a.ids.School, personId: b.ids.Person }))).toBe('NOT_FOUND');
    expect(codeOf(await ask({ schoolId: a.ids.School, personId: a.ids.Person }))).toBe('NOT_FOUND');
  });

  test('T-23: a foreign uuid under the own county’s number', async () => {
    const disguised = `P_${KAILI}_${a.ids.Person.split('_')[2]}`;
    expect(codeOf(await ask({ schoolId: b.ids.School, personId: disguised }))).toBe('NOT_FOUND');
    expect(codeOf(await ask({ schoolId: `S_${KAILI}_${a.ids.School.split('_')[2]}`, personId: b.ids.Person }))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('T-24: naming a tenant', () => {
  const CREATE = 'mutation Create($input: PersonInput!) { createPerson(input: $input) { id tenant { id } } }';

  test('T-24: no mutation takes one but that which names a tenant’s admin from above', async () => {
    const schema = await schemaOf(b.admin);
    const named = /tenant|county(?!\w)|^city/i;
    const inputs = [...mutationInputs(schema)].filter(([name]) => !name.endsWith('Filter'));
    const found = inputs.flatMap(([name, fields]) =>
      fields.filter((field) => named.test(field)).map((field) => `${name}.${field}`),
    );
    // what it reaches is tried under T-46
    expect(found).toEqual(['GrantRoleInput.tenantId']);
    const args = rootFields(schema)
      .filter(({ operation }) => operation === 'mutation')
      .flatMap(({ args: all }) => all.map(({ name }) => name));
    expect(args.filter((name) => named.test(name))).toEqual([]);
  });

  test.each(['tenantId', 'tenant_id', 'countyId', 'tenant'])(
    'T-24: %s in an input is refused, and nothing is written',
    async (field) => {
      for (const value of [DANZHAI, `T_${DANZHAI}`]) {
        const answer = await refused(b.admin, CREATE, { input: { ...person, [field]: value } });
        expect(['BAD_INPUT', 'GRAPHQL_INVALID']).toContain(codeOf(answer));
      }
    },
  );

  test('T-24: in a header, a cookie or the address it is ignored: the row is the grant’s tenant’s', async () => {
    const headers = {
      ...{
        'x-tenant-id': String(DANZHAI),
        'x-tenant': `T_${DANZHAI}`,
        tenant: String(DANZHAI),
        'x-forwarded-host': 'a.example',
      },
      cookie: `${b.admin.cookie}; tenant=${DANZHAI}; tenantId=T_${DANZHAI}; app.tenant_id=${DANZHAI}`,
    };
    const answer = await b.admin.send<{ createPerson: { tenant: { id: string } } }>(
      CREATE,
      { input: { ...person, name: 'CANARY-B-头' } },
      headers,
    );
    expect(answer.data?.createPerson.tenant.id).toBe(`T_${KAILI}`);
    const list = await fetch(`${world.server.url}/graphql?tenantId=${DANZHAI}`, {
      method: 'POST',
      headers: b.admin.headers({ 'content-type': 'application/json', ...headers }),
      body: JSON.stringify({
        query: '{ schools { totalCount nodes { tenant { id } } } }',
        tenantId: DANZHAI,
        extensions: { tenantId: DANZHAI },
      }),
    });
    expect(await list.text()).not.toContain(`T_${DANZHAI}`);
  });

  test('T-24: the id of another one’s grant in x-grant is no grant', async () => {
    const thief = Object.assign(await world.signedIn({ role: 'CountyAdmin', tenant: KAILI }), { grant: a.grant });
    expect(codeOf(await refused(thief, CREATE, { input: person }))).toBe('FORBIDDEN');
  });
});

describe('T-26: moving a school', () => {
  test('T-26: no change of a school names its county, and the database refuses it too', async () => {
    const inputs = mutationInputs(await schemaOf(b.admin));
    expect(inputs.get('SchoolChangeInput')?.sort()).toEqual(
      [
        'classes',
        'effectiveOn',
        'legalPerson',
        'name',
        'ownership',
        'reason',
        'staff',
        'stage',
        'students',
        'town',
      ].sort(),
    );
    const before = await checksums(world);
    const uuid = b.ids.School.split('_')[2];
    await expect(
      asApp(world, KAILI, `UPDATE school SET tenant_id = ${DANZHAI} WHERE tenant_id = ${KAILI} AND id = '${uuid}'`),
    ).rejects.toThrow(/row-level security|foreign key/);
    await expect(
      asApp(world, KAILI, `UPDATE appointment SET tenant_id = ${DANZHAI} WHERE tenant_id = ${KAILI}`),
    ).rejects.toThrow(/row-level security|foreign key/);
    await asApp(world, KAILI, `UPDATE school SET code = 'x' WHERE tenant_id = ${DANZHAI}`);
    expect(await checksums(world)).toEqual(before);
  });

  test('T-26: an appointment’s school, person and post are not corrected either', async () => {
    const fields = mutationInputs(await schemaOf(b.admin)).get('CorrectAppointmentInput') ?? [];
    expect(fields.filter((field) => /school|person|post/i.test(field))).toEqual([]);
  });
});
