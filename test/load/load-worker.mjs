import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { withSchools } from './bench-plans.mjs';
import { calendarOf, copyRows, createCopyText, writeTenant } from './inside.mjs';

/** Generates the tenants that it is given and copies them in, some at a time, each lot in a transaction of its own. */
const SCHOOLS_A_LOT = 1500;
const { loaderUrl, asOf, plans } = workerData;
const calendar = calendarOf(asOf);
const client = new pg.Client({ connectionString: loaderUrl });
await client.connect();
// a lot that is lost in a crash of the machine is loaded again with the rest
await client.query('SET synchronous_commit = off');

const out = createCopyText();
let waiting = 0;
for (const plan of plans) {
  writeTenant(out, withSchools(plan), calendar);
  waiting += plan.count;
  if (waiting >= SCHOOLS_A_LOT) await send();
}
await send();
await client.end();
parentPort.postMessage({ done: out.rows });

async function send() {
  await client.query('BEGIN');
  await copyRows(client, out.take());
  await client.query('COMMIT');
  parentPort.postMessage({ schools: waiting });
  waiting = 0;
}
