const NAME = '__Host-sid';
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';

/** The session cookie: for this host alone, over TLS (browsers count localhost as such), out of reach of scripts. */
export function sessionCookie(token: string): string {
  return `${NAME}=${token}; ${ATTRIBUTES}`;
}

export const CLEARED_COOKIE = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`;

/** The session token of a Cookie header, if it has the form of one. */
export function tokenOf(header: string | undefined): string | null {
  const match = header?.match(/(?:^|;\s*)__Host-sid=([\w-]{43})(?:;|$)/);
  return match?.[1] ?? null;
}
