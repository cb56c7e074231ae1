import { describe, expect, test } from '@jest/globals';
import { createLiveStream, type LiveChange, type LiveEdge } from './live-stream.js';

interface Line {
  readonly say: (text: string) => void;
  readonly hangUp: () => void;
}

/** A server that speaks when the test says so; pauses take no time. */
function givenServer(): LiveEdge & { readonly lines: Line[] } {
  const lines: Line[] = [];
  const open = () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const say = (text: string) => controller.enqueue(new TextEncoder().encode(text));
        lines.push({ say, hangUp: () => controller.close() });
      },
    });
    return Promise.resolve(new Response(body, { status: 200 }));
  };
  const sleep = (ms: number) => (ms > 60_000 ? new Promise<void>(() => undefined) : Promise.resolve());
  return { lines, open, sleep, seen: () => new Promise<void>(() => undefined), linger: 0 };
}

const turn = () => new Promise((done) => setTimeout(done, 5));
const changed = (id: string) => `event: changed\ndata: {"type":"Topic","id":"${id}"}\n\n`;

describe('the live stream of a page', () => {
  test('tells every listener what has changed, over one stream', async () => {
    const server = givenServer();
    const stream = createLiveStream(server);
    const heard: LiveChange[][] = [[], []];
    const leave = heard.map((list) => stream.subscribe((change) => void list.push(change)));
    await turn();
    server.lines[0]?.say(changed('Q_1'));
    await turn();
    expect(server.lines).toHaveLength(1);
    expect(heard).toEqual([[{ type: 'Topic', id: 'Q_1' }], [{ type: 'Topic', id: 'Q_1' }]]);
    leave.forEach((end) => end());
  });

  test('comes back after the line was lost, and says that words may be missing', async () => {
    const server = givenServer();
    const heard: LiveChange[] = [];
    const end = createLiveStream(server).subscribe((change) => void heard.push(change));
    await turn();
    server.lines[0]?.hangUp();
    await turn();
    expect(server.lines).toHaveLength(2);
    server.lines[1]?.say(changed('Q_2'));
    await turn();
    expect(heard).toEqual([null, { type: 'Topic', id: 'Q_2' }]);
    end();
  });

  test.each([
    ['SESSION_ENDED', 1],
    ['GRANT_ENDED', 1],
    ['TOO_MANY_STREAMS', 1],
    ['OVERLOADED', 2],
    ['SHUTTING_DOWN', 2],
  ])('closed as %s: %i stream(s) in all', async (reason, streams) => {
    const server = givenServer();
    const end = createLiveStream(server).subscribe(() => undefined);
    await turn();
    server.lines[0]?.say(`event: closed\ndata: {"reason":"${reason}"}\n\n`);
    await turn();
    expect(server.lines).toHaveLength(streams);
    end();
  });

  test('under another grant it begins anew', async () => {
    const server = givenServer();
    const stream = createLiveStream(server);
    const end = stream.subscribe(() => undefined);
    await turn();
    stream.restart();
    await turn();
    expect(server.lines).toHaveLength(2);
    end();
  });
});
