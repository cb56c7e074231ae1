import { describe, expect, test } from '@jest/globals';
import type { Role } from '@zhixiao/domain';
import { abilityFor, subjectOf } from './ability.js';
import { concernsSelf } from './concerns-self.js';
import { rulesFor } from './rules-for.js';
import { grantOf, LEVEL_OF } from './testing/grants.js';

const everyone = Object.keys(LEVEL_OF) as Role[];
const inspectors: Role[] = ['CityInspector', 'CountyInspector'];
const school = { tenantId: 522636, schoolId: 'school-1' };

describe('Separation of duties', () => {
  test('a school never approves its own departure and never sets its own rollout state', () => {
    const ofSchools = everyone.filter((role) => LEVEL_OF[role] === 'school');
    for (const ability of ofSchools.map((role) => abilityFor(grantOf(role)))) {
      expect(ability.can('approve', subjectOf('StaffingDeparture', school))).toBe(false);
      expect(ability.can('set', subjectOf('RolloutEntry', school))).toBe(false);
    }
  });

  test('whoever approves a departure never requests one', () => {
    const both = everyone.filter((role) => {
      const rules = rulesFor(grantOf(role)).filter(({ subject }) => subject === 'StaffingDeparture');
      return rules.some(({ action }) => action === 'approve') && rules.some(({ action }) => action === 'request');
    });
    expect(both).toEqual([]);
  });

  test('inspectors read and export, and write nothing', () => {
    const actions = inspectors.flatMap((role) => rulesFor(grantOf(role)).map(({ action }) => action));
    expect([...new Set(actions)].sort()).toEqual(['export', 'read']);
  });

  test("the platform operator sees tenants, who has which right and the audit's outline, no school content", () => {
    const rules = rulesFor(grantOf('PlatformOperator'));
    expect(rules.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'read Tenant',
      'read RoleGrant',
      'grant RoleGrant',
      'revoke RoleGrant',
      'read Account',
      'create Account',
      'read AuditEntry',
    ]);
    const seen = rules.filter(({ action, fields }) => action === 'read' && fields).flatMap(({ fields }) => fields);
    expect(seen.filter((field) => /school|before|after/i.test(field ?? ''))).toEqual([]);
  });

  test('nobody decides about themselves, and an account without a person decides about anybody', () => {
    expect(concernsSelf(grantOf('CountyAdmin'), 'person-1')).toBe(true);
    expect(concernsSelf(grantOf('CountyAdmin'), 'person-2')).toBe(false);
    expect(concernsSelf(grantOf('CountyAdmin', { personId: null }), null)).toBe(false);
  });
});

describe('A row to be judged', () => {
  test('is copied, so that the row itself carries no tag', () => {
    const row = Object.freeze({ tenantId: 522636, id: 'school-1' });
    expect(abilityFor(grantOf('Secretary')).can('read', subjectOf('School', row))).toBe(true);
    expect(Reflect.ownKeys(row)).toEqual(['tenantId', 'id']);
  });

  test('of a person belongs to each school served', () => {
    const ability = abilityFor(grantOf('Principal'));
    const serving = (...schoolIds: string[]) => subjectOf('Person', { tenantId: 522636, schoolIds });
    expect(ability.can('read', serving('school-9', 'school-1'))).toBe(true);
    expect(ability.can('read', serving('school-9'))).toBe(false);
    expect(ability.can('read', serving())).toBe(false);
  });

  test('of the same school id in another tenant stays hidden', () => {
    const ability = abilityFor(grantOf('Principal'));
    expect(ability.can('read', subjectOf('School', { tenantId: 522601, id: 'school-1' }))).toBe(false);
  });

  test('needs the number of its tenant', () => {
    const row = JSON.parse('{"tenantId": "522636"}') as { tenantId: number };
    expect(() => subjectOf('School', row)).toThrow('number of its tenant');
  });
});

describe('A grant that contradicts itself', () => {
  test('as a secretary without a school has no rights at all', () => {
    expect(() => rulesFor(grantOf('Secretary', { schoolId: null }))).toThrow('needs its school');
  });

  test('as a county admin with a school has no rights at all', () => {
    expect(() => rulesFor(grantOf('CountyAdmin', { schoolId: 'school-1' }))).toThrow('has no school');
  });

  test('that writes outside the range that it reads has no rights at all', () => {
    expect(() => rulesFor(grantOf('CountyAdmin', { tenantId: 522601 }))).toThrow('own tenant');
    expect(() => rulesFor(grantOf('CityAdmin', { hi: 522599 }))).toThrow('own tenant');
  });
});
