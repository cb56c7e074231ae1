import { useEffect } from 'react';
import { useLocaleState } from 'react-admin';

/** Says on the page which language it is in: screen readers and the choice of glyphs (直 骨 门) follow it. */
export function useApplyLanguage(): void {
  const [locale] = useLocaleState();
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}
