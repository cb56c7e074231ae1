/**
 * The kinds of tenant table and their row security, as SQL text (see docs/architecture.md, tenancy).
 * A policy is an opaque check that the planner can't estimate, never the filter: `tenant_id + 0`, and settings read
 * through NULLIF so that an unset or empty setting yields no rows and no error.
 */

const setting = (name: string): string => `NULLIF(current_setting('app.${name}', true), '')`;
const inRange = `((tenant_id + 0) >= ${setting('scope_lo')}::int AND (tenant_id - 0) <= ${setting('scope_hi')}::int)`;
const ownTenant = `((tenant_id + 0) = ${setting('tenant_id')}::int)`;
const anAncestor = `(tenant_id = ANY (string_to_array(${setting('ancestors')}, ',')::int[]))`;

/** A check of a column against a closed list of the vocabulary; null is not its matter. */
export function oneOf(column: string, words: readonly string[]): string {
  return `CHECK (${column} IN (${words.map((word) => `'${word}'`).join(', ')}))`;
}

/** How a row is tied to a school: a column, an array column of all schools served, or not at all. */
export type SchoolTie = { column: string } | { array: string } | null;

function inSchool(tie: SchoolTie): string {
  if (!tie) return 'true';
  const school = `${setting('school_id')}::uuid`;
  const match = 'column' in tie ? `${tie.column} = ${school}` : `${tie.array} @> ARRAY[${school}]`;
  return `(${setting('school_id')} IS NULL OR ${match})`;
}

interface Walls {
  read: string;
  write: string;
  /** what may be changed or deleted; default: what may be written */
  change?: string;
  verbs: string;
}

function wall(table: string, { read, write, change = write, verbs }: Walls): string {
  const deletion = verbs.includes('DELETE')
    ? `CREATE POLICY ${table}_delete ON ${table} FOR DELETE TO zhixiao_app, zhixiao_owner USING (${change});`
    : '';
  return `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY ${table}_read ON ${table} FOR SELECT TO zhixiao_app, zhixiao_owner USING (${read});
CREATE POLICY ${table}_insert ON ${table} FOR INSERT TO zhixiao_app, zhixiao_owner WITH CHECK (${write});
CREATE POLICY ${table}_update ON ${table} FOR UPDATE TO zhixiao_app, zhixiao_owner USING (${change}) WITH CHECK (${change});
${deletion}
GRANT ${verbs} ON ${table} TO zhixiao_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO zhixiao_loader;`;
}

/** own: reads the range (and the school, where set), writes the grant's tenant (and that school only, where set). */
export function own(table: string, tie: SchoolTie, verbs = 'SELECT, INSERT, UPDATE'): string {
  const school = inSchool(tie);
  return wall(table, { read: `${inRange} AND ${school}`, write: `${ownTenant} AND ${school}`, verbs });
}

/** sealed: own, and no row is changed or goes any more once it says that its record is signed (SOD-4). */
export function sealed(table: string, tie: SchoolTie, verbs = 'SELECT, INSERT, UPDATE'): string {
  const own = `${ownTenant} AND ${inSchool(tie)}`;
  const open = `${own} AND NOT signed`;
  const walls = wall(table, { read: `${inRange} AND ${inSchool(tie)}`, write: open, change: open, verbs });
  // what is open may be signed
  return `${walls}
ALTER POLICY ${table}_update ON ${table} WITH CHECK (${own});`;
}

/** handed down: reads the range and the ancestors, writes own. */
export function handedDown(table: string, verbs = 'SELECT, INSERT, UPDATE'): string {
  return wall(table, { read: `${inRange} OR ${anAncestor}`, write: ownTenant, verbs });
}

/** reached into: reads and writes the range, by the roles that the policy package names. */
export function reachedInto(table: string, tie: SchoolTie, verbs = 'SELECT, INSERT, UPDATE'): string {
  const check = `${inRange} AND ${inSchool(tie)}`;
  return wall(table, { read: check, write: check, verbs });
}

/** addressed: anyone writes it within the range (and the school, where set); the account that it is for reads and changes it. */
export function addressed(table: string, tie: SchoolTie, verbs = 'SELECT, INSERT, UPDATE'): string {
  const write = `${inRange} AND ${inSchool(tie)}`;
  const read = `${write} AND account_id = ${setting('account_id')}::uuid`;
  return wall(table, { read, write, change: read, verbs });
}
