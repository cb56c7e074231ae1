import { fork } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TICK_MS = 10;

/** Starts a script of this folder and waits for its first message. */
export async function startProcess(script, environment = {}) {
  const child = fork(new URL(script, import.meta.url), {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  const first = Object.keys(environment).length === 0 ? {} : await nextMessage(child);
  return {
    ...first,
    pid: child.pid,
    ask: (job) => {
      child.send(job);
      return nextMessage(child);
    },
    stop: () =>
      new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) && child.kill() : resolve())),
  };
}

function nextMessage(child) {
  return new Promise((resolve, reject) => {
    const done = (settle, value) => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      settle(value);
    };
    const onMessage = (message) => (message.error ? done(reject, new Error(message.error)) : done(resolve, message));
    const onExit = (code) => done(reject, new Error(`${child.spawnargs.at(-1)} ended with ${code}`));
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

/** CPU that a process has used so far, ms; with the children that it has waited for. */
function cpuOf(pid, { withChildren }) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
    // after the name: state is 0, so utime is 11, stime 12, and those of ended children 13 and 14
    const ticks = fields.slice(11, withChildren ? 15 : 13).reduce((sum, field) => sum + Number(field), 0);
    return { ms: ticks * TICK_MS, parent: Number(fields[1]) };
  } catch {
    return { ms: 0, parent: 0 };
  }
}

/** A meter of one server process and of PostgreSQL with all its backends. */
export function createMeter(dataDir) {
  const postmaster = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const postgres = () => {
    const backends = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => cpuOf(pid, { withChildren: false }));
    const own = cpuOf(postmaster, { withChildren: true }).ms;
    return own + backends.filter(({ parent }) => parent === postmaster).reduce((sum, { ms }) => sum + ms, 0);
  };
  return (pid) => ({ node: cpuOf(pid, { withChildren: false }).ms, postgres: postgres() });
}
