import { createHmac } from 'node:crypto';
import { ConfigError } from '../config.js';

/** The database roles: who may do what is in docs/operations.md. */
export const DATABASE_ROLES = ['owner', 'app', 'auth', 'jobs', 'loader'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];
export type RoleUrls = Readonly<Record<DatabaseRole, string>>;

/** Roles belong to the cluster, not the database: a prefix keeps several installations on one cluster apart. */
export function roleName(role: DatabaseRole): string {
  return `zhixiao_${role}`;
}

function derivedPassword(secret: string, role: DatabaseRole): string {
  return createHmac('sha256', secret).update(`zhixiao database role ${role}`).digest('hex');
}

/**
 * The URL of every role: given one by one, or derived from one URL of a role that may create roles.
 * Derived passwords follow from ZHIXIAO_SECRET or, without it, from that URL's own password.
 * @param needed the roles that the process acts as; the others' URLs may be missing and are empty then
 * @throws ConfigError when neither is usable
 */
export function roleUrls(
  env: Readonly<Record<string, string | undefined>>,
  needed: readonly DatabaseRole[] = DATABASE_ROLES,
): RoleUrls {
  const given = Object.fromEntries(
    DATABASE_ROLES.map((role) => [role, env[`ZHIXIAO_${role.toUpperCase()}_URL`]]),
  ) as Record<DatabaseRole, string | undefined>;
  const base = env['DATABASE_URL'];
  if (!base) {
    const missing = needed.filter((role) => !given[role]);
    if (missing.length > 0)
      throw new ConfigError(`DATABASE_URL is not set, nor ZHIXIAO_${missing[0]?.toUpperCase()}_URL`);
    return Object.fromEntries(DATABASE_ROLES.map((role) => [role, given[role] ?? ''])) as RoleUrls;
  }
  return Object.fromEntries(
    DATABASE_ROLES.map((role) => [role, given[role] ?? derivedUrl(base, role, env)]),
  ) as RoleUrls;
}

function derivedUrl(base: string, role: DatabaseRole, env: Readonly<Record<string, string | undefined>>): string {
  const url = parseUrl(base);
  const secret = env['ZHIXIAO_SECRET'] || decodeURIComponent(url.password);
  if (!secret)
    throw new ConfigError('DATABASE_URL has no password: set ZHIXIAO_SECRET so that role passwords can be derived');
  url.username = roleName(role);
  url.password = derivedPassword(secret, role);
  return url.toString();
}

/** @throws ConfigError for what is not a PostgreSQL URL; the URL itself is not repeated, since it holds a password */
export function parseUrl(text: string): URL {
  try {
    const url = new URL(text);
    if (url.protocol === 'postgres:' || url.protocol === 'postgresql:') return url;
  } catch {
    // said below
  }
  throw new ConfigError('DATABASE_URL is not of the form postgres://user:password@host:port/database');
}
