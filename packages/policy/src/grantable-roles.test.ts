import type { AnyAbility } from '@casl/ability';
import { describe, expect, test } from '@jest/globals';
import type { Role } from '@zhixiao/domain';
import { abilityFor, subjectOf } from './ability.js';
import { ACTIONS, type SubjectName } from './actions.js';
import {
  grantableRoles,
  refusalToGrant,
  refusalToRevoke,
  type GrantHeld,
  type GrantWanted,
} from './grantable-roles.js';
import type { GrantScope } from './grant-scope.js';
import { grantOf, LEVEL_OF, PLACES } from './testing/grants.js';

const everyone = Object.keys(LEVEL_OF) as Role[];
const admins: Role[] = ['CityAdmin', 'CountyAdmin'];
const today = '2026-11-21';
const countyAdmin = grantOf('CountyAdmin');

/** A county inspector until the end of the year after next, unless changed. */
function wanted(changes: Partial<GrantWanted> = {}): GrantWanted {
  const dates = { validFrom: today, validTo: '2028-12-31' };
  return { role: 'CountyInspector', tenantId: 522636, schoolId: null, accountId: 'account-2', ...dates, ...changes };
}

const refusal = (changes: Partial<GrantWanted>) => refusalToGrant(countyAdmin, wanted(changes), today);

/** Every action on every subject at every place. */
const QUESTIONS = (Object.keys(ACTIONS) as SubjectName[]).flatMap((subject) =>
  ACTIONS[subject].flatMap((action) =>
    Object.values(PLACES).map((place) => ({ action, row: subjectOf(subject, place) })),
  ),
);

/** The grant that comes of it when an admin gives a role; one of a school at a school of the admin's own tenant. */
function asGivenBy(granter: Role, role: Role): GrantScope {
  const { tenantId, lo, hi } = grantOf(granter);
  if (LEVEL_OF[role] !== 'school') return grantOf(role, { tenantId, lo, hi });
  const { schoolId } = granter === 'CityAdmin' ? PLACES.cityRunSchool : PLACES.ownSchool;
  return grantOf(role, { tenantId, lo: tenantId, hi: tenantId, schoolId });
}

describe('T-46: a granter', () => {
  test('gives roles of the own level, the clerk and the staff, and only an admin gives any', () => {
    expect(grantableRoles(grantOf('CityAdmin'))).toEqual(['CityAdmin', 'CityInspector', 'SchoolClerk', 'Staff']);
    expect(grantableRoles(countyAdmin)).toEqual(['CountyAdmin', 'CountyInspector', 'SchoolClerk', 'Staff']);
    expect(everyone.filter((role) => grantableRoles(grantOf(role)).length > 0)).toEqual(admins);
  });

  test('who may grant by the rules has roles to give, and the other way round', () => {
    const byRules = everyone.filter((role) => abilityFor(grantOf(role)).can('grant', 'RoleGrant'));
    expect(byRules).toEqual(admins);
  });

  test('never gives a role that comes from an appointment', () => {
    const fromAppointments: Role[] = [
      'Secretary',
      'Principal',
      'DeputySecretary',
      'CommitteeMember',
      'AdminTeamMember',
    ];
    for (const role of fromAppointments) expect(refusal({ role, schoolId: 'school-1' })).toBe('ROLE_NOT_GRANTABLE');
  });

  test('never gives a role above the own, to oneself or to others', () => {
    expect(refusal({ role: 'CityAdmin' })).toBe('ROLE_NOT_GRANTABLE');
    expect(refusal({ role: 'CityInspector' })).toBe('ROLE_NOT_GRANTABLE');
    expect(refusal({ role: 'PlatformOperator', accountId: 'account-1' })).toBe('ROLE_NOT_GRANTABLE');
    const clerk = grantOf('SchoolClerk');
    expect(refusalToGrant(clerk, wanted({ role: 'SchoolClerk', schoolId: 'school-1' }), today)).toBe(
      'ROLE_NOT_GRANTABLE',
    );
  });

  test('gives nothing outside the own tenant, a city neither in its counties', () => {
    expect(refusal({ tenantId: 522601 })).toBe('OUTSIDE_OWN_TENANT');
    const inCounty = wanted({ role: 'CityInspector', tenantId: 522636 });
    expect(refusalToGrant(grantOf('CityAdmin'), inCounty, today)).toBe('OUTSIDE_OWN_TENANT');
  });

  test.each(admins)('who is a %s gives nobody a right that the granter lacks', (granter) => {
    const above: AnyAbility = abilityFor(grantOf(granter));
    const given = grantableRoles(grantOf(granter)).map((role): AnyAbility => abilityFor(asGivenBy(granter, role)));
    const excess = given.flatMap((below) =>
      QUESTIONS.filter(({ action, row }) => below.can(action, row) && !above.can(action, row)),
    );
    expect(excess).toEqual([]);
    expect([given.length, QUESTIONS.length]).toEqual([4, 39 * 10]);
  });
});

describe('T-47: a grant', () => {
  test('as inspector until the end of the year after next is given', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ role: 'SchoolClerk', schoolId: 'school-1' })).toBeNull();
  });

  test('is never given to oneself', () => {
    expect(refusal({ accountId: 'account-1' })).toBe('OWN_ACCOUNT');
  });

  test('needs an end that is neither before its start nor for ever', () => {
    expect(refusal({ validTo: null })).toBe('EXPIRY_REQUIRED');
    expect(refusal({ validTo: '2026-11-20' })).toBe('EXPIRY_BEFORE_START');
    expect(refusal({ validTo: '2026-11-21' })).toBeNull();
    expect(refusal({ validTo: '2031-11-21' })).toBeNull();
    expect(refusal({ validTo: '2031-11-22' })).toBe('EXPIRY_TOO_FAR');
    expect(refusal({ validTo: '9999-12-31' })).toBe('EXPIRY_TOO_FAR');
  });

  test('never begins in the past', () => {
    expect(refusal({ validFrom: '2026-11-20' })).toBe('STARTS_IN_THE_PAST');
  });

  test('that begins on a 29 February may last as long as any other', () => {
    expect(refusal({ validFrom: '2028-02-29', validTo: '2033-02-28' })).toBeNull();
    expect(refusal({ validFrom: '2028-02-29', validTo: '2033-03-01' })).toBe('EXPIRY_TOO_FAR');
  });

  test('as a clerk names the school, as an inspector names none', () => {
    expect(refusal({ role: 'SchoolClerk' })).toBe('SCHOOL_REQUIRED');
    expect(refusal({ role: 'Staff' })).toBe('SCHOOL_REQUIRED');
    expect(refusal({ schoolId: 'school-1' })).toBe('SCHOOL_NOT_ALLOWED');
  });
});

describe('T-47: taking a grant back', () => {
  const held = (changes: Partial<GrantHeld> = {}): GrantHeld => ({
    role: 'CountyAdmin',
    tenantId: 522636,
    accountId: 'account-2',
    others: 1,
    ...changes,
  });

  test('is for a role that the granter could give, in the own tenant, of another account', () => {
    expect(refusalToRevoke(countyAdmin, held())).toBeNull();
    expect(refusalToRevoke(countyAdmin, held({ role: 'Secretary' }))).toBe('ROLE_NOT_GRANTABLE');
    expect(refusalToRevoke(countyAdmin, held({ tenantId: 522601 }))).toBe('OUTSIDE_OWN_TENANT');
    expect(refusalToRevoke(countyAdmin, held({ accountId: 'account-1' }))).toBe('OWN_ACCOUNT');
  });

  test('leaves the last admin, and not the last inspector', () => {
    expect(refusalToRevoke(countyAdmin, held({ others: 0 }))).toBe('LAST_ADMIN');
    expect(refusalToRevoke(countyAdmin, held({ role: 'CountyInspector', others: 0 }))).toBeNull();
  });
});
