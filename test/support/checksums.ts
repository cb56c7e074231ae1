import type { World } from './world.js';

/** What a request may leave behind although it was refused: who was signed in, that it was refused, that its key was seen. */
const NOT_GOVERNED = ['session', 'denied_attempt', 'idempotency_key', 'schema_migration'];

/** A hash of every table's rows, by table: equal before and after means that nothing was written, changed or deleted. */
export async function checksums(world: World): Promise<Record<string, string>> {
  const tables = await world.sql<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'zhixiao' AND table_type = 'BASE TABLE'
     AND table_name <> ALL ($1) ORDER BY 1`,
    [NOT_GOVERNED],
  );
  const sums = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${name} t`,
  );
  const rows = await world.sql<{ name: string; sum: string }>(sums.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** How many denied attempts the auth role remembers of a request. */
export async function deniedAttempts(world: World, requestId: string | undefined): Promise<number> {
  const [row] = await world.sql<{ n: number }>('SELECT count(*)::int AS n FROM denied_attempt WHERE request_id = $1', [
    requestId,
  ]);
  return row?.n ?? 0;
}
