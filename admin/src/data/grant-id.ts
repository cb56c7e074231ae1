import { createStore } from './store.js';

const KEY = 'zhixiao.grant';

function remembered(): string | null {
  return typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(KEY);
}

/** The grant that this browser tab acts under; another tab may act under another one. */
export const grantId = createStore<string | null>(remembered());

/** Changes the grant of this tab; null: the one that the server remembers for the session. */
export function rememberGrant(id: string | null): void {
  if (id) sessionStorage.setItem(KEY, id);
  else sessionStorage.removeItem(KEY);
  grantId.set(id);
}
