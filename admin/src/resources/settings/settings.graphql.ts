import { graphql } from '../../data/index.js';

export const ChangeSettingsMutation = graphql(`
  mutation ChangeSettings($input: TenantSettingInput!) {
    changeSettings(input: $input) {
      vacancyDays
      countBranchWithoutCommittee
      fileRetentionDays
      version
    }
  }
`);
