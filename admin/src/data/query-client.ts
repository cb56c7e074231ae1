import { QueryClient } from '@tanstack/react-query';
import { asOfStore } from './as-of.js';
import { isServerError } from './server-error.js';

const RETRIED = new Set(['NETWORK', 'UNAVAILABLE', 'TIMEOUT']);

/** The cache of everything read. A refusal is final; only silence is worth asking again, once. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && isServerError(error) && RETRIED.has(error.code),
    },
    mutations: { retry: false },
  },
});

// what was read for one day says nothing about another
asOfStore.subscribe(() => void queryClient.resetQueries());
