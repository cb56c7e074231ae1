import { checkDeadCode } from './dead-code.mjs';
import { checkFormat } from './format.mjs';
import { checkImports } from './imports.mjs';
import { checkLint } from './lint.mjs';
import { checkMessages } from './messages.mjs';
import { checkSdl } from './sdl.mjs';
import { checkSettings } from './settings.mjs';
import { checkTypes } from './types.mjs';

/**
 * The parts of the check. Each gives whether it is ok, a count of what it looked at, and what it has to say.
 * @type {{ name: string, check: () => Promise<{ ok: boolean, count: string, output: string }> }[]}
 */
export const PARTS = [
  { name: 'format', check: checkFormat },
  { name: 'lint', check: checkLint },
  { name: 'types', check: checkTypes },
  { name: 'imports', check: checkImports },
  { name: 'dead-code', check: checkDeadCode },
  { name: 'sdl', check: checkSdl },
  { name: 'messages', check: checkMessages },
  { name: 'settings', check: checkSettings },
];
