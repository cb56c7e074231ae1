import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../support/client.js';
import { givenPerson } from '../../support/schools.js';
import { rootFields, schemaOf } from '../../support/schema-walk.js';
import { DANZHAI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';
import { appointed } from './acts-records.js';
import { BY_SCHOOLS } from './acts-filings.js';
import { staged } from './acts-rights.js';
import { acts, scene } from './scene.js';

let world: World;
let admin: Client;
let account: { id: string; username: string };
let grant: string;
beforeAll(async () => {
  world = await createWorld();
  account = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
  admin = await world.signIn(account.username);
  grant = (await admin.ask<{ viewer: { grant: { id: string } } }>('{ viewer { grant { id } } }')).viewer.grant.id;
  Object.assign(scene, { world, admin, account, grant });
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

/** A school's own right, and what is everybody's own: see below. */
const BY_A_SCHOOL = ['requestDeparture', ...BY_SCHOOLS];
const ONES_OWN = ['changePassword'];

describe('G9: every write is remembered', () => {
  test('every mutation that there is is tried', async () => {
    const mutations = rootFields(await schemaOf(admin))
      .filter(({ operation }) => operation === 'mutation')
      .map(({ name }) => name);
    expect(mutations.sort()).toEqual([...Object.keys(acts), ...BY_A_SCHOOL, ...ONES_OWN].sort());
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

  test('changePassword leaves one entry of whose it is, and nothing of what was sent', async () => {
    const own = await world.account([{ role: 'CountyInspector', tenant: DANZHAI }]);
    const input = { current: 'correct horse battery', new: 'Another-Horse-8' };
    const answer = await (
      await world.signIn(own.username)
    ).send('mutation P($input: ChangePasswordInput!) { changePassword(input: $input) { today } }', { input });
    expect(answer.errors).toBeUndefined();
    expect(await entriesOf(answer.requestId)).toMatchObject([
      {
        action: 'account.password-changed',
        account_id: own.id,
        subject_id: own.id,
        before: null,
        after: null,
        reason: null,
      },
    ]);
  });

  test('an upload leaves one entry, and a replayed one none', async () => {
    const entries = await entriesOf((await staged()).requestId);
    expect(entries).toMatchObject([{ action: 'import.staged', account_id: account.id, same: true }]);
  });
});
