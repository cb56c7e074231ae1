import type { AuthProvider } from 'react-admin';
import { currentAbility } from './ability.js';
import { resourceOf } from './resource-adapter.js';
import type { ScopedRecord } from './scoped-row.js';
import { isServerError } from './server-error.js';
import { keepingTyped } from './typed.js';
import { forgetViewer, loadViewer, login, logout, viewerStore } from './session.js';

/** React-admin's words for what the policy calls read, create and update. */
const ACTIONS: Readonly<Record<string, string>> = { list: 'read', show: 'read', edit: 'update' };

const isUnauthenticated = (error: unknown): boolean => isServerError(error) && error.code === 'UNAUTHENTICATED';

/** The start of the admin has asked the server; here only what is known counts. */
async function checkAuth(): Promise<void> {
  if (!viewerStore.get()) throw new Error('errors.UNAUTHENTICATED');
}

/**
 * React-admin's door to the session. Rights come from the ability; roles are never asked. There is no `getPermissions`: one
 * that answers at once lets react-admin log a stranger out again and again until the login page wins the race.
 */
export const authProvider: AuthProvider = {
  login: async (input: { username: string; password: string }) => {
    await login(input);
  },
  // who was away too long comes back to what was typed, unless somebody else logs in before
  logout: (input?: { isIdle?: boolean }) => (input?.isIdle ? keepingTyped(logout) : logout()),
  checkAuth,
  checkError: async (error: unknown) => {
    if (!isUnauthenticated(error)) return;
    forgetViewer();
    throw error;
  },
  getIdentity: async () => {
    const viewer = viewerStore.get() ?? (await loadViewer());
    return { id: viewer.account.id, fullName: viewer.account.displayName };
  },
  canAccess: ({ action, resource, record }: { action: string; resource: string; record?: unknown }) => {
    const subject = resourceOf(resource)?.subject;
    if (!subject) return Promise.resolve(false);
    return Promise.resolve(
      currentAbility().can(ACTIONS[action] ?? action, subject, record as ScopedRecord | undefined),
    );
  },
};
