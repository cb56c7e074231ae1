import { findingFields, graphql, type ResultOf } from '../data/index.js';

/** The home of people of one school. */
export const SchoolHomeQuery = graphql(
  `
    query SchoolHome($id: ID!, $asOf: Date, $departures: Boolean!) {
      school(id: $id, asOf: $asOf) {
        id
        name
        stage
        scope
        organizationName
        orgType
        fullMembers
        probationaryMembers
        rolloutState
        rolloutSince
        rolloutDeclared
        combined
        secretaryName
        principalName
        secretaryVacantSince
        principalVacantSince
        needsFullTimeDeputy
        fullTimeDeputies
        findings {
          ...FindingFields
        }
        team {
          id
          personName
          post
          portfolio
          fullTime
          acting
          startsOn
          startPrecision
          documentNo
        }
        departures @include(if: $departures) {
          id
          checkId
          status
          requestedOn
          reviewOn
        }
      }
    }
  `,
  [findingFields],
);

export type OwnSchool = NonNullable<ResultOf<typeof SchoolHomeQuery>['school']>;
