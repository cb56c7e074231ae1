import type { ReactNode } from 'react';
import { Box } from '@mui/material';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** What is known of something: label and value, side by side. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <Box
    component="dl"
    sx={{
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
      columnGap: 2,
      rowGap: 0.5,
      margin: 0,
    }}
  >
    {facts.map(({ label, value }) => (
      <Box key={label} sx={{ display: 'flex', gap: 1, fontSize: '0.8125rem', minWidth: 0 }}>
        <Box component="dt" sx={{ color: 'text.secondary', flexShrink: 0 }}>
          {label}
        </Box>
        <Box component="dd" sx={{ margin: 0, minWidth: 0 }}>
          {value}
        </Box>
      </Box>
    ))}
  </Box>
);
