import { describe, expect, test } from '@jest/globals';
import { effectOf, giverOf, isOfSchool } from './giver.js';
import type { Viewer } from '../../data/index.js';

describe('who gives which role', () => {
  test('the grant in use reaches its tenant and what lies below', () => {
    const viewer = {
      account: { id: 'U_0_1' },
      grant: { role: 'CityAdmin', schoolId: null, tenant: { id: 'T_522600' } },
    } as unknown as Viewer;
    expect(giverOf(viewer)).toMatchObject({ role: 'CityAdmin', tenantId: 522600, lo: 522600, hi: 522699 });
  });

  test('nobody without a grant gives anything', () => {
    expect(giverOf({ account: { id: 'U_0_1' }, grant: null } as unknown as Viewer)).toBeNull();
  });

  test('a clerk is given at a school, an inspector is not', () => {
    expect([isOfSchool('SchoolClerk'), isOfSchool('CountyInspector'), isOfSchool(null)]).toEqual([true, false, false]);
  });

  test('the effect of a role says what it may do: an inspector reads and changes no school', () => {
    const effect = effectOf('CountyInspector', 522636);
    expect(effect.get('School')).toEqual(['read']);
    expect(effect.has('Notification')).toBe(true);
    expect(effectOf('SchoolClerk', 522636).get('Topic')).toEqual(['read', 'prepare']);
  });
});
