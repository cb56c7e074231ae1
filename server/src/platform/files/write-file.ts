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
  /** whose people may read it; without it the school of the grant that writes */
  readonly schoolId?: string | null;
  /** an attachment's: read through the attachment alone */
  readonly attached?: true;
}

/** What the bytes came to. */
export interface StoredBytes {
  readonly size: number;
  readonly sha256: Buffer;
}

export interface PartsWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** Writes the last part. */
  close(): Promise<StoredBytes>;
}

export interface StoredFileWriter {
  write(chunk: Uint8Array): Promise<void>;
  /** Writes the last part and the file's row; `also` joins that transaction. */
  finish(also?: (ctx: WriteContext, stored: StoredBytes) => void | Promise<void>): Promise<void>;
}

/**
 * Opens a file for writing in parts, each committed as it is full. Until `finish` nobody sees a file.
 * @returns null where the file is there already: an earlier run came as far as that
 */
export async function openStoredFile(write: Write, file: NewFile): Promise<StoredFileWriter | null> {
  if (await write((ctx) => isStored(ctx, file.id))) return null;
  await write((ctx) => clearParts(ctx, file.id));
  const parts = openParts(write, file);
  return {
    write: (chunk) => parts.write(chunk),
    finish: async (also) => {
      const stored = await parts.close();
      await write(async (ctx) => {
        await insertFile(ctx, { ...file, ...stored });
        await also?.(ctx, stored);
      });
    },
  };
}

/** The bytes of a file in the making, committed part by part, so that memory stays flat. */
export function openParts(write: Write, file: Pick<NewFile, 'id' | 'schoolId'>): PartsWriter {
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
      await write((ctx) => insertPart(ctx, { file, no, bytes: part }));
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
    close: async () => {
      await drain(0);
      return { size, sha256: hash.digest() };
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
export async function clearParts(ctx: WriteContext, fileId: string): Promise<void> {
  await ctx.db.query('DELETE FROM stored_file_part WHERE tenant_id = $1 AND file_id = $2', [
    ctx.grant.tenantId,
    fileId,
  ]);
}

interface Part {
  readonly file: Pick<NewFile, 'id' | 'schoolId'>;
  readonly no: number;
  readonly bytes: Buffer;
}

function schoolOf({ grant }: WriteContext, { schoolId }: Pick<NewFile, 'schoolId'>): string | null {
  return schoolId === undefined ? grant.schoolId : schoolId;
}

async function insertPart(ctx: WriteContext, { file, no, bytes }: Part): Promise<void> {
  await ctx.db.query(
    'INSERT INTO stored_file_part (tenant_id, file_id, no, school_id, bytes) VALUES ($1, $2, $3, $4, $5)',
    [ctx.grant.tenantId, file.id, no, schoolOf(ctx, file), bytes],
  );
}

/** The file's row, which comes last. */
export async function insertFile(ctx: WriteContext, file: NewFile & StoredBytes): Promise<void> {
  const { tenantId, accountId } = ctx.grant;
  const { id, name, mediaType, size, sha256, attached = false } = file;
  await ctx.db.query(
    `INSERT INTO stored_file (tenant_id, id, name, media_type, size, sha256, school_id, account_id, attached)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tenantId, id, name, mediaType, size, sha256, schoolOf(ctx, file), accountId, attached],
  );
}
