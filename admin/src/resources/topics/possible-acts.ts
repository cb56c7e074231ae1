import {
  headPostOf,
  statesForTopicAct,
  whyNotAct,
  whyNotEnter,
  whyNotHead,
  type Actor,
  type ProcedureViolation,
  type TopicActType,
  type TopicState,
} from '@zhixiao/domain';
import type { Topic } from './topic.graphql.js';

const TOPIC_ACTS = ['submit', 'change', 'ask', 'confirm', 'return', 'withdraw', 'resume'] as const;
export type TopicActName = (typeof TOPIC_ACTS)[number];

/** An act that belongs to the state, and what stands in its way. */
export interface PossibleAct {
  readonly act: TopicActName;
  readonly why: Pick<ProcedureViolation, 'code' | 'params'> | null;
}

type Facts = Pick<Topic, 'state' | 'meetingKind' | 'proposedByMe' | 'consultedSide' | 'consultationStatus'>;

const ACT_TYPES: Readonly<Partial<Record<TopicActName, TopicActType>>> = {
  ...{
    submit: 'PROPOSE',
    ask: 'PREPARE',
    confirm: 'CONFIRM',
    return: 'RETURN',
    withdraw: 'WITHDRAW',
    resume: 'RESUME',
  },
};

/** Somebody is to be asked, and has not agreed yet: a change of what was agreed on opens its round by itself. */
function isAsked({ consultedSide, consultationStatus }: Facts): boolean {
  return consultedSide !== null && consultationStatus !== 'AGREED';
}

function isOfState(act: TopicActName, facts: Facts): boolean {
  const { state } = facts;
  const states: readonly TopicState[] =
    act === 'change' ? ['DRAFT', ...statesForTopicAct('CONFIRM')] : statesForTopicAct(ACT_TYPES[act] ?? 'PREPARE');
  return states.includes(state) && (act !== 'ask' || isAsked(facts));
}

/** SOD-1, SOD-3: only the head of that meeting, under that post. */
function whyNotConfirm(actor: Actor, { meetingKind, proposedByMe }: Facts): PossibleAct['why'] {
  const why = whyNotHead(actor, headPostOf(meetingKind));
  return why === null ? null : { code: proposedByMe ? 'SOD-3' : 'SOD-1', params: { role: actor.role } };
}

function whyNot(act: TopicActName, actor: Actor, facts: Facts): PossibleAct['why'] {
  switch (act) {
    case 'submit':
      return whyNotAct(actor, 'PROPOSE_TOPIC');
    case 'change':
    case 'ask':
      return whyNotAct(actor, 'PREPARE_TOPIC');
    case 'confirm':
      return whyNotConfirm(actor, facts);
    case 'return':
      return whyNotHead(actor, headPostOf(facts.meetingKind));
    case 'withdraw':
      return facts.proposedByMe ? whyNotAct(actor, 'WITHDRAW_TOPIC') : whyNotHead(actor, headPostOf(facts.meetingKind));
    case 'resume':
      return whyNotAct(actor, 'RESUME_TOPIC');
  }
}

/**
 * The acts that the topic's state knows, each with the domain's reason against it under this grant; none for who only reads
 * (county, city, inspectors). Open gates are the caller's to add: they are asked of the server.
 */
export function possibleActs(facts: Facts, actor: Actor): readonly PossibleAct[] {
  if (whyNotEnter(actor) !== null) return [];
  return TOPIC_ACTS.filter((act) => isOfState(act, facts)).map((act) => ({ act, why: whyNot(act, actor, facts) }));
}
