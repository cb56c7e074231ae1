import { readdirSync } from 'node:fs';
import { run } from './run.mjs';

/** A font in which Chinese is more than boxes. */
export async function hasChineseFont() {
  const found = await run('fc-list', [':lang=zh-cn', 'family']);
  if (found.code === 0) return found.stdout.trim() !== '';
  // no fontconfig: macOS and Windows bring such fonts, a bare Linux does not
  return process.platform !== 'linux' || hasFile('/usr/share/fonts', /CJK|wqy|SourceHan/i);
}

function hasFile(dir, pattern) {
  try {
    return readdirSync(dir, { recursive: true, encoding: 'utf8' }).some((name) => pattern.test(name));
  } catch {
    return false;
  }
}

/** Root on Debian or what descends from it. */
export const canUseApt = async () => process.getuid?.() === 0 && (await run('apt-get', ['--version'])).code === 0;

/** Installs packages of Debian. @returns {Promise<boolean>} whether they are there now */
export async function aptInstall(packages) {
  const wait = ['-o', 'DPkg::Lock::Timeout=500', '-q'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], { env });
  if ((await install()).code === 0) return true;
  // a fresh machine has no package lists yet
  await run('apt-get', [...wait, 'update'], { env });
  return (await install()).code === 0;
}
