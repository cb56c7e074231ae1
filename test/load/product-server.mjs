import { OPERATIONS } from './operations.mjs';

/**
 * The API exactly as app.ts puts it together, but with the benchmark's operations counted as shipped (named statements are
 * for shipped operations only) and any free port.
 */
const { urls, pool } = JSON.parse(process.env.BENCH_SERVER);
const part = (path) => import(new URL(`../../server/dist/${path}`, import.meta.url).href);
const { createApi } = await part('app.js');
const { readConfig } = await part('platform/config.js');
const config = readConfig({ ZHIXIAO_READ_POOL: String(pool), ZHIXIAO_WRITE_POOL: String(pool) });
const api = await createApi(urls, config, new Set(Object.values(OPERATIONS)));
const address = await api.app.listen({ port: 0, host: '127.0.0.1' });
process.send({ port: Number(new URL(address).port) });
