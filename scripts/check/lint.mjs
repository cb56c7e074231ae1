import { runNode, tool } from '../support/run.mjs';

/** eslint without a finding, warnings included. */
export async function checkLint() {
  const { code, stdout, output } = await runNode([tool('eslint/bin/eslint.js'), '.', '--format', 'json']);
  let results;
  try {
    results = JSON.parse(stdout);
  } catch {
    return { ok: false, count: 'eslint broke off', output };
  }
  const found = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${filePath}:${line}:${column} ${message} (${ruleId})`),
  );
  const ok = code === 0 && found.length === 0 && results.length > 0;
  return { ok, count: `${found.length} findings in ${results.length} files`, output: found.join('\n') };
}
