import { graphql, type FragmentOf } from '../../data/index.js';

export const CancelAppointmentMutation = graphql(`
  mutation CancelAppointment($input: CancelAppointmentInput!) {
    cancelAppointment(input: $input) {
      id
      version
    }
  }
`);

/** Appointments that were cancelled before they began, for the records of a school and of a person. */
export const cancelledFields = graphql(`
  fragment CancelledFields on CancelledAppointment {
    appointmentId
    school {
      id
      name
    }
    person {
      id
    }
    personName
    post
    startsOn
    startPrecision
    documentNo
    cancelledOn
    cancelReason
  }
`);

export type CancelledRow = FragmentOf<typeof cancelledFields>;
