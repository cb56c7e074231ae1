// `npm test`: prepares, runs every suite, and ends with the line "N passed, N failed". Names run only those: `npm test -- server`.
import './support/node-version.mjs';

const [{ prepare }, { chooseSuites }] = await Promise.all([
  import('./support/prepare.mjs'),
  import('./support/suites.mjs'),
]);

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
try {
  const suites = chooseSuites(wanted);
  await prepare();
  for (const suite of suites) {
    const from = performance.now();
    process.stdout.write(`${suite.name}: `);
    const { passed, failed, skipped, output, note } = await suite.run();
    total.passed += passed;
    total.failed += failed;
    const skips = skipped > 0 ? `, ${skipped} skipped` : '';
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    process.stdout.write(`${passed} ok, ${failed} not${skips} (${seconds} s${note ? `; ${note}` : ''})\n`);
    if (failed > 0) process.stdout.write(`${output.trimEnd()}\n`);
  }
} catch (error) {
  if (error.output) console.error(error.output.trimEnd());
  console.error(error.message);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
