import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Client } from '../../support/client.js';
import { DANZHAI } from '../../support/world.js';
import { act, call, scene } from './scene.js';
import type { Act } from './scene.js';

const ROSTER = fileURLToPath(new URL('../../../packages/documents/test-data/01-danzhai-roster.xlsx', import.meta.url));
const year = new Date().getFullYear();

export async function staged(): Promise<{ batchId: string; requestId: string }> {
  const form = new FormData();
  form.set('kind', 'ROSTER');
  form.set('file', new Blob([readFileSync(ROSTER)]), 'roster.xlsx');
  const headers = scene.admin.headers({ 'idempotency-key': randomUUID() });
  const response = await fetch(`${scene.world.server.url}/files/imports`, { method: 'POST', headers, body: form });
  const { batchId } = (await response.json()) as { batchId: string };
  return { batchId, requestId: response.headers.get('x-request-id') ?? '' };
}

const onBatch =
  (name: string, more = ''): Act =>
  async () => {
    const { batchId } = await staged();
    if (name === 'undoImport')
      await scene.world.sql(`UPDATE import_batch SET status = 'CONFIRMED', confirmed_at = now() WHERE id = $1`, [
        batchId.split('_')[2],
      ]);
    return scene.admin.send(`mutation ${name}($id: ID!) { ${name}(batchId: $id, expectedVersion: 1 ${more}) { id } }`, {
      id: batchId,
    });
  };

const granting = async (): Promise<Record<string, unknown>> => {
  const { username } = await scene.world.account([]);
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
  scene.world.signIn(scene.account.username).then((client) =>
    client.send('mutation L($input: LoginInput!) { login(input: $input) { today } }', {
      input: { username: scene.account.username, password: 'correct horse battery' },
    }),
  ),
);
act('logout', [], async () => (await scene.world.signIn(scene.account.username)).send('mutation { logout }'));
act('selectGrant', [], () =>
  scene.admin.send('mutation S($id: ID!) { selectGrant(id: $id) { today } }', { id: scene.grant }),
);
act(
  'exportReport',
  [],
  call('exportReport', 'ExportReportInput', async () => ({ report: { groupBy: 'COUNTY' } })),
);
act('fixImportRow', ['import.row-fixed'], async () => {
  const { batchId } = await staged();
  const query = 'query B($id: ID!) { importBatch(id: $id) { rows(first: 1) { nodes { id cells } } } }';
  const { importBatch } = await scene.admin.ask<{
    importBatch: { rows: { nodes: { id: string; cells: Record<string, string> }[] } };
  }>(query, { id: batchId });
  const [row] = importBatch.rows.nodes;
  const [field = ''] = Object.keys(row?.cells ?? {});
  return scene.admin.send(
    'mutation F($b: ID!, $r: ID!, $e: JSON!) { fixImportRow(batchId: $b, rowId: $r, edits: $e) { id } }',
    { b: batchId, r: row?.id, e: { [field]: '更正' } },
  );
});
act('confirmImport', ['import.confirming'], onBatch('confirmImport'), { changes: true });
act('cancelImport', ['import.cancelled'], onBatch('cancelImport'), { changes: true });
act('undoImport', ['import.undo-asked'], onBatch('undoImport', 'reason: "传错了"'));
act(
  'createAccount',
  ['account.created'],
  call('createAccount', 'CreateAccountInput', async () => ({
    username: `made-${randomUUID().slice(0, 8)}`,
    displayName: '新账号',
  })),
);
const CREATE_ACCOUNT =
  'mutation C($input: CreateAccountInput!) { createAccount(input: $input) { activationCode account { username } } }';
const madeAccount = async (): Promise<{ username: string; code: string }> => {
  const username = `made-${randomUUID().slice(0, 8)}`;
  const made = await scene.admin.ask<{ createAccount: { activationCode: string } }>(CREATE_ACCOUNT, {
    input: { username, displayName: '新账号' },
  });
  return { username, code: made.createAccount.activationCode };
};
act('renewActivation', ['account.activation-renewed'], async () =>
  scene.admin.send('mutation R($name: String!) { renewActivation(username: $name) { activationCode } }', {
    name: (await madeAccount()).username,
  }),
);
act(
  'resetAccess',
  ['account.access-reset'],
  call('resetAccess', 'ResetAccessInput', async () => {
    const { username } = await scene.world.account([{ role: 'CountyInspector', tenant: DANZHAI }]);
    return { username, reason: '忘记密码' };
  }),
);
// as with signing in: the account is the auth role's, and its session says the rest
act('activateAccount', [], async () =>
  new Client(scene.world.server.url).send(
    'mutation A($input: ActivateAccountInput!) { activateAccount(input: $input) { today } }',
    { input: { ...(await madeAccount()), password: 'Correct-Horse-7' } },
  ),
);
act('grantRole', ['role.granted'], call('grantRole', 'GrantRoleInput', granting));
act('revokeRole', ['role.revoked'], async () => {
  const made = await scene.admin.ask<{ grantRole: { id: string } }>(
    'mutation G($input: GrantRoleInput!) { grantRole(input: $input) { id } }',
    { input: await granting() },
  );
  return scene.admin.send('mutation R($id: ID!) { revokeRole(grantId: $id, reason: "离岗") }', {
    id: made.grantRole.id,
  });
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
