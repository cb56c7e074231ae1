import { graphql, type FragmentOf, type ResultOf } from '../../data/index.js';

const rate = graphql(`
  fragment ReportRate on Rate {
    numerator
    denominator
    percent
  }
`);

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
        ...ReportRate
      }
      byReferenceCompletion {
        ...ReportRate
      }
      separation {
        ...ReportRate
      }
      branchCombined {
        ...ReportRate
      }
      combined {
        ...ReportRate
      }
      fullTimeDeputy {
        ...ReportRate
      }
      memberPrincipalDeputy {
        ...ReportRate
      }
      crossAppointment {
        ...ReportRate
      }
      termRenewal {
        ...ReportRate
      }
    }
  `,
  [rate],
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
