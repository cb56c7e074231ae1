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

/** The settings that standing depends on, as the tenant has them. */
export type ReadSettings = (db: WriteDb, tenantId: number) => Promise<StandingSettings>;

export interface StandingSources {
  readonly contributors: readonly StandingContributor[];
  readonly settings: ReadSettings;
}

const SCHOOLS_A_PASS = 500;

/**
 * Makes the standing rows of the touched schools anew from all dated facts: schools locked in id order, every source
 * asked once, old rows out, new rows in. Runs in the caller's transaction, under the schools' own tenant.
 */
export async function rebuildStanding(
  db: WriteDb,
  tenantId: number,
  schoolIds: Iterable<string>,
  sources: StandingSources,
): Promise<void> {
  const ids = [...new Set(schoolIds)].sort();
  for (let from = 0; from < ids.length; from += SCHOOLS_A_PASS) {
    await rebuildPass(db, tenantId, ids.slice(from, from + SCHOOLS_A_PASS), sources);
  }
}

async function rebuildPass(
  db: WriteDb,
  tenantId: number,
  ids: readonly string[],
  sources: StandingSources,
): Promise<void> {
  const settings = await sources.settings(db, tenantId);
  const schools = await lockSchools(db, tenantId, ids);
  for (const source of sources.contributors) await source.contribute(db, tenantId, schools);
  const rows = [...schools.values()].flatMap((facts) =>
    standingPeriods(facts, settings).map((period) => standingRow(facts, period)),
  );
  await db.query('DELETE FROM school_standing WHERE tenant_id = $1 AND school_id = ANY ($2::uuid[])', [tenantId, ids]);
  // a set-returning function in FROM: as `(record).*` it would run once a column
  await db.query(
    'INSERT INTO school_standing SELECT * FROM jsonb_populate_recordset(NULL::school_standing, $1::jsonb)',
    [JSON.stringify(rows.map((row) => ({ ...row, tenant_id: tenantId })))],
  );
}

interface LockedSchool {
  id: string;
  code: string;
  opened_on: string;
  closed_on: string | null;
  version: number;
}

async function lockSchools(db: WriteDb, tenantId: number, ids: readonly string[]): Promise<Map<string, MutableFacts>> {
  const rows = await db.query<LockedSchool>(
    `SELECT id, code, opened_on::text, closed_on::text, version FROM school
     WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    [tenantId, ids],
  );
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
