import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { BENCH_CITY } from './bench-plans.mjs';
import { PLACES } from './bench-meetings.mjs';
import { secretaryAccount } from './bench-schools.mjs';
import { derivedId } from './inside.mjs';

const RANGE = [BENCH_CITY, BENCH_CITY + 99];
const PAGES_SQL = `SELECT m.tenant_id AS tenant, m.id, m.school_id AS school, i.topic_id AS topic, d.id AS decision,
    (SELECT r.id FROM rules_of_procedure r WHERE r.tenant_id = m.tenant_id AND r.school_id = m.school_id LIMIT 1) AS rules
  FROM meeting m JOIN agenda_item i ON i.tenant_id = m.tenant_id AND i.meeting_id = m.id AND i.position = 2
  LEFT JOIN decision d ON d.tenant_id = i.tenant_id AND d.item_id = i.id
  WHERE m.tenant_id BETWEEN $1 AND $2 AND m.place = $3 ORDER BY m.tenant_id, m.id`;
/** Those that nobody began with; first the second item of every meeting, then the third, so that two acts never meet in one. */
const ITEMS_SQL = `SELECT i.tenant_id AS tenant, i.id, i.school_id AS school, i.entitled AS members, i.meeting_id AS meeting, i.position
  FROM agenda_item i JOIN meeting m ON m.tenant_id = i.tenant_id AND m.id = i.meeting_id AND m.place = $3
  WHERE i.tenant_id BETWEEN $1 AND $2 AND i.result IS NULL AND NOT EXISTS (SELECT 1 FROM agenda_item o WHERE o.tenant_id = i.tenant_id
    AND o.meeting_id = i.meeting_id AND o.result IS NULL AND o.vote_form IS NOT NULL)
  ORDER BY i.position, md5(i.meeting_id::text)`;

/** Who leads the schools whose meetings are asked, and what is to be decided there. */
export async function openMeetingSubjects(loader, urls) {
  const { rows: pages } = await loader.query(PAGES_SQL, [...RANGE, PLACES.page]);
  const { rows: items } = await loader.query(ITEMS_SQL, [...RANGE, PLACES.decide]);
  return { secretaries: await openSecretaries(loader, urls, pages), pages, items, decided: 0 };
}

async function openSecretaries(loader, urls, pages) {
  const auth = new pg.Client({ connectionString: urls.auth });
  await auth.connect();
  const secretaries = new Map();
  for (const { tenant, school, id } of pages) {
    const account = secretaryAccount(school);
    await loader.query(
      `INSERT INTO account (id, username, display_name, password_hash) VALUES ($1, $2, $2, '') ON CONFLICT DO NOTHING`,
      [account, `bench-${school}`],
    );
    await loader.query(
      `INSERT INTO account_person (tenant_id, account_id, person_id) SELECT tenant_id, $3, chair_id FROM meeting
       WHERE tenant_id = $1 AND id = $2 ON CONFLICT DO NOTHING`,
      [tenant, id, account],
    );
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest();
    await auth.query('INSERT INTO session (token_hash, account_id) VALUES ($1, $2)', [hash, account]);
    const grant = `G_${tenant}_${derivedId(account, school, 'Secretary')}`;
    secretaries.set(school, { cookie: `__Host-sid=${token}`, grant });
  }
  await auth.end();
  return secretaries;
}

/** The page of a meeting, asked by the secretary. */
export function pageCall({ meetings }, random) {
  const { tenant, id, school } = random.pick(meetings.pages);
  return { operation: 'meeting', caller: meetings.secretaries.get(school), variables: { id: `M_${tenant}_${id}` } };
}

/** The next item that is to be decided: the vote, then the decision. */
export function decideCall({ meetings }) {
  const item = meetings.items[meetings.decided++];
  return item ? callOn(meetings, item) : null;
}

export function callOn({ secretaries }, { tenant, id, school, members }) {
  const caller = secretaries.get(school);
  const itemId = `W_${tenant}_${id}`;
  const counts = { votesFor: members, votesAgainst: 0, votesAbstained: 0 };
  const vote = { itemId, expectedVersion: 1, form: 'SHOW_OF_HANDS', ...counts };
  const decide = { itemId, expectedVersion: 2, result: 'APPROVED', conclusion: '会议同意', responsible: '办公室' };
  return {
    ...{ operation: 'vote', caller, variables: { input: vote } },
    then: { operation: 'decide', caller, variables: { input: decide } },
  };
}
