import type { Client } from './client.js';

let serial = 0;

export interface NewSchool {
  name?: string;
  code?: string;
  stage?: string;
  orgType?: string | null;
  hasCommittee?: boolean | null;
  fullMembers?: number;
  openedOn?: string;
}

/** A public school with its own branch committee, unless told otherwise, made through the API by an admin of its tenant. */
export async function givenSchool(
  admin: Client,
  school: NewSchool = {},
): Promise<{ id: string; version: number; name: string }> {
  serial += 1;
  const openedOn = school.openedOn ?? '2015-09-01';
  const name = school.name ?? `第${serial}测试小学`;
  const organization =
    school.orgType === null
      ? null
      : {
          name: `${name}党支部`,
          orgType: school.orgType ?? 'BRANCH',
          hasCommittee: school.hasCommittee ?? true,
          fullMembers: school.fullMembers ?? 12,
          probationaryMembers: 0,
          effectiveOn: openedOn,
        };
  const input = {
    code: school.code ?? String(2_100_000_000 + serial),
    name,
    stage: school.stage ?? 'PRIMARY',
    ownership: 'PUBLIC',
    legalPerson: true,
    openedOn,
    ...(organization ? { organization } : {}),
  };
  const made = await admin.ask<{ createSchool: { id: string; version: number; name: string } }>(
    'mutation CreateSchool($input: SchoolInput!) { createSchool(input: $input) { id version name } }',
    { input },
  );
  return made.createSchool;
}

/** A person who is a full party member, unless told otherwise. */
export async function givenPerson(admin: Client, name: string, membership = 'FULL'): Promise<string> {
  const made = await admin.ask<{ createPerson: { id: string } }>(
    'mutation CreatePerson($input: PersonInput!) { createPerson(input: $input) { id } }',
    { input: { name, membership, sex: 'MALE', birthMonth: '1978-05' } },
  );
  return made.createPerson.id;
}

/** Appoints and gives the answer whole, refusals too. */
export function appoint(admin: Client, input: Readonly<Record<string, unknown>>): ReturnType<Client['send']> {
  return admin.send(
    `mutation Appoint($input: AppointInput!) { appoint(input: $input) { appointment { id post startsOn endsOn version }
       school { id version hardFindings defaultFindings findings { checkId outcome severity clause params } team { id post personName } } } }`,
    { input },
  );
}
