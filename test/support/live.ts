import type { Client } from './client.js';

export interface LiveEvent {
  readonly name: string;
  readonly data: Record<string, unknown>;
  /** when it came */
  readonly at: number;
}

/** A page that listens to what changes. */
export interface LiveClient {
  readonly status: number;
  readonly headers: Headers;
  readonly events: readonly LiveEvent[];
  /** the next event that is wanted, or one that came already and was not taken; rejects when the stream ends before */
  next(wanted: (event: LiveEvent) => boolean): Promise<LiveEvent>;
  /** resolves when the server ended the stream */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens `GET /live` as the browser does, under the client's session and grant. */
export async function listen(
  client: Client,
  { url = client.url, query = '' }: { readonly url?: string; readonly query?: string } = {},
): Promise<LiveClient> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/live${query}`, { headers: client.headers(), signal: leaving.signal });
  const events: LiveEvent[] = [];
  const untaken = new Set<LiveEvent>();
  const waiting = new Set<Waiting>();
  let whole = '';
  let isOver = false;
  const offer = (event: LiveEvent): void => {
    const first = [...waiting].find(({ wanted }) => wanted(event));
    if (!first) return void untaken.add(event);
    waiting.delete(first);
    first.resolve(event);
  };
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body ?? []) {
      const text = decoder.decode(chunk as Uint8Array, { stream: true });
      whole = (whole + text).slice(-2000);
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const event of blocks.flatMap(eventOf)) {
        events.push(event);
        offer(event);
      }
    }
  };
  const broken = (): Error => new Error(`The stream ended before: … ${whole}`);
  const ended = (response.ok ? read() : Promise.resolve())
    .catch(() => undefined)
    .then(() => {
      isOver = true;
      for (const { reject } of waiting) reject(broken());
    });
  return {
    status: response.status,
    headers: response.headers,
    events,
    ended,
    close: () => leaving.abort(),
    next: (wanted) =>
      new Promise((resolve, reject) => {
        const found = [...untaken].find(wanted);
        if (!found && isOver) return reject(broken());
        if (!found) return void waiting.add({ wanted, resolve, reject });
        untaken.delete(found);
        resolve(found);
      }),
  };
}

interface Waiting {
  wanted(event: LiveEvent): boolean;
  resolve(event: LiveEvent): void;
  reject(error: Error): void;
}

function eventOf(block: string): LiveEvent[] {
  if (block.startsWith(':')) return [{ name: 'heartbeat', data: {}, at: performance.now() }];
  const name = /^event: (.*)$/m.exec(block)?.[1];
  const data = /^data: (.*)$/m.exec(block)?.[1];
  return name && data ? [{ name, data: JSON.parse(data) as Record<string, unknown>, at: performance.now() }] : [];
}

/** Word of a row. */
export const changed =
  (id: string) =>
  ({ name, data }: LiveEvent): boolean =>
    name === 'changed' && data['id'] === id;
