/** `2023-09-01` in tables; a date known to the month only is `2023-09`. */
export function formatDate(day: string | null | undefined, precision?: 'MONTH' | 'DAY' | null): string {
  if (!day) return '—';
  return precision === 'MONTH' ? day.slice(0, 7) : day;
}

/** `2023年9月1日` (or `September 1, 2023`) in running text. */
export function formatMonth(day: string | null | undefined, locale: string): string {
  if (!day) return '—';
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`));
}

/** An instant on the clocks of Shanghai: `2023-09-01 08:30:05`. */
export function formatDateTime(instant: string | null | undefined): string {
  if (!instant) return '—';
  // the Swedish form of a date is the ISO one
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));
}

/** The day of an instant in Shanghai: `2023-09-01`. */
export function formatDay(instant: string | null | undefined): string {
  return instant ? formatDateTime(instant).slice(0, 10) : '—';
}

/** `1,234`; nothing known: a dash; zero is 0. */
export function formatNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : new Intl.NumberFormat('zh-CN').format(value);
}

/** `68.3%`; a dash where the denominator is 0. */
export function formatPercent(percent: number | null | undefined): string {
  return percent === null || percent === undefined ? '—' : `${percent.toFixed(1)}%`;
}
