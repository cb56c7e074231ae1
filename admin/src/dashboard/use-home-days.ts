import { addMonths } from '@zhixiao/domain';
import { useDayShown } from '../components/index.js';
import { useAsOf } from '../data/index.js';

/** The day of the figures and the day a month before to compare with (环比). */
export function useHomeDays(): { readonly asOf: string | null; readonly compareTo: string; readonly day: string } {
  const asOf = useAsOf();
  const day = useDayShown();
  return { asOf, compareTo: addMonths(day, -1), day };
}
