import { execute } from './client.js';
import { rememberGrant } from './grant-id.js';
import { isServerError } from './server-error.js';
import {
  ActivateAccountMutation,
  ChangePasswordMutation,
  LoginMutation,
  LogoutMutation,
  SelectGrantMutation,
  ViewerQuery,
  type Viewer,
} from './session.graphql.js';
import { createStore, useStoreValue } from './store.js';
import { forgetTyped } from './typed.js';

/** Who is logged in; undefined until asked, null when nobody is. */
export const viewerStore = createStore<Viewer | null | undefined>(undefined);

let pending: Promise<Viewer> | null = null;

const KNOWN = 'zhixiao.session';

/**
 * Whether somebody may be logged in at all in this browser. The session's cookie is out of reach for scripts; this mark
 * spares a first visitor the question, and the console its 401.
 */
export function mayBeLoggedIn(): boolean {
  return localStorage.getItem(KNOWN) !== null;
}

/** The first grant where there is only one; several: the page asks. */
async function settled(viewer: Viewer): Promise<Viewer> {
  const [only, ...others] = viewer.grants;
  if (viewer.grant || !only || others.length > 0) return keep(viewer);
  return selectGrant(only.id);
}

function keep(viewer: Viewer): Viewer {
  localStorage.setItem(KNOWN, '1');
  rememberGrant(viewer.grant?.id ?? null);
  forgetTyped(viewer.account.id);
  viewerStore.set(viewer);
  return viewer;
}

async function fetchViewer(): Promise<Viewer> {
  try {
    return await settled((await execute(ViewerQuery, {})).viewer);
  } catch (error) {
    const grantEnded = isServerError(error) && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND');
    if (!grantEnded) throw error;
    rememberGrant(null);
    return settled((await execute(ViewerQuery, {})).viewer);
  }
}

/** Asks the server who is logged in, once for all that ask at the same time. */
export function loadViewer(): Promise<Viewer> {
  pending ??= fetchViewer().finally(() => {
    pending = null;
  });
  return pending;
}

/** Logs in; the page then shows the home or the choice of a grant. */
export async function login(input: { readonly username: string; readonly password: string }): Promise<Viewer> {
  rememberGrant(null);
  return settled((await execute(LoginMutation, { input })).login);
}

/** Takes a new account over and is logged in by that. */
export async function activate(input: {
  readonly username: string;
  readonly code: string;
  readonly password: string;
}): Promise<Viewer> {
  rememberGrant(null);
  return settled((await execute(ActivateAccountMutation, { input })).activateAccount);
}

/** Changes the own password; the answer begins a new session under the same grant. */
export async function changePassword(input: { readonly current: string; readonly new: string }): Promise<Viewer> {
  return keep((await execute(ChangePasswordMutation, { input })).changePassword);
}

/** Forgets who was logged in, without asking the server. */
export function forgetViewer(): void {
  localStorage.removeItem(KNOWN);
  // first nobody, then under no grant: what begins anew with the grant must not ask for somebody who has gone
  viewerStore.set(null);
  rememberGrant(null);
}

/** Ends the session; nothing that was typed stays in the browser. */
export async function logout(): Promise<void> {
  if (viewerStore.get()) await execute(LogoutMutation, {}).catch(() => undefined);
  forgetTyped();
  forgetViewer();
}

/** Acts under another grant from now on. Callers clear what was read under the old one: use `useSwitchGrant`. */
export async function selectGrant(id: string): Promise<Viewer> {
  return keep((await execute(SelectGrantMutation, { id })).selectGrant);
}

/** The person logged in, null before that. */
export function useViewer(): Viewer | null {
  return useStoreValue(viewerStore) ?? null;
}
