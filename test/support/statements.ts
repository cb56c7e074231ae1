import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** PostgreSQL behind a proxy that reads along what the API's role asks it. */
export interface StatementProxy {
  /** the database, through the proxy */
  readonly url: string;
  /** the statements that the API's role sends while this runs, but those that begin, set and end a transaction */
  during(work: () => Promise<void>): Promise<string[]>;
  close(): Promise<void>;
}

/** Reads the front end's messages of one connection: simple queries, parsed statements and those bound again by name. */
function listen(socket: Socket, seen: string[]): void {
  const named = new Map<string, string>();
  let buffer = Buffer.alloc(0);
  let role: string | null = null;
  const hear = (kind: number | undefined, body: Buffer): void => {
    const texts = body.toString().split('\0');
    if (kind === 0x51) seen.push(texts[0] ?? '');
    if (kind === 0x50) {
      const [name = '', text = ''] = texts;
      named.set(name, text);
    }
    // Bind: the portal's name, then the statement's
    if (kind === 0x42) seen.push(named.get(texts[1] ?? '') ?? '');
  };
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = role === null ? 0 : 1;
      if (buffer.length < head + 4) return;
      const end = head + buffer.readInt32BE(head);
      if (buffer.length < end) return;
      const body = buffer.subarray(head + 4, end);
      if (role === null) role = body.toString().includes('zhixiao_app') ? 'app' : 'other';
      else if (role === 'app') hear(buffer[0], body);
      buffer = buffer.subarray(end);
    }
  });
}

const FRAME = /^(BEGIN|START TRANSACTION|SET LOCAL|COMMIT)/i;

export async function proxyTo(databaseUrl: string): Promise<StatementProxy> {
  const target = new URL(databaseUrl);
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(Number(target.port || 5432), '127.0.0.1');
    listen(client, seen);
    client.pipe(server).pipe(client);
    for (const one of [client, server]) {
      sockets.add(one);
      one.on('error', () => void client.destroy());
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.toString(),
    during: async (work) => {
      seen.length = 0;
      await work();
      return seen.filter((text) => !FRAME.test(text));
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close').catch(() => undefined);
    },
  };
}
