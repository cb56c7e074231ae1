// Writes src/data/graphql-env.d.ts, the published schema as TypeScript types, from which every document gets its types.
import { fileURLToPath } from 'node:url';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const admin = fileURLToPath(new URL('..', import.meta.url));
const cli = join(dirname(createRequire(import.meta.url).resolve('gql.tada/package.json')), 'bin/cli.js');
const { status } = spawnSync(process.execPath, [cli, 'generate-output'], { cwd: admin, stdio: 'inherit' });
process.exit(status ?? 1);
