import type { Client } from './client.js';

const FIELDS = `id code name stage ownership legalPerson assumed scope orgType hasCommittee fullMembers students
  organizationName committeeTermEnd validFrom validTo version`;
export const SCHOOL = `query School($id: ID!, $asOf: Date) { school(id: $id, asOf: $asOf) { ${FIELDS}
  tenant { name } organization { id name orgType version superior { name } subordinates { name } }
  standing { validFrom validTo scope orgType } } }`;
export const CREATE = `mutation Create($input: SchoolInput!) { createSchool(input: $input) { ${FIELDS} } }`;
export const CHANGE = `mutation Change($id: ID!, $v: Int!, $input: SchoolChangeInput!) {
  changeSchool(id: $id, expectedVersion: $v, input: $input) { ${FIELDS} } }`;
export const ORGANIZE = `mutation Organize($id: ID!, $v: Int!, $input: OrganizationInput!) {
  changeOrganization(schoolId: $id, expectedVersion: $v, input: $input) { ${FIELDS} organization { id } } }`;
export const LINK = `mutation Link($id: ID!, $v: Int!, $input: LinkOrganizationInput!) {
  linkOrganization(schoolId: $id, expectedVersion: $v, input: $input) { ${FIELDS} organization { id } } }`;
export const UNLINK = `mutation Unlink($id: ID!, $v: Int!, $input: UnlinkOrganizationInput!) {
  unlinkOrganization(schoolId: $id, expectedVersion: $v, input: $input) { ${FIELDS} organization { id } } }`;
export const ORGANIZATIONS = `query Organizations($filter: OrganizationFilter, $asOf: Date) {
  organizations(filter: $filter, asOf: $asOf) { nodes { id name orgType tenant { id } superior { name } } totalCount } }`;
export const LIST = `query List($filter: SchoolFilter, $order: SchoolOrder, $first: Int, $after: String, $asOf: Date) {
  schools(filter: $filter, order: $order, first: $first, after: $after, asOf: $asOf) {
    nodes { id name code } totalCount pageInfo { hasNextPage endCursor } } }`;

export interface School {
  id: string;
  name: string;
  scope: string;
  orgType: string | null;
  students: number | null;
  assumed: string[];
  validFrom: string;
  validTo: string | null;
  version: number;
  organizationName: string | null;
  fullMembers: number | null;
  organization: { id: string; name: string; version: number; superior: unknown; subordinates: unknown[] } | null;
  standing: { validFrom: string; validTo: string | null; scope: string; orgType: string | null }[];
}

/** A school as somebody sees it on a day. */
export async function readSchool(client: Client, id: string, asOf?: string): Promise<School> {
  const { school } = await client.ask<{ school: School | null }>(SCHOOL, { id, asOf });
  if (!school) throw new Error('no school');
  return school;
}

/** The variables of a school to be registered. */
export const newSchool = (more: Record<string, unknown>): Record<string, unknown> => ({
  input: { code: `c${Math.random()}`.slice(0, 12), name: '新校', stage: 'PRIMARY', openedOn: '2010-09-01', ...more },
});

/** A branch with a committee, unless told otherwise. */
export const branch = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...{ name: '某党支部', orgType: 'BRANCH', hasCommittee: true, fullMembers: 9, effectiveOn: '2010-09-01' },
  ...more,
});
