import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '../../support/client.js';
import { crashAfterCommit } from '../../support/crash.js';
import { startServer } from '../../support/processes.js';
import { DANZHAI, PASSWORD, createWorld, type World } from '../../support/world.js';

const LOGIN = 'mutation Login($input: LoginInput!) { login(input: $input) { account { id } } }';
const CREATE = 'mutation Create($input: PersonInput!) { createPerson(input: $input) { id name } }';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

test('T-88: a server that dies between COMMIT and its answer has done it once, and whoever asks again with the key hears so', async () => {
  const { username } = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
  const proxy = await crashAfterCommit(world.databaseUrl, '"person"');
  const dying = await startServer(proxy.url);
  const client = new Client(dying.url);
  await client.ask(LOGIN, { input: { username, password: PASSWORD } });
  const [key, variables] = [randomUUID(), { input: { name: '崩溃前', membership: 'FULL' } }];
  const lost = client.send(CREATE, variables, { 'idempotency-key': key }).then(
    () => 'answered',
    () => 'lost',
  );
  await proxy.committed;
  await dying.stop('SIGKILL');
  expect(await lost).toBe('lost');
  await proxy.close();

  const made = await world.sql<{ id: string }>('SELECT id FROM person WHERE name = $1', ['崩溃前']);
  expect(made).toHaveLength(1);
  const again = await world.signIn(username);
  const answers = [];
  for (let i = 0; i < 2; i += 1) answers.push(await again.send(CREATE, variables, { 'idempotency-key': key }));
  for (const { data, errors } of answers) {
    expect(errors).toBeUndefined();
    expect(data).toEqual({ createPerson: { id: `P_${DANZHAI}_${made[0]?.id ?? ''}`, name: '崩溃前' } });
  }
  expect(await world.sql('SELECT 1 FROM person WHERE name = $1', ['崩溃前'])).toHaveLength(1);
});
