import { describe, expect, test } from '@jest/globals';
import { seat } from '../build-facts.test-support.js';
import {
  actor,
  combinedSeats,
  DAY_BEFORE,
  item,
  officeItem,
  officeMeeting,
  officeTopic,
  PARTY_RULES,
  partyMeeting,
  partyTopic,
  person,
  procedureSchool,
  separateSeats,
} from './build-procedure.test-support.js';
import type { ProcedureCheckId, ProcedureFinding } from './finding.js';
import { itemChecks, meetingChecks } from './procedure-checks.js';
import type { MeetingFacts, TopicFacts } from './procedure-facts.js';
import { whyNotConfirm } from './separation-of-duties.js';

const one = (findings: readonly ProcedureFinding[], checkId: ProcedureCheckId) =>
  findings.find((finding) => finding.checkId === checkId);
const chaired = (change: Partial<MeetingFacts>) => one(meetingChecks(partyMeeting([], change)), 'PM-1');
const chairedOffice = (change: Partial<MeetingFacts>) => one(meetingChecks(officeMeeting([], change)), 'OM-1');

describe('who chairs (PM-1, OM-1)', () => {
  const by = (name: string, delegatedById: string | null) => ({ ...person(name), delegatedById });

  test('the secretary; another committee member only by the secretary’s recorded delegation', () => {
    expect(chaired({})?.outcome).toBe('PASS');
    expect(chaired({ chair: by('m1', 'id-secretary') })).toMatchObject({ outcome: 'PASS', params: { delegated: 1 } });
    expect(chaired({ chair: by('m1', null) })?.params).toEqual({ head: 'secretary', post: 'SECRETARY', chair: 'm1' });
    expect(chaired({ chair: by('m1', 'id-principal') })?.outcome).toBe('FAIL');
    expect(chaired({ chair: by('vice2', 'id-secretary') })?.outcome).toBe('FAIL');
  });

  test('nobody but the secretary where the filed rules know no delegation', () => {
    const rules = { ...PARTY_RULES, chairDelegation: 'NEVER' as const };
    expect(chaired({ rules, chair: by('m1', 'id-secretary') })?.outcome).toBe('FAIL');
    expect(chaired({ rules })?.outcome).toBe('PASS');
  });

  test('the principal’s meeting: one of the admin team, not the secretary', () => {
    expect(chairedOffice({ chair: by('vice2', 'id-principal') })?.outcome).toBe('PASS');
    expect(chairedOffice({ chair: by('secretary', 'id-principal') })?.outcome).toBe('FAIL');
  });

  test('an acting secretary chairs; without any nobody does', () => {
    const acting = separateSeats().map((one) => (one.post === 'SECRETARY' ? { ...one, acting: true } : one));
    expect(chaired({ school: procedureSchool({ seats: acting }) })?.outcome).toBe('PASS');
    const seats = separateSeats().filter((one) => one.post !== 'SECRETARY');
    expect(chaired({ school: procedureSchool({ seats }) })).toMatchObject({ outcome: 'FAIL', params: { head: '' } });
  });

  test('of a time from which no appointment is recorded nothing can be judged afterwards', () => {
    const school = procedureSchool({ seats: [] });
    expect(chaired({ school, recordMode: 'AFTERWARDS' })?.outcome).toBe('NO_RECORD');
  });
});

describe('who proposes and confirms', () => {
  const partyItem = (change: Partial<TopicFacts>, meeting: Partial<MeetingFacts> = {}) =>
    itemChecks(item(partyTopic('ANNUAL_BUDGET', change)), partyMeeting([], meeting));

  test('a proposer who had left by then was no member of the team any more (PM-2)', () => {
    const seats = separateSeats().map((one) => (one.personId === 'id-vice' ? { ...one, to: DAY_BEFORE } : one));
    const school = procedureSchool({ seats });
    expect(one(partyItem({}, { school }), 'PM-2')?.outcome).toBe('FAIL');
    expect(one(partyItem({ proposedOn: '2024-05-26' }, { school }), 'PM-2')?.outcome).toBe('PASS');
  });

  test('a middle manager is no member of the leadership team, unless the rules put him in the admin team', () => {
    const seats = [...separateSeats(), seat('manager', 'MIDDLE_MANAGER')];
    const school = procedureSchool({ seats });
    const change = { proposer: person('manager') };
    expect(one(partyItem(change, { school }), 'PM-2')?.outcome).toBe('FAIL');
    const rules = { ...PARTY_RULES, adminTeamPosts: ['MIDDLE_MANAGER' as const] };
    expect(one(partyItem(change, { school, rules }), 'PM-2')?.outcome).toBe('PASS');
  });

  test('a confirmation by the secretary of that day stands after he has gone (PM-3)', () => {
    const seats = [
      ...separateSeats().map((one) => (one.post === 'SECRETARY' ? { ...one, to: '2024-06-01' } : one)),
      seat('next', 'SECRETARY', { from: '2024-06-01' }),
    ];
    expect(one(partyItem({}, { school: procedureSchool({ seats }) }), 'PM-3')?.outcome).toBe('PASS');
    const early = { confirmation: { ...person('next'), actingAs: 'SECRETARY' as const, on: DAY_BEFORE } };
    expect(one(partyItem(early, { school: procedureSchool({ seats }) }), 'PM-3')?.outcome).toBe('FAIL');
  });

  test('one person in both posts confirms under the post used, and the record shows it (SOD-1)', () => {
    const school = procedureSchool({ seats: combinedSeats() });
    const as = (actingAs: 'SECRETARY' | 'PRINCIPAL') => ({
      confirmation: { ...person('head'), actingAs, on: DAY_BEFORE },
    });
    expect(one(partyItem(as('SECRETARY'), { school }), 'PM-3')?.outcome).toBe('PASS');
    expect(one(partyItem(as('PRINCIPAL'), { school }), 'PM-3')?.outcome).toBe('FAIL');
    const office = itemChecks(
      officeItem(officeTopic('ANNUAL_WORK_PLAN', as('PRINCIPAL'))),
      officeMeeting([], { school }),
    );
    expect(one(office, 'OM-3')?.outcome).toBe('PASS');
    const meeting = partyMeeting([], { school });
    const topic = partyTopic('ANNUAL_BUDGET');
    expect(whyNotConfirm(actor('head', 'Secretary'), topic, meeting)).toBeNull();
    expect(whyNotConfirm(actor('head', 'Principal'), topic, meeting)?.code).toBe('SOD-1');
  });

  test('an item that decides without a topic was proposed and confirmed by nobody; a study item by nobody rightly', () => {
    const live = itemChecks(item(null, { kind: 'DECISION' }), partyMeeting([]));
    expect([one(live, 'PM-2')?.outcome, one(live, 'PM-3')?.outcome]).toEqual(['FAIL', 'FAIL']);
    const study = itemChecks(item(null, { kind: 'STUDY' }), partyMeeting([]));
    expect([one(study, 'PM-2')?.outcome, one(study, 'PM-3')?.outcome]).toEqual(['NOT_APPLICABLE', 'NOT_APPLICABLE']);
  });
});

describe('unscheduled motions (PM-10)', () => {
  const motion = item(partyTopic('ANNUAL_BUDGET'), { kind: 'UNSCHEDULED' });
  const accepted = [
    { checkId: 'PM-10', subjectId: null, requestedOn: '2024-06-03', acceptedOn: '2024-06-03' },
  ] as const;

  test('the chair may accept one with a reason, unless the filed rules say never', () => {
    expect(one(itemChecks(motion, partyMeeting([], { departures: accepted })), 'PM-10')?.outcome).toBe(
      'DEPARTURE_APPROVED',
    );
    const rules = { ...PARTY_RULES, unscheduledMotions: 'NEVER' as const };
    expect(one(itemChecks(motion, partyMeeting([], { departures: accepted, rules })), 'PM-10')).toMatchObject({
      outcome: 'FAIL',
      params: { never: 1 },
    });
  });

  test('what is accepted of the item or of its topic covers it, of another item nothing', () => {
    const outcome = (subjectId: string) =>
      one(itemChecks(motion, partyMeeting([], { departures: [{ ...accepted[0], subjectId }] })), 'PM-10')?.outcome;
    expect(outcome(motion.itemId)).toBe('DEPARTURE_APPROVED');
    expect(outcome(motion.topic?.topicId ?? '')).toBe('DEPARTURE_APPROVED');
    expect(outcome('another')).toBe('FAIL');
  });

  test('a topic confirmed on the day of the meeting is in time, one confirmed after it is not', () => {
    const confirmed = (on: string) =>
      item(partyTopic('ANNUAL_BUDGET', { confirmation: { ...person('secretary'), actingAs: 'SECRETARY', on } }));
    expect(one(itemChecks(confirmed('2024-06-03'), partyMeeting([])), 'PM-10')?.outcome).toBe('PASS');
    expect(one(itemChecks(confirmed('2024-06-04'), partyMeeting([])), 'PM-10')?.outcome).toBe('FAIL');
  });

  test('what only the filed rules ask is not asked where a school has none', () => {
    const found = [
      ...itemChecks(motion, partyMeeting([], { rules: null })),
      ...meetingChecks(partyMeeting([], { rules: null })),
    ];
    for (const checkId of ['PM-9', 'PM-10', 'PM-11', 'PM-12', 'PM-13', 'PM-14', 'PM-15'] as const) {
      expect([checkId, one(found, checkId)?.outcome]).toEqual([checkId, 'NOT_APPLICABLE']);
    }
  });
});
