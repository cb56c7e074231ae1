import { countyFields, graphql, lateSchoolFields, rateFields, type FragmentOf, type ResultOf } from '../data/index.js';

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
        ...CountyFields
      }
    }
  `,
  [rateFields, countyFields],
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
export type Staffing = FragmentOf<typeof staffingFields>;

/** The city's home: how far, where, who is late, and what the teams lack. */
export const CityHomeQuery = graphql(
  `
    query CityHome($asOf: Date) {
      rolloutOverview(asOf: $asOf) {
        ...ProgressFields
      }
      lateSchools(asOf: $asOf, first: 10) {
        ...LateSchoolFields
      }
      quietCounties(asOf: $asOf) {
        tenant {
          id
        }
        days
        lastChangeAt
      }
      staffingOverview(asOf: $asOf) {
        ...StaffingFields
      }
    }
  `,
  [progressFields, staffingFields, lateSchoolFields],
);

export type QuietCounty = ResultOf<typeof CityHomeQuery>['quietCounties'][number];

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

const endingTenure = graphql(`
  fragment EndingTenure on Appointment {
    id
    personName
    post
    portfolio
    fullTime
    tenureEndsOn
    school {
      id
      name
    }
  }
`);

/** The county's home, second part: what waits. Tenures that are over already, and those that end soon. */
export const CountyWorkQuery = graphql(
  `
    query CountyWork($asOf: Date, $today: Date!, $tenureBy: Date!, $departures: Boolean!, $imports: Boolean!) {
      over: appointments(
        filter: { current: true, tenureEndsBefore: $today }
        order: TENURE_ENDS_ASC
        first: 5
        asOf: $asOf
      ) {
        totalCount
        nodes {
          ...EndingTenure
        }
      }
      ending: appointments(
        filter: { current: true, tenureEndsFrom: $today, tenureEndsBefore: $tenureBy }
        order: TENURE_ENDS_ASC
        first: 5
        asOf: $asOf
      ) {
        totalCount
        nodes {
          ...EndingTenure
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
  `,
  [endingTenure],
);

type Work = ResultOf<typeof CountyWorkQuery>;
export type EndingTenure = FragmentOf<typeof endingTenure>;
export type WaitingDeparture = NonNullable<Work['departures']>['nodes'][number];
export type RecentImport = NonNullable<Work['importBatches']>['nodes'][number];
