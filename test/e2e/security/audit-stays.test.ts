import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checksums } from '../../support/checksums.js';
import type { Client } from '../../support/client.js';
import { givenSchool } from '../../support/schools.js';
import { DANZHAI, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
});
afterAll(() => world.end());

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
