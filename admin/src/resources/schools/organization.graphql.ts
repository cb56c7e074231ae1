import { graphql, type ResultOf } from '../../data/index.js';

/** The school's own county only: it and its organisation, and what stands above that, belong to one. */
export const PickOrganizationsQuery = graphql(`
  query PickOrganizations($q: String!, $tenantId: ID!) {
    organizations(filter: { q: $q, tenantId: $tenantId }, first: 20) {
      nodes {
        id
        name
        orgType
        superior {
          id
          name
        }
      }
    }
  }
`);

/** An organisation as far as choosing it needs. */
export type PickedOrganization = Pick<
  ResultOf<typeof PickOrganizationsQuery>['organizations']['nodes'][number],
  'id' | 'name'
>;

export const LinkOrganizationMutation = graphql(`
  mutation LinkOrganization($schoolId: ID!, $expectedVersion: Int!, $input: LinkOrganizationInput!) {
    linkOrganization(schoolId: $schoolId, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`);

export const UnlinkOrganizationMutation = graphql(`
  mutation UnlinkOrganization($schoolId: ID!, $expectedVersion: Int!, $input: UnlinkOrganizationInput!) {
    unlinkOrganization(schoolId: $schoolId, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`);
