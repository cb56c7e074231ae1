import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startCluster, startTestCluster, type Cluster } from './index.js';
import { isAlive, isPostmasterOf } from './process-identity.js';

const FIXTURE = join(import.meta.dirname, '..', 'test-support', 'launcher.mjs');
const isRoot = process.getuid?.() === 0;

let dir: string;
let clusters: Cluster[];
let children: ChildProcess[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'zhixiao-launcher-'));
  chmodSync(dir, 0o755);
  clusters = [];
  children = [];
});

afterEach(async () => {
  for (const cluster of clusters) await cluster.stop();
  for (const child of children) child.kill('SIGKILL');
  const left = postmasterPid(dir);
  if (left !== undefined && isAlive(left)) process.kill(left, 'SIGQUIT');
  rmSync(dir, { recursive: true, force: true });
});

async function start(options: { port?: number; dataDir?: string } = {}): Promise<Cluster> {
  const cluster = await startCluster({ dataDir: dir, durable: false, ...options });
  clusters.push(cluster);
  return cluster;
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

function postmasterPid(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

interface Ready {
  port: number;
  isAttached: boolean;
  url: string;
}

/** The launcher in a process of its own, once its server is ready. */
function launch(
  prefix: string[] = [],
  args: string[] = [],
): Promise<Ready & { child: ChildProcess; ended: Promise<number | null> }> {
  const [command, ...rest] = [...prefix, process.execPath, FIXTURE, dir, ...args];
  const child = spawn(command as string, rest, { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' });
  children.push(child);
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((done, failed) => {
    child.stdout.once('data', (line: Buffer) => done({ ...(JSON.parse(line.toString()) as Ready), child, ended }));
    void ended.then((code) => failed(new Error(`launcher ended with ${code}: ${stderr}`)));
  });
}

async function untilGone(pid: number): Promise<void> {
  for (let i = 0; i < 400 && isAlive(pid); i++) await sleep(25);
  expect(isAlive(pid)).toBe(false);
}

describe('a cluster', () => {
  test('starts, answers to its password only on 127.0.0.1, and leaves no process when stopped', async () => {
    const cluster = await start();
    const pid = postmasterPid(dir) as number;
    const [row] = await ask<{ version: string }>(
      cluster.superuserUrl(),
      `SELECT current_setting('server_version') AS version`,
    );
    expect(row?.version).toMatch(/^18\./);
    const wrong = cluster.superuserUrl().replace(/:[^:@]+@/, ':wrong@');
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    const [net] = await ask<{ listen: string; socket: string }>(
      cluster.superuserUrl(),
      `SELECT current_setting('listen_addresses') AS listen, current_setting('unix_socket_directories') AS socket`,
    );
    expect(net).toEqual({ listen: '127.0.0.1', socket: '' });
    expect(statSync(join(dir, 'postgres.password')).mode & 0o777).toBe(0o600);
    await Promise.all([cluster.stop(), cluster.stop()]);
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(dir, 'launcher.pid'))).toBe(false);
  });

  test('finds Chinese text by its trigrams', async () => {
    const cluster = await start();
    await ask(cluster.superuserUrl(), 'CREATE EXTENSION pg_trgm');
    const [row] = await ask<{ n: number }>(cluster.superuserUrl(), `SELECT cardinality(show_trgm('第一中学')) AS n`);
    expect(row?.n).toBe(5);
  });

  test('keeps its data over a restart, which takes less than two seconds', async () => {
    const first = await start();
    await ask(first.superuserUrl(), 'CREATE TABLE kept AS SELECT 7 AS n');
    await first.stop();
    const from = Date.now();
    const second = await start();
    expect(Date.now() - from).toBeLessThan(2000);
    expect(second.isAttached).toBe(false);
    expect(await ask(second.superuserUrl(), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  test('is durable unless told otherwise', async () => {
    const cluster = await startCluster({ dataDir: dir });
    clusters.push(cluster);
    const sql = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('jit') AS jit`;
    expect(await ask(cluster.superuserUrl(), sql)).toEqual([{ fsync: 'on', commit: 'on', jit: 'off' }]);
  });

  test('says in one line that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toThrow(/^PostgreSQL did not start: [^\n]*TCP\/IP[^\n]*$/);
    other.close();
  });

  test('is not started twice over the same folder', async () => {
    await start();
    await expect(start()).rejects.toThrow(new RegExp(`^Process ${process.pid} already runs the database`));
  });

  test('starts although its old process id now belongs to another program', async () => {
    const first = await start();
    const written = readFileSync(join(dir, 'postgres', 'postmaster.pid'), 'utf8');
    await first.stop();
    const { uid, gid } = statSync(join(dir, 'postgres'));
    const bystander = spawn('sleep', ['60'], isRoot ? { uid, gid, cwd: '/' } : {});
    children.push(bystander);
    writeFileSync(join(dir, 'postgres', 'postmaster.pid'), written.replace(/^\d+/, String(bystander.pid)), {
      mode: 0o600,
    });
    chownSync(join(dir, 'postgres', 'postmaster.pid'), uid, gid);
    const second = await start();
    expect(second.isAttached).toBe(false);
    expect(await ask(second.superuserUrl(), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});

describe('a launcher that ends', () => {
  test('by kill -9 leaves a server that the next start attaches to and can stop', async () => {
    const first = await launch();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    first.child.kill('SIGKILL');
    await first.ended.catch(() => null);
    const second = await start();
    expect(second.isAttached).toBe(true);
    expect(second.port).toBe(first.port);
    expect(await ask(second.superuserUrl(), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    const pid = postmasterPid(dir) as number;
    await second.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('by kill -9 together with its server loses nothing that was committed', async () => {
    const first = await launch();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS n');
    const killed = postmasterPid(dir) as number;
    process.kill(killed, 'SIGKILL');
    first.child.kill('SIGKILL');
    await first.ended;
    // a signal is only sent: on a busy machine the server is there a moment longer
    while (isPostmasterOf(killed, join(dir, 'postgres'))) await setImmediate();
    const second = await start();
    expect(second.isAttached).toBe(false);
    expect(await ask(second.superuserUrl(), 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s given twice ends its server properly', async (signal) => {
    const { child, ended } = await launch();
    const pid = postmasterPid(dir) as number;
    child.kill(signal);
    child.kill(signal);
    expect(await ended).toBe(0);
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(dir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  test('by an error that nobody caught takes its server with it', async () => {
    const { ended } = await launch([], ['throw']);
    const pid = postmasterPid(dir) as number;
    expect(await ended).toBe(1);
    await untilGone(pid);
    expect((await start()).isAttached).toBe(false);
  });
});

describe('another user', () => {
  const testAsRoot = isRoot ? test : test.skip;

  testAsRoot('than root starts a cluster of its own', async () => {
    chownSync(dir, 65534, 65534);
    const { child, ended, url } = await launch(['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']);
    expect(await ask(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  testAsRoot('runs the server where root starts it, also when the folders are made under a closed umask', async () => {
    const before = process.umask(0o077);
    const cluster = await start({ dataDir: join(dir, 'a', 'b') }).finally(() => process.umask(before));
    expect(await ask(cluster.superuserUrl(), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(statSync(join(dir, 'a', 'b', 'postgres')).uid).not.toBe(0);
  });

  testAsRoot('who cannot enter the folder is said in one line', async () => {
    mkdirSync(join(dir, 'closed'), { mode: 0o700 });
    await expect(start({ dataDir: join(dir, 'closed', 'data') })).rejects.toThrow(
      /^The database runs as user \d+ [^\n]*ZHIXIAO_DATA_DIR[^\n]*$/,
    );
  });
});

describe('a test cluster', () => {
  test('is quick rather than durable and leaves no folder', async () => {
    const cluster = await startTestCluster();
    const sql = `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('full_page_writes') AS pages`;
    expect(await ask(cluster.superuserUrl(), sql)).toEqual([{ fsync: 'off', commit: 'off', pages: 'off' }]);
    await cluster.stop();
    expect(existsSync(cluster.dataDir)).toBe(false);
  });

  test('clears away the server and the folder of a test run that was killed', async () => {
    const script = `import('${join(import.meta.dirname, '..', 'dist', 'index.js')}').then((m) => m.startTestCluster({ parent: '${dir}' })).then((c) => console.log(c.dataDir))`;
    const child = spawn(process.execPath, ['-e', `${script}; setInterval(() => undefined, 1000)`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const abandoned = await new Promise<string>((done) =>
      child.stdout.once('data', (line: Buffer) => done(line.toString().trim())),
    );
    const pid = postmasterPid(abandoned) as number;
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    expect(isAlive(pid)).toBe(true);
    const cluster = await startTestCluster({ parent: dir });
    await untilGone(pid);
    expect(existsSync(abandoned)).toBe(false);
    await cluster.stop();
  });
});

test('the programs are found without starting the wrapper of their package', () => {
  const script = `import('${join(import.meta.dirname, '..', 'dist', 'index.js')}').then(() => console.log(process.listenerCount('exit'), process.listenerCount('SIGINT')))`;
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' }).stdout.trim()).toBe('0 0');
});
