import { connect } from 'node:net';

/**
 * The load: a process of its own with so many connections, each asking again as soon as it has its answer. Speaks just
 * enough HTTP/1.1 for it, so that the machine is spent on the servers. An answer with errors is a failure.
 */
process.on('message', (job) => {
  run(job).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: String(error?.stack ?? error) }),
  );
});

/**
 * A request is one text, or several that make one act: asked one after the other, and counted as one.
 * @param job.cycles whether the requests may be repeated (reads) or are each for once (writes)
 */
async function run({ port, requests, seconds, connections, cycles }) {
  const state = {
    next: 0,
    cycles,
    latencies: [],
    failures: 0,
    sample: null,
    until: performance.now() + seconds * 1000,
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, () => ask(port, requests, state)));
  const took = (performance.now() - started) / 1000;
  const sorted = state.latencies.sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    count: sorted.length,
    perSecond: sorted.length / took,
    p50: at(0.5),
    p95: at(0.95),
    failures: state.failures,
    sample: state.sample,
    used: state.next,
  };
}

/** One connection, one request after the other. */
function ask(port, requests, state) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let sent = 0;
    let parts = [];
    let length = 0;
    let left = [];
    const send = () => {
      const isSpent = !state.cycles && state.next >= requests.length;
      if (performance.now() >= state.until || isSpent) return void socket.end();
      sent = performance.now();
      left = [requests[state.next++ % requests.length]].flat();
      socket.write(left.shift());
    };
    const received = (text) => {
      if (left.length === 0) state.latencies.push(performance.now() - sent);
      if (!text.startsWith('HTTP/1.1 200') || text.includes('"errors":[')) {
        state.failures += 1;
        state.sample ??= text.slice(0, 600);
      }
      parts = [];
      length = 0;
      if (left.length === 0) send();
      else socket.write(left.shift());
    };
    socket.on('connect', send);
    socket.on('data', (chunk) => {
      parts.push(chunk);
      length += chunk.length;
      const bytes = parts.length === 1 ? chunk : Buffer.concat(parts);
      parts = [bytes];
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const size = Number(/content-length: (\d+)/i.exec(bytes.toString('latin1', 0, end))?.[1]);
      if (length >= end + 4 + size) received(bytes.toString());
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}
