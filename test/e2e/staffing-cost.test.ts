import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from '../support/client.js';
import { startServer, type ServerProcess } from '../support/processes.js';
import { givenPerson, givenSchool } from '../support/schools.js';
import { proxyTo, type StatementProxy } from '../support/statements.js';
import { DANZHAI, PASSWORD, createWorld, type World } from '../support/world.js';

let world: World;
let proxy: StatementProxy;
let server: ServerProcess;
beforeAll(async () => {
  world = await createWorld();
  proxy = await proxyTo(world.databaseUrl);
  server = await startServer(proxy.url);
});
afterAll(async () => {
  await server.stop();
  await proxy.close();
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
  const seen = await proxy.during(async () => {
    const { appoint } = await admin.ask<{ appoint: { school: { findings: unknown[] } } }>(
      `mutation Appoint($input: AppointInput!) { appoint(input: $input) { appointment { id post person { name } }
         school { id findings { checkId outcome } team { id personName } } } }`,
      { input: { schoolId: school.id, personId, post: 'SECRETARY', startsOn: '2022-09-01' } },
    );
    expect(appoint.school.findings).toBeDefined();
  });
  expect(seen).toHaveLength(STATEMENTS);
});
