import { createHash, randomBytes } from 'node:crypto';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';

/** Without letters that are taken for digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 16;
/** Long enough for a letter to arrive. */
const CODE_HOURS = 72;

/** What its maker hands to the person whom an account is for; only its hash is kept. */
export interface Activation {
  readonly code: string;
  /** ISO 8601 */
  readonly endsAt: string;
}

/** Eighty random bits in four groups, so that they can be read out and typed. */
function newCode(): string {
  const letters = [...randomBytes(CODE_LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** The code as it is kept; small letters and left out hyphens are the same code. */
export function hashCode(code: string): Buffer {
  return createHash('sha256').update(code.toUpperCase().replaceAll(/[\s-]/g, '')).digest();
}

/** A new code for an account that waits for its person; former ones are worth nothing any more. */
export async function issueCode(ctx: WriteContext, accountId: string): Promise<Activation> {
  const code = newCode();
  const endsAt = new Date(ctx.now.getTime() + CODE_HOURS * 3_600_000).toISOString();
  await ctx.db.query('INSERT INTO account_activation (id, account_id, code_hash, ends_at) VALUES ($1, $2, $3, $4)', [
    newId(),
    accountId,
    hashCode(code),
    endsAt,
  ]);
  return { code, endsAt };
}
