import { nextTopicState, statesForTopicAct, topicChecks } from '@zhixiao/domain';
import type {
  Actor,
  CivilDate,
  ItemKind,
  MeetingKind,
  PersonRef,
  ProcedureContext,
  TopicAct,
  TopicFacts,
  TopicState,
} from '@zhixiao/domain';
import { derivedOf, factsOf, isRestricted, waitingFor } from '../../modules/topics/index.js';
import { BLANK_TOPIC } from './blank-rows.js';
import { matterOn } from './catalogue.js';
import { instantOf } from './days.js';
import { contextOf, seatOf } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { DemoTopic } from './year-rows.js';
import { bodyFor } from './year-words.js';

/** What a topic is about, and who brings it up when. */
export interface NewTopic {
  readonly meetingKind: MeetingKind;
  readonly itemKind: ItemKind;
  readonly code: string;
  readonly title: string;
  readonly on: CivilDate;
  readonly proposer: PersonRef;
  readonly lead: PersonRef | null;
  readonly more?: Partial<DemoTopic>;
}

/** A topic as a draft; it joins the year when it is kept (keepTopic). */
export function draftTopic(year: SchoolYear, wanted: NewTopic): DemoTopic {
  const { meetingKind, itemKind, code, title, on, proposer, lead, more = {} } = wanted;
  const matter = matterOn(year, code, on);
  const createdAt = instantOf(on, '09:10');
  const confidentiality = more.confidentiality ?? 'INTERNAL';
  return {
    ...BLANK_TOPIC,
    ...{ tenantId: year.tenantId, id: year.newId(createdAt), schoolId: year.schoolId, meetingKind, itemKind, title },
    ...{
      body: bodyFor(matter.category),
      matterCode: code,
      matter,
      category: matter.category,
      decider: matter.decidedBy,
    },
    ...{ confidentiality, restricted: isRestricted(matter, confidentiality) },
    ...{ proposerId: proposer.personId, proposerName: proposer.personName, proposedOn: on },
    proposerPost: seatOf(year, proposer.personId, on)?.post ?? null,
    ...{ leadId: lead?.personId ?? null, leadName: lead?.personName ?? null, createdOn: on, createdAt },
    ...{ createdBy: year.accountOf(proposer.personId), createdByName: proposer.personName, records: [], rounds: [] },
    ...more,
  };
}

/** The topic and what hangs on it become rows. */
export function keepTopic(year: SchoolYear, topic: DemoTopic): DemoTopic {
  year.topics.push(topic);
  return topic;
}

const asked = new WeakMap<DemoTopic, { readonly as: string; readonly facts: TopicFacts }>();

/** All that the checks ask of it; worked out again when something was written. */
export function topicFacts(year: SchoolYear, topic: DemoTopic): TopicFacts {
  const { version, records, rounds, reconsidersDecisionId } = topic;
  const changed = reconsidersDecisionId && year.decisions.find((one) => one.id === reconsidersDecisionId)?.state;
  const as = [version, records.length, changed, ...rounds.map((round) => round.version)].join(' ');
  const known = asked.get(topic);
  if (known?.as === as) return known.facts;
  const facts = workedOut(year, topic);
  asked.set(topic, { as, facts });
  return facts;
}

function workedOut(year: SchoolYear, topic: DemoTopic): TopicFacts {
  const id = topic.reconsidersDecisionId;
  const decision = id === null ? undefined : year.decisions.find((one) => one.id === id);
  const later = year.decisions.find((one) => one.id === decision?.supersededById);
  const replaced = { replacedByTopicId: later?.topicId ?? null };
  const known = decision && { body: decision.body, state: decision.state, schoolId: year.schoolId, ...replaced };
  return factsOf(topic, new Map(known && id ? [[id, known]] : []));
}

/** The context of a topic of the pool on a day, or of one from paper on its own. */
export function topicContext(year: SchoolYear, topic: DemoTopic, on: CivilDate): ProcedureContext {
  const recordMode = topic.enteredAfterwards ? 'AFTERWARDS' : 'LIVE';
  return contextOf(year, { kind: topic.meetingKind, on: topic.paperOn ?? on, recordMode });
}

export interface TopicStep {
  readonly at: string;
  readonly set?: Partial<DemoTopic>;
  /** said where it leads to 暂缓上会 */
  readonly heldBackBy?: string | null;
}

/** Moves a topic by an act, as the server does. @returns whether the domain allows it; if not, nothing has changed */
export function moveTopic(
  year: SchoolYear,
  topic: DemoTopic,
  { act, ...step }: TopicStep & { act: TopicAct },
): boolean {
  const context = act.type === 'DECIDE' ? act.meeting : topicContext(year, topic, act.by.on);
  const next = nextTopicState({ state: topic.state, topic: topicFacts(year, topic), context }, act);
  if (!next.ok) return false;
  settle(year, topic, { ...step, context, state: next.state, by: act.by });
  return true;
}

/** After a record or an opinion: the state of a topic that is being prepared is worked out anew. */
export function refreshTopic(year: SchoolYear, topic: DemoTopic, { by, ...step }: TopicStep & { by: Actor }): void {
  const context = topicContext(year, topic, by.on);
  if (topic.enteredAfterwards || topic.state === 'DRAFT') {
    settle(year, topic, { ...step, context, state: topic.state, by });
    return;
  }
  if (!moveTopic(year, topic, { ...step, act: { type: 'PREPARE', by } }))
    throw new Error(`not prepared: ${topic.state}`);
}

type Settled = TopicStep & { readonly context: ProcedureContext; readonly state: TopicState; readonly by: Actor };

function settle(year: SchoolYear, topic: DemoTopic, { context, state, by, at, set = {}, heldBackBy }: Settled): void {
  const before = topic.state;
  const back = heldBack({ topic, before, state, by, heldBackBy: heldBackBy ?? null });
  Object.assign(topic, set, unconfirmed(topic, state), back, { state, version: topic.version + 1 });
  const loaded = { row: topic, facts: topicFacts(year, topic) };
  Object.assign(topic, derivedOf(loaded, context), { waitingIds: waitingFor(loaded, state, context) });
  const about = { subjectType: 'TOPIC', subjectId: topic.id, meetingId: null } as const;
  const evaluatedBy = by.personId === null ? year.clerk.accountId : year.accountOf(by.personId);
  const { restricted } = topic;
  year.outcomes.record(about, topicChecks(loaded.facts, context), { at, by: evaluatedBy, restricted });
}

/** What goes back to be prepared is confirmed anew. */
function unconfirmed(topic: DemoTopic, state: TopicState): Partial<DemoTopic> {
  const isBack = state === 'DRAFT' || statesForTopicAct('CONFIRM').includes(state);
  if (topic.confirmedById === null || topic.enteredAfterwards || !isBack) return {};
  const nobody = { confirmedById: null, confirmedByName: null, confirmedAs: null, confirmedActing: null };
  return { ...nobody, confirmedOn: null, confirmedAt: null };
}

interface Turn {
  readonly topic: DemoTopic;
  readonly before: TopicState;
  readonly state: TopicState;
  readonly by: Actor;
  readonly heldBackBy: string | null;
}

function heldBack({ topic, before, state, by, heldBackBy }: Turn): Partial<DemoTopic> {
  if (state !== 'HELD_BACK' || (before === 'HELD_BACK' && !heldBackBy)) return {};
  return { heldBackOn: by.on, heldBackReason: heldBackBy ?? topic.rounds.at(-1)?.text ?? '' };
}
