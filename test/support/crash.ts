import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** PostgreSQL behind a proxy through which a server does not live to hear that it has committed. */
export interface CrashProxy {
  /** the database, through the proxy */
  readonly url: string;
  /** settled as soon as the write was committed and nobody was told */
  readonly committed: Promise<void>;
  close(): Promise<void>;
}

/** @param writing a text that the write in question sends before it commits */
export async function crashAfterCommit(databaseUrl: string, writing: string): Promise<CrashProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let tell: () => void = () => undefined;
  const committed = new Promise<void>((resolve) => void (tell = resolve));
  const proxy = createServer((client) => {
    const server = connect(Number(target.port || 5432), '127.0.0.1');
    let isWriting = false;
    client.on('data', (chunk: Buffer) => {
      isWriting ||= chunk.includes(writing);
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (isWriting && chunk.includes('COMMIT\0')) tell();
      else client.write(chunk);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => void other.destroy());
      one.on('close', () => void other.destroy());
    }
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.toString(),
    committed,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close').catch(() => undefined);
    },
  };
}
