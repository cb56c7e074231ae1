import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { LoadingBlock } from '../components/index.js';
import { forgetViewer, isServerError, loadViewer, mayBeLoggedIn } from '../data/index.js';
import { OfflinePage } from './error-pages.js';

type Start = { readonly state: 'asking' | 'ready' } | { readonly state: 'failed'; readonly error: unknown };

const isAnonymous = (error: unknown): boolean => isServerError(error) && error.code === 'UNAUTHENTICATED';

/** Asks once who is logged in before anything is shown; a server out of reach is no reason to ask for a password. */
export const StartGate = ({ children }: { readonly children: ReactNode }) => {
  const [start, setStart] = useState<Start>({ state: 'asking' });
  const ask = useCallback(() => {
    if (!mayBeLoggedIn()) {
      forgetViewer();
      setStart({ state: 'ready' });
      return;
    }
    setStart({ state: 'asking' });
    loadViewer().then(
      () => setStart({ state: 'ready' }),
      (error: unknown) => {
        if (isAnonymous(error)) forgetViewer();
        setStart(isAnonymous(error) ? { state: 'ready' } : { state: 'failed', error });
      },
    );
  }, []);
  useEffect(ask, [ask]);
  if (start.state === 'asking') return <LoadingBlock />;
  if (start.state === 'failed') return <OfflinePage error={start.error} onRetry={ask} />;
  return children;
};
