import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import type { WebhookConfig } from '../config.js';
import { isPublicAddress } from './public-address.js';

const TIMEOUT_MS = 10_000;

/** `v1=` HMAC-SHA256 of `<timestamp>.<body>` under the shared secret: a bridge refuses what is old or not signed. */
export function signatureOf(secret: string, { timestamp, body }: { timestamp: string; body: string }): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** The address that is connected to is the one that is judged: a name that means another one a moment later gains nothing. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('no address'), '', 4);
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new Error('The webhook leads into a private network'), '', 4);
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};

/**
 * Posts one message, signed. Redirects are not followed: they would lead where nobody looked.
 * @throws Error for anything but a 2xx answer, for a private address where those are not allowed, and after ten seconds
 */
export function postWebhook(config: WebhookConfig, { id, body }: { id: string; body: string }): Promise<void> {
  const url = new URL(config.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isAllowed = config.privateAddresses || isIP(host) === 0 || isPublicAddress(host);
  if (!isAllowed) return Promise.reject(new Error('The webhook leads into a private network'));
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'zhixiao',
    'x-zhixiao-delivery': id,
    'x-zhixiao-timestamp': timestamp,
    'x-zhixiao-signature': signatureOf(config.secret, { timestamp, body }),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const guard = config.privateAddresses ? {} : { lookup: publicLookup };
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(url, { method: 'POST', headers, signal, agent: false, ...guard }, (response) => {
      const { statusCode = 0 } = response;
      response.destroy(); // what it says is of no interest
      if (statusCode >= 200 && statusCode < 300) return resolve();
      reject(new Error(`The webhook answered ${statusCode}`));
    });
    request.once('error', reject);
    request.end(body);
  });
}
