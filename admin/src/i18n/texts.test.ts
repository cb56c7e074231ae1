import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import englishMessages from 'ra-language-english';
import { buildSchema, isEnumType } from 'graphql';
import { ERROR_CODES } from '../data/server-error.js';
import { CHECKS } from '@zhixiao/domain';
import { en } from './en/index.js';
import { keysOf } from './keys.js';
import { zhCN } from './zh-CN/index.js';

const schema = buildSchema(readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8'));
const cjk = /[\u3400-\u9fff]/;

function textsOf(tree: object): [string, string][] {
  return keysOf(tree).map((key) => [
    key,
    String(key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], tree)),
  ]);
}

const paramsIn = (text: string): string[] => [...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => String(name)).sort();

describe('texts', () => {
  test('every text of react-admin is there in Chinese, and no other', () => {
    expect(keysOf(zhCN.ra)).toEqual(keysOf(englishMessages.ra));
    expect(keysOf(zhCN.ra)).toHaveLength(164);
  });

  test('Chinese and English have the same keys', () => {
    expect(keysOf(en)).toEqual(keysOf(zhCN));
  });

  test('our own texts use the same params in both languages', () => {
    const english = new Map(textsOf({ ...en, ra: {} }));
    const different = textsOf({ ...zhCN, ra: {} }).filter(
      ([key, text]) => paramsIn(text).join() !== paramsIn(english.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });

  test('English texts are English', () => {
    const chinese = textsOf(en).filter(([key, text]) => cjk.test(text) && key !== 'shell.language.zh');
    expect(chinese).toEqual([]);
  });

  test('every value of every closed list of the schema has a name', () => {
    const named = zhCN.enums as Record<string, Record<string, string>>;
    const lists = Object.values(schema.getTypeMap()).filter(
      (type) => isEnumType(type) && !type.name.startsWith('__') && !type.name.endsWith('Order'),
    );
    for (const list of lists.filter(isEnumType)) {
      expect([list.name, Object.keys(named[list.name] ?? {}).sort()]).toEqual([
        list.name,
        list
          .getValues()
          .map(({ name }) => name)
          .sort(),
      ]);
    }
  });

  test('every code of the server has a sentence and an advice', () => {
    for (const code of ERROR_CODES) {
      expect([code, typeof zhCN.errors[code], typeof zhCN.errors.advice[code]]).toEqual([code, 'string', 'string']);
    }
  });

  test('every act that the server records has a name', () => {
    const server = new URL('../../../server/src/', import.meta.url);
    const files = readdirSync(server, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => /^(modules|platform).*(?<!\.test)\.ts$/.test(file));
    const prefixes = Object.keys(zhCN.resources.audit.actions).map((key) => String(key.split('_')[0]));
    const anAct = new RegExp(`action: '([a-z]+\\.[a-z-]+)'|'((?:${prefixes.join('|')})\\.[a-z-]+)'`, 'g');
    const acts = sources.flatMap((file) =>
      [...readFileSync(new URL(file, server), 'utf8').matchAll(anAct)].map(([, named, other]) =>
        String(named ?? other),
      ),
    );
    const recorded = [...new Set(acts)];
    const nameless = recorded.filter(
      (act) => !(act.replace('.', '_').replaceAll('-', '_') in zhCN.resources.audit.actions),
    );
    expect(recorded.length).toBeGreaterThan(20);
    expect(nameless).toEqual([]);
  });

  test('every check of staffing and scope has a name and a message', () => {
    const wanted = CHECKS.map(({ id }) => id).filter((id) => id.startsWith('STF-') || id.startsWith('SCO-'));
    expect(wanted.filter((id) => !(id in zhCN.checks))).toEqual([]);
  });
});
