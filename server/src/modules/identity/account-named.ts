import type { AuthDb } from './auth-transaction.js';

/** An account as those who give rights see it. */
export interface NamedAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** who made it, as long as nobody has taken it over; else null */
  readonly waitsFor: string | null;
}

/** The one form of a name: full width, capitals and blanks around it make no other account. */
export function plainUsername(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}

/** An account by its name, or null. Accounts belong to the auth role. */
export async function accountNamed(auth: AuthDb, username: string): Promise<NamedAccount | null> {
  const { rows } = await auth.query<NamedAccount>(
    `SELECT id, username, display_name AS "displayName", CASE WHEN password_hash IS NULL THEN created_by END AS "waitsFor"
     FROM account WHERE username = $1 AND disabled_at IS NULL`,
    [plainUsername(username)],
  );
  return rows[0] ?? null;
}
