import { expect } from '@jest/globals';
import { codeOf } from '../../support/answers.js';
import { checksums, deniedAttempts } from '../../support/checksums.js';
import type { Client, GraphqlAnswer } from '../../support/client.js';
import type { World } from '../../support/world.js';

/** Sends what must be refused: nothing may change, and what was denied is remembered once. */
export async function refusedIn(
  world: World,
  client: Client,
  { query, variables }: { query: string; variables: Record<string, unknown> },
): Promise<GraphqlAnswer> {
  const before = await checksums(world);
  const answer = await client.send(query, variables);
  expect([answer.text, answer.errors?.length ?? 0]).toEqual([answer.text, 1]);
  expect(answer.status).toBeLessThan(500);
  expect(await checksums(world)).toEqual(before);
  const denied = ['FORBIDDEN', 'NOT_FOUND'].includes(codeOf(answer) ?? '');
  expect([codeOf(answer), await deniedAttempts(world, answer.requestId)]).toEqual([codeOf(answer), denied ? 1 : 0]);
  return answer;
}
