import { createEventReader, type LiveMessage } from './live-events.js';

/** Word of a changed row; null: nobody knows what was missed, so all that is shown is read again. */
export type LiveChange = { readonly type: string; readonly id: string } | null;
type LiveListener = (change: LiveChange) => void;

export interface LiveStream {
  /** Opens the stream with the first listener; with the last one gone it ends a little later. */
  readonly subscribe: (listener: LiveListener) => () => void;
  /** Begins anew: under another grant. */
  readonly restart: () => void;
}

/** What the stream needs of the world. */
export interface LiveEdge {
  /** Opens the stream; null where there is nobody to open it for. */
  readonly open: (signal: AbortSignal) => Promise<Response | null>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Resolves once somebody looks at the page. */
  readonly seen: (signal: AbortSignal) => Promise<void>;
  /** So many milliseconds a stream stays open for the next page. */
  readonly linger: number;
}

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** The server says something at least every half minute; a line that says nothing is dead. */
const SILENCE = 90_000;

/** Why a stream is over: for good, put aside for another tab, or lost. */
type End = 'OVER' | 'CROWDED' | 'LOST';

const ENDS: Readonly<Record<string, End>> = {
  SESSION_ENDED: 'OVER',
  GRANT_ENDED: 'OVER',
  TOO_MANY_STREAMS: 'CROWDED',
};

function changeOf({ data }: LiveMessage): LiveChange {
  return JSON.parse(data) as LiveChange;
}

function endOf({ data }: LiveMessage): End {
  return ENDS[(JSON.parse(data) as { readonly reason: string }).reason] ?? 'LOST';
}

/** Reads one answer to its end. */
async function read(body: ReadableStream<Uint8Array>, tell: LiveListener, silence: () => Promise<null>): Promise<End> {
  const reader = body.getReader();
  const feed = createEventReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const piece = await Promise.race([reader.read(), silence()]);
      if (piece === null || piece.done) return 'LOST';
      for (const message of feed(decoder.decode(piece.value, { stream: true }))) {
        if (message.event === 'changed') tell(changeOf(message));
        if (message.event === 'resync') tell(null);
        if (message.event === 'closed') return endOf(message);
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

interface Run {
  readonly edge: LiveEdge;
  readonly tell: LiveListener;
  readonly signal: AbortSignal;
}

/** Opens one stream and reads it; `opened` is called as soon as it speaks. */
async function listen({ edge, tell, signal }: Run, opened: () => void): Promise<End> {
  try {
    const response = await edge.open(signal);
    if (response === null || response.status === 401 || response.status === 403) return 'OVER';
    if (!response.ok || !response.body) return 'LOST';
    opened();
    return await read(response.body, tell, () => edge.sleep(SILENCE, signal).then(() => null));
  } catch {
    return 'LOST';
  }
}

/** Keeps a stream open until it is over or aborted; what was said between two streams is not known. */
async function keepListening(run: Run): Promise<void> {
  const { edge, tell, signal } = run;
  let pause = FIRST_PAUSE;
  let wasOpen = false;
  const opened = () => {
    pause = FIRST_PAUSE;
    if (wasOpen) tell(null);
    wasOpen = true;
  };
  while (!signal.aborted) {
    const end = await listen(run, opened);
    if (end === 'OVER' || signal.aborted) return;
    await (end === 'CROWDED' ? edge.seen(signal) : edge.sleep(pause, signal));
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }
}

/** One stream of changes for all who listen on this page: it comes back by itself, and says so where words were missed. */
export function createLiveStream(edge: LiveEdge): LiveStream {
  const listeners = new Set<LiveListener>();
  let running: AbortController | null = null;
  let lingering: ReturnType<typeof setTimeout> | undefined;
  const tell: LiveListener = (change) => {
    for (const listener of [...listeners]) listener(change);
  };
  const stop = () => {
    running?.abort();
    running = null;
  };
  const start = () => {
    stop();
    running = new AbortController();
    void keepListening({ edge, tell, signal: running.signal });
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      clearTimeout(lingering);
      if (running === null) start();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) lingering = setTimeout(stop, edge.linger);
      };
    },
    restart() {
      if (listeners.size > 0) start();
      else stop();
    },
  };
}
