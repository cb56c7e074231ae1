/**
 * Says one line for one step: its name when it begins, its outcome and time when it ends.
 * @param {string} name
 * @param {() => Promise<string>} work gives the outcome in a few words
 */
export async function step(name, work) {
  const from = performance.now();
  process.stdout.write(`${name}: `);
  try {
    const outcome = await work();
    process.stdout.write(`${outcome} (${seconds(from)})\n`);
  } catch (error) {
    process.stdout.write(`failed (${seconds(from)})\n`);
    throw error;
  }
}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Ends the process with one clear message; what the failed program said comes before it. */
export function fail(error) {
  if (error.output) console.error(error.output.trimEnd());
  console.error(error.message);
  process.exit(1);
}

/** An error that carries what the failed program said. */
export const stepError = (message, output) => Object.assign(new Error(message), { output });
