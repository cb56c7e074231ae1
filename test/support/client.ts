import { randomUUID } from 'node:crypto';

export interface GraphqlAnswer<T = Record<string, unknown>> {
  status: number;
  data: T | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: {
      code: string;
      requestId?: string;
      params?: Record<string, unknown>;
      violations?: { checkId: string; clause: string; severity: string }[];
    };
  }[];
  text: string;
  /** the id under which the server keeps what it remembers of the request */
  requestId?: string;
}

/** A person at a client: keeps the session cookie, names a grant, makes an idempotency key for every mutation. */
export class Client {
  cookie: string | null = null;
  grant: string | null = null;
  /** what no answer to this person may hold, e.g. another county's canary */
  neverSees: RegExp | null = null;

  constructor(readonly url: string) {}

  headers(more: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(this.grant ? { 'x-grant': this.grant } : {}),
      ...more,
    };
  }

  /** Sends an operation and gives the whole answer, errors too. */
  async send<T = Record<string, unknown>>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    more: Readonly<Record<string, string>> = {},
  ): Promise<GraphqlAnswer<T>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: this.headers({ 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...more }),
      body: JSON.stringify({ query, variables }),
    });
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0] ?? null;
    const text = await response.text();
    if (this.neverSees?.test(text)) throw new Error(`The answer leaks ${this.neverSees.source}: ${text}`);
    const requestId = response.headers.get('x-request-id') ?? '';
    return {
      status: response.status,
      text,
      requestId,
      data: null,
      ...(text.startsWith('{') ? (JSON.parse(text) as object) : {}),
    };
  }

  /** Sends an operation that must succeed. */
  async ask<T = Record<string, never>>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors || !answer.data) throw new Error(`The operation failed: ${answer.text}`);
    return answer.data;
  }

  /** The code with which an operation is refused; null if it was not. */
  async refusal(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<string | null> {
    const answer = await this.send(query, variables);
    return answer.errors?.[0]?.extensions.code ?? null;
  }
}
