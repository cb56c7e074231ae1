import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT, run, runNode } from '../support/run.mjs';

const FILE = 'schema/schema.graphql';
const { buildSchema, findBreakingChanges } = createRequire(join(ROOT, 'server/package.json'))('graphql');

/** The published schema is the one of the code, and breaks no client unless the changelog says so. */
export async function checkSdl() {
  const published = readFileSync(join(ROOT, FILE), 'utf8');
  const wrong = [...(await findDrift(published)), ...(await findBreaks(published))];
  const types = Object.keys(buildSchema(published).getTypeMap()).length;
  return { ok: wrong.length === 0, count: `${wrong.length} wrong, ${types} types`, output: wrong.join('\n') };
}

async function findDrift(published) {
  const { code, stdout, output } = await runNode(['server/dist/print-schema.js']);
  if (code !== 0) return [`server/dist/print-schema.js failed: ${output}`];
  const [made, written] = [stdout, published].map((text) => text.trim().split('\n'));
  const at = Array.from({ length: Math.max(made.length, written.length) }, (_, i) => i).find(
    (i) => made[i] !== written[i],
  );
  if (at === undefined) return [];
  return [
    `${FILE}:${at + 1} says "${written[at] ?? ''}", the code "${made[at] ?? ''}": node server/dist/print-schema.js > ${FILE}`,
  ];
}

async function findBreaks(published) {
  const base = await findBase(published);
  if (base === undefined) return [];
  const earlier = (await run('git', ['show', `${base}:${FILE}`])).stdout;
  const allowed = readAllowed();
  return findBreakingChanges(buildSchema(earlier), buildSchema(published))
    .filter(
      ({ description }) =>
        !allowed.some((line) => description.split(' ').some((word) => isCoordinate(word) && line.includes(word))),
    )
    .map(
      ({ description }) =>
        `breaks clients since ${base}: ${description} A CHANGELOG line "BREAKING SDL: <what>, <why>" allows it.`,
    );
}

/** What is compared with: the trunk, if we are not on it; else the last commit; else, where nothing is changed since, the one before. */
async function findBase(published) {
  const head = (await run('git', ['rev-parse', 'HEAD'])).stdout.trim();
  for (const trunk of ['origin/main', 'main']) {
    const { code, stdout } = await run('git', ['merge-base', 'HEAD', trunk]);
    if (code === 0 && stdout.trim() !== head && (await hasFile(stdout.trim()))) return stdout.trim().slice(0, 12);
  }
  const last = await run('git', ['show', `HEAD:${FILE}`]);
  if (last.code === 0 && last.stdout !== published) return 'HEAD';
  return (await hasFile('HEAD~1')) ? 'HEAD~1' : undefined;
}

const hasFile = async (commit) => (await run('git', ['cat-file', '-e', `${commit}:${FILE}`])).code === 0;

const isCoordinate = (word) => /^[A-Z]\w*(\.\w+)?$/.test(word);

function readAllowed() {
  const file = join(ROOT, 'CHANGELOG.md');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('BREAKING SDL'));
}
