import { appointmentFields, graphql, heldPosts, type FragmentOf, type ResultOf } from '../../data/index.js';
import { cancelledFields } from '../staffing/index.js';

const personRow = graphql(
  `
    fragment PersonRow on Person {
      id
      tenant {
        id
        name
      }
      name
      sex
      birthMonth
      ethnicity
      education
      title
      membership
      partyJoinedOn
      partyFullOn
      version
      ...HeldPosts
    }
  `,
  [heldPosts],
);

export type PersonRow = FragmentOf<typeof personRow>;

export const PeopleQuery = graphql(
  `
    query People($filter: PersonFilter, $order: PersonOrder, $first: Int, $offset: Int, $asOf: Date) {
      people(filter: $filter, order: $order, first: $first, offset: $offset, asOf: $asOf) {
        totalCount
        nodes {
          ...PersonRow
        }
      }
    }
  `,
  [personRow],
);

export const PersonQuery = graphql(
  `
    query Person($id: ID!, $asOf: Date) {
      person(id: $id, asOf: $asOf) {
        ...PersonRow
        appointments(first: 200) {
          totalCount
          nodes {
            ...AppointmentFields
            school {
              id
              name
            }
          }
        }
        cancelledAppointments {
          ...CancelledFields
        }
      }
    }
  `,
  [personRow, appointmentFields, cancelledFields],
);

export type Person = NonNullable<ResultOf<typeof PersonQuery>['person']>;

export const CreatePersonMutation = graphql(`
  mutation CreatePerson($input: PersonInput!) {
    createPerson(input: $input) {
      id
    }
  }
`);

export const ChangePersonMutation = graphql(`
  mutation ChangePerson($id: ID!, $expectedVersion: Int!, $input: PersonInput!, $reason: String!) {
    changePerson(id: $id, expectedVersion: $expectedVersion, input: $input, reason: $reason) {
      id
      version
    }
  }
`);
