import { aptInstall, canUseApt, hasChineseFont } from './apt.mjs';
import { run } from './run.mjs';
import { stepError } from './step.mjs';

/** What opens the papers that we write, and reads what it made of them. */
const PROGRAMS = [
  { package: 'libreoffice-writer-nogui', command: process.env.ZHIXIAO_SOFFICE || 'soffice', ask: '--version' },
  { package: 'poppler-utils', command: 'pdftotext', ask: '-v' },
];

/**
 * Finds LibreOffice for the tests of .docx files, and installs it as a Debian package where root and apt are there. Elsewhere
 * those tests are skipped.
 * @returns {Promise<{ did: string }>} one line about it
 */
export async function findOffice() {
  const missing = await packagesMissing();
  if (missing.length === 0) return { did: await office() };
  if (!(await canUseApt()))
    return { did: `without ${missing.join(' and ')}: .docx files were not opened in LibreOffice` };
  const packages = [...missing, ...((await hasChineseFont()) ? [] : ['fonts-noto-cjk'])];
  const from = performance.now();
  if (!(await aptInstall(packages)) || (await packagesMissing()).length > 0)
    throw stepError(
      `There is no ${missing.join(' and ')}, and apt could not install it: set ZHIXIAO_SOFFICE to one.`,
      '',
    );
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  return { did: `${await office()}, installed ${packages.join(' and ')} by apt in ${seconds} s` };
}

async function packagesMissing() {
  const asked = PROGRAMS.map(async (program) => ({ ...program, there: await isThere(program) }));
  return (await Promise.all(asked)).filter(({ there }) => !there).map((program) => program.package);
}

const isThere = async ({ command, ask }) => (await run(command, [ask])).code === 0;

async function office() {
  return (await run(PROGRAMS[0].command, ['--version'])).stdout.trim().split(' ').slice(0, 2).join(' ');
}
