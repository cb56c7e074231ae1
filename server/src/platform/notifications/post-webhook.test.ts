import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { postWebhook, signatureOf } from './post-webhook.js';
import { isPublicAddress } from './public-address.js';

let server: Server;
let port: number;
let status = 204;
let requests: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    response.writeHead(status, { location: `http://127.0.0.1:${port}/trap` }).end();
  });
  server.listen(0, '::');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  status = 204;
  requests = [];
});
afterAll(() => void server.close());

const secret = 'x'.repeat(32);
const post = (url: string, { privateAddresses = false } = {}): Promise<void> =>
  postWebhook({ url, secret, privateAddresses }, { id: 'n-1', body: '{"a":1}' });

describe('a webhook into a private network', () => {
  test.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost', '0.0.0.0', '2130706433', '0x7f.1', '[::]'])(
    'at %s is not even connected to',
    async (host) => {
      await expect(post(`http://${host}:${port}/`)).rejects.toThrow('private network');
      expect(requests).toEqual([]);
    },
  );

  test('is reached where the setting allows it', async () => {
    await post(`http://127.0.0.1:${port}/hook`, { privateAddresses: true });
    await post(`http://localhost:${port}/hook`, { privateAddresses: true });
    expect(requests.map(({ url, method }) => [method, url])).toEqual([
      ['POST', '/hook'],
      ['POST', '/hook'],
    ]);
  });
});

describe('a message', () => {
  test('is signed over the time and the body, so that neither can be changed', () => {
    const signature = signatureOf(secret, { timestamp: '1700000000', body: '{"a":1}' });
    expect(signature).toBe('v1=957b87db4c7d287b0d2756d5f57bcf571479322e7049a798062a09e371afead2');
  });

  test.each([301, 302, 307, 400, 404, 410, 500])(
    'that is answered %i was not taken, and nothing is followed',
    async (answer) => {
      status = answer;
      await expect(post(`http://127.0.0.1:${port}/`, { privateAddresses: true })).rejects.toThrow(String(answer));
      expect(requests.map(({ url }) => url)).toEqual(['/']);
    },
  );

  test('to nobody is an error', async () => {
    await expect(post('http://127.0.0.1:1/', { privateAddresses: true })).rejects.toThrow('ECONNREFUSED');
  });
});

describe('an address of the internet', () => {
  test.each(['8.8.8.8', '114.114.114.114', '2400:3200::1', '::ffff:8.8.8.8', '172.32.0.1', '100.128.0.1'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    ...[
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '127.255.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.1.2.3',
    ],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '198.18.0.1',
      '::',
      '::1',
      'fd00::1',
      'fe80::1',
      'fec0::1',
      'ff02::1',
      '2002:7f00:1::',
    ],
    ...['64:ff9b::7f00:1', '::ffff:10.0.0.1', '::ffff:7f00:1', '2001:db8::1', 'example.com', ''],
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
