import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ROLES, type Role } from '../vocabulary.js';
import {
  combinedSeats,
  DAY_BEFORE,
  hands,
  here,
  item,
  MEETING_DAY,
  officeMeeting,
  OFFICE_RULES,
  PARTY_RULES,
  partyMeeting,
  partyTopic,
  person,
  procedureSchool,
  round,
  separateSeats,
} from './build-procedure.test-support.js';
import type { Actor } from './actor.js';
import type { DecisionState } from './decision-words.js';
import { itemQuorum } from './item-quorum.js';
import { blocks } from './judge.js';
import { isAmong } from './leadership-on.js';
import { attendanceBase } from './presence.js';
import { ITEM_RESULTS, type ItemResult, type MeetingState } from './meeting-words.js';
import { initialDecisionState, nextDecisionState } from './next-decision-state.js';
import { nextMeetingState, type MeetingAct } from './next-meeting-state.js';
import { nextTopicState, type TopicAct } from './next-topic-state.js';
import { itemChecks } from './procedure-checks.js';
import type { ItemFacts, MeetingFacts, TopicFacts } from './procedure-facts.js';
import { makesDecision } from './results.js';
import { whyNotGiveOpinion, whyNotVote, whyNotWriteRecord } from './separation-of-duties.js';
import type { TopicState } from './topic-words.js';
import { countsOf, entitledVoters, voteProblems } from './vote-count.js';
import { PROCEDURE_VIOLATIONS, type ProcedureViolation, type Transition } from './violation.js';

/** One topic and its meeting, as a server would keep them. */
type World = {
  topic: TopicFacts;
  topicState: TopicState;
  meeting: MeetingFacts;
  item: ItemFacts;
  decision: DecisionState | null;
  /** The facts as they stood when the decision was taken. */
  decidedOn: { readonly item: ItemFacts; readonly meeting: MeetingFacts } | null;
  refusals: ProcedureViolation[];
  moves: number;
};

const CODES = [
  'CADRE_APPOINT_MIDDLE',
  'ANNUAL_BUDGET',
  'INFRASTRUCTURE_PROJECT',
  'ANNUAL_WORK_PLAN',
  'PARTY_FUNDS',
  'COMMITTEE_CANDIDATES',
] as const;
const NAMES = [
  'secretary',
  'principal',
  'vice',
  'm1',
  'm2',
  'vice2',
  'vice3',
  'head',
  'deputy',
  'clerk',
  'stranger',
] as const;
const RECORDS = [
  'proposal',
  'investigation',
  'communication',
  'cadreDeliberation',
  'individualDeliberations',
  'hearings',
  'expertAssessment',
  'advice',
] as const;
const MEETING_ACTS = ['CALL', 'OPEN', 'CLOSE', 'ISSUE', 'ENTER_AFTERWARDS'] as const;

type Act =
  | { readonly do: 'TOPIC'; readonly type: Exclude<TopicAct['type'], 'DECIDE'>; readonly result: ItemResult }
  | { readonly do: 'DECIDE'; readonly result: ItemResult }
  | { readonly do: 'RECORD'; readonly record: (typeof RECORDS)[number]; readonly late: boolean }
  | {
      readonly do: 'OPINION';
      readonly opinion: 'AGREE' | 'AGREE_WITH_CHANGES' | 'DISAGREE';
      readonly accepted: boolean;
    }
  | { readonly do: 'MEETING'; readonly type: (typeof MEETING_ACTS)[number] }
  | { readonly do: 'SIGN'; readonly as: 'CHAIR' | 'RECORDER' }
  | { readonly do: 'SIGN_IN'; readonly who: string; readonly capacity: 'MEMBER' | 'OBSERVER'; readonly from: number }
  | { readonly do: 'SIGN_IN_ALL' }
  | { readonly do: 'RECUSE'; readonly who: string }
  | { readonly do: 'VOTE'; readonly votes: readonly [number, number, number] }
  | { readonly do: 'VOTE_ALL' }
  | { readonly do: 'SPEAK' }
  | { readonly do: 'SUPERSEDE' }
  | { readonly do: 'CHANGE' }
  /** Whatever would be next if all went well. */
  | { readonly do: 'NEXT' };

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 16, arbitrary: fc.constant<Act>({ do: 'NEXT' }) },
  fc.record({
    do: fc.constant('TOPIC' as const),
    type: fc.constantFrom(
      'PROPOSE',
      'PREPARE',
      'PREPARE',
      'CONFIRM',
      'CONFIRM',
      'RESUME',
      'RETURN',
      'WITHDRAW',
      'ENTER_AFTERWARDS',
      'ASSIGN',
      'REPORT',
      'EXECUTE',
    ),
    result: fc.constantFrom(...ITEM_RESULTS),
  }),
  fc.record({ do: fc.constant('DECIDE' as const), result: fc.constantFrom('APPROVED' as const, ...ITEM_RESULTS) }),
  fc.record({ do: fc.constant('RECORD' as const), record: fc.constantFrom(...RECORDS), late: fc.boolean() }),
  fc.record({
    do: fc.constant('OPINION' as const),
    opinion: fc.constantFrom('AGREE', 'AGREE', 'AGREE_WITH_CHANGES', 'DISAGREE'),
    accepted: fc.boolean(),
  }),
  fc.record({ do: fc.constant('MEETING' as const), type: fc.constantFrom(...MEETING_ACTS) }),
  fc.record({ do: fc.constant('SIGN' as const), as: fc.constantFrom('CHAIR', 'RECORDER') }),
  fc.record({
    do: fc.constant('SIGN_IN' as const),
    who: fc.constantFrom(...NAMES),
    capacity: fc.constantFrom('MEMBER', 'OBSERVER'),
    from: fc.constantFrom(0, 0, 3),
  }),
  fc.record({ do: fc.constant('RECUSE' as const), who: fc.constantFrom(...NAMES) }),
  fc.record({ do: fc.constant('VOTE' as const), votes: fc.tuple(fc.nat(6), fc.nat(3), fc.nat(2)) }),
  fc.constantFrom<Act>({ do: 'VOTE_ALL' }, { do: 'SPEAK' }, { do: 'SUPERSEDE' }, { do: 'CHANGE' }),
);
const actors: fc.Arbitrary<Actor> = fc.record({
  personId: fc.constantFrom(...NAMES).map((name) => `id-${name}`),
  role: fc.constantFrom(...ROLES),
  on: fc.constant(MEETING_DAY),
});
/** Half of the acts are done by the one whose they are, so that sequences get somewhere. */
const steps = fc.record({ act: acts, by: actors, rightly: fc.boolean() });
const setups = fc.record({
  code: fc.constantFrom(...CODES),
  office: fc.boolean(),
  combined: fc.boolean(),
  prepared: fc.boolean(),
  recordMode: fc.constantFrom('LIVE' as const, 'LIVE' as const, 'LIVE' as const, 'AFTERWARDS' as const),
});
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;
type Setup = typeof setups extends fc.Arbitrary<infer T> ? T : never;

function newWorld({ code, office, combined, prepared, recordMode }: Setup): World {
  const school = procedureSchool({ seats: combined ? combinedSeats() : separateSeats() });
  const blank = {
    proposal: 'NOT_DONE',
    investigation: 'NOT_DONE',
    communication: 'NOT_DONE',
    cadreDeliberation: 'NOT_DONE',
    individualDeliberations: 'NOT_DONE',
    hearings: 'NOT_DONE',
    expertAssessment: 'NOT_DONE',
    advice: 'NOT_DONE',
  } as const;
  const signedBy = ['secretary', 'principal', 'head', 'deputy'].map((name) => `id-${name}`);
  const done = { communication: { on: DAY_BEFORE, result: 'NO_MAJOR_DISAGREEMENT', signedBy } } as const;
  const kind = office ? 'PRINCIPAL_OFFICE' : 'PARTY_ORG';
  const topic = partyTopic(code, {
    meetingKind: kind,
    confirmation: 'NOT_DONE',
    consultation: [],
    ...(prepared ? done : blank),
  });
  const one = item(topic, { vote: null, result: null, opinions: 'NOT_DONE', implements: { decisionId: 'd' } });
  const chair = { ...person(combined ? 'head' : office ? 'principal' : 'secretary'), delegatedById: null };
  const change: Partial<MeetingFacts> = {
    school,
    recordMode,
    chair,
    state: 'DRAFT',
    attendance: [],
    rules: office ? OFFICE_RULES : PARTY_RULES,
    chairSigned: 'NOT_DONE',
    recorderSigned: 'NOT_DONE',
  };
  const meeting = office ? officeMeeting([one], change) : { ...partyMeeting([], change), items: [one] };
  return { topic, topicState: 'DRAFT', meeting, item: one, decision: null, decidedOn: null, refusals: [], moves: 0 };
}

/** The one to whom the act belongs in this world. */
function rightOne(world: World, act: Act): Actor {
  const combined = world.meeting.school.seats.some((seat) => seat.personId === 'id-head');
  const office = world.meeting.kind === 'PRINCIPAL_OFFICE';
  const as = (name: string, role: Role): Actor => ({ personId: `id-${name}`, role, on: MEETING_DAY });
  const secretary = as(combined ? 'head' : 'secretary', 'Secretary');
  const principal = as(combined ? 'head' : 'principal', 'Principal');
  const other = combined ? as('deputy', 'DeputySecretary') : office ? secretary : principal;
  if (act.do === 'OPINION') return other;
  if (act.do === 'SIGN' && act.as === 'RECORDER') return as('clerk', 'SchoolClerk');
  return act.do === 'TOPIC' && act.type === 'PROPOSE' ? as('vice', 'AdminTeamMember') : office ? principal : secretary;
}

/** What comes next on the way from a draft to an issued record. */
function nextAct(world: World): Act {
  const { topicState, meeting, item: one } = world;
  const topic = (type: Extract<Act, { do: 'TOPIC' }>['type']): Act => ({ do: 'TOPIC', type, result: 'APPROVED' });
  const lacking = RECORDS.find((record) => world.topic[record] === 'NOT_DONE');
  if (one.result === null) {
    if (topicState === 'DRAFT') return topic('PROPOSE');
    if (topicState === 'POSTPONED' || topicState === 'FORWARDED') return topic('RESUME');
    if (topicState !== 'WITHDRAWN' && lacking) return { do: 'RECORD', record: lacking, late: false };
    if (topicState === 'HELD_BACK' || topicState === 'DELIBERATED')
      return { do: 'OPINION', opinion: 'AGREE', accepted: true };
    if (topicState === 'CONSULTED') return topic('CONFIRM');
    if (meeting.state === 'DRAFT') return { do: 'MEETING', type: 'CALL' };
    if (meeting.state === 'CALLED' && meeting.attendance.length === 0) return { do: 'SIGN_IN_ALL' };
    if (meeting.state === 'CALLED') return { do: 'MEETING', type: 'OPEN' };
    if (meeting.kind === 'PRINCIPAL_OFFICE' && one.opinions === 'NOT_DONE') return { do: 'SPEAK' };
    if (meeting.kind === 'PARTY_ORG' && one.vote === null) return { do: 'VOTE_ALL' };
    return { do: 'DECIDE', result: 'APPROVED' };
  }
  if (meeting.state === 'OPEN') return { do: 'MEETING', type: 'CLOSE' };
  if (meeting.state === 'CLOSED') return { do: 'SIGN', as: meeting.chairSigned === 'NOT_DONE' ? 'CHAIR' : 'RECORDER' };
  return meeting.state === 'SIGNED' ? { do: 'MEETING', type: 'ISSUE' } : { do: 'SUPERSEDE' };
}

/** Lets the world go on as a server would: only what the domain allows, with its refusals kept. */
function go(world: World, act: Act, by: Actor): void {
  const apply = <S>(transition: Transition<S>, then: (state: S) => void): void => {
    if (!transition.ok) {
      world.refusals.push(transition.violation);
      return;
    }
    world.moves += 1;
    then(transition.state);
  };
  const guard = (why: ProcedureViolation | null, then: () => void): void => {
    if (why === null) then();
    else world.refusals.push(why);
  };
  const reprepare = (): void => {
    const next = nextTopicState(inState(), { type: 'PREPARE', by: rightOne(world, { do: 'SPEAK' }) });
    if (next.ok) setTopic(next.state);
  };
  const inState = () => ({ state: world.topicState, topic: world.topic, context: world.meeting });
  const setTopic = (state: TopicState): void => {
    if (state === 'HELD_BACK' && world.topicState !== 'HELD_BACK') setFacts({ confirmation: 'NOT_DONE' });
    world.topicState = state;
  };
  const setFacts = (change: Partial<TopicFacts>): void => {
    world.topic = { ...world.topic, ...change };
    setItem({ topic: world.topic });
  };
  const setItem = (change: Partial<ItemFacts>): void => {
    world.item = { ...world.item, ...change };
    world.meeting = { ...world.meeting, items: [world.item] };
  };
  const setMeeting = (change: Partial<MeetingFacts>): void => {
    world.meeting = { ...world.meeting, ...change };
  };
  const reopen = (): void => {
    const meetingId = `${world.meeting.meetingId}+`;
    setMeeting({ meetingId, state: 'DRAFT', attendance: [], chairSigned: 'NOT_DONE', recorderSigned: 'NOT_DONE' });
    setItem({ result: null, vote: null, opinions: 'NOT_DONE', recusedIds: [] });
  };
  const write = (then: () => void): void => guard(whyNotWriteRecord(by, world.meeting), then);
  const isDecided = world.item.result !== null;

  switch (act.do) {
    case 'TOPIC': {
      const topicAct = { type: act.type, by, reason: 'reason', openTasks: 0, result: act.result } as TopicAct;
      return apply(nextTopicState(inState(), topicAct), (state) => {
        if (act.type === 'CONFIRM')
          setFacts({
            confirmation: {
              personId: by.personId ?? '',
              personName: '',
              actingAs: by.role === 'Secretary' ? 'SECRETARY' : 'PRINCIPAL',
              on: by.on,
            },
          });
        if (act.type === 'RETURN' || act.type === 'RESUME') setFacts({ confirmation: 'NOT_DONE' });
        // a topic that comes back is taken up by another meeting
        if (act.type === 'RESUME') reopen();
        setTopic(state);
      });
    }
    case 'DECIDE':
      if (isDecided) return;
      return apply(
        nextTopicState(inState(), { type: 'DECIDE', by, item: world.item, meeting: world.meeting, result: act.result }),
        (state) => {
          const before = { item: world.item, meeting: world.meeting };
          setItem({ result: act.result });
          setTopic(state);
          if (!makesDecision(world.item, world.meeting)) return;
          world.decision = initialDecisionState(act.result);
          world.decidedOn = before;
        },
      );
    case 'RECORD':
      return write(() => {
        if (isDecided) return;
        const on = act.late ? '2024-06-10' : DAY_BEFORE;
        const signedBy = ['secretary', 'principal', 'head', 'deputy'].map((name) => `id-${name}`);
        const participants = [person('m1')];
        const records: Pick<TopicFacts, (typeof RECORDS)[number]> = {
          proposal: { on },
          investigation: { on },
          communication: { on, result: act.late ? 'MAJOR_DISAGREEMENT' : 'NO_MAJOR_DISAGREEMENT', signedBy },
          cadreDeliberation: { on, participants },
          individualDeliberations: [{ on, participants }],
          hearings: [{ on, channel: 'STAFF_ASSEMBLY', audience: 'STAFF', approved: null }],
          expertAssessment: { on },
          advice: [{ on, kind: 'LEGAL' }],
        };
        setFacts({ [act.record]: records[act.record] });
        reprepare();
      });
    case 'OPINION':
      return guard(whyNotGiveOpinion(by, world.topic, world.meeting), () => {
        if (isDecided || world.topic.consultation === 'NOT_DONE' || world.topic.consultation === 'NO_RECORD') return;
        const rounds = world.topic.consultation;
        const side = by.role === 'Principal' ? 'PRINCIPAL' : by.role === 'Secretary' ? 'SECRETARY' : 'FULL_TIME_DEPUTY';
        const one = round(side, '', {
          round: rounds.length + 1,
          person: { personId: by.personId ?? '', personName: '' },
          opinion: act.opinion,
          changesAccepted: act.accepted,
        });
        setFacts({ consultation: [...rounds, one] });
        reprepare();
      });
    case 'MEETING':
      return apply(nextMeetingState(world.meeting, { type: act.type, by }), (state) => setMeeting({ state }));
    case 'SIGN': {
      const sign: MeetingAct = { type: 'SIGN', by, as: act.as };
      const field = act.as === 'CHAIR' ? 'chairSigned' : 'recorderSigned';
      return apply(nextMeetingState(world.meeting, sign), (state) =>
        setMeeting({ state, [field]: { on: MEETING_DAY } }),
      );
    }
    case 'SIGN_IN':
      return write(() => {
        if (isDecided || !Array.isArray(world.meeting.attendance)) return;
        const one = here(act.who, { capacity: act.capacity, spans: [{ fromItem: act.from, toItem: null }] });
        const list = world.meeting.attendance as MeetingFacts['attendance'] & readonly ReturnType<typeof here>[];
        setMeeting({ attendance: [...list.filter(({ personId }) => personId !== one.personId), one] });
      });
    case 'SIGN_IN_ALL':
      return write(() => {
        const seats = world.meeting.school.seats;
        const there = NAMES.filter((name) => seats.some((seat) => seat.personId === `id-${name}`));
        const base = attendanceBase(world.meeting)?.people ?? [];
        if (isDecided) return;
        setMeeting({
          attendance: there.map((name) =>
            here(name, { capacity: isAmong(base, `id-${name}`) ? 'MEMBER' : 'OBSERVER' }),
          ),
        });
      });
    case 'NEXT':
      return;
    case 'RECUSE':
      return write(() => {
        if (!isDecided) setItem({ recusedIds: [...new Set([...world.item.recusedIds, `id-${act.who}`])] });
      });
    case 'VOTE':
      return write(() => {
        if (!isDecided) setItem({ vote: hands(...act.votes) });
      });
    case 'VOTE_ALL':
      return write(() => {
        if (!isDecided) setItem({ vote: hands(entitledVoters(world.item, world.meeting)?.count ?? 0) });
      });
    case 'SPEAK':
      return write(() => {
        if (!isDecided)
          setItem({ opinions: NAMES.map((name) => ({ personId: `id-${name}`, stance: 'NO_COMMENT' as const })) });
      });
    case 'SUPERSEDE':
    case 'CHANGE': {
      if (world.decision === null) return;
      const state = { state: world.decision, body: world.meeting.kind };
      const replacing = { kind: 'RECONSIDERATION', meetingKind: world.meeting.kind, result: 'APPROVED' } as const;
      const decisionAct =
        act.do === 'CHANGE' ? { type: 'CHANGE' as const, by } : { type: 'SUPERSEDE' as const, by, item: replacing };
      return apply(nextDecisionState(state, decisionAct), (next) => {
        world.decision = next;
      });
    }
  }
}

/** What may never be, whatever was done: the names of what is wrong. */
function wrongIn(world: World, locked: MeetingFacts | null): string[] {
  const { topic, topicState, meeting } = world;
  const confirmed = typeof topic.confirmation === 'string' ? null : topic.confirmation;
  const post = meeting.kind === 'PRINCIPAL_OFFICE' ? 'PRINCIPAL' : 'SECRETARY';
  const heads = ['id-head', post === 'PRINCIPAL' ? 'id-principal' : 'id-secretary'];
  const found: Readonly<Record<string, boolean>> = {
    unnamed: world.refusals.some(({ code }) => !PROCEDURE_VIOLATIONS.includes(code)),
    heldBackYetConfirmed: topicState === 'HELD_BACK' && confirmed !== null,
    wrongPost: confirmed !== null && confirmed.actingAs !== post,
    wrongHead: confirmed !== null && !heads.includes(confirmed.personId),
    unlocked:
      locked?.meetingId === meeting.meetingId &&
      (locked.items !== meeting.items || locked.attendance !== meeting.attendance),
  };
  return Object.keys(found).filter((name) => found[name]);
}

/** A live decision had every gate, its quorum, a sound vote that passed, and was its own meeting's to take. */
function checkDecision({ item: one, meeting }: NonNullable<World['decidedOn']>): void {
  const result = { ...one, result: 'APPROVED' as const };
  expect(itemChecks(one, meeting).filter(blocks)).toEqual([]);
  expect(itemQuorum(one, meeting)?.met).toBe(true);
  expect(meeting.state).toBe('OPEN');
  expect(makesDecision(result, meeting)).toBe(true);
  if (meeting.kind === 'PRINCIPAL_OFFICE') return;
  const entitled = entitledVoters(one, meeting)!;
  expect(voteProblems(one.vote!, entitled)).toEqual([]);
  const { inFavour, against, abstained } = countsOf(one.vote!);
  expect(inFavour + against + abstained).toBe(entitled.count);
  for (const voter of entitled.people ?? []) {
    expect(whyNotVote({ personId: voter.personId, role: 'CommitteeMember', on: MEETING_DAY }, one, meeting)).toBeNull();
  }
}

const LOCKED: readonly MeetingState[] = ['SIGNED', 'ISSUED'];

type Seen = {
  moves: number;
  refusals: number;
  decisions: number;
  signed: number;
  heldBack: number;
  codes: Set<string>;
};

/** One sequence from a draft on; nothing that is wrong may be found after any of its acts. */
function walk(setup: Setup, sequence: readonly Step[], seen: Seen): void {
  const world = newWorld(setup);
  let locked: MeetingFacts | null = null;
  for (const { act, by, rightly } of sequence) {
    const done = act.do === 'NEXT' ? nextAct(world) : act;
    go(world, done, rightly || act.do === 'NEXT' ? rightOne(world, done) : by);
    const wrong = wrongIn(world, locked);
    if (wrong.length > 0) throw new Error(`${wrong.join(', ')} after ${JSON.stringify(done)}`);
    if (LOCKED.includes(world.meeting.state) && locked?.meetingId !== world.meeting.meetingId) locked = world.meeting;
    seen.heldBack += Number(world.topicState === 'HELD_BACK');
    for (const { code } of world.refusals) seen.codes.add(code);
    seen.refusals += world.refusals.splice(0).length;
  }
  if (world.decidedOn !== null && world.meeting.recordMode === 'LIVE') checkDecision(world.decidedOn);
  seen.moves += world.moves;
  seen.decisions += Number(world.decidedOn !== null);
  seen.signed += Number(locked !== null);
}

test('10,000 random sequences of acts by random people: no decision without its gates, nothing changes once signed, every refusal is named', () => {
  const seen: Seen = { moves: 0, refusals: 0, decisions: 0, signed: 0, heldBack: 0, codes: new Set() };
  const sequences = fc.array(steps, { minLength: 20, maxLength: 40 });
  fc.assert(
    fc.property(setups, sequences, (setup, sequence) => walk(setup, sequence, seen)),
    { numRuns: 10_000 },
  );
  // it went all the way often enough, and was refused in every way that these acts can be
  expect(seen.moves).toBeGreaterThan(40_000);
  expect(seen.refusals).toBeGreaterThan(100_000);
  expect(Math.min(seen.decisions, seen.signed, seen.heldBack)).toBeGreaterThan(1_000);
  expect([...seen.codes].sort()).toEqual([
    'GATES_OPEN',
    'ITEMS_OPEN',
    'MEETING_NOT_OPEN',
    'NOT_IN_THIS_STATE',
    'NOT_YOUR_ACT',
    'ONLY_BY_RECONSIDERATION',
    'REQUIRED',
    'RESULT_NOT_ALLOWED',
    'SOD-1',
    'SOD-10',
    'SOD-15',
    'SOD-2',
    'SOD-3',
    'SOD-4',
    'VOTE_UNSOUND',
  ]);
}, 300_000);
