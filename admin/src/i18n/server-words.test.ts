import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { PROCEDURE_VIOLATIONS } from '@zhixiao/domain';
import { ERROR_CODES } from '../data/server-error.js';
import { zhCN } from './zh-CN/index.js';

/** The server's own sources: the admin imports nothing of them, and says everything that they can answer. */
const server = new URL('../../../server/src/', import.meta.url);
const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(modules|platform).*(?<!\.test)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(new URL(file, server), 'utf8') }));

/** The names between quotes that an expression may answer, be it one or the one or the other. */
const namesIn = (expression: string): string[] =>
  [...expression.matchAll(/'([A-Z][A-Z_]+)'/g)].map(([, name]) => String(name));

/** `reason: …` of a refusal, and the second part of `badInput('field', …)`. */
function reasonsOf(text: string): string[] {
  const refusals = [...text.matchAll(/new RuleViolation\([^;]*?reason:([^,}]*)/g)];
  const inputs = [...text.matchAll(/badInput\(\s*[^,()]+,([^;]*?)\)[;,)\s]/g)];
  return [...refusals, ...inputs].flatMap(([, expression]) => namesIn(String(expression)));
}

describe('what the server can say has words', () => {
  test('every reason of a refusal has a sentence', () => {
    const { violations, reasons } = zhCN.procedure;
    const said = { ...violations, ...reasons, ...zhCN.resources.shared.inputErrors };
    const codes: readonly string[] = ERROR_CODES;
    const found = [...new Set(sources.flatMap(({ text }) => reasonsOf(text)))].filter((name) => !codes.includes(name));
    // the way of writing a refusal has not changed: those of all sides are still found
    expect(found.length).toBeGreaterThan(80);
    expect(found).toEqual(
      expect.arrayContaining([
        ...['ALREADY_ASKED', 'NOBODY_TO_ASK', 'NOT_THE_OTHER_SIDE', 'VERSION_UNDER_WAY', 'OWN_MATTER', 'NOT_OPEN'],
        ...['AFTER_THE_MEETING', 'CHAIR_ABSENT', 'TWO_PERSONS', 'EACH_VOTES_UNDER_OWN_ACCOUNT'],
      ]),
    );
    expect(found.filter((reason) => !(reason in said))).toEqual([]);
  });

  test('every name by which the domain refuses has a sentence', () => {
    expect(PROCEDURE_VIOLATIONS.filter((code) => !(code in zhCN.procedure.violations))).toEqual([]);
  });

  test('every kind of notification has a sentence, and no sentence is of a kind that nobody sends', () => {
    const kinds = sources.flatMap(({ text }) =>
      [...text.matchAll(/export const \w+_NOTIFICATIONS[^=]*= \{([^]*?)\n\}/g)].flatMap(([, body]) =>
        [...String(body).matchAll(/^ {2}([A-Z_]+): \{/gm)].map(([, kind]) => String(kind)),
      ),
    );
    expect(kinds.length).toBeGreaterThan(25);
    expect(Object.keys(zhCN.notifications.kinds).sort()).toEqual([...new Set(kinds)].sort());
  });
});
