/** The configuration, read once from the environment. docs/operations.md lists every name. */
export interface Config {
  readonly port: number;
  readonly introspection: boolean;
  /** `any`: every operation; `shipped`: only those of the admin. */
  readonly operations: 'any' | 'shipped';
  readonly readPoolSize: number;
  readonly writePoolSize: number;
  readonly trustedProxyHops: number;
  /** Origins besides the server's own that may post, e.g. of a proxy with another name. */
  readonly origins: readonly string[];
}

/** Thrown for a setting that can't be used: one clear line, no stack. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

function whole(env: Environment, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65535) {
    throw new ConfigError(`${name} must be a whole number between 0 and 65535, not "${text}"`);
  }
  return value;
}

/** @throws ConfigError naming the setting and what it takes */
export function readConfig(env: Environment): Config {
  const operations = env['ZHIXIAO_OPERATIONS'] || 'any';
  if (operations !== 'any' && operations !== 'shipped') {
    throw new ConfigError(`ZHIXIAO_OPERATIONS must be "any" or "shipped", not "${operations}"`);
  }
  return {
    port: whole(env, 'PORT', 4000),
    introspection: env['ZHIXIAO_INTROSPECTION'] === '1',
    operations,
    readPoolSize: whole(env, 'ZHIXIAO_READ_POOL', 8),
    writePoolSize: whole(env, 'ZHIXIAO_WRITE_POOL', 8),
    trustedProxyHops: whole(env, 'ZHIXIAO_PROXY_HOPS', 0),
    origins: (env['ZHIXIAO_ORIGINS'] ?? '').split(',').filter(Boolean),
  };
}
