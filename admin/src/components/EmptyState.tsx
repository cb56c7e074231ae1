import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';

interface EmptyStateProps {
  readonly title: ReactNode;
  /** What to do next. */
  readonly children?: ReactNode;
}

/** Nothing to show, and what to do about it. */
export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <Box sx={{ paddingBlock: 3, paddingInline: 2, textAlign: 'center' }}>
    <Typography color="textSecondary">{title}</Typography>
    {children && <Box sx={{ marginTop: 1.5 }}>{children}</Box>}
  </Box>
);
