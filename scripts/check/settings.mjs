import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesUnder } from '../support/files.mjs';
import { ROOT } from '../support/run.mjs';

/** The one file that may set what row security reads. */
const SCOPE_FILE = 'server/src/platform/scope.ts';
/** What runs as the owner, whom row security binds too, and writes tenant by tenant: SET LOCAL is allowed there. */
const OWNER_FILES = /^server\/src\/(migrations\/|modules\/tenancy\/divisions\/load-tenants\.ts$)/;
const LOCAL = /\bset\s+local\s+app\./gi;
const SETTING = /\bset\s+(local\s+|session\s+)?["'`]?app\s*\.|\bset_config\s*\(|\breset\s+(all|app\.)|\bdiscard\s+all/i;

/** Nothing else in server and packages sets `app.…`: a second place could forget LOCAL and leak a scope through the pool. */
export async function checkSettings() {
  const files = ['server/src', 'packages']
    .flatMap((dir) => filesUnder(`${ROOT}/${dir}`))
    .filter((file) => /\.(ts|sql|mjs)$/.test(file) && !/\.test\.ts$|\/(testing|test-support)\//.test(file))
    .map((file) => ({ path: relative(ROOT, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
    .map(({ path, text }) => ({ path, text: OWNER_FILES.test(path) ? text.replace(LOCAL, '') : text }));
  const scope = files.find(({ path }) => path === SCOPE_FILE);
  const wrong = files
    .filter(({ path }) => path !== SCOPE_FILE)
    .flatMap(({ path, text }) =>
      linesWith(text).map((line) => `${path}:${line} sets what row security reads; only ${SCOPE_FILE} may`),
    );
  if (!scope || linesWith(scope.text).length === 0) wrong.push(`${SCOPE_FILE} sets nothing: has it moved?`);
  return { ok: wrong.length === 0, count: `${wrong.length} wrong in ${files.length} files`, output: wrong.join('\n') };
}

const linesWith = (text) => text.split('\n').flatMap((line, i) => (SETTING.test(line) ? [i + 1] : []));
