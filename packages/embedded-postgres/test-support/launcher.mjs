// Starts the cluster of a folder in a process of its own, for the tests that kill it. Says one JSON line when it is ready.
import { closeOnSignals, startCluster } from '../dist/index.js';

const [dataDir, ending] = process.argv.slice(2);
const log = (line) => console.error(line);
const cluster = await startCluster({ dataDir, log });
const { port, isAttached } = cluster;
closeOnSignals({ close: () => cluster.stop(), log });
console.log(JSON.stringify({ port, isAttached, url: cluster.superuserUrl() }));
if (ending === 'throw') throw new Error('on purpose');
setInterval(() => undefined, 1000);
