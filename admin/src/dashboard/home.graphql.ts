import { graphql, type FragmentOf, type ResultOf } from '../data/index.js';

const rateFields = graphql(`
  fragment RateFields on Rate {
    numerator
    denominator
    percent
  }
`);

const progressFields = graphql(
  `
    fragment ProgressFields on RolloutOverview {
      asOf
      compareTo
      schools
      inScope
      byReference
      funnel {
        state
        count
      }
      completion {
        ...RateFields
      }
      completionBefore {
        ...RateFields
      }
      counties {
        tenant {
          id
          code
          name
        }
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
        inScope
      }
    }
  `,
  [rateFields],
);

const staffingFields = graphql(`
  fragment StaffingFields on StaffingOverview {
    asOf
    schools
    vacancies {
      post
      fullTime
      count
    }
    findings {
      checkId
      severity
      clause
      fail
      pending
      approved
      pass
    }
    departuresPending
    schoolsWithHardFindings
  }
`);

export type Progress = FragmentOf<typeof progressFields>;
export type CountyRow = Progress['counties'][number];
export type Staffing = FragmentOf<typeof staffingFields>;

/** The city's home: how far, where, who is late, and what the teams lack. */
export const CityHomeQuery = graphql(
  `
    query CityHome($asOf: Date) {
      rolloutOverview(asOf: $asOf) {
        ...ProgressFields
      }
      lateSchools(asOf: $asOf, first: 10) {
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
      staffingOverview(asOf: $asOf) {
        ...StaffingFields
      }
    }
  `,
  [progressFields, staffingFields],
);

export type LateSchool = ResultOf<typeof CityHomeQuery>['lateSchools'][number];

/** The county's home, first part: figures. */
export const CountyHomeQuery = graphql(
  `
    query CountyHome($asOf: Date) {
      rolloutOverview(asOf: $asOf) {
        ...ProgressFields
      }
      staffingOverview(asOf: $asOf) {
        ...StaffingFields
      }
    }
  `,
  [progressFields, staffingFields],
);

/** The county's home, second part: what waits. */
export const CountyWorkQuery = graphql(`
  query CountyWork($asOf: Date, $tenureBy: Date, $departures: Boolean!, $imports: Boolean!) {
    appointments(
      filter: { current: true, tenureEndsBefore: $tenureBy }
      order: TENURE_ENDS_ASC
      first: 5
      asOf: $asOf
    ) {
      totalCount
      nodes {
        id
        personName
        post
        tenureEndsOn
        school {
          id
          name
        }
      }
    }
    departures(filter: { status: [PENDING] }, first: 5) @include(if: $departures) {
      totalCount
      nodes {
        id
        checkId
        reason
        requestedOn
        school {
          id
          name
        }
      }
    }
    importBatches(first: 5) @include(if: $imports) {
      nodes {
        id
        kind
        fileName
        status
        createdAt
      }
    }
  }
`);

type Work = ResultOf<typeof CountyWorkQuery>;
export type EndingTenure = Work['appointments']['nodes'][number];
export type WaitingDeparture = NonNullable<Work['departures']>['nodes'][number];
export type RecentImport = NonNullable<Work['importBatches']>['nodes'][number];
