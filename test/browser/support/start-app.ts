import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../../server/dist/start.js', import.meta.url));
/** How long a server may take to be ready, in milliseconds. */
export const PATIENCE = 180_000;

export interface App {
  readonly url: string;
  readonly password: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** What `npm start` starts, on a free port with its data in a temporary folder: nothing of it is left after `stop`. */
export async function startApp(): Promise<App> {
  const port = await freePort();
  const password = randomBytes(9).toString('base64url');
  const dataDir = mkdtempSync(join(tmpdir(), 'zhixiao-browser-'));
  // mkdtemp closes it to others, and as root the database runs as another user
  chmodSync(dataDir, 0o755);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_OPTIONS: '',
    PORT: String(port),
    ZHIXIAO_DATA_DIR: dataDir,
    ZHIXIAO_DEMO_PASSWORD: password,
  };
  delete env['DATABASE_URL'];
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  let output = '';
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  };
  const ready = new Promise<void>((resolve, reject) => {
    const look = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('is ready')) resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('exit', () => reject(new Error(`the server ended: ${output}`)));
    setTimeout(() => reject(new Error(`the server is not ready: ${output}`)), PATIENCE).unref();
  });
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://localhost:${port}`, password, stop };
}
