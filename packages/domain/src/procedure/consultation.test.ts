import { describe, expect, test } from '@jest/globals';
import { seat } from '../build-facts.test-support.js';
import {
  combinedSeats,
  officeMeeting,
  officeTopic,
  partyMeeting,
  partyTopic,
  procedureSchool,
  round,
  separateSeats,
} from './build-procedure.test-support.js';
import { consultationStatus, consultedPeople, consultedSide } from './consultation.js';
import { topicChecks } from './procedure-checks.js';
import type { ConsultationRound, ProcedureContext } from './procedure-facts.js';
import { isHeldBack, preparedState } from './topic-gates.js';

const party = partyMeeting([]);
const asked = (rounds: readonly ConsultationRound[], context: ProcedureContext = party) => {
  const topic = partyTopic('ANNUAL_BUDGET', { consultation: rounds });
  return {
    status: consultationStatus(topic, context),
    outcome: topicChecks(topic, context).find(({ checkId }) => checkId === 'PRE-4')?.outcome,
    state: preparedState(topic, context),
  };
};
const principal = (change: Partial<ConsultationRound>) => round('PRINCIPAL', 'principal', change);

describe('hearing the other side before the meeting (意见（九）)', () => {
  test('of a party topic the principal is asked, of an office topic the secretary', () => {
    expect(consultedSide(partyTopic('ANNUAL_BUDGET'), party)).toBe('PRINCIPAL');
    expect(consultedSide(officeTopic('ENROLMENT_PLAN'), officeMeeting([]))).toBe('SECRETARY');
  });

  test('nobody is asked on a routine matter, unless it was marked as important, nor on what is only studied', () => {
    expect(consultedSide(officeTopic('STUDENT_STATUS'), officeMeeting([]))).toBeNull();
    expect(consultedSide(officeTopic('STUDENT_STATUS', { important: true }), officeMeeting([]))).toBe('SECRETARY');
    expect(consultedSide(partyTopic('ANNUAL_BUDGET', { itemKind: 'HEAR_REPORT' }), party)).toBeNull();
    expect(consultedSide(partyTopic('ANNUAL_BUDGET', { meetingKind: 'SCHOOL_COUNCIL' }), party)).toBeNull();
  });

  test('a disagreement holds the topic back until a later round agrees; both rounds stay', () => {
    const first = principal({ opinion: 'DISAGREE' });
    expect(asked([first])).toEqual({ status: 'HELD_BACK', outcome: 'FAIL', state: 'HELD_BACK' });
    const open = principal({ round: 2, opinion: null });
    expect(asked([first, open])).toEqual({ status: 'HELD_BACK', outcome: 'FAIL', state: 'HELD_BACK' });
    const second = principal({ round: 2 });
    expect(asked([first, second])).toEqual({ status: 'AGREED', outcome: 'PASS', state: 'CONSULTED' });
    expect(asked([second, first])).toEqual({ status: 'AGREED', outcome: 'PASS', state: 'CONSULTED' });
  });

  test('agreement with changes is agreement once they are taken in', () => {
    const changes = principal({ opinion: 'AGREE_WITH_CHANGES' });
    expect(asked([changes]).status).toBe('HELD_BACK');
    expect(asked([{ ...changes, changesAccepted: true }]).status).toBe('AGREED');
  });

  test('a new open round after an agreement waits again', () => {
    expect(asked([principal({}), principal({ round: 2, opinion: null })])).toEqual({
      status: 'WAITING',
      outcome: 'FAIL',
      state: 'DELIBERATED',
    });
  });

  test('nobody answers for the other side, and a paper waits for its person (SOD-2)', () => {
    expect(asked([round('PRINCIPAL', 'vice')]).status).toBe('WAITING');
    expect(asked([round('PRINCIPAL', 'secretary')]).status).toBe('WAITING');
    const paper = principal({ confirmedByPerson: false });
    expect(asked([paper]).status).toBe('WAITING');
    expect(asked([paper], { ...party, recordMode: 'AFTERWARDS' }).outcome).toBe('NO_RECORD');
  });

  test('the answer of the principal of that day stands after a change of principals', () => {
    const seats = [
      ...separateSeats().map((one) => (one.personId === 'id-principal' ? { ...one, to: '2024-06-01' } : one)),
      seat('next', 'PRINCIPAL', { from: '2024-06-01' }),
    ];
    const context = { ...party, school: procedureSchool({ seats }) };
    expect(asked([principal({})], context).status).toBe('AGREED');
    expect(asked([principal({ on: '2024-06-02' })], context).status).toBe('WAITING');
  });
});

describe('where there is no other side (PRE-5)', () => {
  const context = { ...party, school: procedureSchool({ seats: combinedSeats() }) };
  const outcomes = (rounds: readonly ConsultationRound[]) =>
    topicChecks(partyTopic('ANNUAL_BUDGET', { consultation: rounds }), context)
      .filter(({ checkId }) => checkId === 'PRE-4' || checkId === 'PRE-5')
      .map(({ outcome }) => outcome);

  test('one person in both posts: the full-time deputy is asked instead', () => {
    expect(consultedSide(partyTopic('ANNUAL_BUDGET'), context)).toBe('FULL_TIME_DEPUTY');
    expect(outcomes([round('FULL_TIME_DEPUTY', 'deputy')])).toEqual(['NOT_APPLICABLE', 'PASS']);
    expect(outcomes([round('PRINCIPAL', 'head')])).toEqual(['NOT_APPLICABLE', 'FAIL']);
  });

  test('a deputy’s different opinion is noted and holds nothing back', () => {
    const topic = partyTopic('ANNUAL_BUDGET', {
      consultation: [round('FULL_TIME_DEPUTY', 'deputy', { opinion: 'DISAGREE' })],
      communication: { on: '2024-05-27', result: 'NO_MAJOR_DISAGREEMENT', signedBy: ['id-head', 'id-deputy'] },
    });
    expect(isHeldBack(topic, context)).toBe(false);
    expect(preparedState(topic, context)).toBe('CONSULTED');
  });

  test('a vacant other post is treated alike; without a full-time deputy another deputy answers', () => {
    const seats = separateSeats().filter(({ post }) => post !== 'PRINCIPAL');
    const vacant = { ...party, school: procedureSchool({ seats }) };
    expect(consultedSide(partyTopic('ANNUAL_BUDGET'), vacant)).toBe('FULL_TIME_DEPUTY');
    expect(consultedPeople('FULL_TIME_DEPUTY', vacant, '2024-06-03').map((one) => one.personName)).toEqual([
      'principal',
    ]);
  });

  test('communication within the team is signed by the head and a deputy (PRE-3)', () => {
    const signed = (signedBy: readonly string[]) =>
      topicChecks(
        partyTopic('ANNUAL_BUDGET', { communication: { on: '2024-05-27', result: 'NO_MAJOR_DISAGREEMENT', signedBy } }),
        context,
      ).find(({ checkId }) => checkId === 'PRE-3');
    expect(signed(['id-head', 'id-deputy'])?.outcome).toBe('PASS');
    expect(signed(['id-head'])).toMatchObject({ outcome: 'FAIL', params: { unsigned: ['deputy'] } });
  });
});
