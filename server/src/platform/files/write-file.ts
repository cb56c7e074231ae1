import { createHash } from 'node:crypto';
import type { WriteContext } from '../context.js';

/** One part a row: small enough for any proxy and memory, large enough for few rows. */
const PART_BYTES = 256 * 1024;

/** A step that is a transaction of its own. */
type Write = <T>(work: (ctx: WriteContext) => Promise<T>) => Promise<T>;

export interface NewFile {
  /** uuid; a job that is run again gives the same, and what its broken-off run left is cleared */
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
}

export interface StoredFileWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** Writes the last part and the file's row; `also` joins that transaction. */
  finish(also?: (ctx: WriteContext) => void): Promise<void>;
}

/**
 * Opens a file for writing in parts, each committed as it is full. Until `finish` nobody sees a file.
 * @returns null where the file is there already: an earlier run came as far as that
 */
export async function openStoredFile(write: Write, file: NewFile): Promise<StoredFileWriter | null> {
  if (await write((ctx) => isStored(ctx, file.id))) return null;
  await write((ctx) => clearParts(ctx, file.id));
  const hash = createHash('sha256');
  let size = 0;
  let parts = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const drain = async (least: number): Promise<void> => {
    while (waitingBytes >= least && waitingBytes > 0) {
      const all = Buffer.concat(waiting);
      const part = all.subarray(0, PART_BYTES);
      waiting = [all.subarray(PART_BYTES)];
      waitingBytes = all.length - part.length;
      const no = parts++;
      await write((ctx) => insertPart(ctx, { fileId: file.id, no, bytes: part }));
    }
  };
  return {
    write: async (chunk) => {
      hash.update(chunk);
      size += chunk.length;
      waiting.push(chunk);
      waitingBytes += chunk.length;
      await drain(PART_BYTES);
    },
    finish: async (also) => {
      await drain(0);
      await write(async (ctx) => {
        await insertFile(ctx, { ...file, size, sha256: hash.digest() });
        also?.(ctx);
      });
    },
  };
}

async function isStored(ctx: WriteContext, fileId: string): Promise<boolean> {
  const rows = await ctx.db.query('SELECT 1 AS ok FROM stored_file WHERE tenant_id = $1 AND id = $2', [
    ctx.grant.tenantId,
    fileId,
  ]);
  return rows.length > 0;
}

/** Parts without a file's row are of a run that broke off. */
async function clearParts(ctx: WriteContext, fileId: string): Promise<void> {
  await ctx.db.query('DELETE FROM stored_file_part WHERE tenant_id = $1 AND file_id = $2', [
    ctx.grant.tenantId,
    fileId,
  ]);
}

async function insertPart(ctx: WriteContext, part: { fileId: string; no: number; bytes: Buffer }): Promise<void> {
  const { tenantId, schoolId } = ctx.grant;
  await ctx.db.query(
    'INSERT INTO stored_file_part (tenant_id, file_id, no, school_id, bytes) VALUES ($1, $2, $3, $4, $5)',
    [tenantId, part.fileId, part.no, schoolId, part.bytes],
  );
}

async function insertFile(ctx: WriteContext, file: NewFile & { size: number; sha256: Buffer }): Promise<void> {
  const { tenantId, schoolId, accountId } = ctx.grant;
  await ctx.db.query(
    `INSERT INTO stored_file (tenant_id, id, name, media_type, size, sha256, school_id, account_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenantId, file.id, file.name, file.mediaType, file.size, file.sha256, schoolId, accountId],
  );
}
