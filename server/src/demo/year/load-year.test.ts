import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { itemChecks, makesDecision, meetingChecks } from '@zhixiao/domain';
import type { MeetingState, ProcedureFinding } from '@zhixiao/domain';
import type pg from 'pg';
import '../../modules.js';
import { loadMeeting } from '../../modules/meetings/load-meeting.js';
import type { LoadedMeeting } from '../../modules/meetings/load-meeting.js';
import { CHECKED_AT_CALL } from '../../modules/meetings/settle-meeting.js';
import { verdictOnItem, verdictOnMeeting } from '../../modules/meetings/verdict.js';
import type { ReadContext } from '../../platform/context.js';
import { connectAs, startTestDatabase } from '../../testing/test-database.js';
import type { TestDatabase } from '../../testing/test-database.js';
import { ensureDemo } from '../index.js';

const AS_OF = '2026-11-21';
let database: TestDatabase;
let loader: pg.Client;

beforeAll(async () => {
  database = await startTestDatabase();
  loader = await connectAs(database.urls.loader);
  await ensureDemo({ loaderUrl: database.urls.loader, asOf: AS_OF, password: 'a password of the demonstration' });
}, 300_000);
afterAll(async () => {
  await loader.end();
  await database.stop();
});

/** What loading asks of a request: to run statements, and the day. */
function reader(): ReadContext {
  const run = async (statements: readonly { text: string; values: readonly unknown[] }[]) => {
    const results = [];
    for (const { text, values } of statements) results.push(await loader.query(text, [...values]));
    return results;
  };
  return { today: AS_OF, read: { run } } as unknown as ReadContext;
}

interface Row {
  readonly tenant_id: number;
  readonly id: string;
  readonly state: MeetingState;
  readonly [column: string]: unknown;
}

async function rows(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await loader.query<Row>(sql, [...values])).rows;
}

/** The schools of the accounts, the one with kindergarten children, a small branch, schools without rules, and some others. */
async function sampled(): Promise<Row[]> {
  return rows(
    `WITH counted AS (SELECT tenant_id, school_id, row_number() OVER (ORDER BY count(*) FILTER (WHERE state = 'NOT_HELD') DESC, school_id) AS place
       FROM meeting GROUP BY tenant_id, school_id)
     SELECT m.*, m.held_on::text AS held_on FROM meeting m JOIN counted c USING (tenant_id, school_id)
     WHERE c.place % 4 = 1 OR m.tenant_id = 360602 OR m.kind NOT IN ('PARTY_ORG', 'PRINCIPAL_OFFICE') OR m.entered_afterwards
       OR m.state IN ('DRAFT', 'CALLED', 'OPEN', 'CLOSED') ORDER BY m.tenant_id, m.id`,
  );
}

type Outcomes = ReadonlyMap<string, ProcedureFinding[]>;

async function currentOutcomes(): Promise<Outcomes> {
  const found = await loader.query<ProcedureFinding & { subject_id: string }>(
    `SELECT subject_id, check_id AS "checkId", outcome, severity, clause, params FROM check_outcome WHERE current`,
  );
  const by = new Map<string, ProcedureFinding[]>();
  for (const { subject_id, ...finding } of found.rows) by.set(subject_id, [...(by.get(subject_id) ?? []), finding]);
  return by;
}

const asked = (findings: readonly ProcedureFinding[]) =>
  findings
    .filter(({ outcome }) => outcome !== 'NOT_APPLICABLE')
    .map(({ checkId, outcome, severity, clause, params }) => ({ checkId, outcome, severity, clause, params }))
    .sort((a, b) => (a.checkId < b.checkId ? -1 : 1));

/** What the server would have written of the meeting itself. */
function ownChecks({ facts }: LoadedMeeting): readonly ProcedureFinding[] {
  if (facts.state === 'NOT_HELD' || facts.state === 'DRAFT') return [];
  const findings = meetingChecks(facts);
  return facts.state === 'CALLED' ? findings.filter(({ checkId }) => CHECKED_AT_CALL.includes(checkId)) : findings;
}

const BAR = { quorumCheck: 'quorum_check', expected: 'expected', present: 'present', needed: 'needed' } as const;
const MORE = { quorumMet: 'quorum_met', absentNames: 'absent_names', findings: 'findings' } as const;
const OF_ITEM = { entitled: 'entitled', votesNeeded: 'votes_needed', mayDecide: 'may_decide' } as const;

function stored(row: Row, columns: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, row[column]]));
}

/** Rows as JSON has them: what the database gives back. */
const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

/** Judged with other facts then than now: it was put off and confirmed anew. */
function isOtherwiseNow(meeting: LoadedMeeting, topicId: string | null): boolean {
  const topic = topicId === null ? undefined : meeting.topics.get(topicId)?.row;
  if (!topic) return false;
  return (topic.confirmedOn ?? '') > meeting.row.heldOn || topic.confirmedOn === null;
}

describe('each generated meeting', () => {
  test('says of itself and its items what the server says of them: checks, bars, what may be decided', async () => {
    const outcomes = await currentOutcomes();
    const meetings = await sampled();
    const items = new Map((await rows('SELECT * FROM agenda_item')).map((row) => [row.id, row]));
    const wrong: unknown[] = [];
    let compared = 0;
    const compare = (what: string, [had, wants]: readonly [unknown, unknown]): void => {
      compared += 1;
      if (JSON.stringify(had) !== JSON.stringify(wants)) wrong.push([what, had, wants]);
    };
    for (const row of meetings) {
      const meeting = await loadMeeting(reader(), { tenantId: row.tenant_id, id: row.id });
      const { facts } = meeting;
      const verdict = verdictOnMeeting(facts);
      const name = `${row.state} ${facts.kind} ${facts.on}`;
      compare(name, [asked(outcomes.get(row.id) ?? []).map(sorted), asked(ownChecks(meeting)).map(sorted)]);
      const columns = { ...BAR, ...MORE, mayOpen: 'may_open' };
      compare(name, [sorted(plain(stored(row, columns)) as object), sorted(plain(verdict) as object)]);
      for (const item of facts.items) {
        const known = items.get(item.itemId)!;
        if (known['released_at'] !== null || isOtherwiseNow(meeting, item.topic?.topicId ?? null)) continue;
        const said = sorted(plain(verdictOnItem(item, facts)) as object);
        const has = stored(known, { ...BAR, ...MORE, ...OF_ITEM, allowedResults: 'allowed_results' });
        compare(`${name} ${known['title']}`, [sorted(plain(has) as object), said]);
        if (item.result === null) continue;
        compare(`${name} ${known['title']}`, [known['makes_decision'], makesDecision(item, facts)]);
        const [had, wants] = [outcomes.get(item.itemId) ?? [], itemChecks(item, facts)];
        compare(`${name} ${known['title']}`, [asked(had).map(sorted), asked(wants).map(sorted)]);
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
  }, 300_000);
});

/** JSON of the database has its keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
