import { appointmentFields, departureFields, graphql, heldPosts, type FragmentOf } from '../../data/index.js';

const appointmentRow = graphql(
  `
    fragment AppointmentRow on Appointment {
      ...AppointmentFields
      school {
        id
        name
      }
      tenant {
        id
        name
      }
      person {
        id
      }
    }
  `,
  [appointmentFields],
);

export type AppointmentRow = FragmentOf<typeof appointmentRow>;

export const AppointmentsQuery = graphql(
  `
    query Appointments($filter: AppointmentFilter, $order: AppointmentOrder, $first: Int, $offset: Int, $asOf: Date) {
      appointments(filter: $filter, order: $order, first: $first, offset: $offset, asOf: $asOf) {
        totalCount
        nodes {
          ...AppointmentRow
        }
      }
    }
  `,
  [appointmentRow],
);

const departureRow = graphql(
  `
    fragment DepartureRow on StaffingDeparture {
      ...DepartureFields
      school {
        id
        name
      }
    }
  `,
  [departureFields],
);

export type DepartureRow = FragmentOf<typeof departureRow>;

export const DeparturesQuery = graphql(
  `
    query Departures($filter: DepartureFilter, $first: Int, $offset: Int) {
      departures(filter: $filter, first: $first, offset: $offset) {
        totalCount
        nodes {
          ...DepartureRow
        }
      }
    }
  `,
  [departureRow],
);

/** The team that a new seat would come into, on the day of its beginning. */
export const TeamQuery = graphql(`
  query Team($id: ID!, $asOf: Date) {
    school(id: $id, asOf: $asOf) {
      id
      tenant {
        id
        name
      }
      name
      scope
      stage
      orgType
      hasCommittee
      fullMembers
      probationaryMembers
      organization {
        id
        termStart
        termEnd
        termExtendedUntil
      }
      appointments(first: 200) {
        nodes {
          id
          personName
          person {
            id
            membership
            partyFullOn
          }
          post
          portfolio
          fullTime
          acting
          startsOn
          endsOn
        }
      }
      departures {
        id
        checkId
        person {
          id
        }
        requestedOn
        approvedOn
        reviewOn
        withdrawnOn
      }
      standing {
        validFrom
        validTo
        orgType
      }
    }
  }
`);

const pickedPerson = graphql(
  `
    fragment PickedPerson on Person {
      id
      tenant {
        id
        name
      }
      name
      sex
      birthMonth
      membership
      partyFullOn
      ...HeldPosts
    }
  `,
  [heldPosts],
);

export type PickedPerson = FragmentOf<typeof pickedPerson>;

export const PickPeopleQuery = graphql(
  `
    query PickPeople($q: String!, $tenantId: ID) {
      people(filter: { q: $q, tenantId: $tenantId }, first: 20) {
        nodes {
          ...PickedPerson
        }
      }
    }
  `,
  [pickedPerson],
);

export const PickPersonQuery = graphql(
  `
    query PickPerson($id: ID!) {
      person(id: $id) {
        ...PickedPerson
      }
    }
  `,
  [pickedPerson],
);

export const PickSchoolsQuery = graphql(`
  query PickSchools($q: String!) {
    schools(filter: { q: $q }, first: 20) {
      nodes {
        id
        code
        name
        tenant {
          id
          name
        }
      }
    }
  }
`);

export const AppointMutation = graphql(`
  mutation Appoint($input: AppointInput!) {
    appoint(input: $input) {
      appointment {
        id
        personName
      }
      school {
        id
        version
      }
    }
  }
`);

export const EndAppointmentMutation = graphql(`
  mutation EndAppointment($input: EndAppointmentInput!) {
    endAppointment(input: $input) {
      appointment {
        id
        version
      }
    }
  }
`);

export const CorrectAppointmentMutation = graphql(`
  mutation CorrectAppointment($input: CorrectAppointmentInput!) {
    correctAppointment(input: $input) {
      appointment {
        id
        version
      }
    }
  }
`);

export const RequestDepartureMutation = graphql(`
  mutation RequestDeparture($input: RequestDepartureInput!) {
    requestDeparture(input: $input) {
      id
      status
    }
  }
`);

export const ApproveDepartureMutation = graphql(`
  mutation ApproveDeparture($input: ApproveDepartureInput!) {
    approveDeparture(input: $input) {
      id
      status
    }
  }
`);

export const WithdrawDepartureMutation = graphql(`
  mutation WithdrawDeparture($input: WithdrawDepartureInput!) {
    withdrawDeparture(input: $input) {
      id
      status
    }
  }
`);
