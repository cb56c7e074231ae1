import { describe, expect, test } from '@jest/globals';
import { createAbility, rulesFor, subjectOf } from '@zhixiao/policy';
import { scopedRow } from './scoped-row.js';

const school = { id: 'S_522636_0190a000-0000-7000-8000-000000000001' };
const appointment = { id: 'A_522636_0190a000-0000-7000-8000-000000000002', school };

describe('rights on records of the API', () => {
  test('the tenant and the school are read from the opaque ids', () => {
    expect(scopedRow(appointment)).toEqual({
      tenantId: 522636,
      id: '0190a000-0000-7000-8000-000000000002',
      schoolId: '0190a000-0000-7000-8000-000000000001',
    });
  });

  test('a county may end an appointment of its own school and not of another county', () => {
    const scope = { role: 'CountyAdmin', tenantId: 522636, lo: 522636, hi: 522636, schoolId: null } as const;
    const ability = createAbility(rulesFor({ ...scope, accountId: 'a', personId: null }));
    const elsewhere = { ...appointment, id: 'A_522601_0190a000-0000-7000-8000-000000000002' };
    expect(ability.can('end', subjectOf('Appointment', scopedRow(appointment)))).toBe(true);
    expect(ability.can('end', subjectOf('Appointment', scopedRow(elsewhere)))).toBe(false);
  });

  test('a secretary reads her own school only', () => {
    const schoolId = '0190a000-0000-7000-8000-000000000001';
    const scope = { role: 'Secretary', tenantId: 522636, lo: 522636, hi: 522636, schoolId } as const;
    const ability = createAbility(rulesFor({ ...scope, accountId: 'a', personId: null }));
    const other = { id: 'S_522636_0190a000-0000-7000-8000-000000000009' };
    expect(ability.can('read', subjectOf('School', scopedRow(school)))).toBe(true);
    expect(ability.can('read', subjectOf('School', scopedRow(other)))).toBe(false);
  });
});
