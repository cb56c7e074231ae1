import { describe, expect, test } from '@jest/globals';
import { complianceOf } from './compliance.js';
import { semesterFigures, type ItemRow, type MeetingRow, type SemesterRows } from './semester-figures.js';

describe('compliance', () => {
  test('is PASS among PASS and FAIL; what is not recorded or departed from is shown apart', () => {
    expect(
      complianceOf([
        'PASS',
        'PASS',
        'FAIL',
        'NO_RECORD',
        'NO_RECORD',
        'NOT_APPLICABLE',
        'DEPARTURE_APPROVED',
        'DEPARTURE_PENDING',
      ]),
    ).toEqual({
      passed: 2,
      failed: 1,
      departuresApproved: 1,
      departuresPending: 1,
      noRecord: 2,
      percent: 66.7,
    });
  });

  test('is nothing where nothing could be judged', () => {
    expect(complianceOf(['NO_RECORD', 'NOT_APPLICABLE']).percent).toBeNull();
    expect(complianceOf([]).percent).toBeNull();
    expect(complianceOf(['FAIL']).percent).toBe(0);
  });
});

describe('the figures of a semester (L8)', () => {
  const meeting = (change: Partial<MeetingRow>): MeetingRow => ({
    kind: 'PARTY_ORG',
    state: 'ISSUED',
    notHeldReason: null,
    expected: 5,
    present: 4,
    observers: 1,
    ...change,
  });
  const one = (change: Partial<ItemRow>): ItemRow => ({
    meetingKind: 'PARTY_ORG',
    itemKind: 'DECISION',
    category: 'LARGE_FUNDS',
    heard: false,
    assessed: false,
    ...change,
  });
  const none: SemesterRows = { meetings: [], items: [], heldBackTopics: 0, overdueDecisions: 0, communications: 0 };

  test('count what was held, and apart what was not for want of a quorum', () => {
    const figures = semesterFigures({
      meetings: [
        meeting({}),
        meeting({ state: 'OPEN', present: 3, observers: 2 }),
        meeting({ kind: 'PRINCIPAL_OFFICE', expected: 4, present: 4, observers: 0 }),
        meeting({ expected: null, present: null, observers: 0 }),
        meeting({ state: 'NOT_HELD', notHeldReason: 'NO_QUORUM', present: 1 }),
        meeting({ state: 'NOT_HELD', notHeldReason: 'PUT_OFF', present: 1 }),
        meeting({ state: 'CALLED' }),
        meeting({ kind: 'DEMOCRATIC_LIFE' }),
      ],
      items: [
        one({ heard: true }),
        one({ category: 'CADRE_APPOINTMENT' }),
        one({ itemKind: 'FIRST_TOPIC', category: null }),
        one({ itemKind: 'RECONSIDERATION', category: 'MAJOR_PROJECT', assessed: true }),
        one({ meetingKind: 'PRINCIPAL_OFFICE', category: 'ADMINISTRATION' }),
        one({ meetingKind: 'SCHOOL_COUNCIL' }),
      ],
      heldBackTopics: 2,
      overdueDecisions: 3,
      communications: 18,
    });
    expect(figures).toEqual({
      pmCount: 3,
      omCount: 1,
      pmItems: 4,
      omItems: 1,
      major: 3,
      cadre: 1,
      avgAttend: { numerator: 11, denominator: 14, percent: 78.6 },
      quorumFail: 1,
      deferred: 2,
      reconsider: 1,
      staffHeard: 1,
      expert: 1,
      observers: 3,
      firstTopic: 1,
      overdue: 3,
      comms: 18,
    });
  });

  test('of a school without meetings have no rate of attendance', () => {
    expect(semesterFigures(none).avgAttend).toEqual({ numerator: 0, denominator: 0, percent: null });
  });
});
