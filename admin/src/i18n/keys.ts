import type { zhCN } from './zh-CN/index.js';

type Paths<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

type Own = Omit<typeof zhCN, 'ra'>;

/** Every key of our own texts: a typing error in a key fails the type check. */
export type TextKey = Paths<Own>;

type Tree = { readonly [key: string]: string | Tree };

/** The dotted keys of a tree of texts, sorted. */
export function keysOf(texts: object, prefix = ''): string[] {
  return Object.entries(texts as Tree)
    .flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)))
    .sort();
}
