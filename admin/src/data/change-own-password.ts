import { restartLive } from './live.js';
import { changePassword } from './session.js';

/** Changes the own password; the stream of the session that ended by it begins anew under the next one. */
export async function changeOwnPassword(input: { readonly current: string; readonly new: string }): Promise<void> {
  await changePassword(input);
  restartLive();
}
