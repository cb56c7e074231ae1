import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { subtreeEnd } from '@zhixiao/domain';
import type { Actor } from './acting.js';
import { connection, isOn, itemsOf, sees, sorted } from './naive-rows.js';
import type { AnyRow, Item, Paging } from './naive-rows.js';
import { TODAY } from './rows.js';
import { testSchema } from './schema.js';

/**
 * The test schema answered in the plainest way: rows in memory, one resolver a field, CASL asked row by row. What the
 * compiler answers must be equal to it.
 */
interface Given extends Paging {
  readonly id: string;
  readonly ids: readonly string[];
  readonly asOf?: string | null;
  readonly order?: string | null;
  readonly post?: string | null;
  readonly level?: string | null;
  readonly parentId?: string | null;
  readonly filter?: Filter | null;
}

interface Filter {
  readonly q?: string | null;
  readonly tenantId?: string | null;
  readonly code?: readonly string[] | null;
  readonly legal?: boolean | null;
  readonly fewerThan?: number | null;
  readonly atLeast?: number | null;
  readonly failing?: readonly string[] | null;
  readonly schoolId?: string | null;
  readonly personId?: string | null;
  readonly post?: string | null;
  readonly current?: boolean | null;
}

type Resolve = (item: Item, args: Given, actor: Actor) => unknown;

const plain =
  (column: keyof AnyRow): Resolve =>
  ({ row }) =>
    row[column];
const idOf: Readonly<Record<string, (row: AnyRow) => string>> = {
  Tenant: (row) => `T_${row.id}`,
  School: (row) => `S_${row.tenant_id}_${row.school_id}`,
  Person: (row) => `P_${row.tenant_id}_${row.id}`,
  Appointment: (row) => `A_${row.tenant_id}_${row.id}`,
};
const ownId: Resolve = ({ type, row }) => idOf[type]?.(row);

/** The rows of a type with the same tenant, and the same value of a column. */
function related(item: Item, type: string, same: readonly [theirs: keyof AnyRow, ours: keyof AnyRow]): Item[] {
  const [theirs, ours] = same;
  return itemsOf(type, item.day).filter(
    ({ row }) => row.tenant_id === item.row.tenant_id && row[theirs] === item.row[ours],
  );
}

const linkTo =
  (type: string, theirs: keyof AnyRow, ours: keyof AnyRow): Resolve =>
  (item, _args, actor) =>
    related(item, type, [theirs, ours]).find((one) => sees(actor, one)) ?? null;
const tenantOf: Resolve = (item) => related(item, 'Tenant', ['tenant_id', 'tenant_id'])[0];

/** Seats held on the day. */
function held(item: Item, actor: Actor, same: readonly [keyof AnyRow, keyof AnyRow]): Item[] {
  const seats = related(item, 'Appointment', same).filter(({ row }) => isOn(item.day, row.from, row.to));
  return sorted('Appointment.POST_ASC', seats).filter((one) => sees(actor, one));
}
const team = (item: Item, actor: Actor): Item[] => held(item, actor, ['school_id', 'school_id']);

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

const FIELDS: Readonly<Record<string, Readonly<Record<string, Resolve>>>> = {
  Tenant: { id: ownId, name: plain('name'), level: plain('level') },
  School: {
    id: ownId,
    tenant: tenantOf,
    code: plain('code'),
    name: plain('name'),
    students: plain('students'),
    budget: plain('budget'),
    ratio: plain('ratio'),
    legal: plain('legal'),
    tags: plain('tags'),
    findings: ({ row }) => row.findings.map(({ check, outcome, params }) => ({ checkId: check, outcome, params })),
    extra: plain('extra'),
    changedAt: plain('changed_at'),
    validFrom: plain('valid_from'),
    validTo: ({ row }) => (row.valid_to === 'infinity' ? null : row.valid_to),
    nameLength: ({ row }) => [...row.name].length,
    secretary: (item, _args, actor) => team(item, actor).find(({ row }) => row.post === 'SECRETARY') ?? null,
    team: (item, _args, actor) => team(item, actor),
    teamSize: (item, _args, actor) => team(item, actor).length,
    appointments: (item, args, actor) => {
      const all = related(item, 'Appointment', ['school_id', 'school_id']).filter((one) => sees(actor, one));
      return connection(
        'School.appointments',
        all.filter(({ row }) => args.post == null || row.post === args.post),
        args,
      );
    },
  },
  Person: {
    id: ownId,
    tenant: tenantOf,
    name: plain('name'),
    score: plain('score'),
    posts: (item, _args, actor) => held(item, actor, ['person_id', 'id']).slice(0, 2),
  },
  Appointment: {
    id: ownId,
    tenant: tenantOf,
    school: linkTo('School', 'school_id', 'school_id'),
    person: linkTo('Person', 'id', 'person_id'),
    post: plain('post'),
    startsOn: plain('from'),
    endsOn: ({ row }) => (row.to === null ? null : dayBefore(row.to)),
    tenureEndsOn: plain('tenure_end'),
  },
};

function byId(types: readonly string[]): Resolve {
  return (_item, { id, asOf }, actor) => {
    const all = types.flatMap((type) => itemsOf(type, asOf ?? TODAY));
    return all.find((item) => idOf[item.type]?.(item.row) === id && sees(actor, item)) ?? null;
  };
}
const anyById = byId(Object.keys(FIELDS));

function inSubtree(tenantId: number, id: string): boolean {
  const root = Number(id.slice(2));
  return tenantId >= root && tenantId <= subtreeEnd(root);
}

/** null and absent are not given. */
const unless = <T>(value: T | null | undefined, test: (value: T) => boolean): boolean =>
  value === null || value === undefined || test(value);

function matchesSchool(row: AnyRow, f: Filter): boolean {
  return (
    unless(f.q, (q) => row.name.includes(q) || row.code.includes(q) || row.pinyin.includes(q.toLowerCase())) &&
    unless(f.tenantId, (id) => inSubtree(row.tenant_id, id)) &&
    unless(f.code, (codes) => codes.includes(row.code)) &&
    unless(f.legal, (legal) => (row.legal === true) === legal) &&
    unless(f.fewerThan, (most) => row.students !== null && row.students < most) &&
    unless(f.atLeast, (least) => row.students !== null && row.students >= least) &&
    unless(f.failing, (checks) => row.findings.some(({ check }) => checks.includes(check)))
  );
}

function matchesAppointment({ row, day }: Item, f: Filter): boolean {
  return (
    unless(f.schoolId, (id) => idOf['School']?.(row) === id) &&
    unless(f.personId, (id) => `P_${row.tenant_id}_${row.person_id}` === id) &&
    unless(f.post, (post) => row.post === post) &&
    unless(f.current, (current) => !current || isOn(day, row.from, row.to))
  );
}

/** A connection over all rows of a type that the actor sees and the filter lets through. */
function listOf(type: string, order: string, matches: (item: Item, filter: Filter) => boolean): Resolve {
  return (_item, args, actor) => {
    const seen = itemsOf(type, args.asOf ?? TODAY).filter((item) => sees(actor, item));
    return connection(
      `${type}.${args.order ?? order}`,
      seen.filter((item) => matches(item, args.filter ?? {})),
      args,
    );
  };
}

const ROOTS: Readonly<Record<string, Resolve>> = {
  node: anyById,
  nodes: (item, { ids }, actor) => ids.map((id) => anyById(item, { id, ids }, actor)),
  school: byId(['School']),
  person: byId(['Person']),
  appointment: byId(['Appointment']),
  tenants: (_item, { level, parentId }, actor) =>
    itemsOf('Tenant', TODAY).filter(
      (item) =>
        sees(actor, item) &&
        unless(level, (one) => item.row.level === one) &&
        unless(parentId, (id) => item.row.parent_id === Number(id.slice(2))),
    ),
  schools: listOf('School', 'CODE_ASC', ({ row }, filter) => matchesSchool(row, filter)),
  people: listOf('Person', 'NAME_ASC', () => true),
  appointments: listOf('Appointment', 'STARTS_ON_DESC', matchesAppointment),
};

/** The schema with the naive resolvers; its context is the actor. */
export function naiveSchema(): GraphQLSchema {
  const schema = testSchema();
  const set = (typeName: string, resolvers: Readonly<Record<string, Resolve>>): void => {
    const fields = (schema.getType(typeName) as { getFields(): Record<string, object> }).getFields();
    for (const [name, resolver] of Object.entries(resolvers)) {
      const resolve: GraphQLFieldResolver<Item, Actor, Given> = (source, args, actor) => resolver(source, args, actor);
      Object.assign(fields[name] ?? {}, { resolve });
    }
  };
  for (const [type, resolvers] of Object.entries(FIELDS)) set(type, resolvers);
  set('Query', ROOTS);
  Object.assign(schema.getType('Node') ?? {}, { resolveType: (item: Item) => item.type });
  return schema;
}
