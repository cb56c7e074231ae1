import { createMongoAbility } from '@casl/ability';
import { describe, expect, test } from '@jest/globals';
import { abilityFor, createAbility, type AppAbility } from './ability.js';
import { conditionOf } from './condition-of.js';
import { fieldsOf, letsThrough } from './fields-of.js';
import type { PolicyRule } from './rule-table.js';
import { rulesFor } from './rules-for.js';
import { grantOf, LEVEL_OF } from './testing/grants.js';
import type { Role } from '@zhixiao/domain';

/** An ability that nobody may write here, to see it refused. */
function rogue(...rules: object[]): AppAbility {
  return createMongoAbility<AppAbility>(
    rules.map((rule) => ({ action: 'read', subject: 'School', ...rule }) as PolicyRule),
  );
}

const school = (conditions?: object): AppAbility => rogue({ conditions });

describe('A condition for SQL', () => {
  test("is the city's range for a city admin who reads, and the city itself for one who writes", () => {
    const ability = abilityFor(grantOf('CityAdmin'));
    expect(conditionOf(ability, 'read', 'School')).toEqual({
      kind: 'any',
      of: [{ tenant: { between: [522600, 522699] } }],
    });
    expect(conditionOf(ability, 'update', 'School')).toEqual({ kind: 'any', of: [{ tenant: { eq: 522600 } }] });
  });

  test('is one tenant for a county, whose range is itself', () => {
    const ability = abilityFor(grantOf('CountyInspector'));
    expect(conditionOf(ability, 'read', 'Appointment')).toEqual({ kind: 'any', of: [{ tenant: { eq: 522636 } }] });
  });

  test('is tenant and school for a secretary', () => {
    const ability = abilityFor(grantOf('Secretary'));
    const own = { tenant: { eq: 522636 }, school: { eq: 'school-1' } };
    expect(conditionOf(ability, 'read', 'Person')).toEqual({ kind: 'any', of: [own] });
  });

  test('is also that a row is not restricted, and whose it is, where a rule says so', () => {
    const conditions = { tenantId: 522636, schoolId: 'school-1', restricted: false, accountId: 'account-1' };
    expect(conditionOf(school(conditions), 'read', 'School')).toEqual({
      kind: 'any',
      of: [{ tenant: { eq: 522636 }, school: { eq: 'school-1' }, restricted: false, account: 'account-1' }],
    });
  });

  test('lets nothing through where no rule is', () => {
    expect(conditionOf(abilityFor(grantOf('Staff')), 'read', 'School')).toEqual({ kind: 'none' });
    expect(conditionOf(abilityFor(grantOf('CityInspector')), 'update', 'School')).toEqual({ kind: 'none' });
  });

  test('lets all through where a rule has no condition', () => {
    expect(conditionOf(school(undefined), 'read', 'School')).toEqual({ kind: 'all' });
  });

  test('has one alternative for each of several rules, and knows lists', () => {
    const ability = createAbility([
      { action: 'read', subject: 'School', conditions: { tenantId: 522636, schoolId: { $in: ['a', 'b'] } } },
      { action: 'read', subject: 'School', conditions: { tenantId: { $in: [522601, 522622] } } },
    ]);
    const condition = conditionOf(ability, 'read', 'School');
    expect(condition.kind === 'any' && condition.of).toHaveLength(2);
    expect(condition.kind === 'any' && condition.of).toEqual(
      expect.arrayContaining([
        { tenant: { eq: 522636 }, school: { in: ['a', 'b'] } },
        { tenant: { in: [522601, 522622] } },
      ]),
    );
  });

  test.each([
    ['an operator that SQL is not told of', { tenantId: { $ne: 522636 } }],
    ['another operator on the school', { tenantId: 522636, schoolId: { $regex: 'a' } }],
    ['a name that is no scope', { tenantId: 522636, status: 'APPROVED' }],
    ['a school without its tenant', { schoolId: 'school-1' }],
    ['half a range', { tenantId: { $gte: 522600 } }],
    ['a range that is open above', { tenantId: { $gte: 522600, $gt: 522500 } }],
    ['schools in the order of their ids', { tenantId: 522636, schoolId: { $gte: 'school-1' } }],
    ['a tenant that is no number', { tenantId: '522636' }],
    ['a list of tenants with a text in it', { tenantId: { $in: [522636, '522601'] } }],
    ['a school that is null', { tenantId: 522636, schoolId: null }],
    ['a tenant tested three times', { tenantId: { $gte: 1, $lte: 9, $eq: 5 } }],
    ['a school tested twice', { tenantId: 522636, schoolId: { $eq: 'a', $in: ['b'] } }],
    ['restriction without a tenant', { restricted: false }],
    ['restriction by a text', { tenantId: 522636, restricted: 'false' }],
    ['either restriction', { tenantId: 522636, restricted: { $in: [true, false] } }],
    ['restriction tested twice', { tenantId: 522636, restricted: { $eq: true, $in: [false] } }],
    ['several accounts', { tenantId: 522636, accountId: { $in: ['a', 'b'] } }],
    ['an account that is empty', { tenantId: 522636, accountId: '' }],
  ])('is refused for %s', (_, conditions) => {
    expect(() => conditionOf(school(conditions), 'read', 'School')).toThrow('rule');
  });

  test('is refused for a prohibition, even one on top of a permission', () => {
    const ability = rogue(
      { conditions: { tenantId: 522636 } },
      { inverted: true, conditions: { schoolId: 'school-1' } },
    );
    expect(() => conditionOf(ability, 'read', 'School')).toThrow('Prohibitions');
    expect(() => fieldsOf(ability, 'read', 'School')).toThrow('Prohibitions');
  });

  test.each(Object.keys(LEVEL_OF) as Role[])('uses only four names and four operators in the rules of %s', (role) => {
    for (const { conditions } of rulesFor(grantOf(role))) {
      const names = ['tenantId', 'schoolId', 'restricted', 'accountId'];
      expect(names).toEqual(expect.arrayContaining(Object.keys(conditions)));
      const tests = Object.values(conditions).flatMap((value) => (typeof value === 'object' ? Object.keys(value) : []));
      expect(['$eq', '$in', '$gte', '$lte']).toEqual(expect.arrayContaining(tests));
    }
  });
});

describe('A field mask', () => {
  test('keeps the personnel file from the clerk, and the names open', () => {
    const mask = fieldsOf(abilityFor(grantOf('SchoolClerk')), 'read', 'Person');
    const hidden = ['birthMonth', 'ethnicity', 'education', 'partyJoinedOn', 'partyFullOn'];
    expect(hidden.filter((field) => letsThrough(mask, field))).toEqual([]);
    expect(['id', 'tenant', 'name', 'membership', 'version'].filter((field) => !letsThrough(mask, field))).toEqual([]);
  });

  test('shows the platform operator that something was done, not to whom nor what', () => {
    const mask = fieldsOf(abilityFor(grantOf('PlatformOperator')), 'read', 'AuditEntry');
    const content = ['before', 'after', 'reason', 'subjectId', 'schoolId'];
    expect(content.filter((field) => letsThrough(mask, field))).toEqual([]);
    expect(letsThrough(mask, 'action')).toBe(true);
  });

  test('is all for a secretary, and none where nothing may be read', () => {
    const ability = abilityFor(grantOf('Secretary'));
    expect(fieldsOf(ability, 'read', 'Person')).toEqual({ kind: 'all' });
    expect(letsThrough({ kind: 'all' }, 'birthMonth')).toBe(true);
    expect(fieldsOf(ability, 'read', 'Import')).toEqual({ kind: 'none' });
    expect(letsThrough(fieldsOf(ability, 'read', 'Import'), 'id')).toBe(false);
  });

  test('that differs from row to row is refused', () => {
    const ability = createAbility([
      { action: 'read', subject: 'Person', conditions: { tenantId: 522636 }, fields: ['id'] },
      { action: 'read', subject: 'Person', conditions: { tenantId: 522601 } },
    ]);
    expect(() => fieldsOf(ability, 'read', 'Person')).toThrow('differ from row to row');
  });
});
