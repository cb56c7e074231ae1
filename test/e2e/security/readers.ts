import type { GraphQLSchema } from 'graphql';
import { canary, seedCounty } from '../../support/canaries.js';
import type { County } from '../../support/canaries.js';
import type { Client } from '../../support/client.js';
import { schemaOf } from '../../support/schema-walk.js';
import { CITY, DANZHAI, KAILI, OTHER_COUNTY, createWorld } from '../../support/world.js';
import type { World } from '../../support/world.js';

export const NODE = 'query Node($id: ID!) { node(id: $id) { __typename id } }';

/** Root fields that answer one row by its id, with what they are of. */
export const BY_ID = {
  School: 'school',
  Person: 'person',
  PartyOrganization: 'organization',
  Appointment: 'appointment',
  ImportBatch: 'importBatch',
  Job: 'job',
  Topic: 'topic',
  RulesOfProcedure: 'ruleOfProcedure',
  Meeting: 'meeting',
  Decision: 'decision',
  DecisionTask: 'decisionTask',
  EmergencyAction: 'emergencyAction',
} as const;

/** Three counties, the first two of one city, and people of the second who must never be answered with another's text. */
export interface Readers {
  readonly world: World;
  readonly schema: GraphQLSchema;
  readonly a: County;
  readonly b: County;
  readonly c: County;
  readonly inspector: Client;
  readonly city: Client;
  readonly principal: Client;
  readonly everybodyOfB: readonly (readonly [string, Client])[];
}

export async function createReaders(): Promise<Readers> {
  const world = await createWorld();
  const watched = async (tenant: number, role: 'CountyInspector' | 'CityInspector'): Promise<Client> => {
    const client = await world.signedIn({ role, tenant });
    return Object.assign(client, {
      neverSees: role === 'CityInspector' ? canary('CANARY-C') : /canary-[ac](?![0-9])/i,
    });
  };
  const [a, b, c] = [
    await seedCounty(world, DANZHAI, 'CANARY-A'),
    await seedCounty(world, KAILI, 'CANARY-B'),
    await seedCounty(world, OTHER_COUNTY, 'CANARY-C'),
  ];
  a.admin.neverSees = /canary-[bc](?![0-9])/i;
  b.admin.neverSees = /canary-[ac](?![0-9])/i;
  c.admin.neverSees = /canary-[ab](?![0-9])/i;
  const inspector = await watched(KAILI, 'CountyInspector');
  const account = await world.account([]);
  await world.linkPerson(account.id, b.ids.Person);
  const principal = await world.signIn(account.username);
  principal.neverSees = /canary-a|canary-c|canary-b-second|canary-b-小学2/i;
  const everybodyOfB = [
    ['admin', b.admin],
    ['inspector', inspector],
    ['principal', principal],
  ] as const;
  const city = await watched(CITY, 'CityInspector');
  return { world, schema: await schemaOf(a.admin), a, b, c, inspector, city, principal, everybodyOfB };
}
