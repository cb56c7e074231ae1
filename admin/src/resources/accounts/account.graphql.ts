import { graphql, type FragmentOf, type ResultOf } from '../../data/index.js';

export const RoleGrantsQuery = graphql(`
  query RoleGrants($filter: RoleGrantFilter, $first: Int!, $offset: Int!, $asOf: Date) {
    roleGrants(filter: $filter, first: $first, offset: $offset, asOf: $asOf) {
      totalCount
      nodes {
        id
        accountName
        username
        role
        schoolId
        schoolName
        validFrom
        validTo
        grantedBy
        grantedAt
        reason
        tenant {
          id
          name
        }
      }
    }
  }
`);

/** An account with the code that is shown once. */
const newAccountFields = graphql(`
  fragment NewAccountFields on NewAccount {
    account {
      id
      username
      displayName
    }
    activationCode
    activationEndsAt
  }
`);

export const CreateAccountMutation = graphql(
  `
    mutation CreateAccount($input: CreateAccountInput!) {
      createAccount(input: $input) {
        ...NewAccountFields
      }
    }
  `,
  [newAccountFields],
);

export const RenewActivationMutation = graphql(
  `
    mutation RenewActivation($username: String!) {
      renewActivation(username: $username) {
        ...NewAccountFields
      }
    }
  `,
  [newAccountFields],
);

export const ResetAccessMutation = graphql(
  `
    mutation ResetAccess($input: ResetAccessInput!) {
      resetAccess(input: $input) {
        ...NewAccountFields
      }
    }
  `,
  [newAccountFields],
);

export const GrantRoleMutation = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      id
      role
      validTo
    }
  }
`);

export const RevokeRoleMutation = graphql(`
  mutation RevokeRole($grantId: ID!, $reason: String!) {
    revokeRole(grantId: $grantId, reason: $reason)
  }
`);

export const GrantedSchoolsQuery = graphql(`
  query GrantedSchools($q: String!, $tenantId: ID!) {
    schools(filter: { q: $q, tenantId: $tenantId }, first: 20) {
      nodes {
        id
        name
        code
        tenant {
          id
          name
        }
      }
    }
  }
`);

export type RoleGrantRow = ResultOf<typeof RoleGrantsQuery>['roleGrants']['nodes'][number];
export type NewAccount = FragmentOf<typeof newAccountFields>;
export type GrantedSchool = ResultOf<typeof GrantedSchoolsQuery>['schools']['nodes'][number];
