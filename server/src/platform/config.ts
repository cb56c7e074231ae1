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
  /** where people reach the system: the beginning of every link in a mail or a webhook's message */
  readonly publicUrl: string;
  /** null: no mail is sent */
  readonly mail: MailConfig | null;
  /** null: nothing is posted */
  readonly webhook: WebhookConfig | null;
  /** when the daily work begins in Shanghai, HH:MM */
  readonly dailyAt: string;
  readonly attachments: { readonly bytes: number; readonly quotaBytes: number };
  readonly live: { readonly heartbeatSeconds: number; readonly streamsPerSession: number };
}

export interface MailConfig {
  /** `smtp://user:password@host:port`, or `smtps:` */
  readonly url: string;
  readonly from: string;
}

export interface WebhookConfig {
  readonly url: string;
  readonly secret: string;
  /** addresses of private networks are allowed, and http */
  readonly privateAddresses: boolean;
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

function positive(env: Environment, name: string, fallback: number): number {
  const value = whole(env, name, fallback);
  if (value === 0) throw new ConfigError(`${name} must be at least 1`);
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
    ...readDelivery(env),
    dailyAt: clockTime(env, 'ZHIXIAO_DAILY_AT', '08:00'),
    attachments: {
      bytes: positive(env, 'ZHIXIAO_ATTACHMENT_MB', 20) * MEGABYTE,
      quotaBytes: positive(env, 'ZHIXIAO_ATTACHMENT_QUOTA_MB', 10_240) * MEGABYTE,
    },
    live: {
      heartbeatSeconds: positive(env, 'ZHIXIAO_LIVE_HEARTBEAT', 15),
      streamsPerSession: positive(env, 'ZHIXIAO_LIVE_STREAMS', 6),
    },
  };
}

const MEGABYTE = 2 ** 20;
const SHORTEST_SECRET = 32;

/** How people are told outside the system. Its links need the public address. */
function readDelivery(env: Environment): Pick<Config, 'publicUrl' | 'mail' | 'webhook'> {
  const publicUrl = url(env, 'ZHIXIAO_PUBLIC_URL', ['http:', 'https:']).replace(/\/+$/, '');
  const smtp = url(env, 'ZHIXIAO_SMTP_URL', ['smtp:', 'smtps:']);
  const hook = url(env, 'ZHIXIAO_WEBHOOK_URL', ['http:', 'https:']);
  if ((smtp || hook) && !publicUrl)
    throw new ConfigError('ZHIXIAO_PUBLIC_URL must be set where mail or a webhook is: their messages link to it');
  const from = env['ZHIXIAO_MAIL_FROM'] ?? '';
  if (smtp && !/^[^\s@]+@[^\s@]+$|<[^\s@]+@[^\s@]+>$/.test(from))
    throw new ConfigError('ZHIXIAO_MAIL_FROM must be a mail address where ZHIXIAO_SMTP_URL is set');
  const secret = env['ZHIXIAO_WEBHOOK_SECRET'] ?? '';
  if (hook && secret.length < SHORTEST_SECRET)
    throw new ConfigError(`ZHIXIAO_WEBHOOK_SECRET must have ${SHORTEST_SECRET} characters or more`);
  const privateAddresses = env['ZHIXIAO_WEBHOOK_PRIVATE'] === '1';
  if (hook.startsWith('http:') && !privateAddresses)
    throw new ConfigError('ZHIXIAO_WEBHOOK_URL must be https, unless ZHIXIAO_WEBHOOK_PRIVATE is 1');
  return {
    publicUrl,
    mail: smtp ? { url: smtp, from } : null,
    webhook: hook ? { url: hook, secret, privateAddresses } : null,
  };
}

/** The value itself is not repeated: it may hold a password. */
function url(env: Environment, name: string, protocols: readonly string[]): string {
  const text = env[name] ?? '';
  if (text === '' || (URL.canParse(text) && protocols.includes(new URL(text).protocol))) return text;
  throw new ConfigError(`${name} must be a URL that begins with ${protocols.join('// or ')}//`);
}

function clockTime(env: Environment, name: string, fallback: string): string {
  const text = env[name] || fallback;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw new ConfigError(`${name} must be a time HH:MM, not "${text}"`);
  return text;
}
