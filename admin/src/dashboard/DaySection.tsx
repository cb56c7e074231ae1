import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';
import { NumberLink, PathLink, Section, StatusPill, type Tone } from '../components/index.js';
import { useText } from '../i18n/index.js';

interface DaySectionProps {
  readonly title: string;
  /** What a screen reader calls the list. */
  readonly caption: string;
  readonly total: number;
  readonly shown: number;
  /** The list behind the number; none where the number is what is shown. */
  readonly to: string | null;
  readonly children: ReactNode;
}

/** A part of the day: at most five rows, and the number that leads to all of them. */
export const DaySection = ({ title, caption, total, shown, to, children }: DaySectionProps) => {
  const t = useText();
  if (shown === 0) return null;
  return (
    <Section title={title} aside={to && <NumberLink to={to} value={total} label={title} />}>
      <Box component="ul" aria-label={caption} sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {children}
      </Box>
      {to && total > shown && <PathLink to={to}>{t('home.day.all', { count: total })}</PathLink>}
    </Section>
  );
};

interface DayRowProps {
  readonly to: string;
  readonly title: string;
  readonly tone: Tone;
  /** What is to be done. */
  readonly what: string;
  readonly note?: ReactNode;
}

/** One thing that waits, one tap from where it is dealt with. */
export const DayRow = ({ to, title, tone, what, note }: DayRowProps) => (
  <Box
    component="li"
    sx={{
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: 1,
      alignItems: 'center',
      minHeight: 44,
      paddingBlock: { xs: 0.5, sm: 0 },
      borderTop: 1,
      borderColor: 'divider',
      '& a': { display: 'inline-flex', alignItems: 'center', minHeight: 44, overflowWrap: 'anywhere' },
    }}
  >
    <PathLink to={to}>{title}</PathLink>
    <StatusPill tone={tone}>{what}</StatusPill>
    {note && (
      <Typography variant="caption" color="textSecondary">
        {note}
      </Typography>
    )}
  </Box>
);
