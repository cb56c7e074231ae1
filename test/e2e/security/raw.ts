import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { Client } from '../../support/client.js';

export const JSON_TYPE = { 'content-type': 'application/json' };

export interface Raw {
  status: number;
  text: string;
  headers: http.IncomingHttpHeaders;
}

interface Shape {
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** Requests as no browser's own code would shape them, with the session's cookie, as a browser sends it along. */
export class RawClient {
  constructor(readonly client: Client) {}

  send(method: string, path: string, { headers = {}, body = '' }: Shape = {}): Promise<Raw> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        `${this.client.url}${path}`,
        { method, headers: { ...this.client.headers(), 'idempotency-key': randomUUID(), ...headers } },
        (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  post(body: unknown, headers: Record<string, string> = {}): Promise<Raw> {
    return this.send('POST', '/graphql', {
      headers: { ...JSON_TYPE, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}
