import { createHash } from 'node:crypto';
import type { WriteDb } from '../database/write-transaction.js';
import { RuleViolation } from '../errors.js';
import type { ActiveGrant } from '../scope.js';

const KEY = /^[\w-]{8,128}$/;

export interface IdempotentRequest {
  readonly key: string | undefined;
  /** what was asked: the same key with another body is refused */
  readonly body: string;
}

/** @throws RuleViolation IDEMPOTENCY_KEY_REQUIRED */
export function requireKey(key: string | undefined): string {
  if (!key || !KEY.test(key)) throw new RuleViolation('IDEMPOTENCY_KEY_REQUIRED');
  return key;
}

/**
 * Claims a key in the write's own transaction. A second request with the key waits for the first one to end and then
 * gets its answer. Keys belong to an account in a tenant; nobody else's answer is ever replayed.
 * @returns the stored answer of an earlier, committed request, or null: go on, then `storeAnswer`
 * @throws RuleViolation IDEMPOTENCY_KEY_REUSED when the key came with another body
 */
export async function claimKey(db: WriteDb, grant: ActiveGrant, request: IdempotentRequest): Promise<string | null> {
  const key = requireKey(request.key);
  const hash = createHash('sha256').update(request.body).digest();
  const claimed = await db.query(
    `INSERT INTO idempotency_key (tenant_id, account_id, key, request_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1 AS ok`,
    [grant.tenantId, grant.accountId, key, hash],
    'claim-key',
  );
  if (claimed.length > 0) return null;
  const stored = await db.query<{ request_hash: Buffer; answer: string | null }>(
    'SELECT request_hash, answer FROM idempotency_key WHERE tenant_id = $1 AND account_id = $2 AND key = $3',
    [grant.tenantId, grant.accountId, key],
  );
  const [row] = stored;
  if (!row?.request_hash.equals(hash)) throw new RuleViolation('IDEMPOTENCY_KEY_REUSED');
  return row.answer ?? 'null';
}

/** Stores the answer beside the key, in the same transaction as what it answers. */
export function storeAnswer(
  db: WriteDb,
  grant: ActiveGrant,
  { key, answer }: { readonly key: string; readonly answer: unknown },
): void {
  db.last({
    text: 'UPDATE idempotency_key SET answer = $4 WHERE tenant_id = $1 AND account_id = $2 AND key = $3',
    values: [grant.tenantId, grant.accountId, key, JSON.stringify(answer ?? null)],
    name: 'store-answer',
  });
}
