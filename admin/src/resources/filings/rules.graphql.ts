import { graphql, type FragmentOf, type ResultOf } from '../../data/index.js';
import { attachmentFields } from '../parts/index.js';
import { matterFields } from '../matters/index.js';

const rulesHead = graphql(`
  fragment RulesHead on RulesOfProcedure {
    id
    meetingKind
    number
    status
    adoptedOn
    submittedOn
    filedOn
    filingNo
    inForceUntil
    version
    school {
      id
      name
    }
    tenant {
      id
      name
    }
  }
`);

export const RulesListQuery = graphql(
  `
    query RulesList($filter: RulesFilter, $first: Int!, $offset: Int!) {
      rulesOfProcedure(filter: $filter, first: $first, offset: $offset) {
        totalCount
        nodes {
          ...RulesHead
        }
      }
    }
  `,
  [rulesHead],
);

export const RulesQuery = graphql(
  `
    query Rules($id: ID!) {
      ruleOfProcedure(id: $id) {
        ...RulesHead
        fields
        adoptedAtMeeting
        staffHeardOn
        submittedBy
        reviewer
        reviewedOn
        reviewOpinion
        createdByName
        attachments(first: 100) {
          nodes {
            ...AttachmentFields
          }
        }
      }
    }
  `,
  [rulesHead, attachmentFields],
);

/** Every version of the rules of one meeting, for the next draft and for comparison. */
export const RulesVersionsQuery = graphql(`
  query RulesVersions($schoolId: ID!, $meetingKind: [RuledMeetingKind!]) {
    rulesOfProcedure(filter: { schoolId: $schoolId, meetingKind: $meetingKind }, first: 100) {
      nodes {
        id
        number
        status
        fields
        filedOn
      }
    }
  }
`);

/** What was handed down to the school: rules are checked against it. */
export const HandedDownQuery = graphql(
  `
    query HandedDown($tenantId: ID!) {
      matterTypes(tenantId: $tenantId) {
        ...MatterFields
      }
    }
  `,
  [matterFields],
);

export const DraftRulesMutation = graphql(`
  mutation DraftRules($input: DraftRulesInput!) {
    draftRules(input: $input) {
      id
    }
  }
`);

export const ChangeRulesMutation = graphql(`
  mutation ChangeRules($input: ChangeRulesInput!) {
    changeRules(input: $input) {
      id
      version
    }
  }
`);

export const AdoptRulesMutation = graphql(`
  mutation AdoptRules($input: AdoptRulesInput!) {
    adoptRules(input: $input) {
      id
      version
    }
  }
`);

export const SubmitRulesMutation = graphql(`
  mutation SubmitRules($input: SubmitRulesInput!) {
    submitRules(input: $input) {
      id
      version
    }
  }
`);

export const ReviewRulesMutation = graphql(`
  mutation ReviewRules($input: ReviewRulesInput!) {
    reviewRules(input: $input) {
      id
      version
    }
  }
`);

export type RulesRow = FragmentOf<typeof rulesHead>;
export type RulesVersion = ResultOf<typeof RulesVersionsQuery>['rulesOfProcedure']['nodes'][number];
export type Rules = NonNullable<ResultOf<typeof RulesQuery>['ruleOfProcedure']>;
