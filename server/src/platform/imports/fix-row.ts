import { decodeIdOf } from '@zhixiao/domain';
import { applyEdits, judgeRoster } from '@zhixiao/documents';
import type { WriteContext } from '../context.js';
import { RuleViolation, notFound } from '../errors.js';
import type { ActiveGrant } from '../scope.js';
import { gatherFacts } from './gather-facts.js';
import { lockBatch, requireStep } from './load-batch.js';
import { countRows, loadStaged, updateJudged } from './staged-rows.js';

const CELL_LENGTH = 5000;

export interface RowFix {
  readonly batchId: string;
  readonly rowId: string;
  readonly edits: unknown;
}

/**
 * Puts cells of one staged row right; all rows are judged again, since rows of a file bear on each other.
 * @returns the uuid of the row
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_STATE once confirmed, BAD_INPUT for what is no set of cells
 */
export async function fixRow(ctx: WriteContext, fix: RowFix, grants: readonly ActiveGrant[]): Promise<string> {
  const batch = await lockBatch(ctx, fix.batchId, 'create');
  requireStep(batch, { status: 'STAGED' });
  const rowId = decodeIdOf('ImportRow', fix.rowId)?.uuid;
  const edits = readEdits(fix.edits);
  const staged = await loadStaged(ctx.db, batch);
  const row = staged.rows.find(({ id }) => id === rowId);
  if (!row || !rowId) throw notFound();
  const all = { ...row.edits, ...edits };
  const tables = applyEdits(staged.tables, [{ sheet: row.source.sheet, row: row.source.row, cells: all }]);
  const facts = await gatherFacts(ctx, grants, { kind: batch.kind, dataAsOf: batch.dataAsOf });
  const judged = judgeRoster(batch.kind, tables, facts);
  await ctx.db.query('UPDATE import_row SET edits = $3 WHERE tenant_id = $1 AND id = $2', [
    batch.tenantId,
    rowId,
    JSON.stringify(all),
  ]);
  await updateJudged(
    ctx.db,
    batch.tenantId,
    judged.flatMap((one, i) => (staged.rows[i] ? [{ id: staged.rows[i].id, judged: one }] : [])),
  );
  await ctx.db.query('UPDATE import_batch SET counts = $3 WHERE tenant_id = $1 AND id = $2', [
    batch.tenantId,
    batch.id,
    JSON.stringify(countRows(judged)),
  ]);
  ctx.audit({
    action: 'import.row-fixed',
    subjectType: 'ImportBatch',
    subjectId: batch.id,
    schoolId: batch.schoolId,
    after: { row: row.source.row, sheet: row.source.sheet, edits },
  });
  return rowId;
}

function readEdits(edits: unknown): Record<string, string | null> {
  const entries = edits !== null && typeof edits === 'object' && !Array.isArray(edits) ? Object.entries(edits) : [];
  const fits = entries.every(([, text]) => text === null || (typeof text === 'string' && text.length <= CELL_LENGTH));
  if (entries.length === 0 || entries.length > 100 || !fits) throw new RuleViolation('BAD_INPUT', { path: ['edits'] });
  return Object.fromEntries(entries) as Record<string, string | null>;
}
