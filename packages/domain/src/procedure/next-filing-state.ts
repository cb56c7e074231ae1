import { whyNotAct } from './acts.js';
import type { Actor } from './actor.js';
import { checkRules, type RulesViolation } from './check-rules.js';
import type { FilingState } from './decision-words.js';
import type { CatalogueLayer } from './resolve-matter-type.js';
import type { RulesOfProcedure } from './rules-of-procedure.js';
import { whyNotGrant, whyNotLoosen } from './separation-of-duties.js';
import { moved, refused, violation, type ProcedureViolation, type Transition } from './violation.js';

/** A version of the rules on its way; `handedDown` is the catalogue above the school. */
export type FilingFacts = {
  readonly state: FilingState;
  readonly rules: RulesOfProcedure;
  readonly handedDown: readonly CatalogueLayer[];
};

/** The school adopts and submits, the authority returns or files (意见（七）); a newer filed version supersedes. */
export type FilingAct =
  | { readonly type: 'ADOPT' | 'SUBMIT' | 'REVISE' | 'SUPERSEDE'; readonly by: Actor }
  | { readonly type: 'RETURN'; readonly by: Actor; readonly opinion: string }
  | { readonly type: 'FILE'; readonly by: Actor; readonly filingNo: string };
export type FilingActType = FilingAct['type'];

const FROM: Readonly<Record<FilingActType, readonly FilingState[]>> = {
  ADOPT: ['DRAFT'],
  SUBMIT: ['ADOPTED'],
  RETURN: ['SUBMITTED'],
  FILE: ['SUBMITTED'],
  REVISE: ['RETURNED'],
  SUPERSEDE: ['FILED'],
};
const AFTER: Readonly<Record<FilingActType, FilingState>> = {
  ADOPT: 'ADOPTED',
  SUBMIT: 'SUBMITTED',
  RETURN: 'RETURNED',
  FILE: 'FILED',
  REVISE: 'DRAFT',
  SUPERSEDE: 'SUPERSEDED',
};

/** The state after the act, or the named reason why there is none. */
export function nextFilingState(facts: FilingFacts, act: FilingAct): Transition<FilingState> {
  const from = facts.state;
  if (!FROM[act.type].includes(from)) {
    return refused(violation('NOT_IN_THIS_STATE', { from, act: act.type, allowed: [...FROM[act.type]] }));
  }
  const why = whyNotDo(facts, act);
  return why === null ? moved(AFTER[act.type]) : refused(why);
}

function whyNotDo(facts: FilingFacts, act: FilingAct): ProcedureViolation | null {
  switch (act.type) {
    case 'ADOPT':
    case 'SUBMIT':
      return whyNotAct(act.by, 'ADOPT_RULES') ?? whyNotLoosen(violationsOf(facts));
    case 'REVISE':
      return whyNotAct(act.by, 'DRAFT_RULES');
    case 'RETURN':
      return whyNotGrant(act.by, 'FILE_RULES') ?? whyNotSaid(act.opinion, 'opinion');
    case 'FILE':
      return (
        whyNotGrant(act.by, 'FILE_RULES') ?? whyNotSaid(act.filingNo, 'filingNo') ?? whyNotLoosen(violationsOf(facts))
      );
    case 'SUPERSEDE':
      return whyNotGrant(act.by, 'FILE_RULES');
  }
}

function violationsOf({ rules, handedDown }: FilingFacts): readonly RulesViolation[] {
  return checkRules(rules, handedDown);
}

function whyNotSaid(text: string, field: string): ProcedureViolation | null {
  return text.trim() === '' ? violation('REQUIRED', { field }) : null;
}
