import type { ReactNode } from 'react';
import { Box, Paper, Typography } from '@mui/material';

interface CardPageProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** A page outside the shell, for who has not signed in: one card in the middle. */
export const CardPage = ({ title, text, children }: CardPageProps) => (
  <Box
    component="main"
    sx={{
      display: 'grid',
      placeItems: 'center',
      minHeight: '100vh',
      padding: 2,
      backgroundColor: 'background.default',
    }}
  >
    <Paper variant="outlined" sx={{ width: '100%', maxWidth: 400, padding: 3 }}>
      <Typography variant="h1">{title}</Typography>
      <Typography color="textSecondary" sx={{ marginBottom: 2 }}>
        {text}
      </Typography>
      {children}
    </Paper>
  </Box>
);
