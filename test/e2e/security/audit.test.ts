import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checksums } from '../../support/checksums.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import { givenPerson, givenSchool } from '../../support/schools.js';
import { rootFields, schemaOf } from '../../support/schema-walk.js';
import { DANZHAI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

const ROSTER = fileURLToPath(new URL('../../../packages/documents/test-data/01-danzhai-roster.xlsx', import.meta.url));

let world: World;
let admin: Client;
let account: { id: string; username: string };
let grant: string;
beforeAll(async () => {
  world = await createWorld();
  account = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
  admin = await world.signIn(account.username);
  grant = (await admin.ask<{ viewer: { grant: { id: string } } }>('{ viewer { grant { id } } }')).viewer.grant.id;
});
afterAll(() => world.end());

interface Entry {
  action: string;
  account_id: string;
  actor: string;
  grant_id: string;
  role: string;
  ip: string | null;
  tenant_id: number;
  before: unknown;
  after: unknown;
  reason: string | null;
  subject_id: string | null;
  same: boolean;
}

/** What a request left in the audit, and whether it was written in the transaction that also stored the answer. */
function entriesOf(requestId: string | undefined): Promise<Entry[]> {
  return world.sql<Entry>(
    `SELECT a.*, EXISTS (SELECT 1 FROM idempotency_key k WHERE k.xmin::text = a.xmin::text AND k.tenant_id = a.tenant_id AND k.answer IS NOT NULL) AS same
     FROM audit_entry a WHERE request_id = $1 ORDER BY action`,
    [requestId],
  );
}

type Act = () => Promise<GraphqlAnswer>;
const acts: Record<string, { act: Act; leaves: string[]; changes?: true }> = {};
const act = (name: string, leaves: string[], run: Act, more: { changes?: true } = {}): void =>
  void (acts[name] = { act: run, leaves, ...more });
const call =
  (name: string, type: string, input: () => Promise<Record<string, unknown>>, selection = '{ __typename }'): Act =>
  async () =>
    admin.send(`mutation ${name}($input: ${type}!) { ${name}(input: $input) ${selection} }`, { input: await input() });

const organization = { name: '支部', orgType: 'BRANCH', hasCommittee: true, fullMembers: 9, effectiveOn: '2015-09-01' };
let serial = 0;

async function appointed(): Promise<{ id: string; schoolId: string; personId: string }> {
  const [{ id: schoolId }, personId] = [await givenSchool(admin), await givenPerson(admin, '某人')];
  const made = await admin.ask<{ appoint: { appointment: { id: string } } }>(
    'mutation A($input: AppointInput!) { appoint(input: $input) { appointment { id } } }',
    { input: { schoolId, personId, post: 'SECRETARY', startsOn: '2020-09-01' } },
  );
  return { id: made.appoint.appointment.id, schoolId, personId };
}

async function departure(): Promise<string> {
  const { schoolId } = await appointed();
  const id = randomUUID();
  await world.sql(
    `INSERT INTO staffing_departure (tenant_id, id, school_id, check_id, reason, status, requested_on, requested_by, requested_by_account)
     VALUES ($1, $2, $3, 'STF-2', '原因', 'PENDING', '2024-01-01', '某', $4)`,
    [DANZHAI, id, schoolId.split('_')[2], randomUUID()],
  );
  return `D_${DANZHAI}_${id}`;
}

async function staged(): Promise<{ batchId: string; requestId: string }> {
  const form = new FormData();
  form.set('kind', 'ROSTER');
  form.set('file', new Blob([readFileSync(ROSTER)]), 'roster.xlsx');
  const headers = admin.headers({ 'idempotency-key': randomUUID() });
  const response = await fetch(`${world.server.url}/files/imports`, { method: 'POST', headers, body: form });
  const { batchId } = (await response.json()) as { batchId: string };
  return { batchId, requestId: response.headers.get('x-request-id') ?? '' };
}

const onBatch =
  (name: string, more = ''): Act =>
  async () => {
    const { batchId } = await staged();
    if (name === 'undoImport')
      await world.sql(`UPDATE import_batch SET status = 'CONFIRMED', confirmed_at = now() WHERE id = $1`, [
        batchId.split('_')[2],
      ]);
    return admin.send(`mutation ${name}($id: ID!) { ${name}(batchId: $id, expectedVersion: 1 ${more}) { id } }`, {
      id: batchId,
    });
  };

const year = new Date().getFullYear();
const granting = async (): Promise<Record<string, unknown>> => {
  const { username } = await world.account([]);
  return {
    username,
    role: 'CountyInspector',
    validFrom: `${year + 1}-01-01`,
    validTo: `${year + 2}-01-01`,
    reason: '工作需要',
  };
};

// who is signed in, under which grant, is in the sessions; a report is audited by the job that writes it
act('login', [], async () =>
  world.signIn(account.username).then((client) =>
    client.send('mutation L($input: LoginInput!) { login(input: $input) { today } }', {
      input: { username: account.username, password: 'correct horse battery' },
    }),
  ),
);
act('logout', [], async () => (await world.signIn(account.username)).send('mutation { logout }'));
act('selectGrant', [], () => admin.send('mutation S($id: ID!) { selectGrant(id: $id) { today } }', { id: grant }));
act(
  'exportReport',
  [],
  call('exportReport', 'ExportReportInput', async () => ({ report: { groupBy: 'COUNTY' } })),
);
act(
  'createSchool',
  ['organization.created', 'school.created'],
  call('createSchool', 'SchoolInput', async () => ({
    code: `n${(serial += 1)}`,
    name: '新校',
    stage: 'PRIMARY',
    openedOn: '2015-09-01',
    organization,
  })),
);
act(
  'changeSchool',
  ['school.changed'],
  async () => {
    const { id, version } = await givenSchool(admin);
    return admin.send(
      'mutation C($id: ID!, $v: Int!, $input: SchoolChangeInput!) { changeSchool(id: $id, expectedVersion: $v, input: $input) { id } }',
      { id, v: version, input: { town: '新镇', effectiveOn: '2024-01-01', reason: '区划调整' } },
    );
  },
  { changes: true },
);
act(
  'changeOrganization',
  ['organization.changed'],
  async () => {
    const { id, version } = await givenSchool(admin);
    return admin.send(
      'mutation C($id: ID!, $v: Int!, $input: OrganizationInput!) { changeOrganization(schoolId: $id, expectedVersion: $v, input: $input) { id } }',
      { id, v: version, input: { ...organization, fullMembers: 15, effectiveOn: '2024-01-01', reason: '党员增加' } },
    );
  },
  { changes: true },
);
act(
  'createPerson',
  ['person.created'],
  call('createPerson', 'PersonInput', async () => ({ name: '新人', membership: 'FULL' })),
);
act(
  'changePerson',
  ['person.changed'],
  async () => {
    const id = await givenPerson(admin, '旧名');
    return admin.send(
      'mutation C($id: ID!, $input: PersonInput!) { changePerson(id: $id, expectedVersion: 1, input: $input, reason: "更正") { id } }',
      { id, input: { name: '新名', membership: 'FULL' } },
    );
  },
  { changes: true },
);
act(
  'appoint',
  ['appointment.made'],
  call('appoint', 'AppointInput', async () => ({
    schoolId: (await givenSchool(admin)).id,
    personId: await givenPerson(admin, '某人'),
    post: 'PRINCIPAL',
    startsOn: '2020-09-01',
  })),
);
act(
  'endAppointment',
  ['appointment.ended'],
  call('endAppointment', 'EndAppointmentInput', async () => ({
    id: (await appointed()).id,
    expectedVersion: 1,
    endsOn: '2024-01-01',
    reason: '调任',
  })),
  { changes: true },
);
act(
  'correctAppointment',
  ['appointment.corrected', 'appointment.made'],
  call('correctAppointment', 'CorrectAppointmentInput', async () => ({
    id: (await appointed()).id,
    expectedVersion: 1,
    documentNo: '新文号',
    reason: '录入有误',
  })),
);
act(
  'approveDeparture',
  ['departure.approved'],
  call('approveDeparture', 'ApproveDepartureInput', async () => ({
    id: await departure(),
    expectedVersion: 1,
    approver: '教工委',
    approvedOn: '2024-02-01',
    reviewOn: '2030-01-01',
  })),
  { changes: true },
);
act(
  'withdrawDeparture',
  ['departure.withdrawn'],
  call('withdrawDeparture', 'WithdrawDepartureInput', async () => ({
    id: await departure(),
    expectedVersion: 1,
    withdrawnOn: '2024-02-01',
    reason: '不再需要',
  })),
  { changes: true },
);
act(
  'setRolloutState',
  ['rollout.set'],
  call('setRolloutState', 'SetRolloutStateInput', async () => {
    const { id, version } = await givenSchool(admin);
    return { schoolId: id, expectedVersion: version, state: 'SURVEYED', effectiveOn: '2024-01-01' };
  }),
);
act('fixImportRow', ['import.row-fixed'], async () => {
  const { batchId } = await staged();
  const query = 'query B($id: ID!) { importBatch(id: $id) { rows(first: 1) { nodes { id cells } } } }';
  const { importBatch } = await admin.ask<{
    importBatch: { rows: { nodes: { id: string; cells: Record<string, string> }[] } };
  }>(query, { id: batchId });
  const [row] = importBatch.rows.nodes;
  const [field = ''] = Object.keys(row?.cells ?? {});
  return admin.send(
    'mutation F($b: ID!, $r: ID!, $e: JSON!) { fixImportRow(batchId: $b, rowId: $r, edits: $e) { id } }',
    { b: batchId, r: row?.id, e: { [field]: '更正' } },
  );
});
act('confirmImport', ['import.confirming'], onBatch('confirmImport'), { changes: true });
act('cancelImport', ['import.cancelled'], onBatch('cancelImport'), { changes: true });
act('undoImport', ['import.undo-asked'], onBatch('undoImport', 'reason: "传错了"'));
act('grantRole', ['role.granted'], call('grantRole', 'GrantRoleInput', granting));
act('revokeRole', ['role.revoked'], async () => {
  const made = await admin.ask<{ grantRole: { id: string } }>(
    'mutation G($input: GrantRoleInput!) { grantRole(input: $input) { id } }',
    { input: await granting() },
  );
  return admin.send('mutation R($id: ID!) { revokeRole(grantId: $id, reason: "离岗") }', { id: made.grantRole.id });
});
act(
  'changeSettings',
  ['settings.changed'],
  call('changeSettings', 'TenantSettingInput', async () => ({
    expectedVersion: 0,
    vacancyDays: 60,
    countBranchWithoutCommittee: true,
  })),
  { changes: true },
);

/** A school's own right: see below. */
const BY_A_SCHOOL = ['requestDeparture'];

describe('G9: every write is remembered', () => {
  test('every mutation that there is is tried', async () => {
    const mutations = rootFields(await schemaOf(admin))
      .filter(({ operation }) => operation === 'mutation')
      .map(({ name }) => name);
    expect(mutations.sort()).toEqual([...Object.keys(acts), ...BY_A_SCHOOL].sort());
  });

  test.each(Object.entries(acts))(
    '%s leaves its entries, with actor, grant, request and what was and is, in its own transaction',
    async (name, one) => {
      const answer = await one.act();
      expect([name, answer.errors]).toEqual([name, undefined]);
      const entries = await entriesOf(answer.requestId);
      expect(entries.map(({ action }) => action)).toEqual(one.leaves);
      for (const entry of entries) {
        expect(entry).toMatchObject({
          account_id: account.id,
          actor: account.username,
          grant_id: grant,
          role: 'CountyAdmin',
          tenant_id: DANZHAI,
          ip: '127.0.0.1',
          same: true,
        });
        expect([entry.action, entry.before !== null || entry.after !== null || entry.reason !== null]).toEqual([
          entry.action,
          true,
        ]);
      }
      const main = entries.find(({ before }) => before !== null);
      if (one.changes) expect([main?.before, main?.after]).not.toContain(null);
      if (one.changes) expect(main?.after).not.toEqual(main?.before);
    },
  );

  test('requestDeparture by the principal of the school leaves one entry under the principal’s own right', async () => {
    const { schoolId } = await appointed();
    const personId = await givenPerson(admin, '校长');
    await admin.ask('mutation A($input: AppointInput!) { appoint(input: $input) { school { id } } }', {
      input: { schoolId, personId, post: 'PRINCIPAL', startsOn: '2020-09-01' },
    });
    const own = await world.account([]);
    await world.linkPerson(own.id, personId);
    const principal = await world.signIn(own.username);
    const { school } = await admin.ask<{
      school: { findings: { checkId: string; severity: string; outcome: string }[] };
    }>('query S($id: ID!) { school(id: $id) { findings { checkId severity outcome } } }', { id: schoolId });
    const open = school.findings.find(({ severity, outcome }) => severity === 'DEFAULT' && outcome === 'FAIL');
    const answer = await principal.send(
      'mutation R($input: RequestDepartureInput!) { requestDeparture(input: $input) { id } }',
      { input: { schoolId, checkId: open?.checkId, reason: '规模小' } },
    );
    expect(answer.errors).toBeUndefined();
    const entries = await entriesOf(answer.requestId);
    expect(entries).toMatchObject([
      { action: 'departure.requested', account_id: own.id, role: 'Principal', same: true, reason: '规模小' },
    ]);
  });

  test('an upload leaves one entry, and a replayed one none', async () => {
    const entries = await entriesOf((await staged()).requestId);
    expect(entries).toMatchObject([{ action: 'import.staged', account_id: account.id, same: true }]);
  });
});

describe('G10: what was remembered stays', () => {
  test('T-95: a write whose audit can’t be written is not written', async () => {
    await world.sql('ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (false) NOT VALID');
    try {
      const before = await checksums(world);
      const answer = await admin.send('mutation C($input: PersonInput!) { createPerson(input: $input) { id } }', {
        input: { name: '无痕', membership: 'FULL' },
      });
      expect(answer.errors?.[0]?.extensions.code).toBe('INTERNAL');
      // T-109: nor is it told what went wrong inside
      expect(answer.errors?.[0]?.message).toBe('INTERNAL');
      expect(answer.text).not.toMatch(/audit_entry|broken|constraint|stack/);
      expect(await checksums(world)).toEqual(before);
    } finally {
      await world.sql('ALTER TABLE audit_entry DROP CONSTRAINT broken');
    }
  });

  test('a write that fails late leaves neither entry nor row', async () => {
    const taken = await givenSchool(admin, { code: 'taken-1' });
    expect(taken.id).toBeTruthy();
    const before = await checksums(world);
    const answer = await admin.send('mutation C($input: SchoolInput!) { createSchool(input: $input) { id } }', {
      input: { code: 'taken-1', name: '重号', stage: 'PRIMARY', openedOn: '2015-09-01' },
    });
    expect(answer.errors?.[0]?.extensions.code).toBe('CODE_ALREADY_USED');
    expect(await checksums(world)).toEqual(before);
  });

  test.each(["UPDATE audit_entry SET actor = 'x'", 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'the app role may not %s',
    async (statement) => {
      await expect(
        world.sql(
          `BEGIN; SET LOCAL ROLE zhixiao_app; SET LOCAL app.tenant_id = '${DANZHAI}'; SET LOCAL app.scope_lo = '${DANZHAI}'; SET LOCAL app.scope_hi = '${DANZHAI}'; ${statement}; COMMIT`,
        ),
      ).rejects.toThrow('permission denied');
    },
  );
});
