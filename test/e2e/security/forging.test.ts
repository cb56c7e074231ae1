import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, unknownLike, withoutRequestId } from '../../support/answers.js';
import { NODE_TYPES } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import type { Client } from '../../support/client.js';
import { CITY, DANZHAI, KAILI } from '../../support/world.js';
import { NODE, createReaders } from './readers.js';
import type { Readers } from './readers.js';

let readers: Readers;
let a: Readers['a'];
let b: Readers['b'];
beforeAll(async () => {
  readers = await createReaders();
  ({ a, b } = readers);
}, 120_000);
afterAll(() => readers.world.end());

/** What a stranger may turn an id into: another letter, another tenant, another uuid, or nonsense. */
function forgeries(id: string): string[] {
  const [letter = '', tenant = '', uuid = ''] = id.split('_');
  const ownTenant = [
    `${letter}_${KAILI}_${uuid}`,
    `${letter}_${CITY}_${uuid}`,
    `${letter}_0_${uuid}`,
    `${letter}_999999_${uuid}`,
  ];
  const letters = [...'SPAODRBIJFGETU'].filter((one) => one !== letter).map((one) => `${one}_${tenant}_${uuid}`);
  const garbage = [
    '',
    '_',
    '__',
    'null',
    '0',
    `${letter}_${tenant}`,
    `${tenant}_${uuid}`,
    `${id}_x`,
    ` ${id}`,
    `${id}\u0000`,
    `${id}'--`,
  ];
  const more = [
    'T_',
    'T_x',
    'T_-1',
    'T_1e5',
    `T_${'9'.repeat(40)}`,
    `S_${'9'.repeat(40)}_${uuid}`,
    '😀',
    'x'.repeat(5000),
    `${letter}_${tenant}_${uuid.toUpperCase()}`,
  ];
  return [...ownTenant, ...letters, ...garbage, ...more];
}

/** The same hundred every time. */
function mutations(id: string, times: number): string[] {
  let seed = 20260719;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const alphabet = [...'0123456789abcdefSPAODRBIJFGET_-%\'"\\é漢\u0000'];
  return Array.from({ length: times }, () => {
    const letters = [...id];
    for (let i = 0; i <= random(3); i += 1) letters[random(letters.length)] = alphabet[random(alphabet.length)] ?? '';
    return letters.join('');
  });
}

describe('T-03: forged ids', () => {
  test('T-03: whatever is made of an id, it is hidden and the server does not fail', async () => {
    const hidden = withoutRequestId((await b.admin.send(NODE, { id: unknownLike(b.ids.School) })).text);
    const forged = [...NODE_TYPES.flatMap((type) => forgeries(a.ids[type])), ...mutations(a.ids.School, 100)];
    const odd: string[] = [];
    for (const id of forged) {
      // the own tenant's id is no secret
      if (id === b.ids.Tenant) continue;
      const answer = await b.admin.send(NODE, { id });
      if (answer.status !== 200 || withoutRequestId(answer.text) !== hidden)
        odd.push(`${id}: ${answer.status} ${answer.text}`);
    }
    expect(forged.length).toBeGreaterThan(500);
    expect(odd).toEqual([]);
  }, 120_000);

  test('T-03: the uuid of an own row under a foreign tenant is hidden, and so is a foreign uuid under the own one', async () => {
    for (const type of NODE_TYPES.filter((one) => one !== 'Tenant')) {
      const uuid = (county: County): string => county.ids[type].split('_')[2] ?? '';
      const letter = a.ids[type].split('_')[0];
      for (const id of [`${letter}_${DANZHAI}_${uuid(b)}`, `${letter}_${KAILI}_${uuid(a)}`]) {
        expect((await b.admin.ask<{ node: unknown }>(NODE, { id })).node).toBeNull();
      }
    }
  });

  test.each([
    ['schools', 'SchoolFilter', 'tenantId', 'Tenant'],
    ['people', 'PersonFilter', 'schoolId', 'School'],
    ['people', 'PersonFilter', 'tenantId', 'Tenant'],
    ['appointments', 'AppointmentFilter', 'schoolId', 'School'],
    ['appointments', 'AppointmentFilter', 'personId', 'Person'],
    ['departures', 'DepartureFilter', 'schoolId', 'School'],
    ['auditEntries', 'AuditFilter', 'subjectId', 'School'],
    ['auditEntries', 'AuditFilter', 'schoolId', 'School'],
  ] as const)(
    'T-03: %s(filter: %s.%s) of another county is empty, and so is every forgery',
    async (field, input, name, type) => {
      const query = `query List($filter: ${input}) { ${field}(filter: $filter) { totalCount nodes { id } } }`;
      const ask = (id: string): ReturnType<Client['send']> => b.admin.send(query, { filter: { [name]: id } });
      const unknown = await ask(unknownLike(a.ids[type]));
      expect(unknown.data).toEqual({ [field]: { totalCount: 0, nodes: [] } });
      expect((await ask(a.ids[type])).text).toBe(unknown.text);
      expect(
        ((await ask(b.ids[type])).data as Record<string, { totalCount: number }>)[field]?.totalCount,
      ).toBeGreaterThan(0);
      const odd: string[] = [];
      for (const id of [...forgeries(a.ids[type]), ...mutations(a.ids[type], 20)]) {
        if (id === b.ids.Tenant || id === `T_${CITY}`) continue;
        const answer = await ask(id);
        const refused = codeOf(answer) === 'BAD_INPUT';
        if (answer.status >= 500 || !(refused || answer.text === unknown.text)) odd.push(`${id}: ${answer.text}`);
      }
      expect(odd).toEqual([]);
    },
  );

  test('T-03: tenants below a foreign, unknown or forged one are none', async () => {
    const query = 'query Below($id: ID) { tenants(parentId: $id) { id } }';
    for (const id of [`T_${DANZHAI}`, 'T_330100', 'T_999999', 'x', 'T_', '', 'S_1', `T_${'9'.repeat(30)}`, "T_1'"]) {
      const answer = await b.admin.send(query, { id });
      expect(answer.status).toBeLessThan(500);
      if (!answer.errors) expect(answer.data).toEqual({ tenants: [] });
      else expect(codeOf(answer)).toBe('BAD_INPUT');
    }
  });
});
