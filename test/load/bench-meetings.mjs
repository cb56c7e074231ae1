import pg from 'pg';
import {
  addDays,
  leadershipOn,
  resolveMatterType,
  suggestedRules,
  topicChecks,
  PLATFORM_CATALOGUE,
} from '@zhixiao/domain';
import { BENCH_CITY } from './bench-plans.mjs';
import { derivedId, loadMeeting, newId, verdictOnItem, verdictOnMeeting } from './inside.mjs';
import { seatsOf, schoolsWithMeetings } from './bench-schools.mjs';
import { decisionRows } from './bench-decisions.mjs';
import { topicRows } from './bench-topics.mjs';

/** Where a meeting of the benchmark is held: what its page is asked, or what is decided in it. */
export const PLACES = { page: 'bench page', decide: 'bench decide' };
/** So many meetings to decide in, each with four items to come. */
const TO_DECIDE = 3000;
const ATTENDANCE = 10;

/**
 * Open party meetings of the city's schools, with all that stands around them: rules of procedure, prepared topics with their
 * checks, who is there, opinions, votes. Rows by the set; how each stands is worked out by the server's own functions.
 */
export async function ensureMeetings(loaderUrl, { asOf, log }) {
  const client = new pg.Client({ connectionString: loaderUrl });
  await client.connect();
  try {
    const { rows: found } = await client.query(
      'SELECT 1 FROM meeting WHERE tenant_id BETWEEN $1 AND $2 AND place = $3 LIMIT 1',
      [...[BENCH_CITY, BENCH_CITY + 99, PLACES.page]],
    );
    if (found.length > 0) return;
    const started = performance.now();
    // foreign keys are looked up by plans that are made while the tables are empty, and kept
    await client.query('SET enable_seqscan = off');
    await client.query('BEGIN');
    const counts = await writeAll(client, asOf);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    log(`loaded ${JSON.stringify(counts)} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  } finally {
    await client.end();
  }
}

async function writeAll(client, asOf) {
  const schools = await schoolsWithMeetings(client, asOf);
  const each = Math.ceil(TO_DECIDE / schools.length);
  const counts = {};
  for (const school of schools) {
    const site = { ...school, asOf, seats: await seatsOf(client, school) };
    const tables = new Tables();
    tables.add('rules_of_procedure', [rulesRow(site)]);
    const page = writeMeeting(tables, site, { place: PLACES.page, decided: 4 });
    decisionRows(tables, site, page);
    const meetings = [page];
    for (let i = 0; i < each; i += 1) meetings.push(writeMeeting(tables, site, { place: PLACES.decide, decided: 1 }));
    for (const [table, rows] of tables.rows) {
      await put(client, table, rows);
      counts[table] = (counts[table] ?? 0) + rows.length;
    }
    await writeVerdicts(client, site, meetings);
  }
  return { schools: schools.length, ...counts };
}

/** Rows by table, parents first as they come. */
class Tables {
  rows = new Map();

  add(table, rows) {
    this.rows.set(table, [...(this.rows.get(table) ?? []), ...rows]);
  }
}

const ROWS_A_STATEMENT = 1000;

async function put(client, table, rows) {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]).join(', ');
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await client.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + ROWS_A_STATEMENT))],
    );
  }
}

function rulesRow({ tenant_id, school_id, asOf, author }) {
  const on = addDays(asOf, -200);
  return {
    ...{
      tenant_id,
      id: derivedId(school_id, 'bench rules'),
      school_id,
      meeting_kind: 'PARTY_ORG',
      number: 1,
      status: 'FILED',
    },
    ...{ fields: suggestedRules('PARTY_ORG'), adopted_on: on, submitted_on: on, submitted_by: 'bench' },
    ...{ submitted_by_account: author, filing_no: 'bench', filed_on: on, valid: `[${on},)`, version: 1 },
    ...{ created_at: new Date(), created_by: author, created_by_name: 'bench' },
  };
}

const MATTERS = ['IDEOLOGY_WORK', 'PARTY_ANNUAL_PLAN', 'IDEOLOGY_WORK', 'PARTY_ANNUAL_PLAN'].map((code) =>
  resolveMatterType([PLATFORM_CATALOGUE], code),
);

/** An open meeting of five items, the first so many of which have their result. */
function writeMeeting(tables, site, { place, decided }) {
  const { tenant_id, school_id, asOf, author, secretary } = site;
  const id = newId();
  const row = { tenant_id, school_id, version: 1, created_at: new Date(), created_by: author };
  const part = { ...row, meeting_id: id, signed: false };
  const at = `${asOf}T15:00:00+08:00`;
  const people = listOf(site);
  const items = [null, ...MATTERS].map((matter, i) => ({
    ...{ id: newId(), position: i + 1, matter, topicId: matter && newId(), decidedAt: i < decided ? at : null },
  }));
  tables.add('meeting', [
    {
      ...{ ...row, id, kind: 'PARTY_ORG', title: '学校党组织会议', held_on: asOf, year: Number(asOf.slice(0, 4)) },
      ...{
        starts_at: at,
        place,
        state: 'OPEN',
        chair_id: secretary.id,
        chair_name: secretary.name,
        chair_post: 'SECRETARY',
      },
      ...{ notice_at: at, papers_at: at, notice_on: addDays(asOf, -5), papers_on: addDays(asOf, -5), opened_at: at },
      ...{
        entered_afterwards: false,
        not_done: [],
        may_open: false,
        absent_names: [],
        findings: [],
        created_by_name: 'bench',
      },
    },
  ]);
  tables.add(
    'attendance',
    people.map((one) => ({ ...part, id: newId(), ...one, arrived_at: at })),
  );
  for (const item of items) topicRows(tables, site, item);
  tables.add(
    'agenda_item',
    items.map((item) => ({ ...part, ...itemRow(item, people, at) })),
  );
  tables.add(
    'item_opinion',
    items.filter(({ matter }) => matter).flatMap((item) => opinions(item, people, part)),
  );
  tables.add(
    'item_ballot',
    items.filter(({ position }) => position === 4 && decided > 3).flatMap((item) => ballots(item, people, part)),
  );
  return { id, place, items };
}

/** The committee, then others of the school as observers. */
function listOf({ seats, asOf }) {
  const { committee } = leadershipOn(seats, asOf, suggestedRules('PARTY_ORG'));
  const others = seats.filter(({ personId }) => !committee.some((one) => one.personId === personId));
  const observers = [...new Map(others.map((one) => [one.personId, one])).values()].slice(
    0,
    ATTENDANCE - committee.length,
  );
  const entry = ({ personId, personName }, capacity) => ({
    ...{ person_id: personId, person_name: personName, post: seats.find((seat) => seat.personId === personId).post },
    ...{
      capacity,
      status: 'PRESENT',
      reason: capacity === 'OBSERVER' ? '列席' : null,
      spans: [],
      by_own_account: true,
    },
  });
  return [...committee.map((one) => entry(one, 'MEMBER')), ...observers.map((one) => entry(one, 'OBSERVER'))];
}

function itemRow({ id, position, matter, topicId, decidedAt }, people, at) {
  const members = people.filter(({ capacity }) => capacity === 'MEMBER').length;
  const isOpenBallot = position === 4;
  const voted = {
    vote_form: isOpenBallot ? 'OPEN_BALLOT' : 'SHOW_OF_HANDS',
    votes_for: members,
    votes_against: 0,
    votes_abstained: 0,
  };
  const vote =
    decidedAt && matter ? voted : { vote_form: null, votes_for: null, votes_against: null, votes_abstained: null };
  return {
    ...{
      id,
      topic_id: topicId,
      position,
      kind: matter ? 'DECISION' : 'FIRST_TOPIC',
      title: matter?.nameZh ?? '传达学习',
    },
    ...{ matter_code: matter?.code ?? null, restricted: false, concerned_ids: [], tellers: [], not_done: [] },
    ...{
      started_at: decidedAt ?? (position === 2 ? at : null),
      decided_at: decidedAt,
      decided_by_name: decidedAt && 'bench',
      ...vote,
    },
    ...{
      result: decidedAt && (matter ? 'APPROVED' : 'NOTED'),
      makes_decision: Boolean(decidedAt && matter),
      decided_through: decidedAt && 'MEETING',
    },
    ...{
      discussion: decidedAt ? '与会人员逐一发表意见' : '',
      conclusion: decidedAt ? '会议同意' : '',
      may_decide: false,
    },
    ...{ allowed_results: [], absent_names: [], findings: [] },
  };
}

function opinions(item, people, part) {
  return people.slice(0, 3).map(({ person_id, person_name }) => ({
    ...{ ...part, id: newId(), item_id: item.id, person_id, person_name, stance: 'AGREE', text: '同意' },
    ...{ by_own_account: true, stated_on_paper: false, recorded_by_name: person_name, said_at: new Date() },
  }));
}

function ballots(item, people, part) {
  return people
    .filter(({ capacity }) => capacity === 'MEMBER')
    .map(({ person_id, person_name }) => ({
      ...{
        ...part,
        id: newId(),
        item_id: item.id,
        person_id,
        person_name,
        choice: 'FOR',
        cast_at: new Date(),
        stated_on_paper: false,
      },
    }));
}

async function inTurn(list, work) {
  const results = [];
  for (const one of list) results.push(await work(one));
  return results;
}

const VERDICT_SQL = `UPDATE meeting SET (quorum_check, expected, present, needed, quorum_met, absent_names, may_open, findings) =
  (SELECT r.quorum_check, r.expected, r.present, r.needed, r.quorum_met, r.absent_names, r.may_open, r.findings
   FROM jsonb_populate_record(NULL::meeting, $3::jsonb) r) WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`;
const ITEM_SQL = `UPDATE agenda_item SET (quorum_check, expected, present, needed, quorum_met, absent_names, entitled, votes_needed, may_decide,
    allowed_results, findings) = (SELECT r.quorum_check, r.expected, r.present, r.needed, r.quorum_met, r.absent_names, r.entitled,
    r.votes_needed, r.may_decide, r.allowed_results, r.findings FROM jsonb_populate_record(NULL::agenda_item, $4::jsonb) r)
  WHERE tenant_id = $1 AND meeting_id = ANY ($2::uuid[]) AND position = $3`;

const snake = (verdict) =>
  Object.fromEntries(
    Object.entries(verdict).map(([name, value]) => [name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
  );

/** Meetings of one school and place stand alike: worked out once. Of each topic the checks as they stood when it was confirmed. */
async function writeVerdicts(client, { tenant_id: tenantId, school_id: schoolId, author }, meetings) {
  const ctx = { read: { run: (list) => inTurn(list, ({ text, values }) => client.query(text, [...values])) } };
  for (const place of Object.values(PLACES)) {
    const alike = meetings.filter((one) => one.place === place);
    const ids = alike.map(({ id }) => id);
    const { facts, topics } = await loadMeeting(ctx, { tenantId, id: ids[0] });
    await client.query(VERDICT_SQL, [tenantId, ids, JSON.stringify(snake(verdictOnMeeting(facts)))]);
    for (const item of facts.items) {
      await client.query(ITEM_SQL, [tenantId, ids, item.order, JSON.stringify(snake(verdictOnItem(item, facts)))]);
      if (item.topic === null) continue;
      const said = topicChecks(topics.get(item.topic.topicId).facts, facts).filter(
        ({ outcome }) => outcome !== 'NOT_APPLICABLE',
      );
      const rows = alike.flatMap(({ items }) =>
        said.map(({ checkId, outcome, severity, clause, params }) => ({
          ...{
            tenant_id: tenantId,
            id: newId(),
            school_id: schoolId,
            subject_type: 'TOPIC',
            subject_id: items[item.order - 1].topicId,
          },
          ...{ check_id: checkId, outcome, severity, clause, params, evaluated_at: new Date(), evaluated_by: author },
          ...{ current: true, restricted: false },
        })),
      );
      await put(client, 'check_outcome', rows);
    }
  }
}
