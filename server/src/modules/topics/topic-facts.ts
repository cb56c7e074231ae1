import type {
  ConfirmationFacts,
  ConsultationRound,
  DatedRecord,
  DeliberationFacts,
  PersonRef,
  Recorded,
  TopicFacts,
} from '@zhixiao/domain';
import type { KnownDecision } from './decision-source.js';
import type { Consultation } from './consultation.entity.js';
import type { TopicRecord } from './topic-record.entity.js';
import type { Topic } from './topic.entity.js';
import type { NotDoneFact, TopicRecordKind } from './topic-words.js';

/** A topic as it is stored, with its records and rounds of consultation that are not superseded, oldest first. */
export type StoredTopic = Omit<Topic, 'confirmedAt'> & {
  readonly createdOn: string;
  readonly records: readonly StoredRecord[];
  readonly rounds: readonly StoredRound[];
};
export type StoredRecord = Pick<
  TopicRecord,
  'id' | 'kind' | 'heldOn' | 'channel' | 'audience' | 'approved' | 'agreed' | 'signatures'
> &
  Pick<TopicRecord, 'participantIds' | 'participantNames' | 'version'>;
export type StoredRound = Pick<
  Consultation,
  'id' | 'round' | 'side' | 'toPersonId' | 'toPersonName' | 'opinion' | 'text' | 'answeredOn' | 'statedOnPaper'
> & { readonly confirmed: boolean; readonly changesAccepted: boolean; readonly version: number };

/** All that the checks ask of a topic. What is not there was not done; of a paper record (补录) nobody knows. */
export function factsOf(stored: StoredTopic, decisions: ReadonlyMap<string, KnownDecision>): TopicFacts {
  const of = (...kinds: TopicRecordKind[]): StoredRecord[] => stored.records.filter(({ kind }) => kinds.includes(kind));
  const absent = (fact: NotDoneFact): 'NOT_DONE' | 'NO_RECORD' =>
    stored.notDone.includes(fact) ? 'NOT_DONE' : 'NO_RECORD';
  const dated = (kind: TopicRecordKind): Recorded<DatedRecord> => of(kind).map(datedOf).at(-1) ?? absent(kind);
  const listed = <T>(facts: readonly T[], fact: NotDoneFact): Recorded<readonly T[]> =>
    facts.length > 0 ? facts : absent(fact);
  const { id: topicId, meetingKind, itemKind, matter, vitalInterest, audiences, twoThirds, important } = stored;
  return {
    ...{ topicId, meetingKind, itemKind, matter, vitalInterest, audiences, twoThirds, important },
    technical: stored.specialised,
    amount: stored.amount === null ? null : Math.round(stored.amount * 100),
    proposer: person(stored.proposerId, stored.proposerName) ?? absent('PROPOSER'),
    proposedOn: stored.proposedOn ?? stored.paperOn ?? stored.createdOn,
    confirmation: confirmationOf(stored),
    memberInCharge: person(stored.leadId, stored.leadName) ?? absent('MEMBER_IN_CHARGE'),
    proposal: dated('PROPOSAL'),
    investigation: dated('INVESTIGATION'),
    communication: of('COMMUNICATION').map(communicationOf).at(-1) ?? absent('COMMUNICATION'),
    cadreDeliberation: of('CADRE_DELIBERATION').map(deliberationOf).at(-1) ?? absent('CADRE_DELIBERATION'),
    individualDeliberations: listed(of('INDIVIDUAL_DELIBERATION').map(deliberationOf), 'INDIVIDUAL_DELIBERATION'),
    consultation: listed(stored.rounds.map(roundOf), 'CONSULTATION'),
    hearings: listed(of('HEARING').flatMap(hearingOf), 'HEARING'),
    expertAssessment: dated('EXPERT'),
    advice: listed(of('TECHNICAL', 'POLICY', 'LEGAL').flatMap(adviceOf), 'TECHNICAL'),
    changes: changesOf(stored, decisions),
  };
}

function person(personId: string | null, personName: string | null): PersonRef | null {
  return personId === null ? null : { personId, personName: personName ?? '' };
}

/** A topic of the pool is not confirmed until it is; of one from paper nobody knows, unless the paper says so. */
function confirmationOf(stored: StoredTopic): Recorded<ConfirmationFacts> {
  const { confirmedById, confirmedByName, confirmedAs, confirmedOn } = stored;
  if (confirmedById !== null && confirmedOn !== null) {
    return {
      ...{ personId: confirmedById, personName: confirmedByName ?? '' },
      ...{ actingAs: confirmedAs ?? 'OTHER', on: confirmedOn },
    };
  }
  return stored.enteredAfterwards && !stored.notDone.includes('CONFIRMATION') ? 'NO_RECORD' : 'NOT_DONE';
}

function datedOf({ heldOn }: StoredRecord): DatedRecord {
  return { on: heldOn };
}

function communicationOf({ heldOn, agreed, signatures }: StoredRecord): Exclude<TopicFacts['communication'], string> {
  const result = agreed ? 'NO_MAJOR_DISAGREEMENT' : 'MAJOR_DISAGREEMENT';
  return { on: heldOn, result, signedBy: signatures.map(({ personId }) => personId) };
}

function deliberationOf({ heldOn, participantIds, participantNames }: StoredRecord): DeliberationFacts {
  const participants = participantNames.map((personName, i) => ({ personId: participantIds[i] ?? '', personName }));
  return { on: heldOn, participants };
}

function hearingOf(record: StoredRecord): Exclude<TopicFacts['hearings'], string>[number][] {
  const { heldOn: on, channel, audience, approved } = record;
  return channel && audience ? [{ on, channel, audience, approved }] : [];
}

function adviceOf({ heldOn: on, kind }: StoredRecord): Exclude<TopicFacts['advice'], string>[number][] {
  return kind === 'TECHNICAL' || kind === 'POLICY' || kind === 'LEGAL' ? [{ on, kind }] : [];
}

/** What is only stated on paper is not the person's own word until confirmed (SOD-2). */
function roundOf(round: StoredRound): ConsultationRound {
  const { side, opinion, changesAccepted, statedOnPaper, confirmed, answeredOn } = round;
  return {
    ...{ round: round.round, side, opinion, changesAccepted, on: answeredOn },
    person: { personId: round.toPersonId, personName: round.toPersonName },
    confirmedByPerson: !statedOnPaper || confirmed,
  };
}

function changesOf(stored: StoredTopic, decisions: ReadonlyMap<string, KnownDecision>): TopicFacts['changes'] {
  const id = stored.reconsidersDecisionId;
  if (id === null) return stored.itemKind === 'RECONSIDERATION' ? { decisionId: null, body: null, state: null } : null;
  const decision = decisions.get(id);
  // what this very topic has replaced was in force when it was reconsidered
  const state = decision?.replacedByTopicId === stored.id ? 'IN_FORCE' : (decision?.state ?? null);
  return { decisionId: id, body: decision?.body ?? null, state };
}
