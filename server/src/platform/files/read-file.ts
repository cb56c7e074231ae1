import { decodeIdOf } from '@zhixiao/domain';
import { conditionOf } from '@zhixiao/policy';
import type { ReadContext } from '../context.js';
import { conditionSql } from '../read/index.js';

export interface FoundFile {
  readonly tenantId: number;
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** since when its bytes are gone */
  readonly expiredAt: Date | null;
}

/** A file by its opaque id, if the grant may see it; null for any other id, malformed ones too. */
export async function findFile(ctx: ReadContext, opaque: string): Promise<FoundFile | null> {
  const key = decodeIdOf('StoredFile', opaque);
  if (!key) return null;
  const values: unknown[] = [key.tenantId, key.uuid];
  const condition = conditionOf(ctx.ability, 'read', 'StoredFile');
  const permitted = conditionSql(condition, { tenant: 'tenant_id', school: 'school_id' }, values);
  const [result] = await ctx.read.run([
    {
      text: `SELECT tenant_id AS "tenantId", id, name, media_type AS "mediaType", size, expired_at AS "expiredAt" FROM stored_file
             WHERE tenant_id = $1 AND id = $2 AND NOT attached AND ${permitted}`,
      values,
    },
  ]);
  return (result?.rows[0] as FoundFile | undefined) ?? null;
}

/** The bytes of a file that was found, part by part. */
export async function* partsOf(ctx: ReadContext, file: Pick<FoundFile, 'tenantId' | 'id'>): AsyncGenerator<Buffer> {
  const text = 'SELECT bytes FROM stored_file_part WHERE tenant_id = $1 AND file_id = $2 AND no = $3';
  for (let no = 0; ; no++) {
    const [result] = await ctx.read.run([{ text, values: [file.tenantId, file.id, no] }]);
    const bytes = result?.rows[0]?.['bytes'] as Buffer | undefined;
    if (!bytes) return;
    yield bytes;
  }
}
