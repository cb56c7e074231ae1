import type { ReactNode } from 'react';
import { createAbility, subjectOf, type AppAbility, type PolicyRule, type SubjectName } from '@zhixiao/policy';
import { asOfStore, useAsOf } from './as-of.js';
import { scopedRow, type ScopedRecord } from './scoped-row.js';
import { useViewer, viewerStore } from './session.js';
import type { Viewer } from './session.graphql.js';

/** What stays possible while the pages show a day in the past. */
const READING = new Set(['read', 'export']);

const NOTHING = createAbility([]);
const abilities = new WeakMap<object, AppAbility>();

function abilityOf(viewer: Viewer | null | undefined): AppAbility {
  if (!viewer || !Array.isArray(viewer.abilities)) return NOTHING;
  const known = abilities.get(viewer);
  if (known) return known;
  const ability = createAbility(viewer.abilities as PolicyRule[]);
  abilities.set(viewer, ability);
  return ability;
}

/** Asks about the subject at large (a menu, a list) or about one record (a button on it). */
export interface AbilityQuestions {
  readonly can: (action: string, subject: SubjectName, record?: ScopedRecord) => boolean;
  readonly cannot: (action: string, subject: SubjectName, record?: ScopedRecord) => boolean;
  /** The pages show a past day, so nothing can be changed. */
  readonly historical: boolean;
}

function questionsOf(ability: AppAbility, asOf: string | null): AbilityQuestions {
  // the server's rules are the truth; a pair that the types don't know is simply refused by CASL
  const ask = ability.can.bind(ability) as (action: string, subject: unknown) => boolean;
  const can = (action: string, subject: SubjectName, record?: ScopedRecord): boolean => {
    if (asOf !== null && !READING.has(action)) return false;
    return ask(action, record ? subjectOf(subject, scopedRow(record)) : subject);
  };
  return { can, cannot: (...question) => !can(...question), historical: asOf !== null };
}

/** The ability outside components: for the auth provider. */
export function currentAbility(): AbilityQuestions {
  return questionsOf(abilityOf(viewerStore.get()), asOfStore.get());
}

/** What the person logged in may do under the grant in use, on the day shown. */
export function useAbility(): AbilityQuestions {
  return questionsOf(abilityOf(useViewer()), useAsOf());
}

interface CanProps {
  readonly I: string;
  readonly a: SubjectName;
  /** The record acted on; without it the question is whether there is any such record. */
  readonly on?: ScopedRecord | null;
  readonly children: ReactNode;
  /** Shown instead: why not. */
  readonly otherwise?: ReactNode;
}

/** `<Can I="appoint" a="Appointment" on={school}>`: shows its children to whom the server would not refuse it. */
export const Can = ({ I, a, on, children, otherwise = null }: CanProps) => {
  const { can } = useAbility();
  return can(I, a, on ?? undefined) ? children : otherwise;
};
