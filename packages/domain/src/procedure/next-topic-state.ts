import type { Role } from '../vocabulary.js';
import { whyNotAct, whyNotHead } from './acts.js';
import { isOneOf, type Actor } from './actor.js';
import { classOfResult, isDecidedHere, isPartyKind } from './bodies.js';
import { isRecorded } from './judge.js';
import { headPostOf, isAmong, leadershipOn } from './leadership-on.js';
import { whyNotResult } from './may-decide.js';
import type { ItemResult } from './meeting-words.js';
import type { ItemFacts, MeetingFacts, ProcedureContext, TopicFacts } from './procedure-facts.js';
import { whyNotConfirm } from './separation-of-duties.js';
import { blockingGates, confirmedState, preparedState } from './topic-gates.js';
import type { TopicState } from './topic-words.js';
import { moved, refused, violation, type ProcedureViolation, type Transition } from './violation.js';

/** A topic with its records, and all that the checks ask of the school. */
export type TopicInState = {
  readonly state: TopicState;
  readonly topic: TopicFacts;
  readonly context: ProcedureContext;
};

/**
 * What can be done with a topic. PREPARE follows every record and opinion that was added: the state is worked out anew.
 * DECIDE records the result of its item in a meeting. ENTER_AFTERWARDS takes over a result from paper (补录).
 */
export type TopicAct =
  | { readonly type: 'PROPOSE' | 'PREPARE' | 'CONFIRM' | 'RESUME'; readonly by: Actor }
  | { readonly type: 'RETURN' | 'WITHDRAW'; readonly by: Actor; readonly reason: string }
  | {
      readonly type: 'DECIDE';
      readonly by: Actor;
      readonly item: ItemFacts;
      readonly meeting: MeetingFacts;
      readonly result: ItemResult;
    }
  | { readonly type: 'ENTER_AFTERWARDS'; readonly by: Actor; readonly result: ItemResult }
  | { readonly type: 'ASSIGN' | 'REPORT'; readonly by: Actor }
  | { readonly type: 'EXECUTE'; readonly by: Actor; readonly openTasks: number };
export type TopicActType = TopicAct['type'];

const PREPARING = ['PROPOSED', 'INVESTIGATED', 'DELIBERATED', 'CONSULTED', 'HELD_BACK'] as const;
const CONFIRMED = ['CONFIRMED', 'HEARD'] as const;

/** From which states each act may be done; every other is NOT_IN_THIS_STATE. */
const FROM: Readonly<Record<TopicActType, readonly TopicState[]>> = {
  PROPOSE: ['DRAFT'],
  PREPARE: [...PREPARING, ...CONFIRMED],
  CONFIRM: PREPARING,
  RETURN: PREPARING,
  WITHDRAW: ['DRAFT', ...PREPARING, ...CONFIRMED, 'POSTPONED'],
  RESUME: ['POSTPONED', 'FORWARDED'],
  DECIDE: CONFIRMED,
  ENTER_AFTERWARDS: ['DRAFT'],
  ASSIGN: ['DECIDED'],
  EXECUTE: ['ASSIGNED'],
  REPORT: ['EXECUTED'],
};

/** The states in which an act may be done. */
export function statesForTopicAct(type: TopicActType): readonly TopicState[] {
  return FROM[type];
}

/** The state after the act, or the named reason why there is none (意见（二）（五）（七）（九）). */
export function nextTopicState(before: TopicInState, act: TopicAct): Transition<TopicState> {
  if (!FROM[act.type].includes(before.state)) {
    return refused(violation('NOT_IN_THIS_STATE', { from: before.state, act: act.type, allowed: [...FROM[act.type]] }));
  }
  const why = whyNotDo(before, act);
  return why === null ? moved(stateAfter(before, act)) : refused(why);
}

function whyNotDo(before: TopicInState, act: TopicAct): ProcedureViolation | null {
  const { topic, context } = before;
  switch (act.type) {
    case 'PROPOSE':
      return whyNotAct(act.by, 'PROPOSE_TOPIC') ?? whyNotLeader(act.by, context);
    case 'PREPARE':
      return whyNotPrepare(act.by);
    case 'CONFIRM':
      return whyNotConfirm(act.by, topic, context) ?? whyNotOpenGates(topic, context);
    case 'RETURN':
      return whyNotHead(act.by, headPostOf(topic.meetingKind)) ?? whyNotSaid(act.reason, 'reason');
    case 'WITHDRAW':
      return whyNotWithdraw(act.by, topic) ?? whyNotSaid(act.reason, 'reason');
    case 'RESUME':
      return whyNotResume(before, act.by);
    case 'DECIDE':
      return whyNotDecide(topic, act);
    case 'ENTER_AFTERWARDS':
      return whyNotAct(act.by, 'WRITE_RECORD') ?? whyNotAfterwards(context);
    case 'ASSIGN':
      return whyNotAct(act.by, 'ASSIGN_TASK');
    case 'EXECUTE':
      return whyNotAct(act.by, 'CLOSE_TASK') ?? whyNotClosed(act.openTasks);
    case 'REPORT':
      return whyNotAct(act.by, 'REPORT_EXECUTION');
  }
}

function stateAfter({ state, topic, context }: TopicInState, act: TopicAct): TopicState {
  switch (act.type) {
    case 'PREPARE':
      return isOneOfStates(state, CONFIRMED) ? confirmedState(topic, context) : preparedState(topic, context);
    case 'PROPOSE':
    case 'RESUME':
      return preparedState(topic, context);
    case 'CONFIRM':
      return confirmedState(topic, context);
    case 'RETURN':
      return 'DRAFT';
    case 'WITHDRAW':
      return 'WITHDRAWN';
    case 'DECIDE':
      return stateOfResult(act.result, { topic: { ...topic, meetingKind: act.meeting.kind }, context: act.meeting });
    case 'ENTER_AFTERWARDS':
      return stateOfResult(act.result, { topic, context });
    case 'ASSIGN':
      return 'ASSIGNED';
    case 'EXECUTE':
      return 'EXECUTED';
    case 'REPORT':
      return 'REPORTED';
  }
}

function isOneOfStates(state: TopicState, states: readonly TopicState[]): boolean {
  return states.includes(state);
}

/** What one body agrees on for another to decide is handed on, not decided. */
function stateOfResult(result: ItemResult, { topic, context }: Omit<TopicInState, 'state'>): TopicState {
  const kind = classOfResult(result);
  if (kind !== 'DECIDING') return kind;
  return isDecidedHere(topic, context) ? 'DECIDED' : 'FORWARDED';
}

function whyNotSaid(text: string, field: string): ProcedureViolation | null {
  return text.trim() === '' ? violation('REQUIRED', { field }) : null;
}

/** PM-2, OM-2: a member of the leadership team on that day, not only one with such a role. */
function whyNotLeader(by: Actor, { school, rules }: ProcedureContext): ProcedureViolation | null {
  const { team } = leadershipOn(school.seats, by.on, rules);
  return isAmong(team, by.personId ?? '') ? null : violation('SOD-15', { role: by.role, post: '' });
}

function whyNotPrepare(by: Actor): ProcedureViolation | null {
  return whyNotAct(by, 'PREPARE_TOPIC');
}

function whyNotOpenGates(topic: TopicFacts, context: ProcedureContext): ProcedureViolation | null {
  const open = blockingGates(topic, context, 'CONFIRM');
  return open.length === 0 ? null : violation('GATES_OPEN', { checks: open.map((gate) => gate.checkId) }, open);
}

/** The proposer takes it back; so may the head. */
function whyNotWithdraw(by: Actor, topic: TopicFacts): ProcedureViolation | null {
  if (isRecorded(topic.proposer) && topic.proposer.personId === by.personId) return whyNotAct(by, 'WITHDRAW_TOPIC');
  return whyNotHead(by, headPostOf(topic.meetingKind));
}

/** 缓议 comes back to the pool; what was sent to the staff congress comes back to the body that decides it. */
function whyNotResume({ state, topic, context }: TopicInState, by: Actor): ProcedureViolation | null {
  if (state === 'FORWARDED' && !isDecidedHere(topic, context)) {
    return violation('NOT_IN_THIS_STATE', { from: state, act: 'RESUME', allowed: ['POSTPONED'] });
  }
  return whyNotAct(by, 'RESUME_TOPIC');
}

function whyNotDecide(
  topic: TopicFacts,
  { by, item, meeting, result }: Extract<TopicAct, { type: 'DECIDE' }>,
): ProcedureViolation | null {
  const held = { ...item, topic };
  return whyNotRecordResult(by, meeting, result) ?? whyNotResult(held, meeting, result);
}

/**
 * Who says the result: of the principal's meeting what decides is the principal's own word (意见（六）); the result of a vote
 * is recorded by the chair or the clerk.
 */
function whyNotRecordResult(by: Actor, meeting: MeetingFacts, result: ItemResult): ProcedureViolation | null {
  if (meeting.kind === 'PRINCIPAL_OFFICE' && classOfResult(result) === 'DECIDING') return whyNotHead(by, 'PRINCIPAL');
  const isChair = isRecorded(meeting.chair) && meeting.chair.personId === by.personId;
  const heads: readonly Role[] = [isPartyKind(meeting.kind) ? 'Secretary' : 'Principal', 'SchoolClerk'];
  if (isOneOf(by.role, heads)) return null;
  return isChair ? whyNotAct(by, 'WRITE_RECORD') : violation('NOT_YOUR_ACT', { act: 'DECIDE', role: by.role });
}

function whyNotAfterwards({ recordMode }: ProcedureContext): ProcedureViolation | null {
  return recordMode === 'AFTERWARDS' ? null : violation('REQUIRED', { field: 'recordMode' });
}

function whyNotClosed(openTasks: number): ProcedureViolation | null {
  return openTasks === 0 ? null : violation('TASKS_OPEN', { open: openTasks });
}
