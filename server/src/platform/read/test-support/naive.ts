import { subjectOf } from '@zhixiao/policy';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { Actor } from './acting.js';
import { appointments, people, schools, tenants, TODAY } from './rows.js';
import type { AppointmentRow, PersonRow, SchoolRow, TenantRow } from './rows.js';
import { testSchema } from './schema.js';

/**
 * The same schema answered in the plainest way: rows in memory, one resolver a field, CASL asked row by row. What the
 * compiler answers must be equal to it.
 */
type Row = Record<string, any>;
type Value = string | number | null;
type Sort = readonly (readonly [value: (row: never) => Value, direction: 1 | -1])[];
/** A row of a type on the day of its root field. */
interface Item {
  type: string;
  day: string;
  row: any;
}

function sees({ ctx, ability }: Actor, { type, row }: Item): boolean {
  const tenantId = type === 'Tenant' ? row.id : row.tenant_id;
  if (!ctx.grant || tenantId < ctx.grant.lo || tenantId > ctx.grant.hi) return false;
  const tie = type === 'Person' ? { schoolIds: row.school_ids } : { schoolId: row.school_id ?? null };
  return ability.can('read', subjectOf(type as 'School', { tenantId, ...tie }));
}

const holds = (day: string, from: string, to: string | null): boolean => from <= day && (to === null || to > day);
const onDay = (day: string) => (row: AppointmentRow) => holds(day, row.from, row.to);

function itemsOf(type: string, day: string, rows: readonly Row[]): Item[] {
  return rows.map((row) => ({ type, day, row }));
}

const schoolsOn = (day: string): SchoolRow[] =>
  schools.filter((row) => row.valid_from <= day && (row.valid_to === 'infinity' || row.valid_to > day));
const current = appointments.filter((row) => row.superseded_at === null);

function compare(sort: Sort, a: Row, b: Row): number {
  for (const [value, direction] of sort) {
    const [x, y] = [value(a as never), value(b as never)];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -direction : direction;
  }
  return 0;
}

const column = (name: string) => (row: Row) => row[name] as Value;
export const SORTS: Readonly<Record<string, Sort>> = {
  'School.CODE_ASC': [
    [column('tenant_id'), 1],
    [column('code'), 1],
    [column('school_id'), 1],
  ],
  'School.CODE_DESC': [
    [column('tenant_id'), -1],
    [column('code'), -1],
    [column('school_id'), -1],
  ],
  'School.STUDENTS_DESC': [
    [column('students'), -1],
    [column('school_id'), 1],
  ],
  'School.appointments': [
    [column('post'), 1],
    [column('id'), -1],
  ],
  'Person.NAME_ASC': [
    [column('name'), 1],
    [column('id'), 1],
  ],
  'Person.SCORE_ASC': [
    [column('score'), 1],
    [column('id'), 1],
  ],
  'Appointment.STARTS_ON_DESC': [
    [column('from'), -1],
    [column('id'), -1],
  ],
  'Appointment.TENURE_ENDS_ASC': [
    [column('tenure_end'), 1],
    [column('id'), 1],
  ],
};
const BY_POST: Sort = [
  [column('post'), 1],
  [column('id'), 1],
];

export function cursorOf(name: string, row: Row): string {
  const values = [name, ...(SORTS[name] ?? []).map(([value]) => value(row as never))];
  return Buffer.from(`[${values.map((value) => JSON.stringify(value)).join(', ')}]`).toString('base64url');
}

function isAfter(name: string, row: Row, cursor: string): boolean {
  const [, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Value[];
  const sort = SORTS[name] ?? [];
  const place = sort.map(([, direction], i): readonly [(row: Row) => Value, 1 | -1] => [
    (r) => (r === row ? (sort[i]?.[0](r as never) ?? null) : (values[i] ?? null)),
    direction,
  ]);
  return compare(place as Sort, row, {}) > 0;
}

interface Paging {
  first?: number | null;
  after?: string | null;
  offset?: number | null;
}

function connection(name: string, items: readonly Item[], { first, after, offset }: Paging): object {
  const sorted = [...items].sort((a, b) => compare(SORTS[name] ?? [], a.row as Row, b.row as Row));
  const rest = sorted.filter((item) => !after || isAfter(name, item.row as Row, after)).slice(offset ?? 0);
  const nodes = rest.slice(0, first ?? 20);
  const edges = nodes.map((node) => ({ node, cursor: cursorOf(name, node.row as Row) }));
  return {
    nodes,
    edges,
    totalCount: items.length,
    pageInfo: {
      hasNextPage: rest.length > nodes.length,
      hasPreviousPage: Boolean(after) || (offset ?? 0) > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

type Resolve = (item: Item, args: Row, actor: Actor) => unknown;
const linkTo =
  (rows: (item: Item) => Item | undefined): Resolve =>
  (item, _args, actor) => {
    const found = rows(item);
    return found && sees(actor, found) ? found : null;
  };
const tenantOf: Resolve = ({ row, day }) =>
  itemsOf(
    'Tenant',
    day,
    tenants.filter(({ id }) => id === row.tenant_id),
  )[0];
const keyOf =
  (prefix: string, id: (row: Row) => string): Resolve =>
  ({ row }) =>
    `${prefix}_${row.tenant_id}_${id(row as Row)}`;
const plain =
  (name: string): Resolve =>
  ({ row }) =>
    row[name];

function team({ row, day }: Item, actor: Actor): Item[] {
  const held = current.filter((a) => a.tenant_id === row.tenant_id && a.school_id === row.school_id).filter(onDay(day));
  return itemsOf(
    'Appointment',
    day,
    held.sort((a, b) => compare(BY_POST, a, b)),
  ).filter((item) => sees(actor, item));
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

const FIELDS: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  Tenant: { id: ({ row }) => `T_${row.id}`, name: plain('name'), level: plain('level') },
  School: {
    id: keyOf('S', (row) => row['school_id'] as string),
    tenant: tenantOf,
    code: plain('code'),
    name: plain('name'),
    students: plain('students'),
    budget: plain('budget'),
    ratio: plain('ratio'),
    legal: plain('legal'),
    tags: plain('tags'),
    findings: ({ row }) =>
      (row as SchoolRow).findings.map((f) => ({ checkId: f.check, outcome: f.outcome, params: f.params })),
    extra: plain('extra'),
    changedAt: plain('changed_at'),
    validFrom: plain('valid_from'),
    validTo: ({ row }) => (row.valid_to === 'infinity' ? null : row.valid_to),
    nameLength: ({ row }) => [...(row as SchoolRow).name].length,
    secretary: (item, _args, actor) => team(item, actor).find(({ row }) => row.post === 'SECRETARY') ?? null,
    team: (item, _args, actor) => team(item, actor),
    teamSize: (item, _args, actor) => team(item, actor).length,
    appointments: ({ row, day }, args, actor) => {
      const all = current.filter((a) => a.tenant_id === row.tenant_id && a.school_id === row.school_id);
      const asked = all.filter((a) => args['post'] == null || a.post === args['post']);
      return connection(
        'School.appointments',
        itemsOf('Appointment', day, asked).filter((item) => sees(actor, item)),
        args,
      );
    },
  },
  Person: {
    id: keyOf('P', (row) => row['id'] as string),
    tenant: tenantOf,
    name: plain('name'),
    score: plain('score'),
    posts: ({ row, day }, _args, actor) => {
      const held = current.filter((a) => a.tenant_id === row.tenant_id && a.person_id === row.id).filter(onDay(day));
      return itemsOf(
        'Appointment',
        day,
        held.sort((a, b) => compare(BY_POST, a, b)),
      )
        .filter((i) => sees(actor, i))
        .slice(0, 2);
    },
  },
  Appointment: {
    id: keyOf('A', (row) => row['id'] as string),
    tenant: tenantOf,
    school: linkTo(({ row, day }) =>
      itemsOf('School', day, schoolsOn(day)).find(
        (s) => s.row.tenant_id === row.tenant_id && s.row.school_id === row.school_id,
      ),
    ),
    person: linkTo(({ row, day }) =>
      itemsOf('Person', day, people).find((p) => p.row.tenant_id === row.tenant_id && p.row.id === row.person_id),
    ),
    post: plain('post'),
    startsOn: plain('from'),
    endsOn: ({ row }) => (row.to === null ? null : dayBefore(row.to as string)),
    tenureEndsOn: plain('tenure_end'),
  },
};

/** All rows of a type that may be found by key. */
function lookup(id: string, day: string): Item | undefined {
  const all = [
    ...itemsOf('Tenant', day, tenants),
    ...itemsOf('School', day, schoolsOn(day)),
    ...itemsOf('Person', day, people),
    ...itemsOf('Appointment', day, current),
  ];
  return all.find((item) => FIELDS[item.type]?.['id']?.(item, {}, undefined as never) === id);
}

const byId =
  (type: string | null): Resolve =>
  (_item, args, actor) => {
    const found = lookup(args['id'] as string, (args['asOf'] as string | undefined) ?? TODAY);
    return found && (type === null || found.type === type) && sees(actor, found) ? found : null;
  };

function inSubtree(tenantId: number, id: string | null | undefined): boolean {
  if (id == null) return true;
  const root = Number(id.slice(2));
  const end = root % 10_000 === 0 ? root + 9_999 : root % 100 === 0 ? root + 99 : root;
  return tenantId >= root && tenantId <= end;
}

function matches(row: SchoolRow, f: Row): boolean {
  const q = f['q'] as string | null | undefined;
  return (
    (q == null || row.name.includes(q) || row.code.includes(q) || row.pinyin.includes(q.toLowerCase())) &&
    inSubtree(row.tenant_id, f['tenantId'] as string | null) &&
    (f['code'] == null || (f['code'] as string[]).includes(row.code)) &&
    (f['legal'] == null || (row.legal === true) === f['legal']) &&
    (f['fewerThan'] == null || (row.students !== null && row.students < (f['fewerThan'] as number))) &&
    (f['atLeast'] == null || (row.students !== null && row.students >= (f['atLeast'] as number))) &&
    (f['failing'] == null || row.findings.some(({ check }) => (f['failing'] as string[]).includes(check)))
  );
}

function matchesAppointment(row: AppointmentRow, f: Row, day: string): boolean {
  return (
    (f['schoolId'] == null || f['schoolId'] === `S_${row.tenant_id}_${row.school_id}`) &&
    (f['personId'] == null || f['personId'] === `P_${row.tenant_id}_${row.person_id}`) &&
    (f['post'] == null || f['post'] === row.post) &&
    (f['current'] !== true || onDay(day)(row))
  );
}

const ROOTS: Readonly<Record<string, Resolve>> = {
  node: byId(null),
  nodes: (item, { ids }, actor) => (ids as string[]).map((id) => byId(null)(item, { id }, actor)),
  school: byId('School'),
  person: byId('Person'),
  appointment: byId('Appointment'),
  tenants: (_item, args, actor) => {
    const parent = args['parentId'] == null ? null : Number(String(args['parentId']).slice(2));
    const asked = tenants.filter(
      (t: TenantRow) =>
        (args['level'] == null || t.level === args['level']) && (parent === null || t.parent_id === parent),
    );
    return itemsOf('Tenant', TODAY, asked).filter((t) => sees(actor, t));
  },
  schools: (_item, args, actor) => {
    const day = (args['asOf'] as string | undefined) ?? TODAY;
    const asked = schoolsOn(day).filter((row) => matches(row, (args['filter'] as Row | null) ?? {}));
    return connection(
      `School.${String(args['order'] ?? 'CODE_ASC')}`,
      itemsOf('School', day, asked).filter((s) => sees(actor, s)),
      args,
    );
  },
  people: (_item, args, actor) =>
    connection(
      `Person.${String(args['order'] ?? 'NAME_ASC')}`,
      itemsOf('Person', TODAY, people as PersonRow[]).filter((p) => sees(actor, p)),
      args,
    ),
  appointments: (_item, args, actor) => {
    const day = (args['asOf'] as string | undefined) ?? TODAY;
    const asked = current.filter((row) => matchesAppointment(row, (args['filter'] as Row | null) ?? {}, day));
    return connection(
      `Appointment.${String(args['order'] ?? 'STARTS_ON_DESC')}`,
      itemsOf('Appointment', day, asked).filter((a) => sees(actor, a)),
      args,
    );
  },
};

/** The schema with the naive resolvers; its context is the actor. */
export function naiveSchema(): GraphQLSchema {
  const schema = testSchema();
  const set = (typeName: string, resolvers: Readonly<Record<string, Resolve>>): void => {
    const fields = (schema.getType(typeName) as { getFields(): Record<string, { resolve?: unknown }> }).getFields();
    for (const [name, resolve] of Object.entries(resolvers)) {
      const field: GraphQLFieldResolver<Item, Actor, Row> = (source, args, actor) => resolve(source, args, actor);
      Object.assign(fields[name] ?? {}, { resolve: field });
    }
  };
  for (const [type, resolvers] of Object.entries(FIELDS)) set(type, resolvers);
  set('Query', ROOTS);
  Object.assign(schema.getType('Node') ?? {}, { resolveType: (item: Item) => item.type });
  return schema;
}
