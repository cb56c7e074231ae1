import { graphql, type FragmentOf } from './graphql.js';

const viewerFields = graphql(`
  fragment ViewerFields on Viewer {
    account {
      id
      username
      displayName
    }
    grants {
      ...GrantFields
    }
    grant {
      ...GrantFields
    }
    abilities
    today
    demo
    settings {
      vacancyDays
      countBranchWithoutCommittee
      fileRetentionDays
      version
    }
  }
  fragment GrantFields on Grant {
    id
    role
    schoolId
    schoolName
    validFrom
    validTo
    tenant {
      id
      code
      name
      level
    }
  }
`);

export type Viewer = FragmentOf<typeof viewerFields>;
export type Grant = Viewer['grants'][number];

export const ViewerQuery = graphql(
  `
    query Viewer {
      viewer {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export const LoginMutation = graphql(
  `
    mutation Login($input: LoginInput!) {
      login(input: $input) {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export const ActivateAccountMutation = graphql(
  `
    mutation ActivateAccount($input: ActivateAccountInput!) {
      activateAccount(input: $input) {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export const ChangePasswordMutation = graphql(
  `
    mutation ChangePassword($input: ChangePasswordInput!) {
      changePassword(input: $input) {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export const LogoutMutation = graphql(`
  mutation Logout {
    logout
  }
`);

export const SelectGrantMutation = graphql(
  `
    mutation SelectGrant($id: ID!) {
      selectGrant(id: $id) {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);
