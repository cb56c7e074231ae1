import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface ReceivedMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
}

/** Something that takes messages one after the other. */
interface Inbox<T> {
  readonly all: readonly T[];
  /** the next one that is wanted, or one that came already and was not taken */
  next(wanted?: (one: T) => boolean): Promise<T>;
}

function createInbox<T>(): Inbox<T> & { take(one: T): void } {
  const all: T[] = [];
  const untaken = new Set<T>();
  const waiting = new Set<{ wanted: (one: T) => boolean; resolve: (one: T) => void }>();
  return {
    all,
    take: (one) => {
      all.push(one);
      const first = [...waiting].find(({ wanted }) => wanted(one));
      if (!first) return void untaken.add(one);
      waiting.delete(first);
      first.resolve(one);
    },
    next: (wanted = () => true) =>
      new Promise((resolve) => {
        const found = [...untaken].find(wanted);
        if (!found) return void waiting.add({ wanted, resolve });
        untaken.delete(found);
        resolve(found);
      }),
  };
}

export interface MailServer extends Inbox<ReceivedMail> {
  readonly url: string;
  /** answers given to the next recipients in place of 250: `451` for now, `550` for good */
  readonly refusals: Map<string, number[]>;
  close(): Promise<void>;
}

/** A real SMTP server that wants a password. */
export async function startMailServer(): Promise<MailServer> {
  const inbox = createInbox<ReceivedMail>();
  const refusals = new Map<string, number[]>();
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'zhixiao' && password === 'p@ss:word' ? done(null, { user: username }) : done(new Error('no')),
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = refusals.get(address)?.shift();
      done(responseCode ? Object.assign(new Error('refused'), { responseCode }) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        inbox.take({ to, ...readMail(Buffer.concat(chunks).toString('utf8')) });
        done(null);
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    ...inbox,
    refusals,
    url: `smtp://zhixiao:${encodeURIComponent('p@ss:word')}@127.0.0.1:${port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function readMail(source: string): Omit<ReceivedMail, 'to'> {
  const cut = source.indexOf('\r\n\r\n');
  const head = source.slice(0, cut).replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  const body = source.slice(cut + 4);
  const encoding = header('content-transfer-encoding').toLowerCase();
  return {
    from: header('from'),
    subject: decodeWords(header('subject')),
    messageId: header('message-id'),
    text: encoding === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : quoted(body, encoding),
  };
}

function quoted(body: string, encoding: string): string {
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?B\?([^?]*)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))
    .replace(/=\?utf-8\?Q\?([^?]*)\?=/gi, (_, word: string) => quoted(word.replaceAll('_', ' '), 'quoted-printable'));
}

export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly path: string;
}

export interface Hook extends Inbox<Posted> {
  readonly url: string;
  /** statuses of the next answers in place of 204, to messages that hold a text */
  readonly answers: Map<string, number[]>;
  /** where an answer of 302 leads */
  location: string;
  close(): Promise<void>;
}

/** A real HTTP server that a webhook posts to. */
export async function startHook(): Promise<Hook> {
  const inbox = createInbox<Posted>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const held = [...hook.answers.keys()].find((text) => body.includes(text));
      const status = (held === undefined ? undefined : hook.answers.get(held)?.shift()) ?? 204;
      response.writeHead(status, status === 302 ? { location: hook.location } : {}).end();
      inbox.take({ headers: request.headers, body, path: request.url ?? '' });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const hook: Hook = {
    ...inbox,
    answers: new Map(),
    location: '',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
  return hook;
}
