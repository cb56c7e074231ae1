import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesUnder, signatureOf } from './files.mjs';
import { ROOT, runNode, runNpm, tool } from './run.mjs';
import { stepError } from './step.mjs';

/** Every package that tsc compiles, the server last. */
export const compiled = () =>
  [...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}`), 'server'].filter((dir) =>
    existsSync(join(ROOT, dir, 'tsconfig.json')),
  );

/** Compiles packages and server; tsc skips what did not change. */
export async function buildServer() {
  for (const dir of compiled()) clearStale(dir);
  const { code, output } = await runNode([tool('typescript/bin/tsc'), '-b', ...compiled()]);
  if (code !== 0) throw stepError('The server could not be built.', output);
  return 'built';
}

/** tsc keeps what it made of a removed source, and believes its own notes where dist was removed. */
function clearStale(dir) {
  const dist = join(ROOT, dir, 'dist');
  if (!existsSync(dist)) rmSync(join(ROOT, dir, 'tsconfig.tsbuildinfo'), { force: true });
  for (const file of outputsUnder(dist)) {
    const source = join(ROOT, dir, 'src', relative(dist, file)).replace(/(\.d)?\.(js|ts)(\.map)?$/, '');
    if (!existsSync(`${source}.ts`)) rmSync(file);
  }
}

const outputsUnder = (dist) =>
  existsSync(dist)
    ? readdirSync(dist, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(js|d\.ts)(\.map)?$/.test(name))
        .map((name) => join(dist, name))
    : [];

/** Bundles the admin (by its own build script) if one of its sources is not the one of the last bundle. */
export async function buildAdmin() {
  const stamp = join(ROOT, 'admin', 'dist', '.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === adminSources()) return 'up to date';
  const { code, output } = await runNpm(['run', '--silent', 'build'], { cwd: join(ROOT, 'admin') });
  if (code !== 0) throw stepError('The admin could not be built.', output);
  // read again: the build writes generated sources
  writeFileSync(stamp, adminSources());
  return 'built';
}

const adminSources = () =>
  signatureOf([
    ...filesUnder(join(ROOT, 'admin')),
    ...['domain', 'policy'].flatMap((name) => filesUnder(join(ROOT, 'packages', name, 'src'))),
    ...filesUnder(join(ROOT, 'schema')),
    join(ROOT, 'pnpm-lock.yaml'),
  ]);
