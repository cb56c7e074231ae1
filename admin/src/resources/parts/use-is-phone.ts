import { useMediaQuery, type Theme } from '@mui/material';

/** A phone, or a window as narrow. */
export function useIsPhone(): boolean {
  return useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
}
