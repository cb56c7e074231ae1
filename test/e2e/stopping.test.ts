import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { createWorld } from '../support/world.js';

// far less than the minute after which a connection without a request times out
const SOON = 30_000;

test(
  'a connection that a browser has opened in advance does not keep the server from stopping',
  async () => {
    const world = await createWorld();
    const socket = connect(Number(new URL(world.server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    const closed = once(socket, 'close');
    await world.server.stop();
    await closed;
    expect(socket.bytesRead).toBe(0);
    await world.end();
  },
  SOON,
);
