import { createStore, useStoreValue } from './store.js';

const PARAM = 'asOf';
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The day in a page address, null for today's data. The hash belongs to the router, so the day stands before it. */
export function readAsOf(search: string): string | null {
  const day = new URLSearchParams(search).get(PARAM);
  return day && CIVIL_DATE.test(day) ? day : null;
}

/** A page address with another day in it. */
export function withAsOf(href: string, day: string | null): string {
  const url = new URL(href);
  if (day) url.searchParams.set(PARAM, day);
  else url.searchParams.delete(PARAM);
  return url.href;
}

/** The day that every list, page and figure is shown for; null: today. Anything but null makes all pages read-only. */
export const asOfStore = createStore<string | null>(typeof location === 'undefined' ? null : readAsOf(location.search));

/** Shows all pages as of another day; the address keeps it, so it survives reloading and can be sent to others. */
export function setAsOf(day: string | null): void {
  history.replaceState(history.state, '', withAsOf(location.href, day));
  asOfStore.set(day);
}

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', () => asOfStore.set(readAsOf(location.search)));
}

/** The day shown, null for today. */
export function useAsOf(): string | null {
  return useStoreValue(asOfStore);
}
