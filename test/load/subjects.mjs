import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { BENCH_CITY } from './bench-plans.mjs';
import { createRandom, derivedId } from './inside.mjs';
import { decideCall, openMeetingSubjects, pageCall } from './meeting-subjects.mjs';
import { OPERATIONS } from './operations.mjs';

const DOCUMENT = 'BENCH';

/** Who asks, about which schools and people: the counties of one city, each with an account and a session of its own. */
export async function openSubjects(urls, asOf) {
  const loader = new pg.Client({ connectionString: urls.loader });
  await loader.connect();
  try {
    const { rows: counties } = await loader.query(
      'SELECT id FROM tenant WHERE parent_id = $1 AND enrolled_on IS NOT NULL ORDER BY id',
      [BENCH_CITY],
    );
    const callers = new Map();
    for (const { id } of counties)
      callers.set(id, await openCaller(loader, urls, { tenantId: id, role: 'CountyAdmin' }));
    callers.set(BENCH_CITY, await openCaller(loader, urls, { tenantId: BENCH_CITY, role: 'CityAdmin' }));
    const range = [BENCH_CITY, BENCH_CITY + 99];
    const { rows: schools } = await loader.query(
      'SELECT tenant_id AS tenant, id FROM school WHERE tenant_id BETWEEN $1 AND $2 ORDER BY 1, 2',
      range,
    );
    const { rows: people } = await loader.query(
      'SELECT tenant_id AS tenant, id FROM person WHERE tenant_id BETWEEN $1 AND $2 ORDER BY 1, 2',
      range,
    );
    const { rows: made } = await loader.query('SELECT count(*)::int AS n FROM appointment WHERE document_no = $1', [
      DOCUMENT,
    ]);
    const meetings = await openMeetingSubjects(loader, urls);
    return { callers, schools, people: groupBy(people, ({ tenant }) => tenant), asOf, appointed: made[0].n, meetings };
  } finally {
    await loader.end();
  }
}

function groupBy(list, keyOf) {
  const groups = new Map();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

async function openCaller(loader, urls, { tenantId, role }) {
  const account = derivedId('bench account', tenantId);
  const grant = derivedId('bench grant', tenantId);
  await loader.query(
    `INSERT INTO account (id, username, display_name, password_hash) VALUES ($1, $2, $2, '') ON CONFLICT DO NOTHING`,
    [account, `bench-${tenantId}`],
  );
  await loader.query(
    `INSERT INTO role_grant (tenant_id, id, account_id, account_name, role, valid, granted_by, reason)
     VALUES ($1, $2, $3, $4, $5, '[2020-01-01,)', 'bench', 'bench') ON CONFLICT DO NOTHING`,
    [tenantId, grant, account, `bench-${tenantId}`, role],
  );
  const token = randomBytes(32).toString('base64url');
  const auth = new pg.Client({ connectionString: urls.auth });
  await auth.connect();
  await auth.query('INSERT INTO session (token_hash, account_id) VALUES ($1, $2)', [
    createHash('sha256').update(token).digest(),
    account,
  ]);
  await auth.end();
  return { cookie: `__Host-sid=${token}`, grant: `G_${tenantId}_${grant}` };
}

/** What an operation is asked about a school, under whose grant. */
const QUESTIONS = {
  list: ({ tenant }, { asOf }) => [tenant, { tenantId: `T_${tenant}`, asOf }],
  page: ({ tenant, id }, { asOf }) => [tenant, { id: `S_${tenant}_${id}`, asOf }],
  'roll-up': (_school, { asOf }) => [
    BENCH_CITY,
    { tenantId: `T_${BENCH_CITY}`, asOf, compareTo: `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}` },
  ],
  appoint: (_school, subjects) => appointment(subjects),
};

const OF_MEETINGS = { meeting: pageCall, decide: decideCall };

/** What is written is asked once. */
export const isWrite = (operation) => operation === 'appoint' || operation === 'decide';

/** So many calls of an operation, the same ones for the same seed; what is written is never the same twice, and may run out. */
export function makeCalls(subjects, operation, { count, seed }) {
  const random = createRandom(seed);
  const calls = Array.from({ length: count }, () => {
    if (OF_MEETINGS[operation]) return OF_MEETINGS[operation](subjects, random);
    const [tenant, variables] = QUESTIONS[operation](random.pick(subjects.schools), subjects);
    return { operation, variables, caller: subjects.callers.get(tenant) };
  });
  return calls.filter(Boolean);
}

/** So many calls of the last ones were not asked. */
export function giveBack(subjects, operation, count) {
  if (operation === 'appoint') subjects.appointed -= count;
  if (operation === 'decide')
    subjects.meetings.decided = Math.min(subjects.meetings.items.length, subjects.meetings.decided) - count;
}

/** Goes through the pairs of schools and people of their counties; where it stands is kept, also in the database. */
function appointment(subjects) {
  const at = subjects.appointed++;
  const turn = at % subjects.schools.length;
  const round = Math.floor(at / subjects.schools.length);
  const school = subjects.schools[turn];
  const people = subjects.people.get(school.tenant);
  const person = people[(turn * 31 + round) % people.length];
  const input = {
    schoolId: `S_${school.tenant}_${school.id}`,
    personId: `P_${school.tenant}_${person.id}`,
    post: 'MIDDLE_MANAGER',
    startsOn: `${subjects.asOf.slice(0, 7)}-15`,
    documentNo: DOCUMENT,
  };
  return [school.tenant, { input }];
}

const KEYED = ['appoint', 'vote', 'decide'];

/** A call and those that follow it, each as `toRequest` has it. */
export function toRequests(call, side) {
  return [toRequest(call, side), ...(call.then ? toRequests(call.then, side) : [])];
}

/** A call as the text of an HTTP request, to the one server or the other. */
export function toRequest({ operation, variables, caller, query }, side) {
  const isProduct = side === 'product';
  const body = JSON.stringify(
    isProduct ? { query: query ?? OPERATIONS[operation], variables } : { operation, variables },
  );
  const head = [
    `POST ${isProduct ? '/graphql' : '/'} HTTP/1.1`,
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `Cookie: ${caller.cookie}`,
    `X-Grant: ${caller.grant}`,
    ...(KEYED.includes(operation) ? [`Idempotency-Key: ${randomBytes(12).toString('hex')}`] : []),
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** Sends a request of `toRequest` by itself. */
export async function post({ port }, request) {
  const [head, body] = request.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(': '))
      .filter(([name]) => !['Host', 'Content-Length'].includes(name)),
  );
  const path = head.split(' ')[1];
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
  return response.json();
}
