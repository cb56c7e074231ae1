import type { TadaDocumentNode } from 'gql.tada';
import { Kind, print, type OperationDefinitionNode } from 'graphql';
import { grantId } from './grant-id.js';
import { ServerError, toServerError } from './server-error.js';
import { createSubmissionKeys } from './submission-keys.js';

/** These need no Idempotency-Key. */
const KEYLESS = new Set(['ActivateAccount', 'Login', 'Logout', 'SelectGrant']);
/** After these the outcome of a write is unknown. */
const UNKNOWN_OUTCOME = new Set(['NETWORK', 'TIMEOUT', 'UNAVAILABLE', 'INTERNAL']);

const submissions = createSubmissionKeys();

export interface RequestOptions {
  readonly signal?: AbortSignal;
  /** Only where a submission is more than one mutation; otherwise the client finds the key itself. */
  readonly idempotencyKey?: string;
}

/** Headers that say under which grant a request is made. */
export function grantHeaders(): Record<string, string> {
  const id = grantId.get();
  return id ? { 'x-grant': id } : {};
}

/** fetch, with its failures as ServerError; an aborted request stays an AbortError. */
export async function fetchFromServer(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ServerError({ code: 'NETWORK' });
  }
}

function operationOf<R, V>(document: TadaDocumentNode<R, V>): OperationDefinitionNode {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation as OperationDefinitionNode;
}

async function send<R>(body: string, headers: Record<string, string>, signal?: AbortSignal): Promise<R> {
  const response = await fetchFromServer('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...grantHeaders(), ...headers },
    body,
    signal,
  });
  const answer = (await response.json().catch(() => null)) as { data?: R; errors?: unknown[] } | null;
  if (!response.ok || !answer || answer.errors?.length || !answer.data) throw toServerError(response.status, answer);
  return answer.data;
}

/** Runs a document of a `*.graphql.ts` file. Throws ServerError. */
export async function execute<R, V>(
  document: TadaDocumentNode<R, V>,
  variables: V,
  options: RequestOptions = {},
): Promise<R> {
  const operation = operationOf(document);
  const operationName = operation.name?.value ?? '';
  const body = JSON.stringify({ query: print(document), operationName, variables });
  if (operation.operation !== 'mutation' || KEYLESS.has(operationName)) return send<R>(body, {}, options.signal);

  const submission = `${grantId.get()} ${body}`;
  try {
    const key = options.idempotencyKey ?? submissions.keyFor(submission);
    const data = await send<R>(body, { 'idempotency-key': key }, options.signal);
    submissions.settle(submission);
    return data;
  } catch (error) {
    if (error instanceof ServerError && !UNKNOWN_OUTCOME.has(error.code)) submissions.settle(submission);
    throw error;
  }
}
