import { subjectOf } from '@zhixiao/policy';
import type { Actor } from './acting.js';
import { appointments, people, schools, tenants } from './rows.js';
import type { AppointmentRow, PersonRow, SchoolRow } from './rows.js';

/** A row of any of the types: each has its own columns of these. */
export interface AnyRow extends SchoolRow, PersonRow, AppointmentRow {
  parent_id: number | null;
  level: string;
}

const asAny = (rows: readonly object[]): readonly AnyRow[] => rows as readonly AnyRow[];
const ALL: Readonly<Record<string, readonly AnyRow[]>> = {
  Tenant: asAny(tenants.map((row) => ({ ...row, tenant_id: row.id, id: String(row.id) }))),
  School: asAny(schools),
  Person: asAny(people),
  Appointment: asAny(appointments.filter((row) => row.superseded_at === null)),
};

/** A row of a type on the day of its root field. */
export interface Item {
  readonly type: string;
  readonly day: string;
  readonly row: AnyRow;
}

export function isOn(day: string, from: string, to: string | null): boolean {
  return from <= day && (to === null || to === 'infinity' || to > day);
}

/** Whether the grant's range and CASL, asked about this very row, let it through. */
export function sees({ ctx, ability }: Actor, { type, row }: Item): boolean {
  const { tenant_id: tenantId, school_id: schoolId, school_ids: schoolIds, restricted, account_id } = row;
  if (!ctx.grant || tenantId < ctx.grant.lo || tenantId > ctx.grant.hi) return false;
  return ability.can(
    'read',
    subjectOf(type as 'School', {
      tenantId,
      ...(type === 'Person' ? { schoolIds } : { schoolId }),
      ...(type === 'Appointment' ? { restricted, ...(account_id ? { accountId: account_id } : {}) } : {}),
    }),
  );
}

/** All rows of a type that are there on the day. */
export function itemsOf(type: string, day: string): Item[] {
  const rows = (ALL[type] ?? []).filter((row) => type !== 'School' || isOn(day, row.valid_from, row.valid_to));
  return rows.map((row) => ({ type, day, row }));
}

type Value = string | number | null;
type Sort = readonly (readonly [column: keyof AnyRow, direction: 1 | -1])[];
const SORTS: Readonly<Record<string, Sort>> = {
  'School.CODE_ASC': [
    ['tenant_id', 1],
    ['code', 1],
    ['school_id', 1],
  ],
  'School.CODE_DESC': [
    ['tenant_id', -1],
    ['code', -1],
    ['school_id', -1],
  ],
  'School.STUDENTS_DESC': [
    ['students', -1],
    ['school_id', 1],
  ],
  'School.appointments': [
    ['post', 1],
    ['id', -1],
  ],
  'Person.NAME_ASC': [
    ['name', 1],
    ['id', 1],
  ],
  'Person.SCORE_ASC': [
    ['score', 1],
    ['id', 1],
  ],
  'Appointment.STARTS_ON_DESC': [
    ['from', -1],
    ['id', -1],
  ],
  'Appointment.TENURE_ENDS_ASC': [
    ['tenure_end', 1],
    ['id', 1],
  ],
  'Appointment.POST_ASC': [
    ['post', 1],
    ['id', 1],
  ],
};

const placeOf = (name: string, row: AnyRow): Value[] => (SORTS[name] ?? []).map(([column]) => row[column] as Value);

/** Nulls come last, whatever the direction. */
function compare(name: string, a: readonly Value[], b: readonly Value[]): number {
  for (const [i, [, direction]] of (SORTS[name] ?? []).entries()) {
    const [x, y] = [a[i] ?? null, b[i] ?? null];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -direction : direction;
  }
  return 0;
}

export function sorted(name: string, items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => compare(name, placeOf(name, a.row), placeOf(name, b.row)));
}

/** The cursor that the compiler's SQL makes of a row. */
export function cursorOf(name: string, row: object): string {
  const values = [name, ...placeOf(name, row as AnyRow)].map((value) => JSON.stringify(value));
  return Buffer.from(`[${values.join(', ')}]`).toString('base64url');
}

function isAfter(name: string, { row }: Item, cursor: string): boolean {
  const [, ...place] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Value[];
  return compare(name, placeOf(name, row), place) > 0;
}

export interface Paging {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly offset?: number | null;
}

export function connection(name: string, items: readonly Item[], { first, after, offset }: Paging): object {
  const rest = sorted(name, items)
    .filter((item) => !after || isAfter(name, item, after))
    .slice(offset ?? 0);
  const nodes = rest.slice(0, first ?? 20);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(name, node.row) }));
  const pageInfo = {
    hasNextPage: rest.length > nodes.length,
    hasPreviousPage: Boolean(after) || (offset ?? 0) > 0,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { nodes, edges, totalCount: items.length, pageInfo };
}
