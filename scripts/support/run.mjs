import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/**
 * Runs a program without input, collects what it says, and gives it back with the exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} output is both streams as they came
 */
export function run(command, args, { cwd = ROOT, env = process.env } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => done({ code: 127, stdout, output: output + error.message }));
    child.on('close', (code) => done({ code: code ?? 1, stdout, output }));
  });
}

/** Runs a script of ours or of a dependency with the Node that runs this. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs npm, which is a script file on Windows. */
export const runNpm = (args, options) => run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);

/** The path of a program of the root's dependencies. */
export const tool = (path) => `${ROOT}/node_modules/${path}`;
