import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from '../support/files.mjs';
import { ROOT } from '../support/run.mjs';

const ADMIN = join(ROOT, 'admin');
const CHINESE = /(^|[-./])zh(-cn)?(?=[-./]|$)/i;

/** zh-CN and en have the same keys, none empty, with the same %{variables}: every file `zh-cn…` under an i18n folder has its `en…`. */
export async function checkMessages() {
  const pairs = findPairs();
  if (pairs.length === 0)
    return { ok: false, count: 'no message files', output: 'no zh-cn file under admin/src/**/i18n' };
  const wrong = [];
  let keys = 0;
  for (const { chinese, english } of pairs) {
    const [zh, en] = [await readMessages(chinese), await readMessages(english)];
    keys += zh.size;
    wrong.push(...compare(zh, en).map((text) => `${relative(ROOT, english ?? chinese)}: ${text}`));
  }
  return {
    ok: wrong.length === 0 && keys > 0,
    count: `${wrong.length} wrong in ${keys} keys`,
    output: wrong.join('\n'),
  };
}

function findPairs() {
  const files = filesUnder(join(ADMIN, 'src')).filter(
    (file) => /[/\\]i18n[/\\]/.test(file) && /(?<!\.test)\.tsx?$/.test(file),
  );
  const all = new Set(files);
  return files.flatMap((file) => {
    const path = relative(ADMIN, file);
    if (!CHINESE.test(path.replace(/\.tsx?$/, ''))) return [];
    const english = [join(ADMIN, path.replace(CHINESE, '$1en'))].find((name) => all.has(name));
    return [{ chinese: file, english }];
  });
}

/** Every text of a file's exported objects, by its dotted key. */
async function readMessages(file) {
  if (file === undefined) return new Map();
  const { runnerImport } = await import(pathToFileURL(createRequire(join(ADMIN, 'package.json')).resolve('vite')).href);
  const { module } = await runnerImport(file, { root: ADMIN, configFile: false, logLevel: 'error' });
  return new Map(Object.values(module).flatMap((value) => flatten(value, '')));
}

function flatten(value, key) {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => flatten(inner, key === '' ? name : `${key}.${name}`));
}

function compare(zh, en) {
  const missing = [
    ...[...zh.keys()].filter((key) => !en.has(key)).map((key) => `${key} has no English`),
    ...[...en.keys()].filter((key) => !zh.has(key)).map((key) => `${key} has no Chinese`),
  ];
  const both = [...zh.keys()].filter((key) => en.has(key));
  const different = both.filter((key) => variablesOf(zh.get(key)) !== variablesOf(en.get(key)));
  const empty = both.filter((key) => zh.get(key).trim() === '' || en.get(key).trim() === '');
  return [
    ...missing,
    ...different.map((key) => `${key} has other variables`),
    ...empty.map((key) => `${key} is empty`),
  ];
}

const variablesOf = (text) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort().join();
