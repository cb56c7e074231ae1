import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../support/run.mjs';

const ADMIN = join(ROOT, 'admin');
const I18N = join(ADMIN, 'src', 'i18n');

/** zh-CN and en have the same keys, none empty, with the same %{variables}. */
export async function checkMessages() {
  const [zh, en] = [
    await readMessages(join(I18N, 'zh-CN', 'index.ts')),
    await readMessages(join(I18N, 'en', 'index.ts')),
  ];
  const wrong = compare(zh, en);
  return {
    ok: wrong.length === 0 && zh.size > 0,
    count: `${wrong.length} wrong in ${zh.size} keys`,
    output: wrong.join('\n'),
  };
}

/** Every text of a file's exported objects, by its dotted key. */
async function readMessages(file) {
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
  const different = both.filter((key) => !fits({ key, zh: variablesOf(zh.get(key)), en: variablesOf(en.get(key)) }));
  const empty = both.filter((key) => zh.get(key).trim() === '' || (!isTheirs(key) && en.get(key).trim() === ''));
  return [
    ...missing,
    ...different.map((key) => `${key} has other variables`),
    ...empty.map((key) => `${key} is empty`),
  ];
}

/** react-admin's own texts, whose English we take as it is. */
const isTheirs = (key) => key.startsWith('ra.');

/** A variable that only one language has stays unfilled; Chinese can do without a number, and words react-admin's texts freely. */
function fits({ key, zh, en }) {
  const missing = [...en].filter((name) => !zh.has(name) && name !== 'smart_count');
  return [...zh].every((name) => en.has(name) || name === 'smart_count') && (isTheirs(key) || missing.length === 0);
}

const variablesOf = (text) => new Set([...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name));
