import { describe, expect, test } from '@jest/globals';
import { callPart, recordPart } from './my-part.js';
import type { Call, OpenRecord } from './my-day.graphql.js';

const TODAY = '2026-03-02';
const own = { own: true, personId: 'P_1', capacity: 'MEMBER', status: null, leftAt: null } as const;
const item = { topicId: 'T_1', startedAt: '2026-03-02T06:00:00Z', result: null, voteForm: null } as const;
const quiet = { opinions: [], ballots: [], recusals: [] };
const call: Call = {
  ...{
    id: 'M_1',
    title: '党组织会议',
    kind: 'PARTY_ORG',
    state: 'CALLED',
    heldOn: TODAY,
    startsAt: '2026-03-02T07:00:00Z',
    place: '',
  },
  ...{ attendance: [own], items: [{ ...item, ...quiet }] },
};
const member = { isHead: false, keeps: false };
const head = { isHead: true, keeps: false };
const clerk = { isHead: false, keeps: true };
const there = { ...own, status: 'PRESENT' as const };

describe('what a meeting asks of one', () => {
  test('a member comes on the day and signs in, not before', () => {
    expect(callPart({ ...call, heldOn: '2026-03-09' }, member, TODAY)).toBe('COME');
    expect(callPart(call, member, TODAY)).toBe('SIGN_IN');
    expect(callPart({ ...call, attendance: [there] }, member, TODAY)).toBe('FOLLOW');
  });

  test('in the room an opinion, then nothing more; a vote by name goes before it', () => {
    const open: Call = { ...call, state: 'OPEN', attendance: [there] };
    expect(callPart(open, member, TODAY)).toBe('OPINION');
    const said = { ...item, ...quiet, opinions: [{ personId: 'P_1' }] };
    expect(callPart({ ...open, items: [said] }, member, TODAY)).toBe('FOLLOW');
    const ballot = { ...said, voteForm: 'OPEN_BALLOT' as const };
    expect(callPart({ ...open, items: [ballot] }, member, TODAY)).toBe('VOTE');
    expect(callPart({ ...open, items: [{ ...ballot, ballots: [{ personId: 'P_1' }] }] }, member, TODAY)).toBe('FOLLOW');
  });

  test('whoever must stay away from an item is asked nothing on it', () => {
    const away = { ...item, ...quiet, recusals: [{ personId: 'P_1' }] };
    expect(callPart({ ...call, state: 'OPEN', attendance: [there], items: [away] }, member, TODAY)).toBe('FOLLOW');
  });

  test('who has left comes back by signing in', () => {
    const gone = { ...there, leftAt: '2026-03-02T07:00:00Z' };
    expect(callPart({ ...call, state: 'OPEN', attendance: [gone] }, member, TODAY)).toBe('SIGN_IN');
  });

  test('a draft waits for its head; the clerk keeps the list and the record', () => {
    expect(callPart({ ...call, state: 'DRAFT' }, head, TODAY)).toBe('CALL');
    expect(callPart({ ...call, state: 'DRAFT' }, clerk, TODAY)).toBe('PREPARED');
    expect(callPart({ ...call, attendance: [] }, clerk, TODAY)).toBe('ATTENDANCE');
    expect(callPart({ ...call, state: 'OPEN', attendance: [] }, clerk, TODAY)).toBe('WRITE');
  });
});

describe('what an unfinished record asks of one', () => {
  const record: OpenRecord = {
    ...{ id: 'M_1', title: '党组织会议', state: 'CLOSED', heldOn: TODAY, chairId: 'P_1' },
    ...{ chairSignedOn: null, recorderSignedOn: null, attendance: [own] },
  };

  test('the chair and the recorder sign, each once', () => {
    expect(recordPart(record, head)).toBe('SIGN');
    expect(recordPart({ ...record, chairSignedOn: TODAY }, head)).toBe('RECORDER');
    expect(recordPart(record, clerk)).toBe('SIGN');
    expect(recordPart({ ...record, attendance: [], recorderSignedOn: TODAY }, clerk)).toBe('CHAIR');
    expect(recordPart({ ...record, chairId: 'P_2', attendance: [{ ...own, capacity: 'RECORDER' }] }, member)).toBe(
      'SIGN',
    );
  });

  test('with both signatures it is the head who issues the minutes', () => {
    const signed = { ...record, state: 'SIGNED' as const };
    expect(recordPart(signed, head)).toBe('ISSUE');
    expect(recordPart(signed, member)).toBe('HEAD');
  });
});
