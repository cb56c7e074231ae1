import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import type { TadaDocumentNode } from 'gql.tada';
import { Kind } from 'graphql';
import { execute } from './client.js';
import { grantId } from './grant-id.js';
import { useStoreValue } from './store.js';

interface OperationOptions {
  readonly enabled?: boolean;
  /** Milliseconds between polls; false: ask once. */
  readonly refetchInterval?: number | false;
  /** Keeps showing the last answer while the next one is on its way. */
  readonly keepPrevious?: boolean;
}

function nameOf<R, V>(document: TadaDocumentNode<R, V>): string {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return (operation && 'name' in operation && operation.name?.value) || '';
}

/** Reads a document, for pages that are no list of a resource. The cache keeps it by grant, document and variables. */
export function useOperation<R, V>(
  document: TadaDocumentNode<R, V>,
  variables: V,
  options: OperationOptions = {},
): UseQueryResult<R> {
  const grant = useStoreValue(grantId);
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const result = useQuery({
    queryKey: ['operation', grant, nameOf(document), variables],
    queryFn: ({ signal }) => execute(document, variables, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchInterval ?? false,
    placeholderData: options.keepPrevious ? keepPreviousData : undefined,
  });
  const { error } = result;
  useEffect(() => {
    if (error) void logoutIfAccessDenied(error);
  }, [error, logoutIfAccessDenied]);
  return result;
}

/**
 * Writes a document: `const { mutateAsync, isPending, error } = useWrite(AppointMutation)`. A retry of the same values after
 * a broken line carries the same Idempotency-Key by itself. Everything read before counts as stale afterwards.
 */
export function useWrite<R, V>(document: TadaDocumentNode<R, V>): UseMutationResult<R, Error, V> {
  const queryClient = useQueryClient();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  return useMutation({
    mutationFn: (variables: V) => execute(document, variables),
    onSuccess: () => void queryClient.invalidateQueries(),
    onError: (error) => void logoutIfAccessDenied(error),
  });
}
