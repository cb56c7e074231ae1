import { columns, YEAR_JSON, YEAR_TABLES } from './year/year-tables.js';

/** The tables that generated data goes into, parents first, with the columns that it fills. */
export const DEMO_TABLES = {
  school: columns(`tenant_id id code opened_on`),
  school_version: columns(
    `tenant_id id school_id valid name stage ownership legal_person assumed classes students staff`,
  ),
  party_organization: columns(`tenant_id id school_ids`),
  party_organization_version:
    columns(`tenant_id id organization_id school_ids valid name org_type has_committee full_members probationary_members term_start
    term_end term_extended_until approval_no superior_id assumed`),
  school_organization: columns(`tenant_id id school_id organization_id valid`),
  person:
    columns(`tenant_id id person_key name name_pinyin name_initials sex birth_month ethnicity education title membership
    party_joined_on party_full_on school_ids`),
  appointment:
    columns(`tenant_id id school_id person_id person_name post portfolio full_time acting valid start_precision
    end_precision tenure_end probation_until document_no authority source`),
  staffing_departure:
    columns(`tenant_id id school_id check_id person_id reason status requested_on requested_by requested_by_account
    approver approved_on review_on withdrawn_on withdrawn_reason`),
  rollout_entry: columns(`tenant_id id school_id state readiness effective_on document_no declared reason recorded_by
    created_at`),
  audit_entry: columns(
    `tenant_id id at account_id actor grant_id role request_id ip action subject_type subject_id school_id after reason`,
  ),
  school_standing:
    columns(`tenant_id school_id valid_from valid_to code name name_pinyin name_initials stage ownership legal_person
    assumed town classes students staff scope organization_id organization_name org_type has_committee
    full_members probationary_members members term_end term_in_force secretary_id secretary_name
    secretary_acting principal_id principal_name principal_acting combined secretary_vacant_since
    principal_vacant_since full_time_deputy_vacant_since needs_full_time_deputy has_full_time_deputy
    full_time_deputies principal_is_member member_principal_is_deputy member_vice_heads
    member_vice_heads_in_committee rollout_state rollout_since rollout_declared rollout_document_no stf1 stf2
    stf3 stf4 stf5 stf6 stf7 stf8 stf9 stf10 stf11 stf12 findings hard_findings default_findings
    advisory_findings departures_pending departures_approved version`),
  ...YEAR_TABLES,
};

export type DemoTable = keyof typeof DEMO_TABLES;
export type DemoRow = Readonly<Record<string, unknown>>;
export const DEMO_TABLE_NAMES = Object.keys(DEMO_TABLES) as DemoTable[];

/** Columns of JSON; every other list is an array of the database. */
const JSON_COLUMNS: ReadonlySet<string> = new Set(['findings', 'after', ...YEAR_JSON]);

/** Rows of one or more tenants, by table, as the text that COPY reads. */
export interface CopyText {
  add(table: DemoTable, row: DemoRow): void;
  /** the same with the values in the order of the table's columns */
  addValues(table: DemoTable, values: readonly unknown[]): void;
  /** the text so far, by table, and begins anew */
  take(): Record<DemoTable, string>;
  readonly rows: Readonly<Record<DemoTable, number>>;
}

/** Collects rows as COPY text. */
export function createCopyText(): CopyText {
  const empty = (): Record<DemoTable, string[]> =>
    Object.fromEntries(DEMO_TABLE_NAMES.map((table) => [table, []])) as unknown as Record<DemoTable, string[]>;
  const rows = Object.fromEntries(DEMO_TABLE_NAMES.map((table) => [table, 0])) as Record<DemoTable, number>;
  let lines = empty();
  return {
    rows,
    add: (table, row) => {
      rows[table] += 1;
      lines[table].push(copyLine(table, row));
    },
    addValues: (table, values) => {
      rows[table] += 1;
      const columns = DEMO_TABLES[table];
      lines[table].push(`${values.map((value, i) => copyValue(columns[i] ?? '', value)).join('\t')}\n`);
    },
    take: () => {
      const taken = lines;
      lines = empty();
      return Object.fromEntries(DEMO_TABLE_NAMES.map((table) => [table, taken[table].join('')])) as Record<
        DemoTable,
        string
      >;
    },
  };
}

/** One string, not a chain of its parts: of those there would be millions. */
function copyLine(table: DemoTable, row: DemoRow): string {
  return `${DEMO_TABLES[table].map((column) => copyValue(column, row[column])).join('\t')}\n`;
}

function copyValue(column: string, value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (JSON_COLUMNS.has(column)) return escape(JSON.stringify(value));
  if (Array.isArray(value)) return escape(`{${value.map((item) => JSON.stringify(item)).join(',')}}`);
  return typeof value === 'string' ? escape(value) : String(value);
}

const SPECIAL: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escape(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (char) => SPECIAL[char] ?? char) : text;
}
