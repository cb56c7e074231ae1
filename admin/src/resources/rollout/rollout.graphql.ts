import { graphql, type ResultOf } from '../../data/index.js';

export const RolloutProgressQuery = graphql(`
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
        numerator
        denominator
        percent
      }
      completionBefore {
        numerator
        denominator
        percent
      }
      counties {
        tenant {
          id
          name
          level
        }
        inScope
        states {
          state
          count
        }
        completion {
          numerator
          denominator
          percent
        }
        completionBefore {
          numerator
          denominator
          percent
        }
      }
    }
    lateSchools(tenantId: $tenantId, asOf: $asOf, first: 50) {
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
  }
`);

type Progress = ResultOf<typeof RolloutProgressQuery>;
export type Overview = Progress['rolloutOverview'];
export type LateSchool = Progress['lateSchools'][number];
