import { createHash } from 'node:crypto';
import { judgeRoster } from '@zhixiao/documents';
import type { MappedTable, RosterKind, SheetChoice } from '@zhixiao/documents';
import { encodeId } from '@zhixiao/domain';
import type { WriteContext } from '../context.js';
import { RuleViolation } from '../errors.js';
import { newId } from '../ids.js';
import type { ActiveGrant } from '../scope.js';
import { gatherFacts } from './gather-facts.js';
import { ownImport, requireLevel } from './import-rights.js';
import { countRows, insertStaged } from './staged-rows.js';

export interface Upload {
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly choices: readonly SheetChoice[];
  readonly dataAsOf: string | null;
  /** mapped in the worker thread: only mapped columns, none of them sensitive */
  readonly tables: readonly MappedTable[];
}

/**
 * Judges an upload's mapped rows and stages them in the grant's tenant; nothing governed is written yet.
 * @returns the opaque id of the batch
 * @throws RuleViolation FORBIDDEN, BAD_INPUT without a data row
 */
export async function stageUpload(ctx: WriteContext, upload: Upload, grants: readonly ActiveGrant[]): Promise<string> {
  const { tenantId, schoolId, accountId } = ctx.grant;
  const { kind, tables, dataAsOf, fileName, choices } = upload;
  if (!ctx.ability.can('create', ownImport(ctx.grant))) throw new RuleViolation('FORBIDDEN');
  requireLevel(ctx.grant, kind);
  if (!tables.some((table) => table.rows.length > 0)) throw new RuleViolation('BAD_INPUT', { reason: 'NO_DATA_ROWS' });
  const facts = await gatherFacts(ctx, grants, { kind, dataAsOf });
  const judged = judgeRoster(kind, tables, facts);
  const id = newId();
  const heads = tables.map(({ sheet, form, title, asOf, fields }) => ({ sheet, form, title, asOf, fields }));
  const counts = countRows(judged);
  await ctx.db.query(
    `INSERT INTO import_batch (tenant_id, id, kind, file_name, file_sha256, status, data_as_of, mapping, counts, account_id, created_by, school_id)
     VALUES ($1, $2, $3, $4, $5, 'STAGED', $6, $7, $8, $9, $10, $11)`,
    [
      tenantId,
      id,
      kind,
      fileName,
      createHash('sha256').update(upload.bytes).digest(),
      dataAsOf,
      JSON.stringify({ choices, tables: heads }),
      JSON.stringify(counts),
      accountId,
      ctx.grant.accountName,
      schoolId,
    ],
  );
  await insertStaged(ctx.db, { tenantId, id, schoolId, accountId }, { tables, judged });
  ctx.audit({
    action: 'import.staged',
    subjectType: 'ImportBatch',
    subjectId: id,
    schoolId,
    after: { fileName, kind, dataAsOf, counts },
  });
  return encodeId('B', tenantId, id);
}
