import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '../support/client.js';
import { startServer, type ServerProcess } from '../support/processes.js';
import { givenPerson, givenSchool } from '../support/schools.js';
import { DANZHAI, PASSWORD, createWorld, type World } from '../support/world.js';

/** The statements of the API's role, as they pass by on their way to PostgreSQL. */
const seen: string[] = [];

/** Reads the front end's messages of one connection: simple queries and parsed statements. */
function listen(socket: Socket): void {
  let buffer = Buffer.alloc(0);
  let role: string | null = null;
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = role === null ? 0 : 1;
      if (buffer.length < head + 4) return;
      const end = head + buffer.readInt32BE(head);
      if (buffer.length < end) return;
      const body = buffer.subarray(head + 4, end);
      if (role === null) role = body.toString().includes('zhixiao_app') ? 'app' : 'other';
      else if (role === 'app' && buffer[0] === 0x51) seen.push(body.toString().slice(0, -1));
      else if (role === 'app' && buffer[0] === 0x50) seen.push(body.toString().split('\0')[1] ?? '');
      buffer = buffer.subarray(end);
    }
  });
}

async function proxyTo(port: number): Promise<Server> {
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    listen(client);
    client.pipe(server).pipe(client);
    for (const one of [client, server]) one.on('error', () => void client.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return proxy;
}

let world: World;
let proxy: Server;
let server: ServerProcess;
beforeAll(async () => {
  world = await createWorld();
  const url = new URL(world.databaseUrl);
  proxy = await proxyTo(Number(url.port || 5432));
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  server = await startServer(url.toString());
});
afterAll(async () => {
  await server.stop();
  proxy.close();
  await world.end();
});

/** How many statements one appointment may cost, with its key, audit and standing; BEGIN, settings and COMMIT aside. */
const STATEMENTS = 12;

test(`an appointment with its answer, audit, standing and idempotency takes ${STATEMENTS} statements`, async () => {
  const admin = new Client(server.url);
  const { username } = await world.account([{ role: 'CountyAdmin', tenant: DANZHAI }]);
  await admin.ask('mutation Login($input: LoginInput!) { login(input: $input) { account { id } } }', {
    input: { username, password: PASSWORD },
  });
  const school = await givenSchool(admin);
  const personId = await givenPerson(admin, '某人');
  seen.length = 0;
  const { appoint } = await admin.ask<{ appoint: { school: { findings: unknown[] } } }>(
    `mutation Appoint($input: AppointInput!) { appoint(input: $input) { appointment { id post person { name } }
       school { id findings { checkId outcome } team { id personName } } } }`,
    { input: { schoolId: school.id, personId, post: 'SECRETARY', startsOn: '2022-09-01' } },
  );
  expect(appoint.school.findings).toBeDefined();
  const statements = seen.filter((text) => !/^(BEGIN|START TRANSACTION|SET LOCAL|COMMIT)/i.test(text));
  expect(statements).toHaveLength(STATEMENTS);
});
