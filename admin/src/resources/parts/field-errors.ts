import { findingText, type Words } from '../../components/index.js';
import { isServerError } from '../../data/index.js';
import type { TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';

const knownReasons: Readonly<Record<string, string>> = zhCN.resources.shared.inputErrors;

function reasonText(reason: unknown, words: Words): string {
  const known = String(reason) in knownReasons ? String(reason) : 'INVALID';
  return words.t(`resources.shared.inputErrors.${known}` as TextKey);
}

/**
 * What the server refused, by the field it belongs to: the path of a BAD_INPUT, and of each violation. `fields` gives the
 * form's name of a field where it differs from the API's.
 */
export function fieldErrors(
  error: unknown,
  words: Words,
  fields: Readonly<Record<string, string>> = {},
): Record<string, string> {
  if (!isServerError(error)) return {};
  const nameOf = (path: unknown): string => {
    const name = (Array.isArray(path) ? path : [path]).filter((part) => part !== 'input').join('.');
    return fields[name] ?? name;
  };
  const { params, violations } = error;
  const ofInput = params['path'] ? [[nameOf(params['path']), reasonText(params['reason'], words)]] : [];
  const ofChecks = violations
    .filter(({ path }) => path)
    .map((violation) => [nameOf(violation.path), findingText(violation, words)]);
  return Object.fromEntries([...ofInput, ...ofChecks]) as Record<string, string>;
}
