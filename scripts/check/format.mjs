import { runNode, tool } from '../support/run.mjs';

/** Every file is as prettier writes it. */
export async function checkFormat() {
  const { code, output } = await runNode([tool('prettier/bin/prettier.cjs'), '--list-different', '.']);
  const wrong = output.trim() === '' ? 0 : output.trim().split('\n').length;
  return { ok: code === 0, count: `${wrong} files to format`, output: `${output}\nformat them: npm run format` };
}
