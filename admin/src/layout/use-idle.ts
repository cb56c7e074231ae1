import { useEffect, useState } from 'react';

/** The server ends a session after 30 minutes without a request; the page warns 2 minutes before. */
export const IDLE_LIMIT = 30 * 60_000;
export const WARN_BEFORE = 2 * 60_000;
/** While somebody works in a long form, the session is kept alive by a request now and then. */
const KEEP_ALIVE = 5 * 60_000;

const KEY = 'zhixiao.active';
const EVENTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Milliseconds left before logging out. */
export function timeLeft(lastActive: number, now: number): number {
  return Math.max(0, lastActive + IDLE_LIMIT - now);
}

const lastActive = (): number => Number(localStorage.getItem(KEY)) || Date.now();
const markActive = (): void => localStorage.setItem(KEY, String(Date.now()));

interface IdleActions {
  readonly keepAlive: () => void;
  readonly onTimeout: () => void;
}

/** Seconds left while a warning is due, else null. Activity in any tab of this browser counts. */
export function useIdle({ keepAlive, onTimeout }: IdleActions): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    markActive();
    let lastRequest = Date.now();
    const onActivity = () => {
      // once the warning is up, only its button counts
      if (timeLeft(lastActive(), Date.now()) <= WARN_BEFORE) return;
      markActive();
      if (Date.now() - lastRequest < KEEP_ALIVE) return;
      lastRequest = Date.now();
      keepAlive();
    };
    const tick = () => {
      const rest = timeLeft(lastActive(), Date.now());
      setLeft(rest <= WARN_BEFORE ? Math.ceil(rest / 1000) : null);
      if (rest === 0) onTimeout();
    };
    const timer = setInterval(tick, 1000);
    for (const event of EVENTS) document.addEventListener(event, onActivity, { passive: true });
    return () => {
      clearInterval(timer);
      for (const event of EVENTS) document.removeEventListener(event, onActivity);
    };
  }, [keepAlive, onTimeout]);
  return left;
}

/** Says that somebody is there. */
export function stayActive(): void {
  markActive();
}
