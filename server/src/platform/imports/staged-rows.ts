import { applyEdits } from '@zhixiao/documents';
import type { JudgedRow, MappedRow, MappedTable, RowEdit } from '@zhixiao/documents';
import type { WriteDb } from '../database/write-transaction.js';
import { newId } from '../ids.js';
import type { Batch } from './load-batch.js';

/** What all rows of one sheet share, kept with the batch so that rows can be judged again. */
export type TableHead = Omit<MappedTable, 'rows'>;

export interface StagedRow {
  id: string;
  source: MappedRow;
  edits: Record<string, string | null> | null;
}

export interface Staged {
  readonly tables: readonly MappedTable[];
  readonly rows: readonly StagedRow[];
}

/** The tables of a batch as they were staged, with the corrections typed since. */
export async function loadStaged(
  db: WriteDb,
  batch: { tenantId: number; id: string; heads: readonly TableHead[] },
): Promise<Staged> {
  return stagedFrom(await db.query<StagedRow>(STAGED_SQL, [batch.tenantId, batch.id]), batch.heads);
}

/** `$1` the tenant, `$2` the batch. */
export const STAGED_SQL =
  'SELECT id, source, edits FROM import_row WHERE tenant_id = $1 AND batch_id = $2 ORDER BY position';

/** Rows as `STAGED_SQL` gives them, as the tables that a judgement takes. */
export function stagedFrom(rows: readonly StagedRow[], heads: readonly TableHead[]): Staged {
  const plain = heads.map((head) => ({
    ...head,
    rows: rows.filter((r) => r.source.sheet === head.sheet).map((r) => r.source),
  }));
  const edits: RowEdit[] = rows.flatMap(({ source, edits: cells }) =>
    cells ? [{ sheet: source.sheet, row: source.row, cells }] : [],
  );
  return { rows, tables: applyEdits(plain, edits) };
}

/** A judged row as the columns of import_row. */
export function judgedColumns(judged: JudgedRow): Record<string, unknown> {
  return {
    target_tenant_id: judged.tenantId ?? null,
    outcome: judged.outcome.toUpperCase(),
    change: judged.change ?? 'NONE',
    reasons: judged.reasons,
    warnings: judged.warnings,
    record: judged.record ?? null,
  };
}

/** Stages judged rows in one statement a thousand. */
export async function insertStaged(
  db: WriteDb,
  batch: Pick<Batch, 'tenantId' | 'id' | 'schoolId' | 'accountId'>,
  { tables, judged }: { readonly tables: readonly MappedTable[]; readonly judged: readonly JudgedRow[] },
): Promise<void> {
  const sources = tables.flatMap((table) => table.rows);
  const rows = judged.map((row, position) => ({
    id: newId(),
    position,
    sheet: row.sheet,
    row_no: row.row,
    cells: cellTexts(sources[position]),
    source: sources[position],
    ...judgedColumns(row),
  }));
  const { tenantId, id: batchId, schoolId, accountId } = batch;
  const own = { tenant_id: tenantId, batch_id: batchId, school_id: schoolId, account_id: accountId };
  for (let from = 0; from < rows.length; from += 1000) {
    await db.query('INSERT INTO import_row SELECT * FROM jsonb_populate_recordset(NULL::import_row, $1::jsonb)', [
      JSON.stringify(rows.slice(from, from + 1000).map((row) => ({ ...row, ...own }))),
    ]);
  }
}

function cellTexts(row: MappedRow | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(row?.cells ?? {}).map(([field, cell]) => [field, cell.text]));
}

/** Writes a new judgement over staged rows that it changed; what people typed stays. */
export async function updateJudged(
  db: WriteDb,
  tenantId: number,
  rows: readonly { id: string; judged: JudgedRow }[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const values = rows.slice(from, from + 1000).map(({ id, judged }) => ({ id, ...judgedColumns(judged) }));
    await db.query(
      `UPDATE import_row r SET target_tenant_id = v.target_tenant_id, outcome = v.outcome, change = v.change, reasons = v.reasons,
         warnings = v.warnings, record = v.record
       FROM jsonb_to_recordset($2::jsonb) AS v (id uuid, target_tenant_id int, outcome text, change text, reasons text[], warnings text[], record jsonb)
       WHERE r.tenant_id = $1 AND r.id = v.id AND (r.outcome, r.change, r.reasons, r.warnings, r.record)
         IS DISTINCT FROM (v.outcome, v.change, v.reasons, v.warnings, v.record)`,
      [tenantId, JSON.stringify(values)],
    );
  }
}

/** How many rows came to what. */
export function countRows(judged: readonly JudgedRow[]): Record<string, number> {
  const counts: Record<string, number> = {
    imported: 0,
    rejected: 0,
    duplicate: 0,
    vacancy: 0,
    ignored: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
  };
  for (const { outcome, change } of judged) {
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    const kind = change?.toLowerCase();
    if (outcome === 'imported' && kind) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
