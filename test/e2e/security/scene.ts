import type { Client, GraphqlAnswer } from '../../support/client.js';
import type { World } from '../../support/world.js';

/** Where the acts take place; a test file fills it before its first test. */
export const scene = {} as { world: World; admin: Client; account: { id: string; username: string }; grant: string };

export type Act = () => Promise<GraphqlAnswer>;
/** Every mutation of an admin, how it is done once, and which entries it leaves. */
export const acts: Record<string, { act: Act; leaves: string[]; changes?: true }> = {};
export const act = (name: string, leaves: string[], run: Act, more: { changes?: true } = {}): void =>
  void (acts[name] = { act: run, leaves, ...more });
export const call =
  (name: string, type: string, input: () => Promise<Record<string, unknown>>, selection = '{ __typename }'): Act =>
  async () =>
    scene.admin.send(`mutation ${name}($input: ${type}!) { ${name}(input: $input) ${selection} }`, {
      input: await input(),
    });
