import { describe, expect, test } from '@jest/globals';
import { seat } from '../build-facts.test-support.js';
import { ROLES, type Role } from '../vocabulary.js';
import { PROCEDURE_ACTS, rolesFor, whyNotAct } from './acts.js';
import {
  actor,
  combinedSeats,
  item,
  officeMeeting,
  officeTopic,
  partyMeeting,
  partyTopic,
  person,
  procedureSchool,
  separateSeats,
} from './build-procedure.test-support.js';
import { MEETING_STATES } from './meeting-words.js';
import {
  isSelfConfirmed,
  SUPERIOR_GRANTS,
  whyNotActAs,
  whyNotConfirm,
  whyNotCorrect,
  whyNotEnter,
  whyNotGiveOpinion,
  whyNotGrant,
  whyNotLoosen,
  whyNotReadPersonnel,
  whyNotVote,
  whyNotWriteRecord,
} from './separation-of-duties.js';

const party = partyMeeting([]);
const topic = partyTopic('CADRE_APPOINT_MIDDLE');
/** Everybody of the school under the role of his post, and the others. */
const NAMES: Readonly<Partial<Record<Role, string>>> = {
  Secretary: 'secretary',
  Principal: 'principal',
  DeputySecretary: 'principal',
  CommitteeMember: 'm1',
  AdminTeamMember: 'vice2',
  SchoolClerk: 'clerk',
};
const allowed = (why: (role: Role) => unknown) => ROLES.filter((role) => why(role) === null);
const as = (role: Role) => actor(NAMES[role] ?? 'stranger', role);

describe('who confirms (SOD-1, SOD-3, SOD-15)', () => {
  test('a party topic the secretary only, an office topic the principal only', () => {
    expect(allowed((role) => whyNotConfirm(as(role), topic, party))).toEqual(['Secretary']);
    const office = officeTopic('ANNUAL_WORK_PLAN');
    expect(allowed((role) => whyNotConfirm(as(role), office, officeMeeting([])))).toEqual(['Principal']);
    expect(whyNotConfirm(as('Principal'), topic, party)).toMatchObject({
      code: 'SOD-1',
      params: { role: 'Principal', post: 'SECRETARY' },
    });
  });

  test('one person in both posts does each under its own post', () => {
    const context = { ...party, school: procedureSchool({ seats: combinedSeats() }) };
    const office = officeTopic('ANNUAL_WORK_PLAN');
    const code = (role: Role, of = topic) => whyNotConfirm(actor('head', role), of, context)?.code;
    expect([code('Secretary'), code('Principal')]).toEqual([undefined, 'SOD-1']);
    expect([code('Secretary', office), code('Principal', office)]).toEqual(['SOD-1', undefined]);
  });

  test('a proposer confirms his own topic only as that head, and the record shows it', () => {
    expect(whyNotConfirm(actor('vice', 'CommitteeMember'), topic, party)?.code).toBe('SOD-3');
    const own = partyTopic('CADRE_APPOINT_MIDDLE', { proposer: person('secretary') });
    expect(whyNotConfirm(as('Secretary'), own, party)).toBeNull();
    expect([isSelfConfirmed(own), isSelfConfirmed(topic)]).toEqual([true, false]);
  });

  test('the acting secretary confirms; the former one not from the day after his last', () => {
    const seats = separateSeats().map((one) =>
      one.post === 'SECRETARY' ? { ...one, acting: true, to: '2024-07-01' } : one,
    );
    const context = { ...party, school: procedureSchool({ seats }) };
    expect(whyNotConfirm(actor('secretary', 'Secretary', '2024-06-30'), topic, context)).toBeNull();
    expect(whyNotConfirm(actor('secretary', 'Secretary', '2024-07-01'), topic, context)?.code).toBe('SOD-15');
    expect(whyNotActAs(actor('secretary', 'Secretary', '2024-06-30'), 'SECRETARY', seats)).toBeNull();
    expect(whyNotActAs(actor('secretary', 'Secretary', '2024-07-01'), 'SECRETARY', seats)?.code).toBe('SOD-15');
  });
});

describe('who says an opinion (SOD-2)', () => {
  test('the other side only, under its own account: no proxy, no clerk', () => {
    expect(allowed((role) => whyNotGiveOpinion(as(role), topic, party))).toEqual(['Principal']);
    expect(whyNotGiveOpinion(actor('vice', 'Principal'), topic, party)?.code).toBe('SOD-2');
    expect(allowed((role) => whyNotGiveOpinion(as(role), officeTopic('ENROLMENT_PLAN'), officeMeeting([])))).toEqual([
      'Secretary',
    ]);
  });

  test('with both posts in one hand the full-time deputy', () => {
    const context = { ...party, school: procedureSchool({ seats: combinedSeats() }) };
    expect(whyNotGiveOpinion(actor('deputy', 'DeputySecretary'), topic, context)).toBeNull();
    expect(whyNotGiveOpinion(actor('head', 'Principal'), topic, context)?.code).toBe('SOD-2');
  });

  test('where nobody is asked nobody answers', () => {
    expect(whyNotGiveOpinion(as('Principal'), partyTopic('PARTY_FUNDS'), party)?.params).toEqual({
      role: 'Principal',
      side: '',
    });
  });
});

describe('the record (SOD-4, SOD-10)', () => {
  test('the school writes it until it is signed, then nobody', () => {
    const codes = MEETING_STATES.map((state) => whyNotWriteRecord(as('SchoolClerk'), { state })?.code ?? '');
    expect(codes).toEqual(['', '', '', '', 'SOD-4', 'SOD-4', '']);
  });

  test('county, city, inspectors, the platform, staff and parents enter nothing', () => {
    const inside = ['Secretary', 'Principal', 'DeputySecretary', 'CommitteeMember', 'AdminTeamMember', 'SchoolClerk'];
    expect(allowed((role) => whyNotEnter(as(role)))).toEqual(inside);
    expect(allowed((role) => whyNotWriteRecord(as(role), { state: 'OPEN' }))).toEqual(inside);
    expect(whyNotWriteRecord(as('CountyAdmin'), { state: 'SIGNED' })?.code).toBe('SOD-10');
  });

  test('a correction is its chair’s, once there is something signed to correct', () => {
    const of = (state: 'CLOSED' | 'SIGNED' | 'ISSUED', role: Role) =>
      whyNotCorrect(as(role), { ...party, state })?.code ?? null;
    expect([of('CLOSED', 'Secretary'), of('SIGNED', 'Secretary'), of('ISSUED', 'Secretary')]).toEqual([
      'SOD-4',
      null,
      null,
    ]);
    expect(of('SIGNED', 'SchoolClerk')).toBe('SOD-4');
  });
});

test('an observer has no vote, a recused member none on that item (SOD-5)', () => {
  const one = item(topic, { recusedIds: ['id-m1'] });
  const code = (name: string, of = one) => whyNotVote(actor(name, 'CommitteeMember'), of, party)?.code ?? null;
  expect([code('m2'), code('m1'), code('vice2'), code('clerk')]).toEqual([null, 'SOD-5', 'SOD-5', 'SOD-5']);
  expect(code('m1', item(topic))).toBeNull();
  expect(whyNotVote({ ...as('Secretary'), personId: null }, one, party)?.code).toBe('SOD-5');
});

test('a school files no rules, sets no 已调整 and approves no departure of its own (SOD-6)', () => {
  for (const grant of SUPERIOR_GRANTS) {
    expect(allowed((role) => whyNotGrant(as(role), grant))).toEqual(['CityAdmin', 'CountyAdmin']);
  }
});

test('what would be looser than the Opinion is refused by name (SOD-11)', () => {
  expect(whyNotLoosen([])).toBeNull();
  expect(whyNotLoosen([{ code: 'LOOSER_THAN_OPINION', field: 'openingQuorum' }])).toEqual({
    code: 'SOD-11',
    params: { codes: ['LOOSER_THAN_OPINION'], fields: ['openingQuorum'] },
    findings: [],
  });
});

describe('what is decided on people (SOD-16)', () => {
  const text = { matter: { category: 'CADRE_APPOINTMENT' }, published: false, seats: separateSeats() } as const;

  test('is read by the committee, those who appoint and those who inspect, until it is published', () => {
    expect(allowed((role) => whyNotReadPersonnel(as(role), text))).toEqual([
      'CityAdmin',
      'CityInspector',
      'CountyAdmin',
      'CountyInspector',
      'Secretary',
      'Principal',
      'DeputySecretary',
      'CommitteeMember',
    ]);
    expect(whyNotReadPersonnel(as('SchoolClerk'), { ...text, published: true })).toBeNull();
    expect(whyNotReadPersonnel(as('SchoolClerk'), { ...text, matter: { category: 'LARGE_FUNDS' } })).toBeNull();
  });

  test('a principal who sits on no committee does not read it', () => {
    const seats = [seat('secretary', 'SECRETARY'), seat('principal', 'PRINCIPAL')];
    expect(whyNotReadPersonnel(as('Principal'), { ...text, seats })?.code).toBe('SOD-16');
  });
});

describe('which role does what', () => {
  test('every act, by its roles', () => {
    const table = Object.fromEntries(PROCEDURE_ACTS.map((act) => [act, allowed((role) => whyNotAct(as(role), act))]));
    const leaders = ['Secretary', 'Principal', 'DeputySecretary', 'CommitteeMember', 'AdminTeamMember'];
    const school = [...leaders, 'SchoolClerk'];
    expect(table).toEqual({
      DRAFT_TOPIC: school,
      PROPOSE_TOPIC: leaders,
      PREPARE_TOPIC: school,
      WITHDRAW_TOPIC: leaders,
      RESUME_TOPIC: leaders,
      WRITE_RECORD: school,
      REQUEST_RECONSIDERATION: leaders,
      ASSIGN_TASK: ['Secretary', 'Principal', 'DeputySecretary'],
      CLOSE_TASK: ['Secretary', 'Principal', 'DeputySecretary'],
      WORK_ON_TASK: school,
      REPORT_EXECUTION: school,
      ENTER_SUPERIOR_ANSWER: ['Secretary', 'Principal', 'DeputySecretary'],
      DRAFT_RULES: ['Secretary', 'Principal', 'SchoolClerk'],
      ADOPT_RULES: ['Secretary', 'Principal'],
      REVIEW_RULES: ['CityAdmin', 'CountyAdmin'],
      TAKE_EMERGENCY_ACTION: ['Secretary', 'Principal'],
    });
    expect(PROCEDURE_ACTS.map((act) => rolesFor(act).length > 0)).not.toContain(false);
  });

  test('a refusal says why: not yours, not from outside, not by the school itself', () => {
    expect(whyNotAct(as('SchoolClerk'), 'PROPOSE_TOPIC')?.code).toBe('NOT_YOUR_ACT');
    expect(whyNotAct(as('CountyAdmin'), 'PROPOSE_TOPIC')?.code).toBe('SOD-10');
    expect(whyNotAct(as('Secretary'), 'REVIEW_RULES')?.code).toBe('SOD-6');
  });
});
