import fc from 'fast-check';
import type { GeneratorValue } from 'fast-check';
import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import type { Request } from './answer.js';
import { cursorOf } from './naive-rows.js';
import { appointments, COUNTIES, people, schools, uuidOf } from './rows.js';

/** Names that internal aliases, columns or output names could be confused with. */
const ALIASES = [
  'id',
  'name',
  'code',
  'tenant_id',
  'school_id',
  'json',
  'key',
  'value',
  'nodes',
  'totalCount',
  '_1',
  'a',
];

interface Making {
  readonly g: GeneratorValue;
  readonly schema: GraphQLSchema;
  readonly variables: Record<string, unknown>;
  readonly definitions: string[];
  readonly fragments: string[];
}

const pick = <T>(g: GeneratorValue, from: readonly T[]): T => from[g(fc.nat, { max: from.length - 1 })] as T;
const chance = (g: GeneratorValue, percent: number): boolean => g(fc.nat, { max: 99 }) < percent;

/** A random valid operation over the test schema, with aliases, fragments, directives, variables and cursors. */
export function randomQuery(g: GeneratorValue, schema: GraphQLSchema): Request {
  const making: Making = { g, schema, variables: {}, definitions: [], fragments: [] };
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => name !== 'greeting');
  const parts = Array.from(
    { length: 1 + g(fc.nat, { max: 2 }) },
    (_, i) => `r${i}: ${fieldText(making, pick(g, roots), 3)}`,
  );
  const definitions = making.definitions.length > 0 ? `(${making.definitions.join(', ')})` : '';
  return {
    query: `query Random${definitions} { ${parts.join(' ')} } ${making.fragments.join(' ')}`,
    variables: making.variables,
  };
}

type AnyField = GraphQLField<unknown, unknown>;

function fieldText(making: Making, field: AnyField, depth: number): string {
  const type = getNamedType(field.type);
  const args = argumentsText(making, field);
  if (isObjectType(type)) return `${field.name}${args} { ${selectionText(making, type.name, depth)} }`;
  if (!isInterfaceType(type)) return `${field.name}${args}`;
  const concrete = ['School', 'Person', 'Appointment', 'Tenant'].map(
    (name) => `... on ${name} { ${prefixed(making, name, depth)} }`,
  );
  return `${field.name}${args} { __typename id ${concrete.join(' ')} }`;
}

/** Under an interface a response key must mean the same in every type. */
function prefixed(making: Making, typeName: string, depth: number): string {
  return `${typeName}_self: __typename ... on Node { nid: id } ${typeName === 'School' ? `team { ${selectionText(making, 'Appointment', depth - 1)} }` : ''}`;
}

function selectionText(making: Making, typeName: string, depth: number): string {
  const { g, schema } = making;
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(typeName);
  const used = new Set<string>();
  const fields = Object.values(type.getFields()).filter(({ type: t }) => depth > 0 || !isObjectType(getNamedType(t)));
  const parts: string[] = [];
  const count = 1 + g(fc.nat, { max: 4 });
  for (let i = 0; i < count && fields.length > 0; i++) {
    const field = pick(g, fields);
    const key = chance(g, 40) ? pick(g, ALIASES) : field.name;
    if (used.has(key)) continue;
    used.add(key);
    const text = `${key === field.name ? '' : `${key}: `}${fieldText(making, field, depth - 1)}`;
    parts.push(dressed(making, typeName, text));
  }
  return [...parts, 'last: __typename'].join(' ');
}

/** The field by itself, or in a fragment, or under a directive. */
function dressed(making: Making, typeName: string, text: string): string {
  const { g, fragments } = making;
  const how = g(fc.nat, { max: 11 });
  if (how === 0) return `... on ${typeName} { ${text} }`;
  if (how === 1) return `... @include(if: ${asVariable(making, 'Boolean!', chance(g, 50))}) { ${text} }`;
  if (how === 2) return `... @skip(if: ${asVariable(making, 'Boolean!', chance(g, 50))}) { ${text} }`;
  if (how > 3) return text;
  const name = `F${fragments.length}`;
  fragments.push('');
  fragments[Number(name.slice(1))] = `fragment ${name} on ${typeName} { ${text} }`;
  return `...${name}`;
}

function asVariable({ variables, definitions }: Making, type: string, value: unknown): string {
  const name = `v${definitions.length}`;
  definitions.push(`$${name}: ${type}`);
  if (value !== undefined) variables[name] = value;
  return `$${name}`;
}

/** A value as a literal or as a variable; null and absence too where they are allowed. */
function valueText(making: Making, type: string, value: unknown): string {
  const { g } = making;
  if (!type.endsWith('!') && chance(g, 15))
    return chance(g, 50) ? 'null' : asVariable(making, type, chance(g, 50) ? null : undefined);
  if (chance(g, 40)) return asVariable(making, type, value);
  if (Array.isArray(value) && value.length > 0 && chance(g, 40)) {
    const [first, ...rest] = value as unknown[];
    const element = type.slice(1).replace(/\]!?$/, '');
    return `[${[asVariable(making, element, first), ...rest.map((one) => JSON.stringify(one))].join(', ')}]`;
  }
  return /^(School|Person|Appointment)Order|^Post|^TenantLevel/.test(type) ? String(value) : JSON.stringify(value);
}

const id = (prefix: string, kind: number, most: number) => (g: GeneratorValue) => {
  const n = g(fc.nat, { max: most });
  const county = chance(g, 80) ? COUNTIES[n % 3] : COUNTIES[(n + 1) % 3];
  return `${prefix}_${county}_${uuidOf(kind, n)}`;
};
const schoolId = id('S', 1, 15);
const personId = id('P', 2, 17);
const appointmentId = id('A', 3, 45);
const anyId = (g: GeneratorValue): string =>
  pick(g, [
    schoolId,
    personId,
    appointmentId,
    (h: GeneratorValue) => `T_${pick(h, [...COUNTIES, 522600, 999999])}`,
    () => 'S_1_x',
  ])(g);

const FILTERS: Readonly<Record<string, readonly [type: string, value: (g: GeneratorValue) => unknown]>> = {
  q: ['String', (g) => pick(g, ['中学', '50%', '_\\', 'C3', 'DI1', 'no such', ''])],
  tenantId: ['ID', (g) => pick(g, ['T_522636', 'T_522600', 'T_522700', 'T_520000'])],
  code: ['[String!]', (g) => schools.slice(0, g(fc.nat, { max: 8 })).map(({ code }) => code)],
  legal: ['Boolean', (g) => chance(g, 50)],
  fewerThan: ['Int', (g) => g(fc.nat, { max: 200 })],
  atLeast: ['Int', (g) => g(fc.nat, { max: 200 })],
  failing: ['[String!]', (g) => pick(g, [['STF-1'], ['STF-2', 'STF-9'], []])],
  schoolId: ['ID', schoolId],
  personId: ['ID', personId],
  post: ['Post', (g) => pick(g, ['SECRETARY', 'PRINCIPAL'])],
  current: ['Boolean', (g) => chance(g, 50)],
};

function filterText(making: Making, names: readonly string[]): string {
  const given = names.filter(() => chance(making.g, 25));
  const pairs = given.map((name) => {
    const [type, value] = FILTERS[name] ?? ['', () => null];
    return `${name}: ${valueText(making, type, value(making.g))}`;
  });
  return `{ ${pairs.join(', ')} }`;
}

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  schools: ['School.CODE_ASC', 'School.CODE_DESC', 'School.STUDENTS_DESC'],
  people: ['Person.NAME_ASC', 'Person.SCORE_ASC'],
  appointments: ['Appointment.STARTS_ON_DESC', 'Appointment.TENURE_ENDS_ASC'],
};
const ROWS: Readonly<Record<string, readonly object[]>> = { schools, people, appointments };

function argumentsText(making: Making, field: AnyField): string {
  const { g } = making;
  const nested = field.args.some((arg) => arg.name === 'post');
  const names = nested ? ['School.appointments'] : (ORDERS[field.name] ?? []);
  const order = names.length > 0 ? pick(g, names) : '';
  const texts = field.args.flatMap(({ name, type }) => {
    const must = String(type).endsWith('!') || (name === 'order' && order !== names[0]);
    if (!must && chance(g, 55)) return [];
    const makers: Readonly<Record<string, () => string>> = {
      id: () => valueText(making, 'ID!', pick(g, [anyId, schoolId, personId, appointmentId])(g)),
      ids: () =>
        valueText(
          making,
          '[ID!]!',
          Array.from({ length: g(fc.nat, { max: 5 }) }, () => anyId(g)),
        ),
      asOf: () => valueText(making, 'Date', pick(g, ['2024-10-01', '2025-09-01', '2026-06-02', '2030-01-01'])),
      first: () => valueText(making, 'Int', 1 + g(fc.nat, { max: 5 })),
      offset: () => valueText(making, 'Int', g(fc.nat, { max: 4 })),
      after: () => valueText(making, 'String', cursorOf(order, pick(g, ROWS[field.name] ?? appointments))),
      filter: () =>
        filterText(making, Object.keys((getNamedType(type) as unknown as { getFields(): object }).getFields())),
      order: () =>
        order === names[0] ? valueText(making, String(type), order.split('.')[1]) : String(order.split('.')[1]),
      post: () => valueText(making, 'Post', pick(g, ['SECRETARY', 'PRINCIPAL'])),
      level: () => valueText(making, 'TenantLevel', pick(g, ['CITY', 'COUNTY'])),
      parentId: () => valueText(making, 'ID', pick(g, ['T_522600', 'T_520000', 'T_0'])),
    };
    return [`${name}: ${makers[name]?.() ?? 'null'}`];
  });
  return texts.length > 0 ? `(${texts.join(', ')})` : '';
}
