import type pg from 'pg';

/** What the auth role is asked with: its pool, or a connection with a transaction open. */
export type AuthDb = Pick<pg.Pool, 'query'>;

/**
 * What the auth role writes beside a unit of work. Accounts belong to that role, the audit to the API's: theirs is committed
 * within `work`, this after it, so that no password changes of which the audit says nothing (T-95).
 */
export async function authTransaction<T>(auth: pg.Pool, work: (db: AuthDb) => Promise<T>): Promise<T> {
  const client = await auth.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
