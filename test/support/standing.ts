import { randomUUID } from 'node:crypto';
import { PARTY_ORG_TYPES, ROLLOUT_STATES, SCHOOL_STAGES, SCOPE_KINDS, STAFFING_CHECK_IDS } from '@zhixiao/domain';
import type { RateInputs } from '@zhixiao/domain';
import type { World } from './world.js';

/** A period of a school's standing, as far as figures look at it. */
export interface StandingRow extends RateInputs {
  readonly tenantId: number;
  readonly schoolId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly code: string;
  readonly name: string;
  readonly stage: string;
  readonly rolloutSince: string | null;
  readonly secretaryVacantSince: string | null;
  readonly principalVacantSince: string | null;
  readonly fullTimeDeputyVacantSince: string | null;
  readonly hardFindings: number;
  readonly departuresPending: number;
  readonly outcomes: Readonly<Record<string, string>>;
}

/** The same numbers for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const OUTCOMES = ['PASS', 'FAIL', 'DEPARTURE_PENDING', 'DEPARTURE_APPROVED', 'NO_RECORD', 'NOT_APPLICABLE'];

/** Schools with one to four periods each, in any state whatever: figures must not depend on what is likely. */
export function randomStanding(seed: number, schools: readonly { tenantId: number; count: number }[]): StandingRow[] {
  const next = chance(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  const flag = (): boolean => next() < 0.5;
  const period = (
    fixed: Pick<StandingRow, 'tenantId' | 'schoolId' | 'code' | 'name' | 'validFrom' | 'validTo'>,
  ): StandingRow => ({
    ...fixed,
    stage: pick(SCHOOL_STAGES),
    scope: pick([...SCOPE_KINDS, 'IN_SCOPE', 'IN_SCOPE', 'IN_SCOPE'] as const),
    orgType: pick([...PARTY_ORG_TYPES, null]),
    combined: pick([true, false, null]),
    rolloutState: pick(ROLLOUT_STATES),
    rolloutSince: pick([null, '2021-03-01', fixed.validFrom]),
    needsFullTimeDeputy: flag(),
    hasFullTimeDeputy: flag(),
    principalIsMember: flag(),
    memberPrincipalIsDeputy: flag(),
    memberViceHeads: below(4),
    memberViceHeadsInCommittee: below(2),
    termInForce: pick([true, false, null]),
    secretaryVacantSince: pick([null, '2022-01-01']),
    principalVacantSince: pick([null, null, '2022-01-01']),
    fullTimeDeputyVacantSince: pick([null, '2022-01-01']),
    hardFindings: below(4),
    departuresPending: below(2),
    outcomes: Object.fromEntries(STAFFING_CHECK_IDS.map((id) => [id, pick(OUTCOMES)])),
  });
  return schools.flatMap(({ tenantId, count }) =>
    Array.from({ length: count }, (_, i) => {
      const code = String(3_000_000_000 + tenantId * 1000 + i);
      const fixed = { tenantId, schoolId: randomUUID(), code, name: `${tenantId}第${i + 1}学校` };
      const days = ['2020-09-01', ...['2024-03-15', '2024-09-01', '2025-02-01'].filter(flag), 'infinity'];
      return days
        .slice(0, -1)
        .map((validFrom, d) => period({ ...fixed, validFrom, validTo: days[d + 1] ?? 'infinity' }));
    }).flat(),
  );
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** Columns that say nothing here and may not be null. */
const FILLED = {
  ...{
    name_pinyin: '',
    name_initials: '',
    assumed: [],
    secretary_acting: false,
    principal_acting: false,
    full_time_deputies: 0,
  },
  ...{
    rollout_declared: false,
    findings: [],
    default_findings: 0,
    advisory_findings: 0,
    departures_approved: 0,
    version: 1,
  },
};

/** Puts rows into the database as they are, past the rebuilding of standing. */
export async function insertStanding(world: World, rows: readonly StandingRow[]): Promise<void> {
  const stored = rows.map(({ outcomes, ...row }) => ({
    ...FILLED,
    ...Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
    ...Object.fromEntries(
      Object.entries(outcomes).map(([id, outcome]) => [id.toLowerCase().replace('-', ''), outcome]),
    ),
  }));
  await world.sql(
    `INSERT INTO school (tenant_id, id, code, opened_on)
     SELECT DISTINCT tenant_id, school_id, code, '2020-09-01'::date FROM jsonb_to_recordset($1::jsonb) AS r (tenant_id int, school_id uuid, code text)`,
    [JSON.stringify(stored)],
  );
  await world.sql(
    'INSERT INTO school_standing SELECT (jsonb_populate_record(NULL::school_standing, r)).* FROM jsonb_array_elements($1::jsonb) r',
    [JSON.stringify(stored)],
  );
}

/** The rows that hold on a day. */
export function onDay(rows: readonly StandingRow[], day: string): StandingRow[] {
  return rows.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === 'infinity' || validTo > day));
}
