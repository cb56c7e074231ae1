import type { Ports } from '../graphql/graphql-context.js';
import { civilDate } from '../civil-clock.js';
import { log } from '../log.js';
import type { LiveMessage, Recheck } from './live-events.js';
import { openStream, textOf } from './live-stream.js';
import type { CloseReason, Hearer, LiveStream } from './live-stream.js';

/** All streams of a process. */
export interface LiveHub {
  open(hearer: Hearer): LiveStream;
  heard(message: LiveMessage): void;
  missed(): void;
  /** ends every stream, before the process does */
  close(): void;
}

interface HubSettings {
  readonly heartbeatSeconds: number;
  readonly streamsPerSession: number;
}

/** A session that idles out sends no word: every so many beats all are looked at. */
const BEATS_A_CHECK = 4;
/** A county's roster ends hundreds of posts in one go: one look is enough. */
const RECHECK_AFTER_MS = 50;
const SESSIONS_A_LOOK = 500;

/**
 * The streams of a process and who may go on hearing. Rights are looked at when something that gives them was written
 * anywhere, and now and then besides, never by what a stream sends: it keeps no session alive.
 */
export function createLiveHub(sessions: Ports['sessions'], settings: HubSettings): LiveHub {
  const streams = new Set<LiveStream>();
  const rights = createRechecks(sessions, streams);
  let beats = 0;
  const beating = setInterval(() => {
    beats += 1;
    for (const stream of streams) stream.beat();
    if (beats % BEATS_A_CHECK === 0) rights.recheck(EVERYBODY);
  }, settings.heartbeatSeconds * 1000);

  return {
    open: (hearer) => {
      const own = [...streams].filter((one) => one.hearer.tokenHash.equals(hearer.tokenHash));
      const [oldest] = own;
      if (oldest && own.length >= settings.streamsPerSession) end(streams, oldest, 'TOO_MANY_STREAMS');
      const stream = openStream(hearer);
      streams.add(stream);
      stream.out.once('close', () => void streams.delete(stream));
      return stream;
    },
    heard: (message) => {
      if (message.recheck) return rights.recheck(message.recheck);
      for (const event of message.events) {
        const text = textOf(event);
        for (const stream of streams) stream.tell(event, text);
      }
    },
    missed: () => {
      for (const stream of streams) stream.resync();
      rights.recheck(EVERYBODY);
    },
    close: () => {
      clearInterval(beating);
      rights.close();
      for (const stream of streams) end(streams, stream, 'SHUTTING_DOWN');
    },
  };
}

/** Looks at the rights of open streams, a moment after it is asked to: what is asked meanwhile is one look. */
function createRechecks(
  sessions: Ports['sessions'],
  streams: ReadonlySet<LiveStream>,
): { recheck(wanted: Recheck): void; close(): void } {
  let waiting: Recheck[] = [];
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const asked = waiting;
    [waiting, timer] = [[], undefined];
    const concerned = [...streams].filter(({ hearer }) => asked.some((one) => concerns(one, hearer)));
    void endLapsed(sessions, concerned).catch((error: unknown) =>
      log.error({ err: error }, 'the rights of live streams could not be looked at'),
    );
  };
  return {
    recheck: (wanted) => {
      waiting.push(wanted);
      timer ??= setTimeout(look, RECHECK_AFTER_MS);
    },
    close: () => clearTimeout(timer),
  };
}

const EVERYBODY: Recheck = { lo: 0, hi: 999_999 };

function concerns(recheck: Recheck, { grant }: Hearer): boolean {
  if ('accountId' in recheck) return recheck.accountId === grant.accountId;
  return grant.tenantId >= recheck.lo && grant.tenantId <= recheck.hi;
}

/** From now on it is told nothing, whenever the client takes note. */
function end(streams: Set<LiveStream>, stream: LiveStream, reason: CloseReason): void {
  streams.delete(stream);
  stream.close(reason);
}

/** Ends streams whose session is over or whose grant is no longer held as it was; few statements, one after the other. */
async function endLapsed(sessions: Ports['sessions'], streams: readonly LiveStream[]): Promise<void> {
  const today = civilDate(new Date());
  for (let from = 0; from < streams.length; from += SESSIONS_A_LOOK) {
    const some = streams.slice(from, from + SESSIONS_A_LOOK);
    const live = await sessions.livingOf(some.map(({ hearer }) => hearer.tokenHash));
    for (const stream of some) if (!live.has(stream.hearer.tokenHash.toString('hex'))) stream.close('SESSION_ENDED');
  }
  const accounts = new Map<string, LiveStream[]>();
  for (const stream of streams) {
    const { accountId } = stream.hearer.grant;
    accounts.set(accountId, [...(accounts.get(accountId) ?? []), stream]);
  }
  for (const [accountId, own] of accounts) {
    const held = await sessions.grantsOf(accountId, today);
    for (const stream of own) if (!isHeld(stream.hearer, held)) stream.close('GRANT_ENDED');
  }
}

function isHeld({ grant }: Hearer, held: Awaited<ReturnType<Ports['sessions']['grantsOf']>>): boolean {
  return held.some((one) => one.id === grant.id && one.role === grant.role && one.schoolId === grant.schoolId);
}
