import pg from 'pg';
import { scopeSql } from '../scope.js';
import type { ActiveGrant } from '../scope.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** only for shipped operations: a named statement keeps its plan on the connection */
  readonly name?: string;
}
export type Rows = { readonly rows: readonly Record<string, unknown>[] };

/** A connection is retired after this many transactions, so that the plans it keeps don't pile up. */
const TRANSACTIONS_A_CONNECTION = 20_000;

export interface ReadPool {
  /** Runs statements in one read-only transaction under a grant, without waiting between them. */
  run(grant: ActiveGrant, requestId: string, statements: readonly Statement[]): Promise<Rows[]>;
  end(): Promise<void>;
}

/** The pipelined pool for queries: BEGIN, the settings, the statements and COMMIT leave in one go. */
export function createReadPool(url: string, size: number): ReadPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    maxUses: TRANSACTIONS_A_CONNECTION,
    connectionTimeoutMillis: 3000,
    pipeline: true,
  } as pg.PoolConfig);
  pool.on('error', () => undefined); // an idle connection died; the next request opens another
  return {
    run: async (grant, requestId, statements) => {
      const client = await pool.connect();
      const settled = await settle(client, `BEGIN READ ONLY;${scopeSql(grant, requestId)}`, statements);
      client.release(settled.connectionLost);
      if (settled.error) throw settled.error;
      return settled.results;
    },
    end: () => pool.end(),
  };
}

interface Settled {
  results: Rows[];
  error: Error | null;
  /** the connection is not to be used again */
  connectionLost: boolean;
}

async function settle(client: pg.PoolClient, opening: string, statements: readonly Statement[]): Promise<Settled> {
  const sent = [
    client.query(opening),
    ...statements.map((s) =>
      client.query({ text: s.text, values: [...s.values], ...(s.name ? { name: s.name } : {}) }),
    ),
    client.query('COMMIT'),
  ];
  const outcomes = await Promise.allSettled(sent);
  const failure = outcomes.find((o) => o.status === 'rejected');
  const results = outcomes.slice(1, -1).flatMap((o) => (o.status === 'fulfilled' ? [o.value as Rows] : []));
  // COMMIT of a failed transaction rolls back; if COMMIT itself failed, nothing is known of the connection
  const connectionLost = outcomes.at(-1)?.status === 'rejected';
  return { results, error: failure ? ((failure as PromiseRejectedResult).reason as Error) : null, connectionLost };
}
