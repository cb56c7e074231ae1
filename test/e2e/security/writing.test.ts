import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, unknownLike, withoutRequestId } from '../../support/answers.js';
import { seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import { checksums, deniedAttempts } from '../../support/checksums.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import { mutationInputs, rootFields, schemaOf, takesIds } from '../../support/schema-walk.js';
import { CITY, DANZHAI, KAILI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

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

type Ids = Readonly<Record<string, string>>;

interface Attempt {
  readonly query: string;
  readonly variables: (ids: Ids) => Record<string, unknown>;
  /** a right that only a school's people have */
  readonly asSchool?: true;
}

const on = (name: string, args: string, call: string, selection = ' { __typename }'): string =>
  `mutation ${name}(${args}) { ${name}(${call})${selection} }`;
const input = (name: string, type: string): string => on(name, `$input: ${type}!`, 'input: $input');
const organization = { name: 'CANARY-B-新支部', orgType: 'BRANCH', effectiveOn: '2020-01-01' };
const person = { name: 'CANARY-B-某人', membership: 'FULL' };

/** Every mutation that takes an id: how it is asked with the ids of one county. */
const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  selectGrant: { query: on('selectGrant', '$id: ID!', 'id: $id'), variables: ({ Grant }) => ({ id: Grant }) },
  changeSchool: {
    query: on('changeSchool', '$id: ID!, $input: SchoolChangeInput!', 'id: $id, expectedVersion: 1, input: $input'),
    variables: ({ School }) => ({
      id: School,
      input: { name: 'CANARY-B-改名', effectiveOn: '2024-01-01', reason: 'x' },
    }),
  },
  changeOrganization: {
    query: on(
      'changeOrganization',
      '$id: ID!, $input: OrganizationInput!',
      'schoolId: $id, expectedVersion: 1, input: $input',
    ),
    variables: ({ School }) => ({ id: School, input: organization }),
  },
  createSchool: {
    query: input('createSchool', 'SchoolInput'),
    variables: ({ PartyOrganization }) => ({
      input: {
        code: 'CANARY-B-9',
        name: 'CANARY-B-9',
        stage: 'PRIMARY',
        openedOn: '2015-09-01',
        organization: { ...organization, superiorId: PartyOrganization },
      },
    }),
  },
  changePerson: {
    query: on(
      'changePerson',
      '$id: ID!, $input: PersonInput!',
      'id: $id, expectedVersion: 1, input: $input, reason: "x"',
    ),
    variables: ({ Person }) => ({ id: Person, input: person }),
  },
  appoint: {
    query: input('appoint', 'AppointInput'),
    variables: ({ School }) => ({
      input: { schoolId: School, newPerson: person, post: 'VICE_PRINCIPAL', startsOn: '2021-01-01' },
    }),
  },
  endAppointment: {
    query: input('endAppointment', 'EndAppointmentInput'),
    variables: ({ Appointment }) => ({
      input: { id: Appointment, expectedVersion: 1, endsOn: '2024-01-01', reason: 'x' },
    }),
  },
  correctAppointment: {
    query: input('correctAppointment', 'CorrectAppointmentInput'),
    variables: ({ Appointment }) => ({ input: { id: Appointment, expectedVersion: 1, reason: 'x', remark: 'x' } }),
  },
  requestDeparture: {
    query: input('requestDeparture', 'RequestDepartureInput'),
    variables: ({ School }) => ({ input: { schoolId: School, checkId: 'STF-2', reason: 'x' } }),
    asSchool: true,
  },
  approveDeparture: {
    query: input('approveDeparture', 'ApproveDepartureInput'),
    variables: ({ StaffingDeparture }) => ({
      input: {
        id: StaffingDeparture,
        expectedVersion: 1,
        approver: 'x',
        approvedOn: '2024-01-02',
        reviewOn: '2030-01-01',
      },
    }),
  },
  withdrawDeparture: {
    query: input('withdrawDeparture', 'WithdrawDepartureInput'),
    variables: ({ StaffingDeparture }) => ({
      input: { id: StaffingDeparture, expectedVersion: 1, withdrawnOn: '2024-01-02', reason: 'x' },
    }),
  },
  setRolloutState: {
    query: input('setRolloutState', 'SetRolloutStateInput'),
    variables: ({ School }) => ({
      input: { schoolId: School, expectedVersion: 1, state: 'PREPARING', effectiveOn: '2024-01-01' },
    }),
  },
  fixImportRow: {
    query: on('fixImportRow', '$batch: ID!, $row: ID!', 'batchId: $batch, rowId: $row, edits: { name: "x" }'),
    variables: ({ ImportBatch, ImportRow }) => ({ batch: ImportBatch, row: ImportRow }),
  },
  confirmImport: {
    query: on('confirmImport', '$id: ID!', 'batchId: $id, expectedVersion: 1'),
    variables: ({ ImportBatch }) => ({ id: ImportBatch }),
  },
  cancelImport: {
    query: on('cancelImport', '$id: ID!', 'batchId: $id, expectedVersion: 1'),
    variables: ({ ImportBatch }) => ({ id: ImportBatch }),
  },
  undoImport: {
    query: on('undoImport', '$id: ID!', 'batchId: $id, expectedVersion: 1, reason: "x"'),
    variables: ({ ImportBatch }) => ({ id: ImportBatch }),
  },
  grantRole: {
    query: input('grantRole', 'GrantRoleInput'),
    variables: ({ School }) => ({
      input: {
        username: 'nobody',
        role: 'SchoolClerk',
        schoolId: School,
        validFrom: '2030-01-01',
        validTo: '2031-01-01',
        reason: 'x',
      },
    }),
  },
  revokeRole: {
    query: on('revokeRole', '$id: ID!', 'grantId: $id, reason: "x"', ''),
    variables: ({ Grant }) => ({ id: Grant }),
  },
};

/** exportReport takes a tenant as a filter: of another county it is the report of nothing (T-11). */
const BY_FILTER = ['exportReport'];

const idsOf = (county: County): Ids => ({ ...county.ids, Grant: county.grant });
const unknownIds = (ids: Ids): Ids =>
  Object.fromEntries(Object.entries(ids).map(([type, id]) => [type, unknownLike(id)]));

/** Sends what must be refused: nothing may change, and what was denied is remembered once. */
async function refused(client: Client, query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> {
  const before = await checksums(world);
  const answer = await client.send(query, variables);
  expect(answer.errors?.length).toBeGreaterThan(0);
  expect(answer.status).toBeLessThan(500);
  expect(await checksums(world)).toEqual(before);
  const denied = ['FORBIDDEN', 'NOT_FOUND'].includes(codeOf(answer) ?? '');
  expect([codeOf(answer), await deniedAttempts(world, answer.requestId)]).toEqual([codeOf(answer), denied ? 1 : 0]);
  return answer;
}

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

const asApp = (tenant: number, statement: string): Promise<unknown[]> =>
  world.sql(`BEGIN; SET LOCAL ROLE zhixiao_app; SET LOCAL app.tenant_id = '${tenant}'; SET LOCAL app.scope_lo = '${tenant}';
    SET LOCAL app.scope_hi = '${tenant}'; SET LOCAL app.school_id = ''; SET LOCAL app.ancestors = ''; ${statement}; COMMIT`);

describe('T-24: naming a tenant', () => {
  const CREATE = 'mutation Create($input: PersonInput!) { createPerson(input: $input) { id tenant { id } } }';

  test('T-24: no mutation takes one: not as an argument, nor in any input but filters', async () => {
    const schema = await schemaOf(b.admin);
    const inputs = [...mutationInputs(schema)].filter(([name]) => !name.endsWith('Filter'));
    expect(
      inputs
        .filter(([, fields]) => fields.some((field) => /tenant|county(?!\w)|^city/i.test(field)))
        .map(([name]) => name),
    ).toEqual([]);
    const args = rootFields(schema)
      .filter(({ operation }) => operation === 'mutation')
      .flatMap(({ args: all }) => all.map(({ name }) => name));
    expect(args.filter((name) => /tenant|county(?!\w)|^city/i.test(name))).toEqual([]);
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
      asApp(KAILI, `UPDATE school SET tenant_id = ${DANZHAI} WHERE tenant_id = ${KAILI} AND id = '${uuid}'`),
    ).rejects.toThrow(/row-level security|foreign key/);
    await expect(
      asApp(KAILI, `UPDATE appointment SET tenant_id = ${DANZHAI} WHERE tenant_id = ${KAILI}`),
    ).rejects.toThrow(/row-level security|foreign key/);
    await asApp(KAILI, `UPDATE school SET code = 'x' WHERE tenant_id = ${DANZHAI}`);
    expect(await checksums(world)).toEqual(before);
  });

  test('T-26: an appointment’s school, person and post are not corrected either', async () => {
    const fields = mutationInputs(await schemaOf(b.admin)).get('CorrectAppointmentInput') ?? [];
    expect(fields.filter((field) => /school|person|post/i.test(field))).toEqual([]);
  });
});

describe('T-33: a city writes into a county', () => {
  const DOES_NOT_SEE_AS_ITS_OWN = [
    'selectGrant',
    'revokeRole',
    'grantRole',
    'createSchool',
    'fixImportRow',
    'confirmImport',
    'cancelImport',
    'undoImport',
  ];

  test.each(Object.entries(ATTEMPTS))('T-33: %s is refused, and nothing changes', async (name, attempt) => {
    const answer = await refused(city, attempt.query, attempt.variables(idsOf(a)));
    expect(codeOf(answer)).toBe(DOES_NOT_SEE_AS_ITS_OWN.includes(name) ? 'NOT_FOUND' : 'FORBIDDEN');
  });

  test('T-33: the database refuses it as well', async () => {
    const scope = `SET LOCAL app.scope_lo = '${CITY}'; SET LOCAL app.scope_hi = '522699'`;
    const before = await checksums(world);
    await asApp(
      CITY,
      `${scope}; UPDATE school SET code = 'x' WHERE tenant_id = ${DANZHAI}; UPDATE person SET name = 'x' WHERE tenant_id = ${DANZHAI}`,
    );
    expect(await checksums(world)).toEqual(before);
    const row = `INSERT INTO rollout_entry (tenant_id, id, school_id, state, effective_on, recorded_by)
      VALUES (${DANZHAI}, gen_random_uuid(), '${a.ids.School.split('_')[2]}', 'READY', '2024-01-01', 'x')`;
    await expect(asApp(CITY, `${scope}; ${row}`)).rejects.toThrow('row-level security');
  });
});
