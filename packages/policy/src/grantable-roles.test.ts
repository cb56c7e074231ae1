import { detectSubjectType, type AnyAbility } from '@casl/ability';
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

const rolesAt = (role: Role, tenantId: number) => grantableRoles(grantOf(role), tenantId);
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
  test('gives roles of the own level, the clerk and the staff, and only an admin gives any of them', () => {
    expect(rolesAt('CityAdmin', 522600)).toEqual(['CityAdmin', 'CityInspector', 'SchoolClerk', 'Staff']);
    expect(rolesAt('CountyAdmin', 522636)).toEqual(['CountyAdmin', 'CountyInspector', 'SchoolClerk', 'Staff']);
    const own = everyone.filter((role) => grantableRoles(grantOf(role), grantOf(role).tenantId).length > 0);
    expect(own).toEqual(admins);
  });

  test('from above names the admin of a city or county, and gives nothing else there', () => {
    expect(rolesAt('PlatformOperator', 522600)).toEqual(['CityAdmin']);
    expect(rolesAt('PlatformOperator', 522636)).toEqual(['CountyAdmin']);
    expect(rolesAt('PlatformOperator', 429004)).toEqual(['CountyAdmin']);
    expect(rolesAt('CityAdmin', 522636)).toEqual(['CountyAdmin']);
    // the platform itself and a province have no admin that the rules know
    expect([rolesAt('PlatformOperator', 0), rolesAt('PlatformOperator', 520000)]).toEqual([[], []]);
    expect([rolesAt('CityAdmin', 522701), rolesAt('CityAdmin', 520000), rolesAt('CountyAdmin', 522601)]).toEqual([
      [],
      [],
      [],
    ]);
    const others = everyone.filter((role) => !['PlatformOperator', 'CityAdmin'].includes(role));
    expect(others.filter((role) => [522600, 522601].some((id) => rolesAt(role, id).length > 0))).toEqual([]);
  });

  test('who may grant by the rules has roles to give, and the other way round', () => {
    const byRules = everyone.filter((role) => abilityFor(grantOf(role)).can('grant', 'RoleGrant'));
    expect(byRules).toEqual(['PlatformOperator', ...admins]);
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
    const operator = grantOf('PlatformOperator');
    expect(refusalToGrant(operator, wanted({ role: 'PlatformOperator', tenantId: 0 }), today)).toBe(
      'ROLE_NOT_GRANTABLE',
    );
    const clerk = grantOf('SchoolClerk');
    expect(refusalToGrant(clerk, wanted({ role: 'SchoolClerk', schoolId: 'school-1' }), today)).toBe(
      'ROLE_NOT_GRANTABLE',
    );
  });

  test('gives nothing outside the own range, and a city in its counties no more than their admin', () => {
    expect(refusal({ tenantId: 522601 })).toBe('OUTSIDE_RANGE');
    const city = grantOf('CityAdmin');
    expect(refusalToGrant(city, wanted({ role: 'CountyAdmin', tenantId: 522701 }), today)).toBe('OUTSIDE_RANGE');
    for (const role of ['CityInspector', 'CountyInspector', 'CityAdmin'] as const)
      expect(refusalToGrant(city, wanted({ role, tenantId: 522636 }), today)).toBe('ROLE_NOT_GRANTABLE');
    expect(refusalToGrant(city, wanted({ role: 'CountyAdmin', tenantId: 522636 }), today)).toBeNull();
  });

  test('names no admin of the own making: neither the operator nor the city gives that to themselves', () => {
    for (const role of ['PlatformOperator', 'CityAdmin'] as const) {
      const self = wanted({ role: 'CountyAdmin', tenantId: 522636, accountId: 'account-1' });
      expect(refusalToGrant(grantOf(role), self, today)).toBe('OWN_ACCOUNT');
    }
  });

  test.each(admins)('who is a %s gives nobody in the own tenant a right that the granter lacks', (granter) => {
    const above: AnyAbility = abilityFor(grantOf(granter));
    const { tenantId } = grantOf(granter);
    const given = rolesAt(granter, tenantId).map((role): AnyAbility => abilityFor(asGivenBy(granter, role)));
    const excess = given.flatMap((below) =>
      QUESTIONS.filter(({ action, row }) => below.can(action, row) && !above.can(action, row)),
    );
    // a clerk writes in the school's own procedure, which who stands above a school never enters (意见（五）（六）)
    const enteringSchools = [
      ...[
        'draft RulesOfProcedure',
        'prepare Topic',
        'plan Meeting',
        'record Meeting',
        'report Decision',
        'work DecisionTask',
        'confirm EmergencyAction',
      ],
    ];
    const more = excess.filter(({ action, row }) => !enteringSchools.includes(`${action} ${detectSubjectType(row)}`));
    expect(more).toEqual([]);
    expect([given.length, QUESTIONS.length]).toEqual([4, 68 * 11]);
  });

  test('who is a city admin and names a county’s lets nobody see more than the city does', () => {
    const city: AnyAbility = abilityFor(grantOf('CityAdmin'));
    const county: AnyAbility = abilityFor(countyAdmin);
    const reads = QUESTIONS.filter(({ action }) => action === 'read' || action === 'export');
    // accounts are nobody's but the tenant's own
    const seen = reads.filter(({ action, row }) => county.can(action, row) && !city.can(action, row));
    expect([...new Set(seen.map(({ row }) => detectSubjectType(row)))]).toEqual(['Account']);
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
    expect(refusalToRevoke(countyAdmin, held({ tenantId: 522601 }))).toBe('OUTSIDE_RANGE');
    expect(refusalToRevoke(countyAdmin, held({ accountId: 'account-1' }))).toBe('OWN_ACCOUNT');
  });

  test('leaves the last admin, and not the last inspector', () => {
    expect(refusalToRevoke(countyAdmin, held({ others: 0 }))).toBe('LAST_ADMIN');
    expect(refusalToRevoke(countyAdmin, held({ role: 'CountyInspector', others: 0 }))).toBeNull();
  });

  test('from above is for the admin that was named, and for nothing else there', () => {
    for (const role of ['PlatformOperator', 'CityAdmin'] as const) {
      expect(refusalToRevoke(grantOf(role), held())).toBeNull();
      expect(refusalToRevoke(grantOf(role), held({ others: 0 }))).toBe('LAST_ADMIN');
      expect(refusalToRevoke(grantOf(role), held({ role: 'CountyInspector' }))).toBe('ROLE_NOT_GRANTABLE');
    }
    expect(refusalToRevoke(grantOf('CityAdmin'), held({ tenantId: 522701 }))).toBe('OUTSIDE_RANGE');
  });
});
