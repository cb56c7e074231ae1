import { useEffect } from 'react';
import { useStore } from 'react-admin';

export type Density = 'comfortable' | 'compact';

/** The height of table rows, remembered in the browser. */
export function useDensity(): [Density, (next: Density) => void] {
  return useStore<Density>('density', 'comfortable');
}

/** Puts the density on the page, where the theme looks for it. */
export function useApplyDensity(): void {
  const [density] = useDensity();
  useEffect(() => {
    document.documentElement.dataset['density'] = density;
  }, [density]);
}
