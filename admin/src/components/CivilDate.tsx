import { formatDate } from '../i18n/index.js';

interface CivilDateProps {
  readonly value: string | null | undefined;
  readonly precision?: 'MONTH' | 'DAY' | null;
}

/** A day, or the month where only that is known. */
export const CivilDate = ({ value, precision }: CivilDateProps) =>
  value ? <time dateTime={formatDate(value, precision)}>{formatDate(value, precision)}</time> : formatDate(value);
