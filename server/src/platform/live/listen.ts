import pg from 'pg';
import { log } from '../log.js';
import { LIVE_CHANNEL } from './live-events.js';
import type { LiveMessage } from './live-events.js';

export interface Listener {
  close(): Promise<void>;
}

interface Hearing {
  heard(message: LiveMessage): void;
  /** the connection was lost and is there again: what was sent in between is not known */
  missed(): void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** A connection whose other end vanished says nothing: it is asked now and then. */
const ASK_EVERY_MS = 20_000;

/**
 * One connection of a process that listens for what others committed. It opens anew by itself; until then streams stay
 * open and hear nothing, and then learn that they missed something.
 * @param url direct to PostgreSQL: PgBouncer in transaction mode keeps no session to listen in
 */
export async function startListening(url: string, hearing: Hearing): Promise<Listener> {
  let client: pg.Client | null = await connect(url);
  let isClosed = false;
  let pause = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;

  const attend = (current: pg.Client): void => {
    current.on('notification', ({ payload }) => hearing.heard(JSON.parse(payload ?? '{}') as LiveMessage));
    current.on('error', () => undefined); // 'end' follows
    current.once('end', () => {
      if (isClosed) return;
      client = null;
      log.warn('the connection for live events was lost');
      timer = setTimeout(() => void again(), pause);
    });
  };
  const again = async (): Promise<void> => {
    const opened = await connect(url).catch(() => null);
    if (isClosed) return void opened?.end();
    if (!opened) {
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
      timer = setTimeout(() => void again(), pause);
      return;
    }
    pause = FIRST_PAUSE_MS;
    client = opened;
    attend(opened);
    hearing.missed();
  };
  attend(client);
  const asking = setInterval(() => void (client && ask(client)), ASK_EVERY_MS);
  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(asking);
      await client?.end();
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 3000,
    query_timeout: 5000,
    keepAlive: true,
    application_name: 'zhixiao live',
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${LIVE_CHANNEL}`);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** A connection that does not answer is ended, which opens another. */
async function ask(client: pg.Client): Promise<void> {
  await client.query('SELECT 1').catch(() => client.end().catch(() => undefined));
}
