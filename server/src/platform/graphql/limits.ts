import { GraphQLError, Kind, getNamedType, isListType, getNullableType, isObjectType, isInterfaceType } from 'graphql';
import type {
  ASTVisitor,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValidationContext,
  GraphQLNamedType,
  FieldNode,
} from 'graphql';
import { RuleViolation } from '../errors.js';

export const LIMITS = {
  tokens: 2000,
  depth: 14,
  fields: 400,
  aliases: 40,
  directives: 20,
  cost: 30_000,
  page: 200,
} as const;

interface Size {
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
}

type Fragments = (name: string) => FragmentDefinitionNode | null | undefined;

/** Adds up a selection once per fragment, so that a tower of fragments costs its length and not its product to measure. */
function measure(set: SelectionSetNode | undefined, fragments: Fragments, seen: Map<string, Size | null>): Size {
  const total: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };
  for (const selection of set?.selections ?? []) {
    total.directives += selection.directives?.length ?? 0;
    const inner = innerSize(selection, fragments, seen);
    const own = selection.kind === Kind.FIELD && !selection.name.value.startsWith('__') ? 1 : 0;
    total.depth = Math.max(total.depth, inner.depth + own);
    total.fields = Math.min(1e6, total.fields + inner.fields + own);
    total.aliases = Math.min(
      1e6,
      total.aliases + inner.aliases + (selection.kind === Kind.FIELD && selection.alias ? 1 : 0),
    );
    total.directives = Math.min(1e6, total.directives + inner.directives);
  }
  return total;
}

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0, directives: 0 };

function innerSize(
  selection: SelectionSetNode['selections'][number],
  fragments: Fragments,
  seen: Map<string, Size | null>,
): Size {
  if (selection.kind !== Kind.FRAGMENT_SPREAD) {
    // introspection is deep by nature and reads no data
    if (selection.kind === Kind.FIELD && selection.name.value.startsWith('__')) return NOTHING;
    return measure(selection.selectionSet, fragments, seen);
  }
  const name = selection.name.value;
  const known = seen.get(name);
  if (known !== undefined) return known ?? NOTHING; // null: being measured, a circle that another rule reports
  seen.set(name, null);
  const size = measure(fragments(name)?.selectionSet, fragments, seen);
  seen.set(name, size);
  return size;
}

/** Carried as the original error, since Apollo writes its own code over that of a validation error. */
function tooComplex(params: { what: string; found: number; limit: number }): GraphQLError {
  return new GraphQLError('TOO_COMPLEX', { originalError: new RuleViolation('TOO_COMPLEX', params) });
}

/** How many fields an operation selects at its root, through fragments too: forty logins in one fragment are forty. */
function rootFieldCount(set: SelectionSetNode | undefined, fragments: Fragments, known: Map<string, number>): number {
  let total = 0;
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) total += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) total += rootFieldCount(selection.selectionSet, fragments, known);
    else total += spreadCount(selection.name.value, fragments, known);
  }
  return Math.min(1e6, total);
}

/** Counted once a fragment; one that is being counted is a circle, which another rule reports. */
function spreadCount(name: string, fragments: Fragments, known: Map<string, number>): number {
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, 0);
  const count = rootFieldCount(fragments(name)?.selectionSet, fragments, known);
  known.set(name, count);
  return count;
}

/** Refuses what is too large before any of it runs. It reports and does not throw, so that the answer is a 400. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  const seen = new Map<string, Size | null>();
  let reported = false;
  const report = (what: keyof Size, found: number): void => {
    if (reported || found <= LIMITS[what]) return;
    reported = true;
    context.reportError(tooComplex({ what, found, limit: LIMITS[what] }));
  };
  return {
    OperationDefinition(node: OperationDefinitionNode) {
      const size = measure(node.selectionSet, (name) => context.getFragment(name), seen);
      (['depth', 'fields', 'aliases', 'directives'] as const).forEach((what) => report(what, size[what]));
      const acts =
        node.operation === 'mutation'
          ? rootFieldCount(node.selectionSet, (name) => context.getFragment(name), new Map())
          : 1;
      if (acts > 1) context.reportError(tooComplex({ what: 'mutations', found: acts, limit: 1 }));
    },
  };
}

interface Costed {
  schema: GraphQLSchema;
  fragments: Fragments;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * The number of objects that an operation may fetch: page sizes multiplied down the tree, from variables too.
 * @throws RuleViolation BAD_INPUT for a page size that is no page, TOO_COMPLEX over the limit
 */
export function refuseCost(operation: OperationDefinitionNode, costed: Costed): void {
  const root = operation.operation === 'mutation' ? costed.schema.getMutationType() : costed.schema.getQueryType();
  if (!root) return;
  const cost = costOf(operation.selectionSet, root, { costed, memo: new Map() });
  if (cost > LIMITS.cost) throw new RuleViolation('TOO_COMPLEX', { cost: Math.min(cost, 1e9), limit: LIMITS.cost });
}

interface Walk {
  costed: Costed;
  memo: Map<string, number>;
}

function costOf(set: SelectionSetNode | undefined, type: GraphQLNamedType, walk: Walk): number {
  let total = 0;
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) total += fieldCost(selection, type, walk);
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      total += costOf(selection.selectionSet, narrowed(selection.typeCondition?.name.value, type, walk), walk);
    else total += fragmentCost(selection.name.value, type, walk);
  }
  return total;
}

function fragmentCost(name: string, type: GraphQLNamedType, walk: Walk): number {
  const known = walk.memo.get(name);
  if (known !== undefined) return known;
  walk.memo.set(name, 0);
  const fragment = walk.costed.fragments(name);
  const cost = costOf(fragment?.selectionSet, narrowed(fragment?.typeCondition.name.value, type, walk), walk);
  walk.memo.set(name, cost);
  return cost;
}

function narrowed(name: string | undefined, type: GraphQLNamedType, { costed }: Walk): GraphQLNamedType {
  return (name ? costed.schema.getType(name) : null) ?? type;
}

/** A list without a page size (a school's team, its departures) is small by nature. */
const UNPAGED_LIST = 8;

function fieldCost(node: FieldNode, type: GraphQLNamedType, walk: Walk): number {
  if (!node.selectionSet || node.name.value.startsWith('__')) return 0;
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return 0;
  const first = field.args.find((arg) => arg.name === 'first');
  const page = first ? pageSize(node, first.defaultValue, walk) : null;
  const listed = isListType(getNullableType(field.type)) ? UNPAGED_LIST : 1;
  const inConnection = ['nodes', 'edges', 'node', 'pageInfo'].includes(node.name.value);
  return (page ?? (inConnection ? 1 : listed)) * (1 + costOf(node.selectionSet, getNamedType(field.type), walk));
}

function pageSize(node: FieldNode, fallback: unknown, { costed }: Walk): number {
  const value = node.arguments?.find((arg) => arg.name.value === 'first')?.value;
  const given =
    value?.kind === Kind.VARIABLE
      ? costed.variables[value.name.value]
      : value?.kind === Kind.INT
        ? Number(value.value)
        : undefined;
  const size = given ?? fallback ?? 20;
  if (!Number.isInteger(size) || Number(size) < 1 || Number(size) > LIMITS.page) {
    throw new RuleViolation('BAD_INPUT', { path: ['first'], min: 1, max: LIMITS.page });
  }
  return Number(size);
}
