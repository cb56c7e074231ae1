import { decodeTenantId, subtreeEnd } from '@zhixiao/domain';
import { conditionOf, type SubjectName } from '@zhixiao/policy';
import type { ReadContext } from '../../platform/context.js';
import type { Statement } from '../../platform/database/read-pool.js';
import { conditionSql } from '../../platform/read/index.js';
import { schoolAsked, type PeriodAsked } from './period.js';

/** A statement in the making, over rows of several tables in the range that is asked for. */
export interface OpenStatement {
  /** a parameter, to be written with its type */
  bind(value: unknown): string;
  /** the tenants asked for, and the school, under an alias of a table */
  within(alias: string): string;
  /** what the ability lets this grant read of the type; `restricted` is SQL where the table has one */
  readable(subject: SubjectName, alias: string, restricted?: string): string;
  statement(text: string): Statement;
}

/** Opens a statement under the grant's ability and the tenant and school that are asked for. */
export function openStatement(ctx: ReadContext, asked: PeriodAsked): OpenStatement {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const [from, to] = rangeOf(ctx, asked.tenantId);
  const [lo, hi] = [`${bind(from)}::int`, `${bind(to)}::int`];
  const school = schoolAsked(asked);
  const one = school === null ? null : `${bind(school)}::uuid`;
  return {
    bind,
    within: (alias) =>
      `${alias}.tenant_id BETWEEN ${lo} AND ${hi}${one === null ? '' : ` AND ${alias}.school_id = ${one}`}`,
    readable: (subject, alias, restricted) =>
      conditionSql(
        conditionOf(ctx.ability, 'read', subject),
        {
          ...{ tenant: `${alias}.tenant_id`, school: `${alias}.school_id` },
          ...(restricted === undefined ? {} : { restricted }),
        },
        values,
      ),
    statement: (text) => ({ text, values }),
  };
}

/** The subtree of a tenant as far as the grant reaches; of what is no tenant's id, nothing. */
function rangeOf({ grant }: ReadContext, tenantId: string | null | undefined): readonly [number, number] {
  if (!tenantId) return [grant.lo, grant.hi];
  const tenant = decodeTenantId(tenantId);
  return tenant === null ? [1, 0] : [Math.max(tenant, grant.lo), Math.min(subtreeEnd(tenant), grant.hi)];
}
