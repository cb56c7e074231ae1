import type { ReactNode } from 'react';
import { Box } from '@mui/material';

interface FieldGridProps {
  readonly children: ReactNode;
  readonly columns?: 2 | 3;
}

/** Fields side by side where there is room, below each other on a phone. */
export const FieldGrid = ({ children, columns = 2 }: FieldGridProps) => (
  <Box
    sx={{
      display: 'grid',
      columnGap: 2,
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: `repeat(${columns}, minmax(0, 1fr))` },
      alignItems: 'start',
    }}
  >
    {children}
  </Box>
);
