// `npm run bench -- --schools 22000 [--data DIR] [--out FILE]`: builds what changed, then measures (test/load/bench.mjs).
import './support/node-version.mjs';
import { spawn } from 'node:child_process';

const [{ prepare }, { fail }, { ROOT }] = await Promise.all([
  import('./support/prepare.mjs'),
  import('./support/step.mjs'),
  import('./support/run.mjs'),
]);
try {
  await prepare();
  const child = spawn(process.execPath, [`${ROOT}/test/load/bench.mjs`, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  fail(error);
}
