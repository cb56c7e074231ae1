// Runs the pinned pnpm: the one on PATH if it has the pinned version, else through npx (corepack is not needed).
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { packageManager } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const version = packageManager.split('@')[1];
const onPath = spawnSync('pnpm', ['--version'], { encoding: 'utf8', cwd: '/' });
const hasPinned = onPath.status === 0 && onPath.stdout.trim() === version;
const [command, args] = hasPinned
  ? ['pnpm', process.argv.slice(2)]
  : ['npx', ['--yes', `pnpm@${version}`, ...process.argv.slice(2)]];
const result = spawnSync(command, args, { stdio: 'inherit' });
process.exit(result.status ?? 1);
