import { describe, expect, test } from '@jest/globals';
import { createEventReader } from './live-events.js';

describe('events of the live stream', () => {
  test('an event is read when it is whole, however the text was cut', () => {
    const feed = createEventReader();
    expect(feed('event: chan')).toEqual([]);
    expect(feed('ged\ndata: {"type":"Topic",')).toEqual([]);
    expect(feed('"id":"Q_1"}\n\nevent: resync\ndata: {}\n')).toEqual([
      { event: 'changed', data: '{"type":"Topic","id":"Q_1"}' },
    ]);
    expect(feed('\n')).toEqual([{ event: 'resync', data: '{}' }]);
  });

  test('heartbeats and the pause that the server proposes are no events', () => {
    const feed = createEventReader();
    expect(feed('retry: 3000\n\n: \n\n: \n\n')).toEqual([]);
  });

  test('data of several lines are one text', () => {
    expect(createEventReader()('event: closed\ndata: a\ndata: b\n\n')).toEqual([{ event: 'closed', data: 'a\nb' }]);
  });
});
