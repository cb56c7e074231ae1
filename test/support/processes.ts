import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../server/dist/', import.meta.url));

function environment(databaseUrl: string, more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  // one secret for the run: role passwords belong to the cluster, not to one database
  return { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, ZHIXIAO_SECRET: 'end-to-end', ...more };
}

function launch(entry: string, env: NodeJS.ProcessEnv): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [`${SERVER}${entry}`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  return { child, output: () => output };
}

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly output: () => string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

async function ready(
  entry: string,
  env: NodeJS.ProcessEnv,
  line: RegExp,
): Promise<{ match: RegExpMatchArray; process: ServerProcess }> {
  const { child, output } = launch(entry, env);
  const match = await new Promise<RegExpMatchArray>((resolve, reject) => {
    const look = (): void => {
      const found = output().match(line);
      if (found) resolve(found);
    };
    child.stdout?.on('data', look);
    child.once('exit', () => reject(new Error(`${entry} ended: ${output()}`)));
  });
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return { match, process: { url: `http://127.0.0.1:${match[1] ?? ''}`, pid: child.pid ?? 0, output, stop } };
}

/** The real API as a process of its own, on a free port. */
export async function startServer(
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const env = environment(databaseUrl, { PORT: '0', HOST: '127.0.0.1', ZHIXIAO_INTROSPECTION: '1', ...more });
  return (await ready('main.js', env, /listening on port (\d+)/)).process;
}

/** The real worker as a process of its own. */
export async function startWorker(
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  return (await ready('worker.js', environment(databaseUrl, more), /worker started/)).process;
}
