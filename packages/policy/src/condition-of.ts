import type { AnyAbility } from '@casl/ability';
import { rulesToAST } from '@casl/ability/extra';
import type { AppAbility } from './ability.js';
import type { ActionOf, SubjectName } from './actions.js';

/** Which tenants. */
export type TenantTest =
  | { readonly eq: number }
  | { readonly between: readonly [lo: number, hi: number] }
  | { readonly in: readonly number[] };

/** Which schools; for a person or an organisation: any of its schools. */
export type SchoolTest = { readonly eq: string } | { readonly in: readonly string[] };

/** One alternative: the tenant and, where named, the school, whether the row is restricted, the account that it is for. */
export interface Alternative {
  readonly tenant: TenantTest;
  readonly school?: SchoolTest;
  readonly restricted?: boolean;
  readonly account?: string;
}

/** What an ability lets through, in a form that is closed, so that SQL made of it can be exhaustive. */
export type Condition =
  { readonly kind: 'none' } | { readonly kind: 'all' } | { readonly kind: 'any'; readonly of: readonly Alternative[] };

/** Every name that a rule may test. */
const NAMES = ['tenantId', 'schoolId', 'restricted', 'accountId'] as const;

/** A node of CASL's condition tree, read defensively: what is not known here must not be let through. */
interface Node {
  readonly operator: string;
  readonly field?: unknown;
  readonly value: unknown;
}

/**
 * The rows that an ability allows, for a list's WHERE. An operator, a name or a shape that SQL doesn't know throws: a
 * filter that is left out would show too much.
 */
export function conditionOf<S extends SubjectName>(ability: AppAbility, action: ActionOf<S>, subject: S): Condition {
  const untyped: AnyAbility = ability;
  if (untyped.rulesFor(action, subject).some((rule) => rule.inverted)) throw new Error('Prohibitions have no SQL here');
  const ast: Node | null = rulesToAST(untyped, action, subject);
  if (ast === null) return { kind: 'none' };
  if (ast.operator === 'and' && partsOf(ast).length === 0) return { kind: 'all' };
  const alternatives = ast.operator === 'or' ? partsOf(ast) : [ast];
  return { kind: 'any', of: alternatives.map(alternative) };
}

function alternative(node: Node): Alternative {
  const tests = node.operator === 'and' ? partsOf(node) : [node];
  const stray = tests.find(({ field }) => !NAMES.some((name) => name === field));
  if (stray) throw new Error(`A rule tests ${String(stray.field ?? stray.operator)}, which has no SQL`);
  const on = (name: (typeof NAMES)[number]): readonly Node[] => tests.filter(({ field }) => field === name);
  const [school, restricted, account] = [on('schoolId'), on('restricted'), on('accountId')];
  return {
    tenant: tenantTest(on('tenantId')),
    ...(school.length > 0 ? { school: schoolTest(school) } : {}),
    ...(restricted.length > 0 ? { restricted: equality(restricted, isBoolean) } : {}),
    ...(account.length > 0 ? { account: equality(account, isId) } : {}),
  };
}

/** The value of a name that may be tested once, for equality. */
function equality<T>(tests: readonly Node[], isValue: (value: unknown) => value is T): T {
  const [{ operator, value, field } = { operator: 'nothing', value: null }, ...more] = tests;
  if (more.length > 0) throw new Error(`A rule tests ${String(field)} twice`);
  if (operator === 'eq' && isValue(value)) return value;
  throw new Error(`A rule tests ${String(field)} by ${operator}, which has no SQL`);
}

function tenantTest(tests: readonly Node[]): TenantTest {
  const [first, second, ...more] = tests;
  if (first && !second) return tenantEquality(first);
  const lo = tests.find(({ operator }) => operator === 'gte')?.value;
  const hi = tests.find(({ operator }) => operator === 'lte')?.value;
  if (more.length > 0 || !isTenant(lo) || !isTenant(hi)) throw new Error('A rule needs one tenant, a list or a range');
  // One tenant as an equality also routes a statement to its node.
  return lo === hi ? { eq: lo } : { between: [lo, hi] };
}

function tenantEquality({ operator, value }: Node): TenantTest {
  if (operator === 'eq' && isTenant(value)) return { eq: value };
  if (operator === 'in' && Array.isArray(value) && value.every(isTenant)) return { in: value };
  throw new Error(`A rule tests tenantId by ${operator}, which has no SQL`);
}

function schoolTest(tests: readonly Node[]): SchoolTest {
  const [{ operator, value } = { operator: 'nothing', value: null }, ...more] = tests;
  if (more.length > 0) throw new Error('A rule tests schoolId twice');
  if (operator === 'eq' && isId(value)) return { eq: value };
  if (operator === 'in' && Array.isArray(value) && value.every(isId)) return { in: value };
  throw new Error(`A rule tests schoolId by ${operator}, which has no SQL`);
}

function partsOf({ operator, value }: Node): readonly Node[] {
  if (!Array.isArray(value)) throw new Error(`A rule has ${operator} without parts`);
  return value.map(asNode);
}

function asNode(value: unknown): Node {
  if (typeof value !== 'object' || value === null || !('operator' in value) || !('value' in value)) {
    throw new Error('A part of a rule is no condition');
  }
  const { operator, value: inner } = value;
  return { operator: String(operator), value: inner, field: 'field' in value ? value.field : undefined };
}

function isTenant(value: unknown): value is number {
  return Number.isInteger(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
