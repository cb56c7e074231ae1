import { percent } from '../rates.js';
import type { CheckOutcome } from '../vocabulary.js';

/** How far checks are kept: PASS among PASS and FAIL. What is not recorded, and what was departed from, is shown apart. */
export type Compliance = {
  readonly passed: number;
  readonly failed: number;
  readonly departuresApproved: number;
  readonly departuresPending: number;
  readonly noRecord: number;
  /** One decimal; null (shown as —) where nothing could be judged. */
  readonly percent: number | null;
};

/** The compliance of a meeting, a school or a county over the outcomes of its checks. */
export function complianceOf(outcomes: readonly CheckOutcome[]): Compliance {
  const count = (wanted: CheckOutcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const [passed, failed] = [count('PASS'), count('FAIL')];
  return {
    passed,
    failed,
    departuresApproved: count('DEPARTURE_APPROVED'),
    departuresPending: count('DEPARTURE_PENDING'),
    noRecord: count('NO_RECORD'),
    percent: percent(passed, passed + failed),
  };
}
