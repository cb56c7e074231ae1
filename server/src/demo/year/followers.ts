import { headOf, headPostOf } from '@zhixiao/domain';
import type { Actor, CivilDate, PersonRef } from '@zhixiao/domain';
import { teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { DemoDecision } from './year-rows.js';

/** The head of the body on a day, who follows its decisions up. */
export function followerOf(
  year: SchoolYear,
  decision: DemoDecision,
  on: CivilDate,
): (PersonRef & { readonly actor: Actor }) | null {
  const head = headOf(teamOn(year, on, decision.body), decision.body);
  if (!head) return null;
  const role = headPostOf(decision.body) === 'SECRETARY' ? ('Secretary' as const) : ('Principal' as const);
  return { ...head, actor: { personId: head.personId, role, on } };
}

/** The day on which it was replaced; null: it was not. */
export function replacedOn(year: SchoolYear, { supersededById }: DemoDecision): CivilDate | null {
  return year.decisions.find(({ id }) => id === supersededById)?.decidedOn ?? null;
}
