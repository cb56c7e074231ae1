import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Sessions } from '../../platform/graphql/graphql-context.js';
import { LIVE_CHANNEL } from '../../platform/live/index.js';
import { activeGrants } from './active-grants.js';
import type { GrantRow, PostRow } from './active-grants.js';
import type { AuthDb } from './auth-transaction.js';

/** SQL that gives (tenant_id, school_id, person_id, post) of the posts that account $1's person holds on day $2. */
export type GrantSource = string;

export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;

interface SessionRow {
  account_id: string;
  username: string;
  display_name: string;
  grant_id: string | null;
  stale: boolean;
  grants: GrantRow[];
  posts: PostRow[];
}

const ANCESTORS = `array_remove(ARRAY[t.parent_id, p.parent_id, g.parent_id], NULL)`;
const TENANT_JOINS = `JOIN tenant t ON t.id = r.tenant_id LEFT JOIN tenant p ON p.id = t.parent_id LEFT JOIN tenant g ON g.id = p.parent_id`;

/** `account` is written into the source's own SQL: it must be a name that no source uses for something else. */
function grantsSql(source: GrantSource, account: string, day: string): string {
  const posts = source.replaceAll('$1', account).replaceAll('$2', day);
  return `COALESCE((SELECT json_agg(json_build_object('id', r.id, 'tenant_id', r.tenant_id, 'subtree_end', t.subtree_end,
      'ancestors', ${ANCESTORS}, 'role', r.role, 'school_id', r.school_id) ORDER BY r.tenant_id, r.role, r.id)
     FROM role_grant r ${TENANT_JOINS}
     WHERE r.account_id = ${account} AND r.revoked_at IS NULL AND r.valid @> ${day}), '[]') AS grants,
   COALESCE((SELECT json_agg(json_build_object('tenant_id', r.tenant_id, 'ancestors', ${ANCESTORS}, 'school_id', r.school_id,
      'person_id', r.person_id, 'post', r.post) ORDER BY r.tenant_id, r.school_id, r.post)
     FROM (${posts}) r ${TENANT_JOINS}), '[]') AS posts`;
}

/** A session that was not ended, is not idle for too long and not too old. */
function isLiving(session: string): string {
  return `${session}.ended_at IS NULL AND ${session}.touched_at > now() - interval '${IDLE_MINUTES} minutes'
     AND ${session}.created_at > now() - interval '${ABSOLUTE_HOURS} hours'`;
}

/** Ends a session, and has the streams of its account looked at, in every process. */
const END_SQL = `WITH ended AS (UPDATE session SET ended_at = now() WHERE token_hash = $1 RETURNING account_id)
  SELECT pg_notify($2, json_build_object('recheck', json_build_object('accountId', account_id))::text) FROM ended`;

/** The same of every session of an account. */
const END_ALL_SQL = `WITH ended AS (UPDATE session SET ended_at = now() WHERE account_id = $1 AND ended_at IS NULL RETURNING 1)
  SELECT pg_notify($2, json_build_object('recheck', json_build_object('accountId', $1::uuid))::text) FROM (SELECT count(*) FROM ended) n`;

/** Ends every session of an account, on every device, with the transaction that it is asked in. */
export async function endSessionsOf(auth: AuthDb, accountId: string): Promise<void> {
  await auth.query(END_ALL_SQL, [accountId, LIVE_CHANNEL]);
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Sessions live in PostgreSQL under the auth role: a right that ends, ends with the next request on every instance.
 * @param auth the pool of the auth role; it commits by itself
 */
export function createSessionStore(auth: pg.Pool, source: GrantSource): Sessions {
  const findSql = `SELECT session_found.account_id, a.username, a.display_name, session_found.grant_id, session_found.touched_at < now() - interval '1 minute' AS stale,
     ${grantsSql(source, 'session_found.account_id', '$2::date')}
   FROM session session_found JOIN account a ON a.id = session_found.account_id
   WHERE session_found.token_hash = $1 AND a.disabled_at IS NULL AND ${isLiving('session_found')}`;
  return {
    open: async (accountId) => {
      const token = randomBytes(32).toString('base64url');
      await auth.query('INSERT INTO session (token_hash, account_id) VALUES ($1, $2)', [hashToken(token), accountId]);
      return token;
    },
    find: async (token, today) => {
      const tokenHash = hashToken(token);
      const { rows } = await auth.query<SessionRow>({ name: 'session', text: findSql, values: [tokenHash, today] });
      const [row] = rows;
      if (!row) return null;
      if (row.stale) await touch(auth, tokenHash);
      const holder = { accountId: row.account_id, accountName: row.display_name };
      const grants = activeGrants(row.grants, row.posts, holder);
      const { username, display_name: displayName } = row;
      return {
        signedIn: { accountId: row.account_id, username, displayName, tokenHash, grants },
        grantId: row.grant_id,
      };
    },
    remember: async (tokenHash, grantId) =>
      void (await auth.query('UPDATE session SET grant_id = $2 WHERE token_hash = $1', [tokenHash, grantId])),
    end: async (tokenHash) => void (await auth.query(END_SQL, [tokenHash, LIVE_CHANNEL])),
    livingOf: (tokenHashes) => livingOf(auth, tokenHashes),
    grantsOf: async (accountId, today) => {
      const { rows } = await auth.query<SessionRow>(
        `SELECT account_asked.display_name, ${grantsSql(source, 'account_asked.id', '$2::date')} FROM account account_asked WHERE account_asked.id = $1 AND account_asked.disabled_at IS NULL`,
        [accountId, today],
      );
      const [row] = rows;
      return row ? activeGrants(row.grants, row.posts, { accountId, accountName: row.display_name }) : [];
    },
  };
}

/** A session is touched at most once a minute, so that reading writes almost nothing. */
async function touch(auth: pg.Pool, tokenHash: Buffer): Promise<void> {
  await auth.query(
    `UPDATE session SET touched_at = now() WHERE token_hash = $1 AND touched_at < now() - interval '1 minute'`,
    [tokenHash],
  );
}

async function livingOf(auth: pg.Pool, tokenHashes: readonly Buffer[]): Promise<ReadonlySet<string>> {
  const { rows } = await auth.query<{ hash: string }>(
    `SELECT encode(s.token_hash, 'hex') AS hash FROM session s JOIN account a ON a.id = s.account_id AND a.disabled_at IS NULL
     WHERE s.token_hash = ANY ($1::bytea[]) AND ${isLiving('s')}`,
    [tokenHashes],
  );
  return new Set(rows.map(({ hash }) => hash));
}
