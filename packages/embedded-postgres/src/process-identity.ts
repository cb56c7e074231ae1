import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Whether a process of this id runs (a process of another user counts). */
export function isAlive(pid: number): boolean {
  return isKnown(pid) && !isZombie(pid);
}

/** Whether the system knows the id; also one that ended and that nobody waited for. */
export function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A process that ended but that nobody waited for (in containers without an init). */
function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z';
}

/** When a process started, in whatever form the system has: with it a process id that was given again is told apart. */
export function startedAt(pid: number): string {
  if (process.platform === 'win32') return '';
  // the 22nd field of /proc/PID/stat; the first that follows the name is the 3rd
  if (existsSync('/proc/self/stat')) return statFields(pid)?.[19] ?? '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
}

function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether the process is a PostgreSQL server over this folder (it makes the folder its working directory). */
export function isPostmasterOf(pid: number, clusterDir: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return true;
  if (!existsSync('/proc/self/stat')) {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(clusterDir);
  }
  // the folder of another user's process can't be read, its name can
  const folder = folderOf(pid);
  return folder === undefined ? nameOf(pid) === 'postgres' : folder === clusterDir;
}

function nameOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** The processes that work in a folder; empty where the system has no /proc. */
export function processesIn(dir: string): number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && folderOf(pid) === dir);
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
