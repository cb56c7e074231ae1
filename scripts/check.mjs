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
for (const { name, check } of chosen) {
  const from = performance.now();
  const { ok, count, output } = await check().catch((error) => ({
    ok: false,
    count: 'broke off',
    output: String(error.stack),
  }));
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${name.padEnd(10)} ${ok ? 'ok    ' : 'FAILED'}  ${count} (${seconds} s)`);
  if (ok) continue;
  failed += 1;
  console.log(output.trimEnd().replace(/^/gm, '    '));
}
console.log(failed === 0 ? 'check: ok' : `check: ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
