import type { GraphqlAnswer } from './client.js';

/** An answer without what differs from request to request. */
export const withoutRequestId = (text: string): string => text.replaceAll(/"requestId":"[^"]+"/g, '"requestId":""');

export const codeOf = (answer: GraphqlAnswer<unknown>): string | undefined => answer.errors?.[0]?.extensions.code;

/** The same kind of id, of a row that does not exist, in the same tenant. */
export function unknownLike(id: string): string {
  const [letter, tenant] = id.split('_');
  return letter === 'T' ? 'T_999999' : `${letter}_${tenant}_0190a000-0000-7000-8000-0000000000ff`;
}

/** Calls a function some times, so many at once. */
export async function inParallel<T>(times: number, atOnce: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const runner = async (): Promise<void> => {
    for (let i = next++; i < times; i = next++) results[i] = await work(i);
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return results;
}
