import { formatNumber, formatPercent, useText } from '../i18n/index.js';

export interface RateLike {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
}

/** `68.3%（12/18）`; a dash where nothing is counted. */
export const RateText = ({ rate }: { readonly rate: RateLike }) => {
  const t = useText();
  if (rate.percent === null) return t('common.none');
  const parts = { numerator: formatNumber(rate.numerator), denominator: formatNumber(rate.denominator) };
  return t('common.ratio', { percent: formatPercent(rate.percent), ...parts });
};

interface RateChangeProps {
  readonly now: RateLike;
  readonly before: RateLike;
}

/** The difference of two rates in percentage points, with its sign: `+4.1 个百分点`. */
export function changeInPoints(now: number | null, before: number | null): string | null {
  if (now === null || before === null) return null;
  const points = Math.round((now - before) * 10) / 10;
  return points === 0 ? '0' : `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`;
}

/** How far a rate has moved: never a percentage of a percentage. */
export const RateChange = ({ now, before }: RateChangeProps) => {
  const t = useText();
  const points = changeInPoints(now.percent, before.percent);
  if (points === null) return t('common.none');
  return points === '0' ? t('common.samePoints') : t('common.points', { points });
};
