import type pg from 'pg';
import type { DataSource, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { scopeSql } from '../scope.js';
import type { ActiveGrant } from '../scope.js';
import type { Statement } from './read-pool.js';

/**
 * What use cases write with: bound to the request's one transaction. Statements leave in the order in which they are asked, and
 * don't wait for each other's answers: what does not need an answer to go on is sent together, with Promise.all.
 */
export interface WriteDb {
  /** @param name of a fixed text on a hot path: its plan is kept on the connection */
  query<T = Record<string, unknown>>(text: string, values?: readonly unknown[], name?: string): Promise<T[]>;
  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: Partial<E> | readonly Partial<E>[]): Promise<void>;
  /** @returns the number of rows changed: 0 means stale version, foreign or missing */
  update<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Partial<E>, set: Partial<E>): Promise<number>;
  /** what nobody waits for leaves with COMMIT; if it fails, all of it does */
  last(statement: Statement): void;
  /** how many statements ran, for the tests that state a hot path's cost */
  readonly statements: number;
}

export interface WriteTransaction extends WriteDb {
  /** writes under another grant of the same account until the returned function is called */
  under(grant: ActiveGrant): Promise<() => Promise<void>>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Opens the transaction of one mutation or job step under a grant. The caller commits or rolls back, always one of them. */
export async function openWriteTransaction(
  source: DataSource,
  grant: ActiveGrant,
  requestId: string,
): Promise<WriteTransaction> {
  const settings = `BEGIN;${scopeSql(grant, requestId)}`;
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as pg.PoolClient;
  return new PipelinedTransaction(runner, client, { settings, grant, requestId });
}

interface Opening {
  readonly settings: string;
  readonly grant: ActiveGrant;
  readonly requestId: string;
}

class PipelinedTransaction implements WriteTransaction {
  statements = 0;
  private isOver = false;
  private readonly opened: Promise<unknown>;
  private readonly lasts: Statement[] = [];

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: pg.PoolClient,
    private readonly opening: Opening,
  ) {
    // BEGIN and the settings leave with the first statement; if they fail, so does that one
    this.opened = client.query(opening.settings);
    this.opened.catch(() => undefined);
  }

  private async send({ text, values, name }: Statement): Promise<pg.QueryResult> {
    if (this.isOver) throw new Error('The transaction of this request is over');
    this.statements += 1;
    const sent = this.client.query({ text, values: [...values], ...(name ? { name } : {}) });
    const [, result] = await Promise.all([this.opened, sent]);
    return result;
  }

  async query<T>(text: string, values: readonly unknown[] = [], name?: string): Promise<T[]> {
    const result = await this.send({ text, values, ...(name ? { name } : {}) });
    return result.rows as T[];
  }

  async insert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    rows: Partial<E> | readonly Partial<E>[],
  ): Promise<void> {
    const list = (Array.isArray(rows) ? rows : [rows]) as QueryDeepPartialEntity<E>[];
    if (list.length === 0) return;
    const builder = this.runner.manager.createQueryBuilder().insert().into(entity).values(list).updateEntity(false);
    const [text, values] = builder.getQueryAndParameters();
    await this.send({ text, values });
  }

  async update<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Partial<E>, set: Partial<E>): Promise<number> {
    const builder = this.runner.manager
      .createQueryBuilder()
      .update(entity)
      .set(set as QueryDeepPartialEntity<E>);
    const [text, values] = builder.where(where).getQueryAndParameters();
    return (await this.send({ text, values })).rowCount ?? 0;
  }

  last(statement: Statement): void {
    this.lasts.push(statement);
  }

  async under(grant: ActiveGrant): Promise<() => Promise<void>> {
    const { requestId } = this.opening;
    await this.query(scopeSql(grant, requestId));
    return async () => void (await this.query(scopeSql(this.opening.grant, requestId)));
  }

  async commit(): Promise<void> {
    const lasts = this.lasts.splice(0).map((statement) => this.send(statement));
    this.isOver = true;
    const [, , committed] = await Promise.all([this.opened, Promise.all(lasts), this.client.query('COMMIT')]);
    // a transaction in which something failed unheard is rolled back by its COMMIT
    if (committed.command !== 'COMMIT') throw new Error('The transaction was rolled back');
    await this.runner.release();
  }

  async rollback(): Promise<void> {
    this.isOver = true;
    if (this.runner.isReleased) return;
    await this.client.query('ROLLBACK').catch(() => undefined);
    await this.runner.release();
  }
}
