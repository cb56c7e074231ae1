import { useEffect, useRef } from 'react';
import { fetchFromServer, grantHeaders } from './client.js';
import { grantId } from './grant-id.js';
import { createLiveStream, type LiveChange } from './live-stream.js';
import { viewerStore } from './session.js';

/** Several words in a row (a meeting's votes) are one reading. */
const TOGETHER = 120;
/** A page that is left for another keeps the stream for the next one. */
const LINGER = 2000;

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}

function seen(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (document.visibilityState === 'visible') done();
    };
    document.addEventListener('visibilitychange', look, { signal });
    signal.addEventListener('abort', () => done());
  });
}

async function open(signal: AbortSignal): Promise<Response | null> {
  if (!viewerStore.get()?.grant) return null;
  return fetchFromServer('/live', { headers: { accept: 'text/event-stream', ...grantHeaders() }, signal });
}

const live = createLiveStream({ open, sleep, seen, linger: LINGER });

grantId.subscribe(() => live.restart());

/** Opens the stream anew, after its session was replaced by another. */
export function restartLive(): void {
  live.restart();
}

/** What a page listens for: any row of a type, or the one that it shows. */
export interface Watched {
  readonly type: string;
  readonly id?: string | null;
}

function concerns(change: LiveChange, { type, id }: Watched): boolean {
  return change === null || (change.type === type && (!id || change.id === id));
}

/**
 * Calls back soon after somebody changed what is shown, so that the page reads it again under its own rights:
 * `useLive({ type: 'Topic', id }, () => void refetch())`. Also where nobody knows what was missed.
 */
export function useLive({ type, id }: Watched, onChange: () => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = live.subscribe((change) => {
      if (!concerns(change, { type, id })) return;
      clearTimeout(timer);
      timer = setTimeout(() => latest.current(), TOGETHER);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [type, id]);
}
