/** The same keys, any text: a key that is missing in English fails the type check. */
export type Translations<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translations<T[K]> };
