// `npm run check`: prepares, then runs every part and prints a line for each. Names run only those: `npm run check -- lint types`.
import './support/node-version.mjs';

const [{ prepare }, { fail }] = await Promise.all([import('./support/prepare.mjs'), import('./support/step.mjs')]);

let canBuild = true;
await prepare().catch((error) => {
  // the other parts still have something to say
  canBuild = false;
  console.log(`${error.output?.trimEnd() ?? ''}\n${error.message}`);
});

// only now: the parts use what was just installed
const { PARTS } = await import('./check/parts.mjs');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0)
  fail(new Error(`No such part: ${unknown.join(', ')}. There are: ${PARTS.map(({ name }) => name).join(', ')}`));
const chosen = wanted.length === 0 ? PARTS : PARTS.filter(({ name }) => wanted.includes(name));

let failed = canBuild ? 0 : 1;
const waiting = [...chosen];
// each part is a process of its own; more than two at once would only wait for each other
await Promise.all([runWaiting(), runWaiting()]);

/** Takes the next part that nobody has taken, until there is none. */
async function runWaiting() {
  for (let part = waiting.shift(); part; part = waiting.shift()) if (!(await run(part))) failed += 1;
}

/** Runs one part and says how it went. @returns {Promise<boolean>} whether it is as it should be */
async function run({ name, check }) {
  const from = performance.now();
  const { ok, count, output } = await check().catch((error) => ({
    ok: false,
    count: 'broke off',
    output: String(error.stack),
  }));
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${name.padEnd(10)} ${ok ? 'ok    ' : 'FAILED'}  ${count} (${seconds} s)`);
  if (!ok) console.log(output.trimEnd().replace(/^/gm, '    '));
  return ok;
}

console.log(failed === 0 ? 'check: ok' : `check: ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
