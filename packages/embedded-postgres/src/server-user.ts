import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

/** The user that the database server runs as; undefined: the user that we are. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root, so root drops to the owner of an existing cluster, else to `nobody`. */
export function findServerUser(clusterDir: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  }
  return findNobody();
}

/** initdb wants a user that has an entry in the password file; every Unix has `nobody`, so none is made. */
function findNobody(): ServerUser {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody');
  if (!entry) throw new Error('PostgreSQL cannot run as root, and this machine has no user "nobody" to run it as');
  // macOS writes nobody as -2
  return { uid: Number(entry[2]) >>> 0, gid: Number(entry[3]) >>> 0 };
}

/** Whether the server's user can enter (a folder) or execute (a file) this path; tried for real, since bits are not all. */
export function canUse(path: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
