import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterPlace } from './cluster-place.js';

/** Chinese trigrams need a UTF-8 LC_CTYPE. Old macOS and old enterprise Linux have no C.UTF-8. */
const LOCALES = [['--locale=C.UTF-8'], ['--locale=C', '--lc-ctype=en_US.UTF-8']];

/** Makes the cluster where there is none; beside its place and renamed, so that an interrupted start leaves no half of one. */
export async function initCluster(place: ClusterPlace, options: { durable: boolean }): Promise<void> {
  if (existsSync(join(place.clusterDir, 'PG_VERSION'))) return;
  const password = randomBytes(24).toString('base64url');
  const failures: string[] = [];
  for (const locale of LOCALES) {
    const failure = await runInitdb(place, [...locale, ...(options.durable ? [] : ['--no-sync'])], password);
    if (failure === undefined) {
      writeFileSync(place.passwordFile, password, { mode: 0o600 });
      renameSync(newDir(place), place.clusterDir);
      return;
    }
    failures.push(failure);
  }
  throw new Error(`initdb failed: ${failures[0]}`);
}

function newDir(place: ClusterPlace): string {
  return `${place.clusterDir}.new`;
}

/** What went wrong, in one line. */
async function runInitdb(place: ClusterPlace, flags: string[], password: string): Promise<string | undefined> {
  const { user } = place;
  const pwfile = `${place.passwordFile}.new`;
  rmSync(newDir(place), { recursive: true, force: true });
  rmSync(pwfile, { force: true });
  mkdirSync(newDir(place), { mode: 0o700 });
  // a file and not /dev/stdin, which another user can't open
  writeFileSync(pwfile, password, { mode: 0o600 });
  if (user) for (const path of [newDir(place), pwfile]) chownSync(path, user.uid, user.gid);
  const fixed = ['-D', newDir(place), '-U', 'postgres', '-A', 'scram-sha-256', '--encoding=UTF8', `--pwfile=${pwfile}`];
  try {
    return await run(join(place.binDir, 'initdb'), [...fixed, '--no-instructions', ...flags], place);
  } finally {
    rmSync(pwfile, { force: true });
  }
}

function run(command: string, args: string[], { user, dataDir }: ClusterPlace): Promise<string | undefined> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { ...user, cwd: dataDir, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', failed);
    child.on('close', (code) => done(code === 0 ? undefined : firstError(stderr)));
  });
}

function firstError(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return lines.find((line) => /error|fatal/i.test(line)) ?? lines[0] ?? 'no message';
}
