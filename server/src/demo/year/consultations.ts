import { consultedPeople, consultedSide } from '@zhixiao/domain';
import type { CivilDate, ConsultationOpinion, ConsultedSide } from '@zhixiao/domain';
import { instantOf } from './days.js';
import { actorFor } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { refreshTopic, topicContext, topicFacts } from './topics.js';
import type { DemoRound, DemoTopic } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

const POST_OF = { SECRETARY: 'SECRETARY', PRINCIPAL: 'PRINCIPAL', FULL_TIME_DEPUTY: 'DEPUTY_SECRETARY' } as const;

/** Asks the other side in a new round; null where nobody is asked or there is nobody. */
export function askRound(year: SchoolYear, topic: DemoTopic, on: CivilDate): DemoRound | null {
  const context = topicContext(year, topic, on);
  const side = consultedSide(topicFacts(year, topic), context);
  const person = side && consultedPeople(side, context, context.on)[0];
  if (!side || !person) return null;
  return addRound(year, topic, { side, person, on });
}

interface NewRound {
  readonly side: ConsultedSide;
  readonly person: { readonly personId: string; readonly personName: string };
  readonly on: CivilDate;
}

/** A round that nobody has answered yet. */
export function addRound(year: SchoolYear, topic: DemoTopic, { side, person, on }: NewRound): DemoRound {
  const askedAt = instantOf(on, '10:30');
  const round: DemoRound = {
    ...{ id: year.newId(askedAt), round: topic.rounds.length + 1, side, toPost: POST_OF[side], askedAt },
    ...{ toPersonId: person.personId, toPersonName: person.personName },
    ...{ askedBy: topic.createdBy, askedByName: topic.createdByName, opinion: null, text: null, answeredOn: null },
    ...{ answeredAt: null, statedOnPaper: false, statedByName: null, confirmed: false, confirmedAt: null },
    ...{ changesAccepted: false, changesAcceptedAt: null, changesAcceptedByName: null, version: 1 },
  };
  topic.rounds.push(round);
  return round;
}

/** The person answers under the own account. */
export function answerRound(
  year: SchoolYear,
  round: DemoRound,
  { opinion, on }: { readonly opinion: ConsultationOpinion; readonly on: CivilDate },
): void {
  const text = opinion === 'AGREE' ? null : year.random.pick(YEAR_WORDS.consultation[opinion]);
  Object.assign(round, {
    opinion,
    text,
    answeredOn: on,
    answeredAt: instantOf(on, '15:40'),
    version: round.version + 1,
  });
}

/** The proposer takes the changes in. */
export function acceptChanges(topic: DemoTopic, round: DemoRound, on: CivilDate): void {
  const at = instantOf(on, '16:30');
  const accepted = { changesAccepted: true, changesAcceptedAt: at, changesAcceptedByName: topic.proposerName };
  Object.assign(round, accepted, { version: round.version + 1 });
}

/** The topic after somebody of the other side said something. */
export function heard(year: SchoolYear, topic: DemoTopic, round: DemoRound): void {
  const on = round.answeredOn ?? round.askedAt.slice(0, 10);
  const by = actorFor(year, { personId: round.toPersonId, personName: round.toPersonName }, on);
  refreshTopic(year, topic, { by, at: round.answeredAt ?? round.askedAt, heldBackBy: round.text });
}
