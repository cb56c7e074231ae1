import type { LargeAmountStep, RulesOfProcedure } from './rules-of-procedure.js';

/** The step of the school's own table in which a sum (in fen) falls; null where its rules say nothing about sums. */
export function approverOf(
  { largeAmounts }: Pick<RulesOfProcedure, 'largeAmounts'>,
  amount: number,
): LargeAmountStep | null {
  return largeAmounts.find(({ upTo }) => upTo === null || amount <= upTo) ?? null;
}
