import { describe, expect, test } from '@jest/globals';
import { rolesThatMay } from './roles-that-may.js';

describe('Whom something waits for', () => {
  const row = { tenantId: 522636, schoolId: 'school-1', restricted: false };

  test('are the admins who approve a departure, in whatever tenant the school lies', () => {
    expect(rolesThatMay('approve', 'StaffingDeparture', row)).toEqual(['CityAdmin', 'CountyAdmin']);
  });

  test('is the clerk too where a clerk may do it, unless the row is restricted or of no school', () => {
    expect(rolesThatMay('attach', 'Attachment', row)).toEqual(['CityAdmin', 'CountyAdmin', 'SchoolClerk']);
    expect(rolesThatMay('attach', 'Attachment', { ...row, restricted: true })).toEqual(['CityAdmin', 'CountyAdmin']);
    expect(rolesThatMay('attach', 'Attachment', { ...row, schoolId: null })).toEqual(['CityAdmin', 'CountyAdmin']);
  });

  test('is nobody with a granted role for what only a post may do', () => {
    expect(rolesThatMay('request', 'StaffingDeparture', row)).toEqual([]);
  });
});
