import { graphql, type FragmentOf } from './graphql.js';

/** What several pages ask of the same type, written once: a page adds what it alone needs. */
export const rateFields = graphql(`
  fragment RateFields on Rate {
    numerator
    denominator
    percent
  }
`);

/** How far a county has come. */
export const countyFields = graphql(
  `
    fragment CountyFields on CountyProgress {
      tenant {
        id
        code
        name
        level
      }
      inScope
      states {
        state
        count
      }
      completion {
        ...RateFields
      }
      completionBefore {
        ...RateFields
      }
    }
  `,
  [rateFields],
);

export const lateSchoolFields = graphql(`
  fragment LateSchoolFields on LateSchool {
    school {
      id
      name
      tenant {
        id
        name
      }
    }
    state
    since
    days
  }
`);

/** One outcome of a check, as it is put into words. */
export const findingFields = graphql(`
  fragment FindingFields on Finding {
    checkId
    outcome
    severity
    clause
    params
  }
`);

/** An appointment without the people and schools around it: all that a table, a card, 免职 and 更正 need. */
export const appointmentFields = graphql(`
  fragment AppointmentFields on Appointment {
    id
    personName
    post
    portfolio
    fullTime
    acting
    startsOn
    startPrecision
    endsOn
    endPrecision
    endMonth
    endDocumentNo
    endReason
    tenureEndsOn
    probationUntil
    documentNo
    authority
    remark
    version
  }
`);

export const departureFields = graphql(`
  fragment DepartureFields on StaffingDeparture {
    id
    checkId
    person {
      id
      name
    }
    reason
    status
    requestedOn
    requestedBy
    approvedOn
    approver
    reviewOn
    withdrawnOn
    version
  }
`);

/** Posts that a person holds on the day shown, each at its school. */
export const heldPosts = graphql(`
  fragment HeldPosts on Person {
    posts {
      id
      post
      portfolio
      fullTime
      acting
      startsOn
      school {
        id
        name
      }
    }
  }
`);

export type CountyRow = FragmentOf<typeof countyFields>;
export type LateSchool = FragmentOf<typeof lateSchoolFields>;
export type HeldPost = FragmentOf<typeof heldPosts>['posts'][number];
