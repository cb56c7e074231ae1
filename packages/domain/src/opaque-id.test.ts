import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeId, decodeIdOf, decodeTenantId, encodeId, encodeTenantId, ID_PREFIXES } from './opaque-id.js';

const UUID = '018f4d2e-7c3a-7b1e-9c2d-1a2b3c4d5e6f';

describe('opaque ids', () => {
  test('carry type, tenant and row', () => {
    const text = encodeId('S', 522_636, UUID);
    expect(text).toBe(`S_522636_${UUID}`);
    expect(decodeId(text)).toEqual({ prefix: 'S', type: 'School', tenantId: 522_636, uuid: UUID });
  });

  test('what is encoded is decoded, for every type and tenant', () => {
    const tenant = fc.oneof(fc.constant(0), fc.integer({ min: 10_000, max: 999_999 }));
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ID_PREFIXES)), tenant, fc.uuid(), (prefix, tenantId, uuid) => {
        expect(decodeId(encodeId(prefix, tenantId, uuid))).toMatchObject({ prefix, tenantId, uuid });
      }),
    );
  });

  test.each([
    '',
    'S',
    `SS_522636_${UUID}`,
    `s_522636_${UUID}`,
    `S_0522636_${UUID}`,
    `S_52_${UUID}`,
    `S_5226361_${UUID}`,
    `S_-1_${UUID}`,
    `S_522636_${UUID.toUpperCase()}`,
    `S_522636_${UUID}0`,
    `S_522636_${UUID} `,
    `S_522636_${UUID}\n`,
    `T_522636_${UUID}`,
    'S_522636',
    'T_522636',
  ])('%j is malformed', (text) => {
    expect(decodeId(text)).toBeNull();
  });

  test('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => decodeId(text) === null && decodeTenantId(text) === null));
  });

  test('an id of another type is none of this type', () => {
    expect(decodeIdOf('School', `S_522636_${UUID}`)?.uuid).toBe(UUID);
    expect(decodeIdOf('Person', `S_522636_${UUID}`)).toBeNull();
  });

  test('tenants have their own form', () => {
    expect(encodeTenantId(522_636)).toBe('T_522636');
    expect(decodeTenantId('T_522636')).toBe(522_636);
    expect(decodeTenantId('T_0')).toBe(0);
    expect(['T_', 'T_52', 'T_0522636', 'S_522636', 'T_522636\n'].map(decodeTenantId)).toEqual(Array(5).fill(null));
  });

  test('no two types share a letter, nor take the tenants’', () => {
    const letters = [...Object.values(ID_PREFIXES), 'T'];
    expect(new Set(letters).size).toBe(letters.length);
  });
});
