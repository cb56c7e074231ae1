import { countyFields, graphql, lateSchoolFields, rateFields, type ResultOf } from '../../data/index.js';

export const RolloutProgressQuery = graphql(
  `
    query RolloutProgress($tenantId: ID, $asOf: Date, $compareTo: Date) {
      rolloutOverview(tenantId: $tenantId, asOf: $asOf, compareTo: $compareTo) {
        asOf
        compareTo
        inScope
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
      lateSchools(tenantId: $tenantId, asOf: $asOf, first: 20) {
        ...LateSchoolFields
      }
    }
  `,
  [rateFields, countyFields, lateSchoolFields],
);

export type Overview = ResultOf<typeof RolloutProgressQuery>['rolloutOverview'];
