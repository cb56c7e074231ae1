import { graphql, rateFields, type FragmentOf, type ResultOf } from '../../data/index.js';

const row = graphql(
  `
    fragment ReportRowFields on ReportRow {
      key
      name
      schools
      inScope
      byReference
      adjusted
      newlyAdjusted
      hardFindings
      completion {
        ...RateFields
      }
      byReferenceCompletion {
        ...RateFields
      }
      separation {
        ...RateFields
      }
      branchCombined {
        ...RateFields
      }
      combined {
        ...RateFields
      }
      fullTimeDeputy {
        ...RateFields
      }
      memberPrincipalDeputy {
        ...RateFields
      }
      crossAppointment {
        ...RateFields
      }
      termRenewal {
        ...RateFields
      }
    }
  `,
  [rateFields],
);

export type ReportRow = FragmentOf<typeof row>;

export const ReportQuery = graphql(
  `
    query CrossSchoolReport($input: ReportInput!) {
      crossSchoolReport(input: $input) {
        asOf
        compareTo
        schools
        total {
          ...ReportRowFields
        }
        rows {
          ...ReportRowFields
        }
        totalBefore {
          ...ReportRowFields
        }
        rowsBefore {
          ...ReportRowFields
        }
      }
    }
  `,
  [row],
);

export type Report = ResultOf<typeof ReportQuery>['crossSchoolReport'];

export const ExportReportMutation = graphql(`
  mutation ExportReport($input: ExportReportInput!) {
    exportReport(input: $input) {
      id
    }
  }
`);
