const PREFIX = 'zhixiao.typed.';

const keyOf = (accountId: string, place: string): string => `${PREFIX}${accountId}.${place}`;

function keys(): string[] {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
}

/** What an account typed at a place of the admin and has not sent, kept in this browser tab; null where there is nothing. */
export function typedAt(accountId: string, place: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(accountId, place)) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps what was typed; null keeps nothing any more. */
export function keepTyped(accountId: string, place: string, values: object | null): void {
  const key = keyOf(accountId, place);
  if (values === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(values));
}

/** Forgets what everybody typed, but one account where it is given: a tab may pass from hand to hand. */
export function forgetTyped(exceptOf?: string): void {
  const own = exceptOf === undefined ? null : keyOf(exceptOf, '');
  for (const key of keys()) if (own === null || !key.startsWith(own)) sessionStorage.removeItem(key);
}

/** Carries what is typed over an act that clears the storage of the browser: who was away too long finds it again. */
export async function keepingTyped<T>(act: () => Promise<T>): Promise<T> {
  const typed = keys().map((key) => [key, sessionStorage.getItem(key) ?? ''] as const);
  const result = await act();
  for (const [key, values] of typed) sessionStorage.setItem(key, values);
  return result;
}
