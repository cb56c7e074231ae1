import { runNode, tool } from '../support/run.mjs';

/** No file, export or dependency that nothing uses (knip.json). */
export async function checkDeadCode() {
  const { code, stdout, output } = await runNode([tool('knip/bin/knip.js'), '--reporter', 'json', '--no-progress']);
  let issues;
  try {
    ({ issues } = JSON.parse(stdout));
  } catch {
    return { ok: false, count: 'knip broke off', output };
  }
  const found = issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds).flatMap(([kind, list]) =>
      Array.isArray(list) ? list.map((item) => `${file}: ${kind} ${nameOf(item)}`) : [],
    ),
  );
  return { ok: code === 0 && found.length === 0, count: `${found.length} unused`, output: found.join('\n') || output };
}

const nameOf = (item) => (Array.isArray(item) ? item.map(nameOf).join(', ') : (item.name ?? ''));
