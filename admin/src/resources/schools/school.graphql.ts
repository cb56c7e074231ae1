import {
  appointmentFields,
  departureFields,
  findingFields,
  graphql,
  type FragmentOf,
  type ResultOf,
} from '../../data/index.js';
import { cancelledFields } from '../staffing/index.js';

const schoolRow = graphql(`
  fragment SchoolRow on School {
    id
    tenant {
      id
      name
    }
    code
    name
    stage
    ownership
    scope
    orgType
    fullMembers
    probationaryMembers
    secretaryName
    principalName
    combined
    secretaryVacantSince
    principalVacantSince
    needsFullTimeDeputy
    fullTimeDeputies
    rolloutState
    rolloutSince
    rolloutDeclared
    hardFindings
    defaultFindings
    advisoryFindings
    departuresPending
    assumed
    version
  }
`);

export type SchoolRow = FragmentOf<typeof schoolRow>;

export const SchoolsQuery = graphql(
  `
    query Schools($filter: SchoolFilter, $order: SchoolOrder, $first: Int, $offset: Int, $asOf: Date) {
      schools(filter: $filter, order: $order, first: $first, offset: $offset, asOf: $asOf) {
        totalCount
        nodes {
          ...SchoolRow
        }
      }
    }
  `,
  [schoolRow],
);

const seat = graphql(
  `
    fragment Seat on Appointment {
      ...AppointmentFields
      person {
        id
        sex
        membership
        partyFullOn
      }
    }
  `,
  [appointmentFields],
);

export type Seat = FragmentOf<typeof seat>;
export type Departure = FragmentOf<typeof departureFields>;

export const SchoolQuery = graphql(
  `
    query School($id: ID!, $asOf: Date) {
      school(id: $id, asOf: $asOf) {
        ...SchoolRow
        legalPerson
        town
        classes
        students
        staff
        organizationId
        organizationName
        hasCommittee
        committeeTermEnd
        validFrom
        organization {
          id
          name
          orgType
          hasCommittee
          fullMembers
          probationaryMembers
          termStart
          termEnd
          termExtendedUntil
          approvalNo
          superior {
            id
            name
          }
          subordinates {
            id
            name
          }
        }
        findings {
          ...FindingFields
        }
        appointments(first: 200) {
          totalCount
          nodes {
            ...Seat
          }
        }
        cancelledAppointments {
          ...CancelledFields
        }
        departures {
          ...DepartureFields
        }
        standing {
          validFrom
          validTo
          orgType
        }
      }
    }
  `,
  [schoolRow, seat, cancelledFields, findingFields, departureFields],
);

export type School = NonNullable<ResultOf<typeof SchoolQuery>['school']>;

export const SchoolTimelineQuery = graphql(`
  query SchoolTimeline($id: ID!, $asOf: Date) {
    school(id: $id, asOf: $asOf) {
      id
      standing {
        validFrom
        validTo
        orgType
        secretaryName
        principalName
        rolloutState
        hardFindings
        defaultFindings
        advisoryFindings
      }
    }
  }
`);

export const SchoolRolloutQuery = graphql(`
  query SchoolRollout($id: ID!, $asOf: Date) {
    school(id: $id, asOf: $asOf) {
      id
      version
      rolloutState
      rolloutEntries {
        id
        state
        readiness
        effectiveOn
        documentNo
        declared
        reason
        recordedAt
        recordedBy
      }
    }
  }
`);

export const CreateSchoolMutation = graphql(`
  mutation CreateSchool($input: SchoolInput!) {
    createSchool(input: $input) {
      id
    }
  }
`);

export const ChangeSchoolMutation = graphql(`
  mutation ChangeSchool($id: ID!, $expectedVersion: Int!, $input: SchoolChangeInput!) {
    changeSchool(id: $id, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`);

export const ChangeOrganizationMutation = graphql(`
  mutation ChangeOrganization($schoolId: ID!, $expectedVersion: Int!, $input: OrganizationInput!) {
    changeOrganization(schoolId: $schoolId, expectedVersion: $expectedVersion, input: $input) {
      id
      version
    }
  }
`);

export const SetRolloutStateMutation = graphql(`
  mutation SetRolloutState($input: SetRolloutStateInput!) {
    setRolloutState(input: $input) {
      id
      version
      rolloutState
    }
  }
`);
