import { RATE_IDS } from '@zhixiao/domain';
import type { Client } from '../support/client.js';
import { insertStanding, randomStanding } from '../support/standing.js';
import type { StandingRow } from '../support/standing.js';
import { CITY, DANZHAI, KAILI, OTHER_CITY, OTHER_COUNTY, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

export const HUANGPING = 522622;
const RATE = '{ numerator denominator percent }';
const ROW = `{ key name schools inScope byReference adjusted newlyAdjusted hardFindings ${RATE_IDS.map((id) => `${id} ${RATE}`).join(' ')} }`;
export const REPORT = `query R($input: ReportInput!) { crossSchoolReport(input: $input) {
  asOf compareTo schools total ${ROW} rows ${ROW} totalBefore ${ROW} rowsBefore ${ROW} } }`;
export const PROGRESS = `query P($tenantId: ID, $asOf: Date, $compareTo: Date) { rolloutOverview(tenantId: $tenantId, asOf: $asOf, compareTo: $compareTo) {
  asOf compareTo schools inScope byReference funnel { state count } completion ${RATE} completionBefore ${RATE}
  counties { tenant { id code name level } inScope states { state count } completion ${RATE} completionBefore ${RATE} } } }`;
export const STAFFING = `query S($tenantId: ID, $asOf: Date) { staffingOverview(tenantId: $tenantId, asOf: $asOf) {
  asOf schools tenuresEnding departuresPending schoolsWithHardFindings vacancies { post fullTime count }
  findings { checkId severity clause fail pending approved pass } } }`;
export const LATE = `query L($tenantId: ID, $asOf: Date, $first: Int) { lateSchools(tenantId: $tenantId, asOf: $asOf, first: $first) {
  school { id name validFrom tenant { name } } state since days } }`;

export const AS_OF = '2024-10-10';
export const COMPARE_TO = '2024-08-31';

type Row = Record<string, unknown> & { key: string | null; name: string; schools: number };
export interface Report {
  crossSchoolReport: {
    asOf: string;
    compareTo: string | null;
    schools: number;
    total: Row;
    rows: Row[];
    totalBefore: Row | null;
    rowsBefore: Row[] | null;
  };
}
export interface Progress {
  rolloutOverview: Record<string, unknown> & {
    counties: ({ tenant: { id: string; code: string; name: string } } & Record<string, unknown>)[];
    funnel: { count: number }[];
  };
}

/** Schools of a city and its counties with random standing, and of another city; an inspector of each level. */
export interface CountedWorld {
  readonly world: World;
  readonly city: Client;
  readonly county: Client;
  readonly rows: readonly StandingRow[];
}

export async function createCountedWorld(): Promise<CountedWorld> {
  const world = await createWorld();
  const rows = randomStanding(7, [
    { tenantId: CITY, count: 9 },
    { tenantId: DANZHAI, count: 40 },
    { tenantId: KAILI, count: 60 },
    { tenantId: OTHER_CITY, count: 5 },
    { tenantId: OTHER_COUNTY, count: 30 },
  ]);
  await insertStanding(world, rows);
  await world.sql(`UPDATE tenant SET enrolled_on = '2023-09-01' WHERE id = ANY ($1)`, [[CITY, DANZHAI, HUANGPING]]);
  const city = await world.signedIn({ role: 'CityInspector', tenant: CITY });
  const county = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
  return { world, city, county, rows };
}

export const inCity = ({ tenantId }: StandingRow): boolean => tenantId >= CITY && tenantId <= CITY + 99;
export const ofTenant =
  (tenant: number) =>
  (row: StandingRow): boolean =>
    row.tenantId === tenant;
export const inScope = ({ scope }: StandingRow): boolean => scope === 'IN_SCOPE';
