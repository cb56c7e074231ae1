import { Box, CircularProgress } from '@mui/material';
import { useText } from '../i18n/index.js';

/** A page or part on its way. */
export const LoadingBlock = () => {
  const label = useText()('common.loading');
  return (
    <Box role="status" sx={{ display: 'flex', gap: 1, alignItems: 'center', justifyContent: 'center', padding: 4 }}>
      <CircularProgress size={20} aria-hidden />
      <span>{label}</span>
    </Box>
  );
};
