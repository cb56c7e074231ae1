import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import { derivedId, newId, scopeSql } from './inside.mjs';
import { appoint } from './raw-appoint.mjs';
import { decide, vote } from './raw-decide.mjs';
import { POST_SESSION, RAW_READS, SESSION, TOUCH } from './raw-statements.mjs';

/** The baseline: bare node:http over pg, with the same sessions, grants, row security and pools, and nothing else. */
const { urls, pool } = JSON.parse(process.env.BENCH_SERVER);
const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const open = (connectionString, max) => new pg.Pool({ connectionString, max, pipeline: true });
const auth = open(urls.auth, 6);
const reads = open(urls.app, pool);
const writes = open(urls.app, pool);

const WRITES = { appoint, vote, decide };
/** Operations that somebody asks under the right of a post. */
const OF_A_POST = ['meeting', 'vote', 'decide'];

/** The right that a secretary's appointment gives. */
async function postOf(request, today) {
  const token = /__Host-sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await auth.query({ name: 'post-session', text: POST_SESSION, values: [hash, today] });
  const asked = String(request.headers['x-grant']);
  const idOf = (one) => `G_${one.tenant_id}_${derivedId(one.account_id, one.school_id, 'Secretary')}`;
  const row = rows.find((one) => one.post === 'SECRETARY' && idOf(one) === asked);
  if (!row) return null;
  if (row.stale) await auth.query(TOUCH, [hash]);
  const {
    account_id: accountId,
    display_name: accountName,
    school_id: schoolId,
    tenant_id: tenantId,
    person_id: personId,
  } = row;
  const range = { tenantId, lo: tenantId, hi: tenantId, schoolId, ancestors: row.ancestors };
  return { id: asked, role: 'Secretary', ...range, accountId, accountName, personId };
}

async function grantOf(request, today) {
  const token = /__Host-sid=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const [, tenant, id] = String(request.headers['x-grant']).split('_');
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await auth.query({ name: 'session', text: SESSION, values: [hash, tenant, id, today] });
  const [row] = rows;
  if (!row) return null;
  if (row.stale) await auth.query(TOUCH, [hash]);
  const {
    account_id: accountId,
    display_name: accountName,
    role,
    school_id: schoolId,
    tenant_id: tenantId,
    ancestors,
  } = row;
  return {
    id: String(request.headers['x-grant']),
    role,
    tenantId,
    lo: tenantId,
    hi: row.subtree_end,
    schoolId,
    ancestors,
    accountId,
    accountName,
  };
}

async function read(operation, { grant, variables, requestId, today }) {
  const { text, values } = RAW_READS[operation];
  const client = await reads.connect();
  try {
    const [, result] = await Promise.all([
      client.query(`BEGIN READ ONLY;${scopeSql(grant, requestId)}`),
      client.query({ name: `raw-${operation}`, text, values: values(variables, today) }),
      client.query('COMMIT'),
    ]);
    return result.rows[0].body;
  } finally {
    client.release();
  }
}

async function write(request) {
  const client = await writes.connect();
  try {
    return await WRITES[request.operation](client, { ...request, auth, input: request.variables.input });
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function answer(request, body) {
  const requestId = newId();
  const today = shanghai.format(new Date());
  const { operation, variables } = JSON.parse(body);
  const grant = await (OF_A_POST.includes(operation) ? postOf : grantOf)(request, today);
  if (!grant) return '{"errors":[{"message":"UNAUTHENTICATED"}]}';
  if (!WRITES[operation]) return read(operation, { grant, variables, requestId, today });
  return write({ operation, grant, variables, requestId, today, body, key: request.headers['idempotency-key'] });
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const send = (text) => {
      const bytes = Buffer.from(text);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
      response.end(bytes);
    };
    answer(request, Buffer.concat(chunks).toString()).then(send, (error) => {
      console.error(error);
      send('{"errors":[{"message":"INTERNAL"}]}');
    });
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
