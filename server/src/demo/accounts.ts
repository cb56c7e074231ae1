import type { Role } from '@zhixiao/domain';
import { derivedId } from '../platform/ids.js';
import { DEMO_CITIES, UNSTAFFED_COUNTY } from './demo-plans.js';
import type { DemoSchool } from './school.js';
import { accountId, isShowcase, SHOWCASE_PEOPLE, showcasePeople } from './showcase.js';
import { WORDS } from './words.js';

/** An account of the demonstration with its grants, and the person it belongs to where rights follow from a post. */
export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly grants: readonly {
    readonly id: string;
    readonly tenantId: number;
    readonly role: Role;
    readonly schoolId: string | null;
  }[];
  readonly person: { readonly tenantId: number; readonly personId: string } | null;
}

/** The tenants of one demonstration city and the school of its school-level accounts. */
interface DemoCity {
  readonly id: number;
  readonly counties: readonly number[];
  /** the county of county-admin and county-inspector */
  readonly county: number;
  /** before each name: empty for the first city */
  readonly prefix: string;
  readonly showcase: DemoSchool;
}

/** Every account, the platform's operator once and each city's own. */
export function demoAccounts(schools: readonly DemoSchool[]): DemoAccount[] {
  const operator = account('operator', 'operator', [{ tenantId: 0, role: 'PlatformOperator' }]);
  const cities = DEMO_CITIES.map((id, index): DemoCity => {
    const counties = [...new Set(schools.map((one) => one.seed.tenantId))].filter((one) => one > id && one < id + 100);
    const showcase = schools.find((one) => isShowcase(one.seed) && counties.includes(one.seed.tenantId));
    if (!showcase) throw new Error(`no school for the accounts of ${id}`);
    const county = counties.includes(UNSTAFFED_COUNTY) ? UNSTAFFED_COUNTY : showcase.seed.tenantId;
    return { id, counties, county, showcase, prefix: index === 0 ? '' : 'b-' };
  });
  return [operator, ...cities.flatMap(cityAccounts)];
}

type Granted = { tenantId: number; role: Role; schoolId?: string };

function account(username: string, kind: keyof typeof WORDS.accounts, granted: readonly Granted[]): DemoAccount {
  const grants = granted.map(({ tenantId, role, schoolId = null }) => ({
    id: derivedId('grant', username, tenantId, role),
    tenantId,
    role,
    schoolId,
  }));
  return { username, displayName: WORDS.accounts[kind], grants, person: null };
}

function cityAccounts({ id, counties, county, prefix, showcase }: DemoCity): DemoAccount[] {
  const { tenantId } = showcase.seed;
  const people = showcasePeople(showcase.seats);
  const named = new Map(showcase.seats.map((one) => [one.person.id, one.person.name]));
  return [
    account(`${prefix}city-admin`, 'city-admin', [
      { tenantId: id, role: 'CityAdmin' },
      ...counties.map((one) => ({ tenantId: one, role: 'CountyAdmin' as const })),
    ]),
    account(`${prefix}city-inspector`, 'city-inspector', [{ tenantId: id, role: 'CityInspector' }]),
    account(`${prefix}county-admin`, 'county-admin', [{ tenantId: county, role: 'CountyAdmin' }]),
    account(`${prefix}county-inspector`, 'county-inspector', [{ tenantId: county, role: 'CountyInspector' }]),
    account(`${prefix}clerk`, 'clerk', [{ tenantId, role: 'SchoolClerk', schoolId: showcase.id }]),
    ...SHOWCASE_PEOPLE.map((who) => ({
      username: prefix + who,
      displayName: named.get(people[who]) ?? who,
      grants: [],
      person: { tenantId, personId: people[who] },
    })),
  ];
}

type Row = Readonly<Record<string, unknown>>;

/** The columns of the tables that accounts go into. */
export function accountRows(
  account: DemoAccount,
  { passwordHash, year }: { passwordHash: string; year: number },
): { account: Row; grants: Row[]; person: Row | null } {
  const id = accountId(account.username);
  return {
    account: { id, username: account.username, display_name: account.displayName, password_hash: passwordHash },
    grants: account.grants.map((grant) => ({
      tenant_id: grant.tenantId,
      id: grant.id,
      account_id: id,
      account_name: account.displayName,
      username: account.username,
      role: grant.role,
      school_id: grant.schoolId,
      valid: `[${year}-01-01,${year + 2}-01-01)`,
      granted_by: WORDS.loadedBy,
      reason: WORDS.grantReason,
    })),
    person: account.person && {
      tenant_id: account.person.tenantId,
      account_id: id,
      person_id: account.person.personId,
    },
  };
}
