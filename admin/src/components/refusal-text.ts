import { isServerError } from '../data/index.js';
import type { TextKey, TextParams } from '../i18n/index.js';
import { zhCN } from '../i18n/zh-CN/index.js';
import type { Words } from './finding-text.js';

const { violations, reasons } = zhCN.procedure;
const { inputErrors } = zhCN.resources.shared;

/** States are of one of these lists. */
const STATES = ['TopicState', 'FilingState'] as const;

interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

function keyOf(code: string): TextKey | null {
  if (code in violations) return `procedure.violations.${code}` as TextKey;
  if (code in reasons) return `procedure.reasons.${code}` as TextKey;
  return code in inputErrors ? (`resources.shared.inputErrors.${code}` as TextKey) : null;
}

/** Names and numbers that came with the refusal, as they are. */
function told(params: Refusal['params']): TextParams {
  const plain = Object.entries(params).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return Object.fromEntries(plain) as TextParams;
}

/** A refusal of the procedure in words: what `whyNot…` of the domain says, or the reason that the server gives. */
export function refusalText({ code, params }: Refusal, { t, word }: Words): string | null {
  const key = keyOf(code);
  if (key === null) return null;
  const from = String(params['from'] ?? '');
  const list = STATES.find((one) => from in zhCN.enums[one]) ?? STATES[0];
  return t(key, {
    ...told(params),
    from: word(list, from),
    role: word('Role', String(params['role'] ?? '')),
    open: Number(params['open'] ?? 0),
    round: Number(params['round'] ?? 0),
  });
}

/** Why the server refused, beyond its code; null where the code says it all. */
export function reasonOf(error: unknown, words: Words): string | null {
  if (!isServerError(error) || error.params['reason'] === undefined) return null;
  return refusalText({ code: String(error.params['reason']), params: error.params }, words);
}
