import { tenantRows } from '../../../modules/tenancy/divisions/tenant-rows.js';
import { calendarOf } from '../../dates.js';
import { demoPlans } from '../../demo-plans.js';
import { generateTenant } from '../../tenant.js';
import { makeYears } from '../index.js';

/** All years of a demonstration that begins on this day. */
export const AS_OF = '2026-11-21';
export const calendar = calendarOf(AS_OF);
export const plans = demoPlans(new Map(tenantRows().map((row) => [row.id, row])));
export const years = plans.flatMap((plan) => makeYears(plan, generateTenant(plan, calendar), calendar));
export const topics = years.flatMap((year) => year.topics);
export const meetings = years.flatMap((year) => year.meetings);
export const items = meetings.flatMap((meeting) => meeting.items);
export const decisions = years.flatMap((year) => year.decisions);
export const tasks = decisions.flatMap((decision) => decision.tasks);
export const outcomes = years.flatMap((year) => year.outcomes.rows);

/** The words of a list that nobody uses: of each row the word or words that it has. */
export function missing<Row, Word>(
  list: readonly Word[],
  rows: readonly Row[],
  wordsOf: (row: Row) => unknown,
): readonly Word[] {
  const seen = new Set(rows.flatMap((row) => wordsOf(row) as unknown[]));
  return list.filter((word) => !seen.has(word));
}
