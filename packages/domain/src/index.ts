/**
 * The Opinion as pure functions and vocabulary. No dependency, no input or output, no clock: dates come in as parameters,
 * civil dates as `YYYY-MM-DD`, ranges with an exclusive end. Each check has an id, a clause, a severity and a test at
 * every boundary.
 */
export * from './checks.js';
export * from './civil-date.js';
export * from './departure.js';
export * from './opaque-id.js';
export * from './organization.js';
export * from './procedure/index.js';
export * from './quorum.js';
export * from './rates.js';
export * from './rollout.js';
export * from './scope.js';
export * from './staffing-facts.js';
export { mayDepartFrom, staffingFindings } from './staffing.js';
export * from './standing-facts.js';
export { standingOn, teamFactsOn } from './standing-on.js';
export { breakPoints, standingAt, standingPeriods } from './standing.js';
export { membershipOn } from './team-on-day.js';
export * from './tenancy.js';
export { needsFullTimeDeputy, vacancies, type Vacancy } from './vacancies.js';
export * from './vocabulary.js';
