import { graphql, rateFields, type ResultOf } from '../../data/index.js';

const figures = graphql(
  `
    fragment ComplianceParts on ComplianceFigures {
      passed
      failed
      departuresApproved
      departuresPending
      noRecord
      rate {
        ...RateFields
      }
    }
  `,
  [rateFields],
);

const meetingFigures = graphql(
  `
    fragment MeetingFigureParts on MeetingFigures {
      pmCount
      omCount
      pmItems
      omItems
      major
      cadre
      quorumFail
      deferred
      reconsider
      staffHeard
      expert
      observers
      firstTopic
      overdue
      comms
      avgAttend {
        ...RateFields
      }
    }
  `,
  [rateFields],
);

/** 议事决策 of one school in the term: how far the checks are kept, and the table L8. */
export const SchoolProcedureQuery = graphql(
  `
    query SchoolProcedure($schoolId: ID!) {
      compliance(schoolId: $schoolId, groupBy: CHECK) {
        from
        to
        total {
          ...ComplianceParts
        }
        groups {
          name
          checks {
            checkId
            clause
            severity
            passed
            failed
            departuresApproved
            departuresPending
            noRecord
            rate {
              ...RateFields
            }
          }
        }
      }
      meetingStatistics(schoolId: $schoolId, first: 1) {
        from
        to
        total {
          ...MeetingFigureParts
        }
      }
    }
  `,
  [figures, meetingFigures, rateFields],
);

export const SchoolMeetingsQuery = graphql(`
  query SchoolMeetings($id: ID!) {
    school(id: $id) {
      id
      meetings(first: 5) {
        totalCount
        nodes {
          id
          title
          heldOn
          state
        }
      }
      decisions(first: 5) {
        totalCount
        nodes {
          id
          number
          title
          state
          light
        }
      }
    }
  }
`);

/** Schools of a county, the least compliant to be looked at first. */
export const ComplianceBySchoolQuery = graphql(
  `
    query ComplianceBySchool($tenantId: ID, $groupBy: ComplianceGroup, $first: Int, $offset: Int) {
      compliance(tenantId: $tenantId, groupBy: $groupBy, first: $first, offset: $offset) {
        from
        to
        groupCount
        total {
          ...ComplianceParts
        }
        groups {
          key
          name
          total {
            ...ComplianceParts
          }
        }
      }
    }
  `,
  [figures],
);

export const HeldBackQuery = graphql(`
  query HeldBack($tenantId: ID, $schoolId: ID, $kind: [HeldBackKind!], $first: Int, $offset: Int) {
    heldBack(tenantId: $tenantId, schoolId: $schoolId, kind: $kind, first: $first, offset: $offset) {
      totalCount
      nodes {
        kind
        on
        title
        reason
        checkIds
        open
        subjectId
        meetingId
        schoolId
        schoolName
      }
    }
  }
`);

export type ComplianceFigures = ResultOf<typeof SchoolProcedureQuery>['compliance']['total'];
export type MeetingFigures = ResultOf<typeof SchoolProcedureQuery>['meetingStatistics']['total'];
export type CheckRow = ResultOf<typeof SchoolProcedureQuery>['compliance']['groups'][number]['checks'][number];
export type ComplianceGroup = ResultOf<typeof ComplianceBySchoolQuery>['compliance']['groups'][number];
export type HeldBackEntry = ResultOf<typeof HeldBackQuery>['heldBack']['nodes'][number];
