import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesUnder } from '../support/files.mjs';
import { ROOT, runNode, tool } from '../support/run.mjs';

const PARTS = ['packages', 'server', 'admin', 'test'];

/** Who may import whom (.dependency-cruiser.cjs); and the cruiser has seen every source file and its imports. */
export async function checkImports() {
  const args = [
    tool('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
  ];
  const { stdout, output } = await runNode([...args, ...PARTS]);
  let result;
  try {
    result = JSON.parse(stdout);
  } catch {
    return { ok: false, count: 'dependency-cruiser broke off', output };
  }
  const wrong = [...result.summary.violations.map(describe), ...findUnseen(result.modules)];
  const { totalCruised, totalDependenciesCruised } = result.summary;
  const count = `${wrong.length} wrong in ${totalCruised} modules with ${totalDependenciesCruised} imports`;
  return { ok: wrong.length === 0, count, output: wrong.join('\n') };
}

const describe = ({ rule, from, to, cycle }) =>
  `${rule.name}: ${from} imports ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`;

/** With a compiler that it can't read the cruiser passes over files, or finds no imports in them, and is content. */
function findUnseen(modules) {
  const seen = new Map(modules.map(({ source, dependencies }) => [source, dependencies.length]));
  const sources = PARTS.flatMap((part) => filesUnder(`${ROOT}/${part}`)).filter((file) => /\.tsx?$/.test(file));
  if (sources.length === 0) return ['there are no sources'];
  return sources.flatMap((file) => {
    const path = relative(ROOT, file).replaceAll('\\', '/');
    if (!seen.has(path)) return [`not cruised: ${path}`];
    return seen.get(path) === 0 && importsSomething(file) ? [`cruised without its imports: ${path}`] : [];
  });
}

const importsSomething = (file) => /^(import|export) [^;]*? from '/m.test(readFileSync(file, 'utf8'));
