import { graphql, type ResultOf } from '../../data/index.js';
import { matterFields } from '../matters/index.js';

/** What a topic's form asks of its school: the catalogue, who leads it, the rules in force. */
export const TopicSchoolQuery = graphql(
  `
    query TopicSchool($id: ID!) {
      school(id: $id) {
        id
        name
        scope
        hasCommittee
        fullMembers
        combined
        secretaryName
        principalName
        team {
          id
          post
          portfolio
          fullTime
          acting
          startsOn
          personName
          person {
            id
          }
        }
      }
      matterTypes(schoolId: $id) {
        ...MatterFields
      }
      rulesOfProcedure(filter: { schoolId: $id, status: [FILED] }, first: 20) {
        nodes {
          meetingKind
          fields
          filedOn
          inForceUntil
        }
      }
    }
  `,
  [matterFields],
);

export const PeopleOfSchoolQuery = graphql(`
  query PeopleOfSchool($schoolId: ID!) {
    people(filter: { schoolId: $schoolId }, first: 200) {
      nodes {
        id
        name
        posts {
          id
          post
          portfolio
          fullTime
          school {
            id
          }
        }
      }
    }
  }
`);

export type TopicSchool = ResultOf<typeof TopicSchoolQuery>;
export type SchoolPerson = ResultOf<typeof PeopleOfSchoolQuery>['people']['nodes'][number];
