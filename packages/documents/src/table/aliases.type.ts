/** Headers as counties write them, without spaces and brackets. The first that fits wins. */
export type Aliases = readonly (readonly [field: string, ...headers: string[]])[];
