import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { scopeSql } from '../scope.js';
import type { ActiveGrant } from '../scope.js';

/** What use cases write with: bound to the request's one transaction; statements queue, none runs beside another. */
export interface WriteDb {
  query<T = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>;
  insert<E extends ObjectLiteral>(entity: EntityTarget<E>, rows: Partial<E> | readonly Partial<E>[]): Promise<void>;
  /** @returns the number of rows changed: 0 means stale version, foreign or missing */
  update<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Partial<E>, set: Partial<E>): Promise<number>;
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
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    await runner.query(scopeSql(grant, requestId));
  } catch (error) {
    await discard(runner);
    throw error;
  }
  return new QueuedTransaction(runner, grant, requestId);
}

async function discard(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
  await runner.release();
}

class QueuedTransaction implements WriteTransaction {
  statements = 0;
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly runner: QueryRunner,
    private readonly grant: ActiveGrant,
    private readonly requestId: string,
  ) {}

  private enqueue<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const next = this.tail.then(() => {
      if (this.runner.isReleased) throw new Error('The transaction of this request is over');
      this.statements += 1;
      return work(this.runner.manager);
    });
    this.tail = next.catch(() => undefined);
    return next;
  }

  query<T>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.enqueue(async () => {
      const result = await this.runner.query(text, [...values], true);
      return result.records as T[];
    });
  }

  async insert<E extends ObjectLiteral>(
    entity: EntityTarget<E>,
    rows: Partial<E> | readonly Partial<E>[],
  ): Promise<void> {
    const list = (Array.isArray(rows) ? rows : [rows]) as QueryDeepPartialEntity<E>[];
    if (list.length === 0) return;
    await this.enqueue((manager) =>
      manager.createQueryBuilder().insert().into(entity).values(list).updateEntity(false).execute(),
    );
  }

  update<E extends ObjectLiteral>(entity: EntityTarget<E>, where: Partial<E>, set: Partial<E>): Promise<number> {
    return this.enqueue(async (manager) => {
      const result = await manager.update(entity, where, set as QueryDeepPartialEntity<E>);
      return result.affected ?? 0;
    });
  }

  async under(grant: ActiveGrant): Promise<() => Promise<void>> {
    await this.query(scopeSql(grant, this.requestId));
    return async () => void (await this.query(scopeSql(this.grant, this.requestId)));
  }

  async commit(): Promise<void> {
    await this.tail;
    try {
      await this.runner.commitTransaction();
    } finally {
      await discard(this.runner);
    }
  }

  async rollback(): Promise<void> {
    await this.tail;
    await discard(this.runner);
  }
}
