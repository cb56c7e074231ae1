import { compiled } from '../support/build.mjs';
import { ROOT, runNode, tool } from '../support/run.mjs';

const TSC = tool('typescript/bin/tsc');

/** Packages and server, the admin, and all tests (which are in no build). */
export async function checkTypes() {
  const runs = [
    await runNode([TSC, '-b', ...compiled(), '--pretty', 'false']),
    await runNode([TSC, '--noEmit', '-p', 'tsconfig.tests.json', '--pretty', 'false']),
    await runNode([TSC, '--noEmit', '-p', '.', '--pretty', 'false'], { cwd: `${ROOT}/admin` }),
  ];
  const output = runs.map((run) => run.output).join('');
  const errors = output.split('\n').filter((line) => /error TS\d+/.test(line)).length;
  return {
    ok: runs.every(({ code }) => code === 0),
    count: `${errors} errors in ${compiled().length + 2} projects`,
    output,
  };
}
