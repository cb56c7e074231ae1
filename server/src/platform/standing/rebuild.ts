import { standingPeriods } from '@zhixiao/domain';
import type { SchoolFacts, StandingPeriod, StandingSettings } from '@zhixiao/domain';
import { pinyin } from 'pinyin-pro';
import type { WriteDb } from '../database/write-transaction.js';

/**
 * What a module knows of schools: it adds its dated facts to each school's record, set-wise in one statement.
 * Registered in app.ts, so that no module calls one to its right.
 */
export interface StandingContributor {
  contribute(db: WriteDb, tenantId: number, schools: ReadonlyMap<string, MutableFacts>): Promise<void>;
}

export type MutableFacts = {
  -readonly [K in keyof SchoolFacts]: SchoolFacts[K] extends readonly (infer T)[] ? T[] : SchoolFacts[K];
} & {
  code: string;
  version: number;
};

/** The settings that standing depends on: SQL of at most one row for tenant $1, and what holds without one. */
export interface SettingsSource {
  readonly sql: string;
  readonly fallback: StandingSettings;
}

export interface StandingSources {
  readonly contributors: readonly StandingContributor[];
  readonly settings: SettingsSource;
}

/** Schools of one tenant that stand differently now. */
export interface Touched {
  readonly tenantId: number;
  readonly schoolIds: Iterable<string>;
}

const SCHOOLS_A_PASS = 500;

/**
 * Makes the standing rows of the touched schools anew from all dated facts: schools locked in id order, every source
 * asked once, old rows out, new rows in. Runs in the caller's transaction, under the schools' own tenant.
 */
export async function rebuildStanding(
  db: WriteDb,
  sources: StandingSources,
  { tenantId, schoolIds }: Touched,
): Promise<void> {
  const ids = [...new Set(schoolIds)].sort();
  for (let from = 0; from < ids.length; from += SCHOOLS_A_PASS) {
    await rebuildPass(db, sources, { tenantId, schoolIds: ids.slice(from, from + SCHOOLS_A_PASS) });
  }
}

async function rebuildPass(db: WriteDb, sources: StandingSources, touched: Touched): Promise<void> {
  const { tenantId } = touched;
  const { schools, settings } = await lockSchools(db, sources.settings, touched);
  for (const source of sources.contributors) await source.contribute(db, tenantId, schools);
  const rows = [...schools.values()].flatMap((facts) =>
    standingPeriods(facts, settings).map((period) => standingRow(facts, period)),
  );
  await db.query(REPLACE_SQL, [
    tenantId,
    touched.schoolIds,
    JSON.stringify(rows.map((row) => ({ ...row, tenant_id: tenantId }))),
  ]);
}

/**
 * Old rows out, new rows in, in one statement; the condition makes the one wait for the other. The set-returning function
 * stands in FROM: as `(record).*` it would run once a column.
 */
const REPLACE_SQL = `WITH gone AS (DELETE FROM school_standing WHERE tenant_id = $1 AND school_id = ANY ($2::uuid[]) RETURNING 1)
INSERT INTO school_standing SELECT r.* FROM jsonb_populate_recordset(NULL::school_standing, $3::jsonb) r
WHERE (SELECT count(*) FROM gone) >= 0`;

interface LockedSchool {
  id: string;
  code: string;
  opened_on: string;
  closed_on: string | null;
  version: number;
  settings: StandingSettings | null;
}

interface Locked {
  readonly schools: Map<string, MutableFacts>;
  readonly settings: StandingSettings;
}

async function lockSchools(db: WriteDb, settings: SettingsSource, { tenantId, schoolIds }: Touched): Promise<Locked> {
  const rows = await db.query<LockedSchool>(
    `SELECT id, code, opened_on::text, closed_on::text, version, (SELECT to_jsonb(s) FROM (${settings.sql}) s) AS settings
     FROM school WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    [tenantId, schoolIds],
  );
  return { schools: emptyFacts(rows), settings: rows[0]?.settings ?? settings.fallback };
}

function emptyFacts(rows: readonly LockedSchool[]): Map<string, MutableFacts> {
  return new Map(
    rows.map((row) => [
      row.id,
      {
        schoolId: row.id,
        code: row.code,
        version: row.version,
        openedOn: row.opened_on,
        closedOn: row.closed_on,
        attributes: [],
        organizations: [],
        seats: [],
        departures: [],
        rollout: [],
      },
    ]),
  );
}

/** Names that differ between the domain's row and the table's columns. */
const COLUMNS: Readonly<Record<string, string>> = {
  orgId: 'organization_id',
  orgName: 'organization_name',
  committeeTermEnd: 'term_end',
  fullTimeDeputyCount: 'full_time_deputies',
  from: 'valid_from',
  to: 'valid_to',
};

const columns = new Map(Object.entries(COLUMNS));

/** Every row has the same keys: each is turned once. */
function columnOf(key: string): string {
  const known = columns.get(key);
  if (known !== undefined) return known;
  const made = key.replace('STF-', 'stf').replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
  columns.set(key, made);
  return made;
}

/** A standing period as the columns of school_standing, the tenant aside. */
export function standingRow(
  school: { readonly code: string; readonly version: number },
  period: StandingPeriod,
): Record<string, unknown> {
  const { outcomes, ...rest } = period;
  const row: Record<string, unknown> = {};
  for (const key in rest) row[columnOf(key)] = rest[key as keyof typeof rest];
  for (const check in outcomes) row[columnOf(check)] = outcomes[check as keyof typeof outcomes];
  return Object.assign(row, {
    valid_to: period.to ?? 'infinity',
    code: school.code,
    version: school.version,
    ...namePinyin(period.name),
  });
}

const pinyinCache = new Map<string, { name_pinyin: string; name_initials: string }>();

/** The name in pinyin and in initials, for search and for the order that officials expect. */
export function namePinyin(name: string): { name_pinyin: string; name_initials: string } {
  const known = pinyinCache.get(name);
  if (known) return known;
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const made = {
    name_pinyin: syllables.join('').toLowerCase(),
    name_initials: syllables
      // by characters: rare ones of names (𠮷) are two code units, and half of one is no text
      .map((s) => [...s][0] ?? '')
      .join('')
      .toLowerCase(),
  };
  if (pinyinCache.size > 10_000) pinyinCache.clear();
  pinyinCache.set(name, made);
  return made;
}
