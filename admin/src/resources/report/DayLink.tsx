import type { MouseEvent } from 'react';
import { Link } from '@mui/material';
import { useNavigate } from 'react-admin';
import { hrefOf, setAsOf, useAsOf } from '../../data/index.js';
import { formatNumber } from '../../i18n/index.js';

interface DayLinkProps {
  readonly to: string | null;
  /** The day that the list is shown for; null: today. */
  readonly day: string | null;
  readonly value: number;
  readonly label: string;
  /** Said instead of the number, where the list is not the number's own. */
  readonly text?: string;
}

/** A number that leads to the list behind it, on the report's day: in a new tab as well as here. */
export const DayLink = ({ to, day, value, label, text }: DayLinkProps) => {
  const navigate = useNavigate();
  const shown = useAsOf();
  if (to === null || value === 0) return formatNumber(value);
  const shownText = text ?? formatNumber(value);
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (day !== shown) setAsOf(day);
    navigate(to);
  };
  return (
    <Link
      underline="always"
      href={`?${day ? `asOf=${day}` : ''}${hrefOf(to)}`}
      aria-label={`${shownText} ${label}`}
      onClick={open}
    >
      {shownText}
    </Link>
  );
};
