import { useId, type ReactNode } from 'react';
import { Box, Paper, Typography } from '@mui/material';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** To the right of the title. */
  readonly aside?: ReactNode;
}

/** A titled part of a page; its heading names the region. */
export const Section = ({ title, children, aside }: SectionProps) => {
  const id = useId();
  return (
    <Paper component="section" variant="outlined" aria-labelledby={id} sx={{ padding: 1.5, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline', marginBottom: 1 }}>
        <Typography id={id} variant="h2" sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Paper>
  );
};
