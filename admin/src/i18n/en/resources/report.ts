import type { report as zh } from '../../zh-CN/resources/report.js';
import type { Translations } from '../translations.js';

export const report: Translations<typeof zh> = {
  title: 'Cross-school report',
  conditions: 'What to count',
  groupBy: 'Group by',
  asOf: 'As of',
  compareTo: 'Compare to',
  run: 'Run',
  export: 'Export to Excel',
  print: 'Print',
  total: 'Total',
  caption: 'Cross-school report: total first, then the groups',
  tableTitle: 'Report as of %{date}',
  asOfTitle: 'as of %{date}',
  comparedTo: 'against %{date}: the change of each rate is below it, in percentage points',
  allSchools: 'all schools',
  ranAt: 'run at %{time}',
  noSchools: 'No school meets these conditions.',
  numerator: 'numerator',
  denominator: 'denominator',
  missing: 'Not met',
  definitionsTitle: 'Definitions',
  groups: {
    schools: 'Schools',
    progress: 'Progress',
    heads: 'Secretary and principal',
    team: 'Team',
    checks: 'Checks',
  },
  columns: {
    schools: 'All',
    inScope: 'In scope',
    byReference: 'By reference',
    adjusted: 'Adjusted',
    newlyAdjusted: 'Newly adjusted',
    hardFindings: 'Musts not met',
  },
  rates: {
    completion: 'Completion',
    byReferenceCompletion: 'Completion by reference',
    separation: 'Heads separate',
    branchCombined: 'Combined in branches',
    combined: 'Combined',
    fullTimeDeputy: 'Full-time deputy in place',
    memberPrincipalDeputy: 'Member principals as deputies',
    crossAppointment: 'Cross-appointment',
    termRenewal: 'Terms in force',
  },
  definitions: {
    completion: 'Schools in scope that are adjusted (running included) ÷ schools in scope; others are not counted.',
    byReferenceCompletion: 'Public kindergartens by reference that are adjusted ÷ all of them.',
    separation:
      'Adjusted schools under a committee or general branch whose two heads are two people ÷ all adjusted ones of that kind; a vacancy is no separation.',
    branchCombined:
      'Adjusted branch schools with one person in both posts ÷ adjusted branch schools; joint branches are not counted.',
    combined: 'Adjusted schools (by reference included) with one person in both posts ÷ adjusted schools.',
    fullTimeDeputy: 'Branch schools with combined posts that have a full-time deputy ÷ those that must have one.',
    memberPrincipalDeputy:
      'Schools under a committee or general branch whose principal is a full member and a deputy secretary ÷ those whose principal is a full member.',
    crossAppointment:
      'Vice-principals who are party members and sit in the party team ÷ vice-principals who are party members.',
    termRenewal:
      'Schools whose organisation is within its term or a duly extended one ÷ schools with an organisation; unknown terms do not count as in force.',
  },
};
