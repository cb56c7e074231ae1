/**
 * statistics 统计: how far a county or city has come, what it must look at, and the report across schools, as of any day.
 * Tables: none of its own; reads school_standing, where each school's state of every day lies ready, and of the procedure
 * meetings, topics, tasks and check_outcome: L8, compliance with the list behind each number, the ledger of what was held back.
 * Rules: every figure is one statement with the ability's condition for School and the filters of the list of schools in
 * it; rates are those of the domain (RATES), their SQL held to it by a test; a zero denominator is null, never 0 or 100 %;
 * counties stand in code order, a city's own (市直) schools are a row of their own, a county that uses the system and has
 * no schools yet shows zeros, and one that is silent is told from one that reports by its audit and its imports. The report leaves as Excel by a job, without a limit of rows, with its definitions (口径).
 */
import { EXPORT_REPORT } from './export-report.js';
import { ProcedureStatisticsResolver } from './procedure.resolver.js';
import { StatisticsResolver } from './statistics.resolver.js';
import { writeReport } from './write-report.job.js';

export const statisticsModule = {
  resolvers: [StatisticsResolver, ProcedureStatisticsResolver],
  payloads: { LateSchool: { school: 'School' } },
  jobs: { [EXPORT_REPORT]: writeReport },
};
