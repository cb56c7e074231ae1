import { describe, expect, test } from '@jest/globals';
import {
  committeeOf,
  adminTeamOf,
  here,
  item,
  officeMeeting,
  officeTopic,
  PARTY_RULES,
  partyMeeting,
  partyTopic,
  person,
  procedureSchool,
} from './build-procedure.test-support.js';
import { itemQuorum, openingQuorum } from './item-quorum.js';
import type { AttendanceFacts, ItemFacts, MeetingFacts } from './procedure-facts.js';
import { leastReaching, MORE_THAN_HALF } from './quorum-rule.js';

const SIZES = Array.from({ length: 25 }, (_, index) => index + 1);

/** At least present in teams of 1 to 25, counted by hand: 半数以上, 三分之二以上, and more than half. */
const HALF = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13];
const TWO_THIRDS = [1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10, 11, 12, 12, 13, 14, 14, 15, 16, 16, 17];
const OVER_HALF = [1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

const CADRE = item(partyTopic('CADRE_APPOINT_MIDDLE'), { result: null, vote: null });
const ROUTINE = item(partyTopic('PARTY_FUNDS'), { result: null, vote: null });

type Case = { readonly size: number; readonly present: number };

/** A committee of `size` of whom the first `present` are there, beside ten observers who are no members. */
function withCommittee({ size, present }: Case, others: readonly AttendanceFacts[] = []): MeetingFacts {
  const members = Array.from({ length: present }, (_, index) => here(`c${index + 1}`));
  const observers = Array.from({ length: 10 }, (_, index) => here(`o${index}`, { capacity: 'OBSERVER' }));
  return partyMeeting([CADRE], {
    school: procedureSchool({ seats: committeeOf(size) }),
    attendance: [...members, ...observers, ...others],
  });
}

describe('the quorum of a party meeting, teams of 1 to 25', () => {
  test.each(SIZES)('%i in office: so many open it and so many decide 干部任免, observers never help', (size) => {
    const [half, twoThirds] = [HALF[size - 1]!, TWO_THIRDS[size - 1]!];
    for (let present = 0; present <= size; present += 1) {
      const meeting = withCommittee({ size, present });
      expect(openingQuorum(meeting)).toMatchObject({
        checkId: 'PM-4',
        total: size,
        present,
        needed: half,
        missing: Math.max(0, half - present),
        met: present >= half,
      });
      expect(itemQuorum(CADRE, meeting)).toMatchObject({
        checkId: 'PM-5',
        total: size,
        present,
        needed: twoThirds,
        missing: Math.max(0, twoThirds - present),
        met: present >= twoThirds,
      });
      expect(itemQuorum(ROUTINE, meeting)).toMatchObject({ checkId: 'PM-4', needed: half, met: present >= half });
      expect(itemQuorum(CADRE, meeting)?.absent).toHaveLength(size - present);
    }
  });

  test.each(SIZES)(
    '%i in office: one who comes for item 3 is not there before, one who leaves is not there after',
    (size) => {
      const [half, twoThirds] = [HALF[size - 1]!, TWO_THIRDS[size - 1]!];
      const late = { status: 'LATE', spans: [{ fromItem: 3, toItem: null }] } as const;
      const early = { spans: [{ fromItem: 0, toItem: 2 }] } as const;
      const at = (order: number): ItemFacts => ({ ...CADRE, order });
      const arriving = attended(size, twoThirds, late);
      expect([2, 3].map((order) => itemQuorum(at(order), arriving)?.met)).toEqual([false, true]);
      expect(openingQuorum(attended(size, half, late))?.met).toBe(false);
      const leaving = attended(size, twoThirds, early);
      expect([2, 3].map((order) => itemQuorum(at(order), leaving)?.met)).toEqual([true, false]);
      expect(openingQuorum(attended(size, half, early))?.met).toBe(true);
    },
  );

  test.each(SIZES)('%i in office: who is recused counts as present unless the rules say otherwise, by hand', (size) => {
    const twoThirds = TWO_THIRDS[size - 1]!;
    const meeting = withCommittee({ size, present: twoThirds });
    const out = { ...CADRE, recusedIds: ['id-c1'] };
    expect(itemQuorum(out, meeting)).toMatchObject({ present: twoThirds, met: true });
    const strict = { ...meeting, rules: { ...PARTY_RULES, recusedCountAsPresent: false } };
    expect(itemQuorum(out, strict)).toMatchObject({ present: twoThirds - 1, missing: 1, met: false });
  });

  test.each(SIZES)('%i in office: 半数以上 may be read as 超过半数 by the filed rules, never as less', (size) => {
    const rules = { ...PARTY_RULES, openingQuorum: MORE_THAN_HALF };
    expect(openingQuorum({ ...withCommittee({ size, present: size }), rules })?.needed).toBe(OVER_HALF[size - 1]);
    const loose = { ...PARTY_RULES, openingQuorum: { numerator: 1, denominator: 3, over: false } };
    expect(openingQuorum({ ...withCommittee({ size, present: 1 }), rules: loose })?.needed).toBe(HALF[size - 1]);
    const few = { ...PARTY_RULES, importantQuorum: { numerator: 1, denominator: 2, over: false } };
    expect(itemQuorum(CADRE, { ...withCommittee({ size, present: 1 }), rules: few })?.needed).toBe(
      TWO_THIRDS[size - 1],
    );
  });

  /** The first `present` are there, the last of whom as `how` says. */
  function attended(size: number, present: number, how: Partial<AttendanceFacts>): MeetingFacts {
    return withCommittee({ size, present: present - 1 }, [here(`c${present}`, how)]);
  }

  test('somebody who came back was there twice', () => {
    const spans = [
      { fromItem: 0, toItem: 1 },
      { fromItem: 4, toItem: null },
    ];
    const meeting = withCommittee({ size: 1, present: 0 }, [here('c1', { spans })]);
    expect([0, 1, 2, 3, 4, 5].map((order) => itemQuorum({ ...ROUTINE, order }, meeting)?.met)).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  test('nobody in office is no quorum, and a seat that has ended counts for nothing', () => {
    const seats = committeeOf(3).map((seat) => ({ ...seat, to: '2024-06-03' }));
    const meeting = partyMeeting([], { school: procedureSchool({ seats }) });
    expect(openingQuorum(meeting)).toBeNull();
    const lastDay = partyMeeting([], { school: procedureSchool({ seats }), on: '2024-06-02' });
    expect(openingQuorum(lastDay)?.total).toBe(3);
  });

  test('a stranger entered as a member is not counted', () => {
    const meeting = withCommittee({ size: 5, present: 2 }, [here('stranger')]);
    expect(openingQuorum(meeting)).toMatchObject({ present: 2, met: false });
  });

  test('names who is missing', () => {
    expect(itemQuorum(CADRE, withCommittee({ size: 3, present: 1 }))?.absent).toEqual([person('c2'), person('c3')]);
  });
});

describe('the quorum of the principal’s meeting, teams of 1 to 25', () => {
  test.each(SIZES)('%i in the admin team: half of them, the secretary and the committee do not count', (size) => {
    for (let present = 0; present <= size; present += 1) {
      const meeting = officeMeeting([], {
        school: procedureSchool({ seats: [...adminTeamOf(size), ...committeeOf(5)] }),
        attendance: [
          ...Array.from({ length: present }, (_, index) => here(`a${index + 1}`)),
          ...['c1', 'c2', 'c3', 'c4', 'c5'].map((name) => here(name, { capacity: 'OBSERVER' })),
        ],
      });
      const needed = HALF[size - 1];
      expect(openingQuorum(meeting)).toMatchObject({ checkId: 'OM-4', total: size, present, needed });
      expect(openingQuorum(meeting)?.met).toBe(present >= needed!);
    }
  });

  test('two thirds are asked of the party meeting only', () => {
    const one = item(officeTopic('STAFF_ENGAGE_DISMISS', { twoThirds: true }), { result: null });
    expect(itemQuorum(one, officeMeeting([one]))).toMatchObject({ checkId: 'OM-4', needed: 2 });
  });

  test('posts that the filed rules add belong to the team', () => {
    const seats = [
      ...adminTeamOf(2),
      { ...adminTeamOf(1)[0]!, personId: 'id-u', personName: 'u', post: 'UNION_CHAIR' as const },
    ];
    const meeting = officeMeeting([], { school: procedureSchool({ seats }) });
    expect(openingQuorum(meeting)?.total).toBe(2);
    const rules = { ...meeting.rules!, adminTeamPosts: ['UNION_CHAIR' as const] };
    expect(openingQuorum({ ...meeting, rules })?.total).toBe(3);
  });
});

describe('where only numbers are recorded', () => {
  const assembly = (present: number, change: Partial<MeetingFacts> = {}): MeetingFacts =>
    partyMeeting([], {
      kind: 'MEMBERS_ASSEMBLY',
      attendance: 'NO_RECORD',
      stated: { expected: 40, present },
      ...change,
    });
  const election = item(partyTopic('COMMITTEE_CANDIDATES', { meetingKind: 'MEMBERS_ASSEMBLY' }), { result: null });

  test('a members’ assembly counts its full members, an election asks for four fifths of them', () => {
    expect(openingQuorum(assembly(20))).toMatchObject({ total: 40, needed: 20, met: true });
    expect(itemQuorum(election, assembly(31))).toMatchObject({ total: 40, needed: 32, missing: 1, met: false });
    expect(itemQuorum(election, assembly(32))?.met).toBe(true);
  });

  test('an item may have a number of its own', () => {
    expect(itemQuorum({ ...election, statedPresent: 32 }, assembly(40))).toMatchObject({ present: 32, met: true });
  });

  test('a branch too small for a committee decides by its members’ meeting', () => {
    const school = procedureSchool({ hasCommittee: false, fullMembers: 6 });
    const small = partyMeeting([], { school, attendance: 'NO_RECORD', stated: { expected: 6, present: 3 } });
    expect(openingQuorum(small)).toMatchObject({ total: 6, present: 3, met: true });
    expect(itemQuorum(CADRE, small)).toMatchObject({ needed: 4, met: false });
  });

  test('without any number there is no bar', () => {
    expect(openingQuorum(assembly(0, { stated: null }))).toBeNull();
    expect(itemQuorum(CADRE, partyMeeting([], { attendance: 'NO_RECORD' }))).toBeNull();
  });

  test('a meeting that decides nothing has no quorum', () => {
    expect(openingQuorum(partyMeeting([], { kind: 'DEMOCRATIC_LIFE' }))).toBeNull();
  });
});

test('more than a share is never reached by the share itself', () => {
  expect(SIZES.map((size) => leastReaching(MORE_THAN_HALF, size))).toEqual(OVER_HALF);
});
