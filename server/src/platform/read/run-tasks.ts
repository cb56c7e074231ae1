import type { ReadContext } from '../context.js';
import { RuleViolation } from '../errors.js';
import type { Answer, ReadTask } from './plan-read.js';

/** What PostgreSQL says of a value that is none of the column's type: bad text, date, field, range. */
const BAD_VALUE = new Set(['22P02', '22007', '22008', '22003']);

/** Runs the statements of all tasks in one transaction and gives each task its own rows. */
export async function runTasks(ctx: ReadContext, tasks: readonly ReadTask[]): Promise<Answer[]> {
  const statements = tasks.flatMap((task) => task.statements);
  const results = statements.length === 0 ? [] : await ctx.read.run(statements).catch(asBadValue(tasks));
  let from = 0;
  return tasks.map((task) => task.answer(results.slice(from, (from += task.statements.length))));
}

function asBadValue(tasks: readonly ReadTask[]) {
  return (error: unknown): never => {
    const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
    if (!BAD_VALUE.has(String(driverError?.code ?? code))) throw error;
    const cursor = tasks.some((task) => task.statements.some((statement) => statement.cursor));
    throw new RuleViolation(cursor ? 'BAD_CURSOR' : 'BAD_INPUT');
  };
}
