import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../support/client.js';
import { batchOf, confirm, rowsOf, stage, testFile, testJson, undo, upload } from '../support/imports.js';
import type { Row } from '../support/imports.js';
import { CITY, DANZHAI, createWorld } from '../support/world.js';
import type { World } from '../support/world.js';

interface SchoolEntry {
  divisionCode: string;
  divisionName: string;
  schoolCode: string;
  schoolName: string;
  type: string;
  partyMembers: number;
  orgType: string;
}
interface ExpectedRow {
  row: number;
  sheet?: string;
  outcome: string;
  reasons: string[];
  warnings: string[];
  record?: Record<string, unknown>;
}
interface Expected {
  asOf: string;
  files: Record<string, { rows: ExpectedRow[]; counts: Record<string, number> }>;
}

const expected = testJson<Expected>('expected.json');
const entries = testJson<SchoolEntry[]>('schools.json');

/** The schools of the list as a county office would send them: a register in CSV. */
function register(): Uint8Array {
  const header = '县（市、区）,学校名称,学校标识码,学段类别,党员数,党组织类型';
  const lines = entries.map((s) =>
    [s.divisionName, s.schoolName, s.schoolCode, s.type, s.partyMembers, s.orgType].join(','),
  );
  return new TextEncoder().encode(`\uFEFF${[header, ...lines].join('\r\n')}\r\n`);
}

let world: World;
let county: Client;
let city: Client;

beforeAll(async () => {
  world = await createWorld();
  await world.worker();
  const counties = [...new Set(entries.map((s) => Number(s.divisionCode)))];
  city = await world.signedIn([
    { role: 'CityAdmin', tenant: CITY },
    ...counties.map((tenant) => ({ role: 'CountyAdmin' as const, tenant })),
  ]);
  county = await world.signedIn({ role: 'CountyAdmin', tenant: DANZHAI });
}, 90_000);
afterAll(() => world.end());

const sorted = (texts: readonly string[]): string[] => [...texts].sort();

/** What differs between a row as it came out and as it is expected, null if nothing. */
function difference(row: Row | undefined, want: ExpectedRow): string | null {
  const got = row && {
    outcome: row.outcome.toLowerCase(),
    reasons: sorted(row.reasons),
    warnings: want.outcome === 'imported' ? sorted(row.warnings) : [],
    record: want.record
      ? Object.fromEntries(Object.keys(want.record).map((key) => [key, row.record?.[key]]))
      : undefined,
  };
  const wanted = {
    outcome: want.outcome,
    reasons: sorted(want.reasons),
    warnings: want.outcome === 'imported' ? sorted(want.warnings) : [],
    record: want.record,
  };
  return JSON.stringify(got) === JSON.stringify(wanted)
    ? null
    : `row ${want.row}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`;
}

async function compare(
  client: Client,
  batchId: string,
  file: string,
): Promise<{ compared: number; differences: string[] }> {
  const rows = await rowsOf(client, batchId);
  const want = expected.files[file]?.rows ?? [];
  const differences = want.flatMap((one) => {
    const row = rows.find((r) => r.row === one.row && (one.sheet === undefined || r.sheet === one.sheet));
    return difference(row, one) ?? [];
  });
  return { compared: want.length, differences };
}

async function dump(): Promise<unknown> {
  return world.sql(`SELECT
    (SELECT jsonb_agg(to_jsonb(a) - 'created_at' ORDER BY a.id) FROM appointment a) AS appointments,
    (SELECT jsonb_agg(to_jsonb(p) - 'created_at' ORDER BY p.id) FROM person p) AS people,
    (SELECT jsonb_agg(to_jsonb(e) - 'created_at' ORDER BY e.id) FROM rollout_entry e) AS rollout,
    (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.school_id, s.valid_from) FROM school_standing s) AS standing`);
}

test('a city-wide register makes its schools in every county under the importer’s grants', async () => {
  const batch = await confirm(
    city,
    await stage(city, { kind: 'SCHOOL_REGISTER', name: 'register.csv', bytes: register() }),
  );
  expect([batch.status, batch.counts['rejected'], batch.result?.['created']]).toEqual(['CONFIRMED', 0, entries.length]);
  const { schools } = await city.ask<{ schools: { totalCount: number } }>('{ schools(first: 1) { totalCount } }');
  expect(schools.totalCount).toBe(entries.length);
}, 120_000);

describe('the roster of a county', () => {
  const file = '01-danzhai-roster.xlsx';
  const asIs = { kind: 'ROSTER' as const, name: file, bytes: testFile(file), dataAsOf: expected.asOf };
  let batchId: string;

  test('comes out row for row as expected', async () => {
    batchId = await stage(county, asIs);
    const { compared, differences } = await compare(county, batchId, file);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  }, 60_000);

  test('writes nothing before it is confirmed, and then exactly its appointments', async () => {
    expect(await world.sql('SELECT 1 FROM appointment')).toEqual([]);
    const batch = await confirm(county, batchId);
    expect(batch.status).toBe('CONFIRMED');
    const posts =
      expected.files[file]?.rows
        .filter((r) => r.outcome === 'imported')
        .flatMap((r) => r.record?.['posts'] as string[]) ?? [];
    const [{ n }] = (await world.sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM appointment WHERE superseded_at IS NULL',
    )) as [{ n: number }];
    expect(n).toBe(posts.length);
  }, 90_000);

  test('a second import changes nothing', async () => {
    const before = await dump();
    const again = await stage(county, asIs);
    const batch = await confirm(county, again);
    expect([
      batch.counts['new'],
      batch.counts['changed'],
      batch.result?.['created'],
      batch.result?.['changed'],
    ]).toEqual([0, 0, 0, 0]);
    expect(await dump()).toEqual(before);
  }, 90_000);

  test('can be undone as one batch, and imported again', async () => {
    const undone = await undo(county, batchId);
    expect(undone.status).toBe('UNDONE');
    expect(await world.sql('SELECT 1 FROM appointment WHERE superseded_at IS NULL')).toEqual([]);
    const batch = await confirm(county, await stage(county, asIs));
    expect(batch.status).toBe('CONFIRMED');
    const people = await world.sql<{ n: number }>(
      'SELECT count(*)::int AS n FROM person GROUP BY name, birth_month, tenant_id HAVING count(*) > 1',
    );
    expect(people.length).toBeLessThanOrEqual(2); // namesakes of the file itself; nobody is made twice
  }, 120_000);
});

describe('the progress table of a city', () => {
  const file = '04-rollout-progress.xlsx';
  const asIs = { kind: 'PROGRESS' as const, name: file, bytes: testFile(file), dataAsOf: expected.asOf };

  test('comes out row for row as expected, and a second import changes nothing', async () => {
    const first = await stage(city, asIs);
    const { compared, differences } = await compare(city, first, file);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(20);
    expect((await confirm(city, first)).status).toBe('CONFIRMED');
    const before = await dump();
    const batch = await confirm(city, await stage(city, asIs));
    expect([batch.counts['new'], batch.counts['changed'], batch.result?.['created']]).toEqual([0, 0, 0]);
    expect(await dump()).toEqual(before);
  }, 120_000);
});

describe('refused rows', () => {
  test('a refused row is put right in the preview and judged again', async () => {
    const csv = `学校名称,姓名,性别,出生年月,政治面貌,职务,任职时间\r\n${entries.find((s) => s.divisionCode === '522636')?.schoolName},测试人,男,1980-01,中共党员,教导主任,2023-09-01\r\n`;
    const id = await stage(county, { kind: 'ROSTER', name: 'one.csv', bytes: new TextEncoder().encode(csv) });
    const [row] = await rowsOf(county, id);
    expect([row?.outcome, row?.reasons]).toEqual(['REJECTED', ['E_POST_UNKNOWN']]);
    const field = Object.entries(row?.cells ?? {}).find(([, text]) => text === '教导主任')?.[0] ?? '';
    const { fixImportRow } = await county.ask<{ fixImportRow: { outcome: string } }>(
      'mutation Fix($b: ID!, $r: ID!, $e: JSON!) { fixImportRow(batchId: $b, rowId: $r, edits: $e) { outcome } }',
      { b: id, r: row?.id, e: { [field]: '副校长' } },
    );
    expect(fixImportRow.outcome).toBe('IMPORTED');
    expect((await batchOf(county, id)).counts['imported']).toBe(1);
  });

  test('T-30: a row of another county is refused and shows nothing of it', async () => {
    const foreign = entries.find((s) => s.divisionCode === '522601');
    const csv = `县（市、区）,学校名称,学校标识码,姓名,性别,出生年月,政治面貌,职务,任职时间\r\n凯里市,${foreign?.schoolName},${foreign?.schoolCode},测试人,男,1980-01,中共党员,副校长,2023-09-01\r\n`;
    const id = await stage(county, { kind: 'ROSTER', name: 'foreign.csv', bytes: new TextEncoder().encode(csv) });
    const [row] = await rowsOf(county, id);
    expect([row?.outcome, row?.reasons]).toEqual(['REJECTED', ['E_OUT_OF_SCOPE']]);
  });

  test('a damaged file gets a clear refusal, and nothing is stored', async () => {
    const { status, body } = await upload(county, '/files/imports/preview', {
      kind: 'ROSTER',
      name: 'x.xlsx',
      bytes: new TextEncoder().encode('PK\u0003\u0004 a damaged archive'),
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('FILE_UNREADABLE');
  });

  test('an inspector may not import', async () => {
    const inspector = await world.signedIn({ role: 'CountyInspector', tenant: DANZHAI });
    const { status } = await upload(inspector, '/files/imports', {
      kind: 'ROSTER',
      name: 'x.csv',
      bytes: new TextEncoder().encode('a,b\r\n'),
    });
    expect(status).toBe(403);
  });

  test('an identity number or telephone never reaches the database', async () => {
    const csv = `学校名称,姓名,身份证号,联系电话,性别,出生年月,政治面貌,职务,任职时间\r\n${entries.find((s) => s.divisionCode === '522636')?.schoolName},测试人,110101198001010011,13800000000,男,1980-01,中共党员,副校长,2023-09-01\r\n`;
    const id = await stage(county, { kind: 'ROSTER', name: 'sensitive.csv', bytes: new TextEncoder().encode(csv) });
    const [row] = await rowsOf(county, id);
    expect(row?.warnings).toContain('W_SENSITIVE_COLUMN_DROPPED');
    const [found] = await world.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM import_row r WHERE to_jsonb(r)::text LIKE '%110101198001010011%' OR to_jsonb(r)::text LIKE '%13800000000%'`,
    );
    expect(found?.n).toBe(0);
  });
});
