import type { ReactNode } from 'react';
import { Box, Paper, Typography } from '@mui/material';

interface KpiProps {
  readonly label: string;
  /** The figure, as a link to what is behind it. */
  readonly children: ReactNode;
  /** How it is made, or how it has moved. */
  readonly note?: ReactNode;
}

/** One figure with its name and what it is made of. */
export const Kpi = ({ label, children, note }: KpiProps) => (
  <Paper component="li" variant="outlined" sx={{ padding: 1.5, minWidth: 0 }}>
    <Typography variant="body2" color="textSecondary">
      {label}
    </Typography>
    <Typography component="div" sx={{ fontSize: { xs: '1.125rem', sm: '1.375rem' }, fontWeight: 600, lineHeight: 1.5 }}>
      {children}
    </Typography>
    {note && (
      <Typography variant="caption" component="div" color="textSecondary">
        {note}
      </Typography>
    )}
  </Paper>
);

interface KpiCardsProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** The row of figures on top of a home page: two a row on a phone. */
export const KpiCards = ({ label, children }: KpiCardsProps) => (
  <Box
    component="ul"
    aria-label={label}
    sx={{
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gap: 1,
      gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(auto-fit, minmax(200px, 1fr))' },
    }}
  >
    {children}
  </Box>
);
