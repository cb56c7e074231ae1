/** Rows of the test schema, made by arithmetic so that every run has the same. */
export interface TenantRow {
  id: number;
  parent_id: number | null;
  name: string;
  level: string;
}
export interface SchoolRow {
  tenant_id: number;
  school_id: string;
  valid_from: string;
  valid_to: string;
  code: string;
  name: string;
  pinyin: string;
  students: number | null;
  budget: string | null;
  ratio: number | null;
  legal: boolean | null;
  tags: string[];
  findings: { check: string; outcome: string; params: unknown }[];
  extra: unknown;
  changed_at: string;
}
export interface PersonRow {
  tenant_id: number;
  id: string;
  name: string;
  school_ids: string[];
  score: number | null;
}
export interface AppointmentRow {
  tenant_id: number;
  id: string;
  school_id: string;
  person_id: string;
  post: string;
  from: string;
  to: string | null;
  tenure_end: string | null;
  superseded_at: string | null;
  restricted: boolean;
  account_id: string | null;
}

export const TODAY = '2026-06-01';
export const COUNTIES = [522635, 522636, 522701];

/** Ids that don't sort like the numbers they are made of. */
export function uuidOf(kind: number, n: number): string {
  const mixed = ((n * 7919 + kind * 104_729) % 65_536).toString(16).padStart(4, '0');
  return `${mixed}${kind}000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
}

export const tenants: TenantRow[] = [
  { id: 520000, parent_id: null, name: '甲省', level: 'PROVINCE' },
  { id: 522600, parent_id: 520000, name: '乙州', level: 'CITY' },
  { id: 522635, parent_id: 522600, name: '丙县', level: 'COUNTY' },
  { id: 522636, parent_id: 522600, name: '丁县', level: 'COUNTY' },
  { id: 522700, parent_id: 520000, name: '戊州', level: 'CITY' },
  { id: 522701, parent_id: 522700, name: '己县', level: 'COUNTY' },
];

const county = (n: number): number => COUNTIES[n % COUNTIES.length] ?? 0;
const orNull = <T>(isNull: boolean, value: T): T | null => (isNull ? null : value);

function schoolRow(n: number, period: readonly [string, string]): SchoolRow {
  const later = period[1] === 'infinity';
  return {
    tenant_id: county(n),
    school_id: uuidOf(1, n),
    valid_from: period[0],
    valid_to: period[1],
    code: `C${(n * 37) % 100}`,
    name: later ? `第${n}中学 50%_\\"` : `第${n}小学`,
    pinyin: `di${n}zhongxue`,
    students: orNull(n % 4 === 0, (n % 3) * 100),
    budget: orNull(n % 5 === 0, `${9007199254740993n + BigInt(n)}`),
    ratio: orNull(n % 5 === 1, n / 8),
    legal: orNull(n % 3 === 0, n % 2 === 0),
    tags: n % 2 === 0 ? [] : [`t${n}`, 'a "b"'],
    findings: [1, 2]
      .slice(0, n % 3)
      .map((i) => ({ check: `STF-${i}`, outcome: 'FAIL', params: orNull(i === 2, { n }) })),
    extra: orNull(n % 2 === 0, { id: n, list: [1, null] }),
    changed_at: `2026-01-${String((n % 27) + 1).padStart(2, '0')}T16:30:00.120Z`,
  };
}

/** Most schools have a period that has ended and one that is open; one school begins tomorrow. */
export const schools: SchoolRow[] = Array.from({ length: 14 }, (_, n) => n).flatMap((n) =>
  n === 13
    ? [schoolRow(n, ['2026-06-02', 'infinity'])]
    : [schoolRow(n, ['2024-09-01', '2025-09-01']), schoolRow(n, ['2025-09-01', 'infinity'])],
);

export const people: PersonRow[] = Array.from({ length: 16 }, (_, n) => ({
  tenant_id: county(n),
  id: uuidOf(2, n),
  name: `p${n % 5}`,
  school_ids: n % 6 === 5 ? [] : [uuidOf(1, n % 12)],
  score: orNull(n % 3 === 0, n % 4),
}));

export const appointments: AppointmentRow[] = Array.from({ length: 44 }, (_, n) => ({
  tenant_id: county(n),
  id: uuidOf(3, n),
  school_id: uuidOf(1, n % 12),
  person_id: uuidOf(2, n % 15),
  post: n % 12 < 6 ? 'PRINCIPAL' : n < 12 ? 'SECRETARY' : 'PRINCIPAL',
  from: `202${n % 7}-0${(n % 8) + 1}-01`,
  to: orNull(n % 3 === 0, '2026-07-01'),
  tenure_end: orNull(n % 2 === 0, `2027-0${(n % 5) + 1}-01`),
  superseded_at: orNull(n % 9 !== 8, '2026-01-01T00:00:00Z'),
  restricted: n % 4 === 1,
  account_id: orNull(n % 7 === 3, uuidOf(9, n % 2)),
}));
