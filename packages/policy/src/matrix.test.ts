import type { AnyAbility } from '@casl/ability';
import { describe, expect, test } from '@jest/globals';
import type { Role } from '@zhixiao/domain';
import { createAbility, subjectOf, type AppAbility } from './ability.js';
import { ACTIONS, type ActionOf, type SubjectName } from './actions.js';
import { conditionOf, type Alternative } from './condition-of.js';
import { fieldsOf } from './fields-of.js';
import type { PolicyRule } from './rule-table.js';
import { rulesFor } from './rules-for.js';
import { grantOf, LEVEL_OF, PLACES, type Level, type Place } from './testing/grants.js';

/**
 * Section "roles and permissions" of the domain for the subjects that exist, written by hand and not from the rules.
 * r the grant's range · t its own tenant · s its one school · - nothing · R, S the same with some fields only ·
 * u its one school, what is not restricted · o what is for its own account, in all that it reads ·
 * c its one school, what is not restricted and what its own account has a part in (two rules).
 */
const MATRIX = `
                              PO CA CI KA KI SE PR DS CM AT CL ST PA
  Tenant            read       r  r  r  r  r  t  t  t  t  t  t  -  -
  School            read       -  r  r  r  r  s  s  s  s  s  s  -  -
  School            create     -  t  -  t  -  -  -  -  -  -  -  -  -
  School            update     -  t  -  t  -  -  -  -  -  -  -  -  -
  PartyOrganization read       -  r  r  r  r  s  s  s  s  s  s  -  -
  PartyOrganization create     -  t  -  t  -  -  -  -  -  -  -  -  -
  PartyOrganization update     -  t  -  t  -  -  -  -  -  -  -  -  -
  Person            read       -  r  r  r  r  s  s  s  s  s  S  -  -
  Person            create     -  t  -  t  -  -  -  -  -  -  -  -  -
  Person            update     -  t  -  t  -  -  -  -  -  -  -  -  -
  Appointment       read       -  r  r  r  r  s  s  s  s  s  -  -  -
  Appointment       appoint    -  t  -  t  -  -  -  -  -  -  -  -  -
  Appointment       end        -  t  -  t  -  -  -  -  -  -  -  -  -
  Appointment       correct    -  t  -  t  -  -  -  -  -  -  -  -  -
  StaffingDeparture read       -  r  r  r  r  s  s  -  -  -  -  -  -
  StaffingDeparture request    -  -  -  -  -  s  s  -  -  -  -  -  -
  StaffingDeparture approve    -  t  -  t  -  -  -  -  -  -  -  -  -
  StaffingDeparture withdraw   -  t  -  t  -  s  s  -  -  -  -  -  -
  RolloutEntry      read       -  r  r  r  r  s  s  s  s  s  s  -  -
  RolloutEntry      set        -  t  -  t  -  -  -  -  -  -  -  -  -
  MatterType        read       -  r  r  r  r  t  t  t  t  t  t  -  -
  MatterType        set        -  t  -  t  -  -  -  -  -  -  -  -  -
  RulesOfProcedure  read       -  r  r  r  r  s  s  s  s  s  s  -  -
  RulesOfProcedure  draft      -  -  -  -  -  s  s  -  -  -  s  -  -
  RulesOfProcedure  submit     -  -  -  -  -  s  s  -  -  -  -  -  -
  RulesOfProcedure  review     -  r  -  r  -  -  -  -  -  -  -  -  -
  Topic             read       -  r  r  r  r  s  c  s  s  c  u  -  -
  Topic             propose    -  -  -  -  -  s  s  s  s  s  -  -  -
  Topic             prepare    -  -  -  -  -  s  s  s  s  s  u  -  -
  Topic             answer     -  -  -  -  -  s  s  s  -  -  -  -  -
  Topic             confirm    -  -  -  -  -  s  s  -  -  -  -  -  -
  Meeting           read       -  r  r  r  r  s  s  s  s  s  s  -  -
  Meeting           plan       -  -  -  -  -  s  s  -  -  -  s  -  -
  Meeting           lead       -  -  -  -  -  s  s  s  s  s  -  -  -
  Meeting           record     -  -  -  -  -  s  s  s  s  s  s  -  -
  Meeting           attend     -  -  -  -  -  s  s  s  s  s  -  -  -
  Meeting           issue      -  -  -  -  -  s  s  -  -  -  -  -  -
  AgendaItem        read       -  r  r  r  r  s  c  s  s  c  u  -  -
  Decision          read       -  r  r  r  r  s  c  s  s  c  u  -  -
  Decision          publish    -  -  -  -  -  s  s  -  -  -  -  -  -
  Decision          report     -  -  -  -  -  -  s  -  -  o  u  -  -
  Decision          answer     -  -  -  -  -  s  s  s  -  -  -  -  -
  DecisionTask      read       -  r  r  r  r  s  c  s  s  c  u  -  -
  DecisionTask      assign     -  -  -  -  -  s  s  s  -  -  -  -  -
  DecisionTask      work       -  -  -  -  -  o  o  o  o  o  u  -  -
  DecisionTask      close      -  -  -  -  -  s  s  s  -  -  -  -  -
  EmergencyAction   read       -  r  r  r  r  s  c  s  s  u  u  -  -
  EmergencyAction   take       -  -  -  -  -  s  s  -  -  -  -  -  -
  EmergencyAction   confirm    -  -  -  -  -  s  s  -  -  -  u  -  -
  Import            read       -  r  r  r  r  -  -  -  -  -  o  -  -
  Import            create     -  t  -  t  -  -  -  -  -  -  o  -  -
  Import            confirm    -  t  -  t  -  -  -  -  -  -  o  -  -
  Import            undo       -  t  -  t  -  -  -  -  -  -  o  -  -
  Report            read       -  r  r  r  r  s  s  s  -  -  -  -  -
  Report            export     -  r  r  r  r  s  s  s  -  -  -  -  -
  Job               read       -  r  r  r  r  s  s  s  -  -  o  -  -
  StoredFile        read       -  r  r  r  r  s  s  s  -  -  -  -  -
  Attachment        read       -  r  r  r  r  s  c  s  s  c  u  -  -
  Attachment        attach     -  t  -  t  -  s  u  s  s  u  u  -  -
  Notification      read       -  o  o  o  o  o  o  o  o  o  o  -  -
  AuditEntry        read       R  r  r  r  r  s  s  -  -  -  -  -  -
  RoleGrant         read       R  r  -  r  -  -  -  -  -  -  -  -  -
  RoleGrant         grant      r  r  -  t  -  -  -  -  -  -  -  -  -
  RoleGrant         revoke     r  r  -  t  -  -  -  -  -  -  -  -  -
  Account           read       t  t  -  t  -  -  -  -  -  -  -  -  -
  Account           create     t  t  -  t  -  -  -  -  -  -  -  -  -
  TenantSetting     read       -  r  r  r  r  t  t  t  t  t  t  -  -
  TenantSetting     update     -  t  -  t  -  -  -  -  -  -  -  -  -
`;

const CODES: Readonly<Record<string, Role>> = {
  PO: 'PlatformOperator',
  CA: 'CityAdmin',
  CI: 'CityInspector',
  KA: 'CountyAdmin',
  KI: 'CountyInspector',
  SE: 'Secretary',
  PR: 'Principal',
  DS: 'DeputySecretary',
  CM: 'CommitteeMember',
  AT: 'AdminTeamMember',
  CL: 'SchoolClerk',
  ST: 'Staff',
  PA: 'Parent',
};

const SCHOOL: readonly Place[] = [
  'ownSchool',
  'ownSchoolRestricted',
  'ownSchoolForOther',
  'ownSchoolRestrictedForOther',
];
const COUNTY: readonly Place[] = [...SCHOOL, 'siblingSchool', 'county'];
const CITY: readonly Place[] = ['cityRunSchool', 'city'];
const WORLD: readonly Place[] = [...COUNTY, ...CITY, 'schoolOfNextCounty', 'schoolOfOtherCity', 'platform'];

/** The places that a letter means at each level, by hand. */
const MEANING: Readonly<Record<Level, Readonly<Record<string, readonly Place[]>>>> = {
  platform: { r: WORLD, t: ['platform'] },
  city: {
    r: [...COUNTY, ...CITY, 'schoolOfNextCounty'],
    t: CITY,
    o: ['ownSchool', 'ownSchoolRestricted', 'siblingSchool', 'county', ...CITY, 'schoolOfNextCounty'],
  },
  county: { r: COUNTY, t: COUNTY, o: ['ownSchool', 'ownSchoolRestricted', 'siblingSchool', 'county'] },
  school: {
    t: COUNTY,
    s: SCHOOL,
    u: ['ownSchool', 'ownSchoolForOther'],
    c: ['ownSchool', 'ownSchoolRestricted', 'ownSchoolForOther'],
    o: ['ownSchool', 'ownSchoolRestricted'],
  },
};

interface Cell {
  readonly role: Role;
  readonly subject: SubjectName;
  readonly action: ActionOf<SubjectName>;
  readonly letter: string;
}

const [heading = '', ...lines] = MATRIX.trim().split('\n');
const roles = heading
  .trim()
  .split(/\s+/)
  .map((code) => CODES[code] as Role);
const cells: Cell[] = lines.flatMap((line) => {
  const [subject, action, ...letters] = line.trim().split(/\s+/);
  return roles.map((role, at) => ({ role, subject, action, letter: letters[at] ?? '' }) as Cell);
});
const decisions = cells.length * Object.keys(PLACES).length;

function admits({ tenant, school, restricted, account }: Alternative, place: Place): boolean {
  const { tenantId, schoolId, ...row } = PLACES[place];
  if (restricted !== undefined && restricted !== row.restricted) return false;
  if (account !== undefined && account !== row.accountId) return false;
  if ('eq' in tenant && tenant.eq !== tenantId) return false;
  if ('in' in tenant && !tenant.in.includes(tenantId)) return false;
  if ('between' in tenant && (tenantId < tenant.between[0] || tenantId > tenant.between[1])) return false;
  if (!school) return true;
  if (schoolId === null) return false;
  return 'eq' in school ? school.eq === schoolId : school.in.includes(schoolId);
}

/** What the ability says about a cell, in words: asked row by row. */
function byRow(ability: AppAbility, { action, subject }: Cell): string {
  const untyped: AnyAbility = ability;
  const places = WORLD.filter((place) => untyped.can(action, subjectOf(subject, PLACES[place])));
  return places.length === 0 ? 'none' : `${fieldsOf(ability, action, subject).kind}: ${places.join(' ')}`;
}

/** The same as a list's WHERE would have it. */
function byCondition(ability: AppAbility, { action, subject }: Cell): string {
  const condition = conditionOf(ability, action, subject);
  if (condition.kind === 'none') return 'none';
  const places = WORLD.filter((place) => condition.kind === 'all' || condition.of.some((one) => admits(one, place)));
  return `${fieldsOf(ability, action, subject).kind}: ${places.join(' ')}`;
}

function expected({ role, letter }: Cell): string {
  if (letter === '-') return 'none';
  const places = MEANING[LEVEL_OF[role]][letter.toLowerCase()];
  if (!places) throw new Error(`The matrix says "${letter}" for ${role}`);
  const fields = letter === letter.toLowerCase() ? 'all' : 'only';
  return `${fields}: ${WORLD.filter((place) => places.includes(place)).join(' ')}`;
}

/** The cells of a role in which rules and matrix differ. */
function disagreements(role: Role, rules: readonly PolicyRule[], ask = byRow): string[] {
  const ability = createAbility(rules);
  return cells
    .filter((cell) => cell.role === role && ask(ability, cell) !== expected(cell))
    .map((cell) => `${cell.role} ${cell.action} ${cell.subject}: ${ask(ability, cell)}, not ${expected(cell)}`);
}

describe('The matrix of roles, actions and subjects', () => {
  test('has every role, subject and action, and no cell is left blank: 884 cells', () => {
    expect(roles).toEqual(Object.values(CODES));
    const pairs = Object.entries(ACTIONS).flatMap(([subject, actions]) =>
      actions.map((action) => `${subject} ${action}`),
    );
    expect([...new Set(cells.map(({ subject, action }) => `${subject} ${action}`))].sort()).toEqual(pairs.sort());
    expect(cells.filter(({ letter }) => !/^[rtsuocRS-]$/.test(letter))).toEqual([]);
    expect(lines.filter((line) => line.trim().split(/\s+/).length !== roles.length + 2)).toEqual([]);
    expect(cells).toHaveLength(884);
    expect(decisions).toBe(9724);
  });

  test('has one rule behind each cell that is not empty, two where it is said twice what is shown: 361 rules', () => {
    const rules = roles.flatMap((role) => rulesFor(grantOf(role)));
    const behind = cells.map(({ letter }) => (letter === 'c' ? 2 : Number(letter !== '-')));
    expect(rules).toHaveLength(behind.reduce((sum, n) => sum + n, 0));
    expect(rules).toHaveLength(361);
  });

  test.each(roles)('%s may do what the matrix says, row by row', (role) => {
    expect(disagreements(role, rulesFor(grantOf(role)))).toEqual([]);
  });

  test.each(roles)('%s finds in a list what the matrix says', (role) => {
    expect(disagreements(role, rulesFor(grantOf(role)), byCondition)).toEqual([]);
  });

  test.each(roles)('%s has the same rights after the rules went through JSON to the admin', (role) => {
    const sent = JSON.parse(JSON.stringify(rulesFor(grantOf(role)))) as PolicyRule[];
    expect(sent).toEqual(rulesFor(grantOf(role)));
    expect(disagreements(role, sent)).toEqual([]);
  });
});

/** The rules of a role with one of them spoilt (or, where the spoiling gives null, left out). */
function spoilt(
  rules: readonly PolicyRule[],
  at: number,
  spoil: (rule: PolicyRule) => PolicyRule | null,
): PolicyRule[] {
  return rules.flatMap((rule, i) => (i === at ? (spoil(rule) ?? []) : rule));
}

/** Rules that don't fit each other (two masks of one type) are refused before they are compared. */
function isNoticed(role: Role, rules: readonly PolicyRule[]): boolean {
  try {
    return disagreements(role, rules).length > 0;
  } catch {
    return true;
  }
}

/** Spoils each rule in turn; the names of those that the matrix didn't notice, and how many were tried. */
function survivors(
  spoil: (rule: PolicyRule) => PolicyRule | null,
  applies: (rule: PolicyRule, role: Role) => boolean = () => true,
): { tried: number; unnoticed: string[] } {
  const tries = roles.flatMap((role) => {
    const rules = rulesFor(grantOf(role));
    return rules.flatMap((rule, at) => (applies(rule, role) ? [{ role, rule, rules: spoilt(rules, at, spoil) }] : []));
  });
  const unnoticed = tries.filter(({ role, rules }) => !isNoticed(role, rules));
  return {
    tried: tries.length,
    unnoticed: unnoticed.map(({ role, rule }) => `${role} ${rule.action} ${rule.subject}`),
  };
}

describe('The matrix turns red', () => {
  test('when any one rule is removed: 361 removals tried', () => {
    expect(survivors(() => null)).toEqual({ tried: 361, unnoticed: [] });
  });

  test('when any one rule forgets its tenant (where the platform has all tenants anyway, there is none to forget)', () => {
    const everywhere = { $gte: 0, $lte: 999999 };
    const result = survivors(
      ({ conditions: { schoolId: _, ...conditions }, ...rule }) => ({
        ...rule,
        conditions: { ...conditions, tenantId: everywhere },
      }),
      ({ conditions }) => JSON.stringify(conditions.tenantId) !== JSON.stringify(everywhere),
    );
    expect(result).toEqual({ tried: 356, unnoticed: [] });
  });

  test('when any one rule forgets its school', () => {
    const result = survivors(
      ({ conditions: { schoolId: _, ...conditions }, ...rule }) => ({ ...rule, conditions }),
      ({ conditions }) => conditions.schoolId !== undefined,
    );
    expect(result).toEqual({ tried: 192, unnoticed: [] });
  });

  test('when any one rule forgets that a row is restricted, or whose it is', () => {
    const restricted = survivors(
      ({ conditions: { restricted: _, ...conditions }, ...rule }) => ({ ...rule, conditions }),
      ({ conditions }) => conditions.restricted !== undefined,
    );
    expect(restricted).toEqual({ tried: 25, unnoticed: [] });
    const account = survivors(
      ({ conditions: { accountId: _, ...conditions }, ...rule }) => ({ ...rule, conditions }),
      ({ conditions }) => conditions.accountId !== undefined,
    );
    expect(account).toEqual({ tried: 32, unnoticed: [] });
  });

  test("when any one rule that a city writes under reaches into its counties, or one that it reads under doesn't", () => {
    const result = survivors(
      (rule) => ({
        ...rule,
        conditions: {
          ...rule.conditions,
          tenantId: rule.conditions.tenantId === 522600 ? { $gte: 522600, $lte: 522699 } : 522600,
        },
      }),
      (_, role) => LEVEL_OF[role] === 'city',
    );
    expect(result).toEqual({ tried: 72, unnoticed: [] });
  });

  test('when any one mask of fields is taken off, or one is put on', () => {
    const result = survivors(({ fields, ...rule }) => (fields ? rule : { ...rule, fields: ['id'] }));
    expect(result).toEqual({ tried: 361, unnoticed: [] });
  });
});
