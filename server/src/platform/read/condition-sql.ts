import type { Condition, SchoolTest, TenantTest } from '@zhixiao/policy';

/** Where a hand-written statement keeps what abilities may test; `schools` is a uuid[]. */
export interface ConditionColumns {
  readonly tenant: string;
  readonly school?: string;
  readonly schools?: string;
  readonly restricted?: string;
  readonly account?: string;
}

/**
 * An ability's condition as SQL for a hand-written statement (roll-ups, reports). Values are appended to `params`.
 * A rule about what no column is given for lets nothing through.
 */
export function conditionSql(condition: Condition, columns: ConditionColumns, params: unknown[]): string {
  if (condition.kind === 'all') return 'TRUE';
  if (condition.kind === 'none' || condition.of.length === 0) return 'FALSE';
  const bind = (value: unknown): string => `$${params.push(value)}`;
  const alternatives = condition.of.map(({ tenant, school, restricted, account }) => {
    const tests = [
      tenantSql(tenant, columns.tenant, bind),
      ...(school ? [schoolSql(school, columns, bind)] : []),
      ...(restricted === undefined
        ? []
        : [columns.restricted ? restrictedSql(columns.restricted, { restricted }) : 'FALSE']),
      ...(account === undefined ? [] : [columns.account ? `${columns.account} = ${bind(account)}` : 'FALSE']),
    ];
    return tests.join(' AND ');
  });
  return `(${alternatives.join(' OR ')})`;
}

/** A boolean is in the SQL itself: it changes which index fits. A row that doesn't say whether it is restricted fails both. */
export function restrictedSql(column: string, { restricted }: { readonly restricted: boolean }): string {
  return restricted ? column : `NOT ${column}`;
}

type Bind = (value: unknown) => string;

function tenantSql(test: TenantTest, column: string, bind: Bind): string {
  if ('eq' in test) return `${column} = ${bind(test.eq)}`;
  if ('in' in test) return `${column} = ANY (${bind(test.in)})`;
  return `${column} BETWEEN ${bind(test.between[0])} AND ${bind(test.between[1])}`;
}

function schoolSql(test: SchoolTest, { school, schools }: ConditionColumns, bind: Bind): string {
  if (school) return 'eq' in test ? `${school} = ${bind(test.eq)}` : `${school} = ANY (${bind(test.in)})`;
  if (!schools) return 'FALSE';
  return `${schools} && ${bind('eq' in test ? [test.eq] : test.in)}::uuid[]`;
}
