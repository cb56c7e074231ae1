import { ConfigError } from './config.js';

interface Running {
  close(): Promise<void>;
}

/**
 * Runs a process: a setting that can't be used is one line and exit code 1; SIGINT and SIGTERM close once, however often
 * they come (npm passes them on a second time).
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  let closing = false;
  let running: Running | null = null;
  const close = (): void => {
    if (closing) return;
    closing = true;
    void (async () => {
      await running?.close();
      process.exit(0);
    })();
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
  try {
    running = await start();
    if (closing) await running.close();
  } catch (error) {
    fail(error);
  }
}

/** Says what is wrong in one line, and ends. */
export function fail(error: unknown): never {
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (error instanceof ConfigError) process.stderr.write(`zhixiao: ${message}\n`);
  else if (code === 'EADDRINUSE') process.stderr.write(`zhixiao: port ${port} is taken; set PORT to another one\n`);
  else process.stderr.write(`zhixiao: ${(error as Error).stack ?? String(error)}\n`);
  process.exit(1);
}
