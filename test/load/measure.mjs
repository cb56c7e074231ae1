import { giveBack, isWrite, makeCalls, toRequests } from './subjects.mjs';

const SIDES = ['raw', 'product'];
/** More than either side can do in a run, so that no appointment is asked for twice. */
const WRITES_A_SECOND = 1500;

/** Interleaved runs of one operation: raw, product, raw, product, …; the first pair only warms up. */
export async function measure({ servers, client, meter, subjects }, operation, { repetitions, seconds, connections }) {
  const runs = { raw: [], product: [] };
  for (let round = 0; round <= repetitions; round += 1) {
    for (const side of SIDES) {
      const isWarmUp = round === 0;
      const job = jobFor({ subjects, server: servers[side], side, operation }, { seconds, connections });
      const before = meter(servers[side].pid);
      const { result } = await client.ask(job);
      const after = meter(servers[side].pid);
      if (result.failures > 0)
        throw new Error(`${operation} on ${side}: ${result.failures} failed, e.g. ${result.sample}`);
      giveBack(subjects, operation, job.requests.length - result.used);
      if (!isWarmUp) runs[side].push({ ...result, cpu: cpuEach(before, after, result.count) });
    }
  }
  return summary(operation, runs);
}

function jobFor({ subjects, server, side, operation }, { seconds, connections }) {
  const isOnce = isWrite(operation);
  const calls = makeCalls(subjects, operation, { count: isOnce ? WRITES_A_SECOND * seconds : 2000, seed: 21 });
  if (calls.length === 0) throw new Error(`Nothing is left to ${operation}: take fewer seconds, or another folder`);
  return {
    port: server.port,
    seconds,
    connections,
    cycles: !isOnce,
    requests: calls.map((call) => toRequests(call, side)),
  };
}

function cpuEach(before, after, count) {
  return { node: (after.node - before.node) / count, postgres: (after.postgres - before.postgres) / count };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Only ratios of neighbouring runs mean anything: the machine is never twice the same. */
function summary(operation, runs) {
  const ratios = runs.product.map((run, index) => run.perSecond / runs.raw[index].perSecond);
  const side = (list) => ({
    perSecond: median(list.map((run) => run.perSecond)),
    p50: median(list.map((run) => run.p50)),
    p95: median(list.map((run) => run.p95)),
    cpuNode: median(list.map((run) => run.cpu.node)),
    cpuPostgres: median(list.map((run) => run.cpu.postgres)),
  });
  return {
    operation,
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    raw: side(runs.raw),
    product: side(runs.product),
    runs,
  };
}
