import { conditionOf, fieldsOf } from '@zhixiao/policy';
import type { Alternative, AppAbility, Condition, FieldMask, SubjectName, TenantTest } from '@zhixiao/policy';
import type { Model } from './model.js';

/** What an ability lets through of one type: which rows, which fields. */
export interface Permission {
  readonly condition: Condition;
  readonly mask: FieldMask;
}

export interface TenantRange {
  readonly lo: number;
  readonly hi: number;
}

const known = new WeakMap<AppAbility, Map<string, Permission>>();

/** The ability's word on a model, asked once an ability. */
export function permissionOf(ability: AppAbility, model: Model): Permission {
  const subject = model.subject ?? (model.type as SubjectName);
  let permissions = known.get(ability);
  if (!permissions) known.set(ability, (permissions = new Map<string, Permission>()));
  let permission = permissions.get(subject);
  if (!permission) {
    permission = { condition: conditionOf(ability, 'read', subject), mask: fieldsOf(ability, 'read', subject) };
    permissions.set(subject, permission);
  }
  return permission;
}

/** Whether a test holds for every tenant of the range, so that it need not be written. */
export function covers(test: TenantTest, { lo, hi }: TenantRange): boolean {
  if ('eq' in test) return test.eq === lo && lo === hi;
  if ('in' in test) return lo === hi && test.in.includes(lo);
  return test.between[0] <= lo && hi <= test.between[1];
}

/** The range that is left of it under a condition of one alternative: a rule for one tenant also routes the statement. */
export function narrow(range: TenantRange, condition: Condition): TenantRange {
  const [only, second] = condition.kind === 'any' ? condition.of : [];
  if (!only || second || 'in' in only.tenant) return range;
  const [lo, hi] = 'eq' in only.tenant ? [only.tenant.eq, only.tenant.eq] : only.tenant.between;
  return { lo: Math.max(lo, range.lo), hi: Math.min(hi, range.hi) };
}

const shapes = new WeakMap<Permission, TenantRange & { readonly shape: string }>();

/** What of a permission changes the SQL: the form of its tests and the mask, never a value. */
export function shapeOfPermission(permission: Permission, range: TenantRange): string {
  const last = shapes.get(permission);
  if (last && last.lo === range.lo && last.hi === range.hi) return last.shape;
  const shape = shapeOver(permission, range);
  shapes.set(permission, { lo: range.lo, hi: range.hi, shape });
  return shape;
}

function shapeOver({ condition, mask }: Permission, range: TenantRange): string {
  const rows =
    condition.kind === 'any' ? condition.of.map((a) => shapeOfAlternative(a, range)).join('|') : condition.kind;
  return `${rows}/${mask.kind === 'only' ? mask.fields.join(',') : mask.kind}`;
}

function shapeOfAlternative({ tenant, school, restricted, account }: Alternative, range: TenantRange): string {
  const tenantShape = covers(tenant, range) ? '' : String(Object.keys(tenant));
  const schoolShape = school ? String(Object.keys(school)) : '';
  return `${tenantShape}+${schoolShape}+${String(restricted ?? '')}+${account === undefined ? '' : 'own'}`;
}
