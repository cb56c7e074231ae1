import type { FindingParams, SeatFacts } from './staffing-facts.js';
import type { Severity } from './vocabulary.js';

/** What a check says before departures and the school's scope are weighed. */
export type Verdict =
  | { readonly kind: 'PASS' | 'NO_RECORD' | 'NOT_APPLICABLE' }
  | {
      readonly kind: 'BROKEN';
      readonly params: FindingParams;
      /** Where this case is milder than the catalogue says. */
      readonly severity?: Severity;
      /** Who breaks it; a departure for one of them covers it. */
      readonly concerned: readonly SeatFacts[];
      /** Each of the concerned needs a departure of his or her own (STF-6). */
      readonly perPerson?: true;
    };

export const PASS: Verdict = { kind: 'PASS' };
export const NO_RECORD: Verdict = { kind: 'NO_RECORD' };
export const NOT_APPLICABLE: Verdict = { kind: 'NOT_APPLICABLE' };

/** A broken rule with what the message needs and whom it concerns. */
export function broken(params: FindingParams, concerned: readonly SeatFacts[] = []): Verdict {
  return { kind: 'BROKEN', params, concerned };
}
