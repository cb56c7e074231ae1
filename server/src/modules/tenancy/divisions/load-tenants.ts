import { tenantRows } from './tenant-rows.js';

/** Where the code of a division holds from: older than any record that the system keeps. */
const CODES_SINCE = '2000-01-01';

/** A connection of the owner, search_path zhixiao. */
export interface OwnerConnection {
  query(text: string, values?: unknown[]): Promise<{ rowCount: number | null }>;
}

/**
 * Puts the whole division tree and the codes into the database; may run at every start. Which tenants take part is
 * `enrolled_on`, which this leaves alone. Nobody gets settings: without own ones those of the tenant above hold.
 * @returns how many tenants were new or changed
 */
export async function loadTenants(owner: OwnerConnection): Promise<number> {
  await owner.query('BEGIN');
  try {
    const { rowCount } = await owner.query(UPSERT, [JSON.stringify(tenantRows().map(columnsOf))]);
    await owner.query(`SET LOCAL app.scope_lo = '0'; SET LOCAL app.scope_hi = '999999'; SET LOCAL app.ancestors = ''`);
    await owner.query(ADD_CODES);
    await owner.query('COMMIT');
    return rowCount ?? 0;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

function columnsOf(row: ReturnType<typeof tenantRows>[number]): Record<string, unknown> {
  const { subtreeEnd: subtree_end, parentId: parent_id, shortName: short_name, ...same } = row;
  return { ...same, subtree_end, parent_id, short_name };
}

// the foreign key to the parent is checked at the end of the statement: the order of rows is free
const UPSERT = `
  INSERT INTO tenant AS t (id, subtree_end, parent_id, code, name, short_name, level)
  SELECT id, subtree_end, parent_id, code, name, short_name, level
  FROM jsonb_to_recordset($1::jsonb) AS r (id int, subtree_end int, parent_id int, code text, name text, short_name text, level text)
  ON CONFLICT (id) DO UPDATE SET subtree_end = excluded.subtree_end, parent_id = excluded.parent_id, code = excluded.code,
    name = excluded.name, short_name = excluded.short_name, level = excluded.level
  WHERE (t.subtree_end, t.parent_id, t.code, t.name, t.short_name, t.level)
    IS DISTINCT FROM (excluded.subtree_end, excluded.parent_id, excluded.code, excluded.name, excluded.short_name, excluded.level)`;

// row security binds the owner too, and a row is written under its own tenant: the setting moves from row to row
const ADD_CODES = `
  DO $$
  DECLARE t record;
  BEGIN
    FOR t IN SELECT n.id, n.code FROM tenant n
      WHERE NOT EXISTS (SELECT 1 FROM tenant_code c WHERE c.tenant_id = n.id AND c.code = n.code)
    LOOP
      EXECUTE format('SET LOCAL app.tenant_id = %L', t.id);
      INSERT INTO tenant_code (tenant_id, code, valid) VALUES (t.id, t.code, daterange('${CODES_SINCE}', NULL));
    END LOOP;
  END $$`;
