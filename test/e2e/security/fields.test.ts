import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf } from '../../support/answers.js';
import { seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import { checksums } from '../../support/checksums.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import { mutationInputs, schemaOf } from '../../support/schema-walk.js';
import { DANZHAI, KAILI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';
import { refusedIn } from './refused.js';

let world: World;
let a: County;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  a = await seedCounty(world, DANZHAI, 'CANARY-A');
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI }, 'the-admin');
}, 60_000);
afterAll(() => world.end());

const refused = (client: Client, query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer> =>
  refusedIn(world, client, { query, variables });

describe('T-65: fields that are not the asker’s to write', () => {
  const READ_ONLY =
    /^(version|created(At|By|_at)|recorded(At|By)|superseded.*|tenant(Id|_id)?|status|source|batch(Id|_id)|school_?[iI]ds|person_?[kK]ey|requestedBy|declared|grantedBy|account(Id)?|id_number|idNumber|phone)$/;

  test('T-65: no input of a mutation has one', async () => {
    const inputs = mutationInputs(await schemaOf(admin));
    const found = [...inputs].flatMap(([name, fields]) =>
      fields.filter((field) => READ_ONLY.test(field)).map((field) => `${name}.${field}`),
    );
    expect(inputs.size).toBeGreaterThan(12);
    // who was there; the tenant by which a report is filtered, and the one whose admin is named from above
    expect(found.sort()).toEqual([
      'AttendanceEntryInput.status',
      'GrantRoleInput.tenantId',
      'PaperAttendanceInput.status',
      'SchoolFilter.tenantId',
    ]);
  });

  test.each([
    ['createSchool', 'SchoolInput', { code: 'x1', name: 'x', stage: 'PRIMARY', openedOn: '2015-09-01' }],
    ['createPerson', 'PersonInput', { name: 'x', membership: 'FULL' }],
    ['appoint', 'AppointInput', { schoolId: 'S', post: 'PRINCIPAL', startsOn: '2021-01-01' }],
    [
      'approveDeparture',
      'ApproveDepartureInput',
      { id: 'D', expectedVersion: 1, approver: 'x', approvedOn: '2024-01-01', reviewOn: '2025-01-01' },
    ],
    [
      'setRolloutState',
      'SetRolloutStateInput',
      { schoolId: 'S', expectedVersion: 1, state: 'READY', effectiveOn: '2024-01-01' },
    ],
    [
      'grantRole',
      'GrantRoleInput',
      { username: 'x', role: 'CountyInspector', validFrom: '2030-01-01', validTo: '2031-01-01', reason: 'x' },
    ],
    [
      'changeSettings',
      'TenantSettingInput',
      { expectedVersion: 0, vacancyDays: 30, countBranchWithoutCommittee: false },
    ],
  ])('T-65: %s with a field more is refused whole, as a variable and as a literal', async (mutation, type, input) => {
    const query = `mutation Act($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
    for (const [field, value] of Object.entries({
      version: 9,
      status: 'APPROVED',
      createdBy: 'x',
      tenantId: `T_${KAILI}`,
      __proto__x: 1,
      constructor: 'x',
    })) {
      const refusal = mutation === 'grantRole' && field === 'tenantId' ? 'NOT_FOUND' : 'BAD_INPUT';
      expect(codeOf(await refused(admin, query, { input: { ...input, [field]: value } }))).toBe(refusal);
    }
    const literal = await admin.send(`mutation { ${mutation}(input: { status: "APPROVED" }) { __typename } }`);
    expect([literal.status, codeOf(literal)]).toEqual([400, 'GRAPHQL_INVALID']);
  });

  test('T-65: cells of an import row are texts by name, and nothing else gets in', async () => {
    const query =
      'mutation Fix($b: ID!, $r: ID!, $edits: JSON!) { fixImportRow(batchId: $b, rowId: $r, edits: $edits) { id } }';
    const edits: unknown[] = [
      [],
      {},
      'x',
      1,
      true,
      { name: { a: 1 } },
      { name: 1 },
      { name: 'x'.repeat(5001) },
      { constructor: { name: 'x' } },
      Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`f${i}`, 'x'])),
    ];
    for (const value of edits) {
      expect([
        value,
        codeOf(await refused(admin, query, { b: a.ids.ImportBatch, r: a.ids.ImportRow, edits: value })),
      ]).toEqual([value, 'BAD_INPUT']);
    }
    const polluting = `{"query":${JSON.stringify(query)},"variables":{"b":"${a.ids.ImportBatch}","r":"${a.ids.ImportRow}","edits":{"__proto__":{"role":"CityAdmin"}}}}`;
    const before = await checksums(world);
    const response = await fetch(`${world.server.url}/graphql`, {
      method: 'POST',
      headers: admin.headers({ 'content-type': 'application/json', 'idempotency-key': 'pollution-1' }),
      body: polluting,
    });
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).toContain('BAD_INPUT');
    expect(await checksums(world)).toEqual(before);
  });

  test('T-65: a text that no column can hold is refused, not a fault', async () => {
    const query = 'mutation Create($input: PersonInput!) { createPerson(input: $input) { id } }';
    for (const text of ['a\u0000b', 'a\ud800', '\udfffb']) {
      for (const field of ['name', 'title']) {
        expect([
          codeOf(await refused(admin, query, { input: { name: 'x', membership: 'FULL', [field]: text } })),
        ]).toEqual(['BAD_INPUT']);
      }
    }
  });
});
