import type { ReactNode } from 'react';
import { Box, Typography } from '@mui/material';
import { ErrorNotice, LoadingBlock } from '../components/index.js';
import { useText } from '../i18n/index.js';

interface HomeFrameProps {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly asOf?: string;
  readonly compareTo?: string;
  readonly children: ReactNode;
}

/** What all homes share: the day that the figures stand for, loading, failing. */
export const HomeFrame = ({ isPending, error, onRetry, asOf, compareTo, children }: HomeFrameProps) => {
  const t = useText();
  if (error) return <ErrorNotice error={error} onRetry={onRetry} />;
  if (isPending) return <LoadingBlock />;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {asOf && (
        <Typography variant="body2" color="textSecondary">
          {compareTo ? t('home.asOfCompared', { date: asOf, before: compareTo }) : t('home.asOf', { date: asOf })}
        </Typography>
      )}
      {children}
    </Box>
  );
};

/** Two parts side by side where there is room. */
export const TwoColumns = ({ children }: { readonly children: ReactNode }) => (
  <Box
    sx={{
      display: 'grid',
      gap: 1.5,
      alignItems: 'start',
      gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
    }}
  >
    {children}
  </Box>
);

/** Parts below each other, in one of two columns. */
export const Stack = ({ children }: { readonly children: ReactNode }) => (
  <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>{children}</Box>
);
