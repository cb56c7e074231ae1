import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openBenchData } from './bench-data.mjs';
import { compareShippedOperations } from './both-ways.mjs';
import { compareAnswers } from './compare.mjs';
import { measure } from './measure.mjs';
import { createMeter, startProcess } from './processes.mjs';
import { openSubjects } from './subjects.mjs';

/**
 * The shipped server against hand-written SQL over bare HTTP, under the same row security, sessions and transactions, on
 * data of any size. Answers are compared before anything is timed. Never a test: it measures, and fails on no figure.
 */
const { values: options } = parseArgs({
  options: {
    schools: { type: 'string', default: '22000' },
    data: { type: 'string' },
    out: { type: 'string' },
    'as-of': { type: 'string', default: '2026-10-31' },
    operations: { type: 'string', default: 'list,page,roll-up,appoint,meeting,decide' },
    repetitions: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '16' },
  },
});
const log = (line) => void process.stderr.write(`${line}\n`);
const closers = [];
const closeAll = async () => {
  for (const close of closers.splice(0).reverse()) await close();
};
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => closeAll().finally(() => process.exit(130)));

async function bench() {
  const asOf = options['as-of'];
  const data = await openBenchData({ schools: Number(options.schools), asOf, dataDir: options.data, log });
  closers.push(data.close);
  const environment = { BENCH_SERVER: JSON.stringify({ urls: data.urls, pool: 8 }) };
  const servers = {
    raw: await startProcess('raw-server.mjs', environment),
    product: await startProcess('product-server.mjs', environment),
  };
  const client = await startProcess('client.mjs');
  for (const { stop } of [servers.raw, servers.product, client]) closers.push(stop);
  const subjects = await openSubjects(data.urls, asOf);
  const equal = await compareAnswers(servers, subjects);
  log(`answers equal: ${JSON.stringify(equal)}`);
  const bothWays = await compareShippedOperations(servers, subjects);
  log(`shipped queries equal by both ways of answering: ${JSON.stringify(bothWays)}`);
  const meter = createMeter(data.folder);
  const timing = {
    repetitions: Number(options.repetitions),
    seconds: Number(options.seconds),
    connections: Number(options.connections),
  };
  const results = [];
  for (const operation of options.operations.split(',')) {
    log(`measuring ${operation}`);
    results.push(await measure({ servers, client, meter, subjects }, operation, timing));
  }
  return { data: data.loaded, timing, equal, bothWays, results };
}

function table({ data, timing, equal, bothWays, results }) {
  const number = (value, digits) => value.toFixed(digits);
  const row = ({ operation, ratio, least, most, raw, product }) =>
    [
      operation,
      `${number(ratio, 2)} (${number(least, 2)}-${number(most, 2)})`,
      `${number(raw.perSecond, 0)} / ${number(product.perSecond, 0)}`,
      `${number(raw.p50, 1)} / ${number(product.p50, 1)}`,
      `${number(raw.p95, 1)} / ${number(product.p95, 1)}`,
      `${number(raw.cpuNode, 2)} + ${number(raw.cpuPostgres, 2)}`,
      `${number(product.cpuNode, 2)} + ${number(product.cpuPostgres, 2)}`,
      number((raw.cpuNode + raw.cpuPostgres) / (product.cpuNode + product.cpuPostgres), 2),
      equal[operation],
    ].join(' | ');
  return [
    `${data.rows.school} schools, ${data.counties} counties, ${data.rows.appointment} appointments, ${data.rows.school_standing} standing rows;`,
    'decide is two requests, the vote and the decision, counted as one;',
    `${timing.repetitions} interleaved runs of ${timing.seconds} s, ${timing.connections} connections; median (least-most) of the ratio`,
    `${bothWays.operations} queries of the admin answered alike by both ways, ${bothWays.calls} calls`,
    '',
    '| operation | of raw | requests/s raw / ours | p50 ms | p95 ms | CPU ms raw (node + PostgreSQL) | CPU ms ours | CPU of raw | answers compared |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...results.map((result) => `| ${row(result)} |`),
  ].join('\n');
}

try {
  const outcome = await bench();
  process.stdout.write(`${table(outcome)}\n`);
  if (options.out) writeFileSync(options.out, `${JSON.stringify(outcome, null, 2)}\n`);
} catch (error) {
  log(String(error?.stack ?? error));
  process.exitCode = 1;
} finally {
  await closeAll();
}
