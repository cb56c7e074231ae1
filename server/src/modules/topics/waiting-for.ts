import {
  isRecorded,
  leadershipOn,
  statesForTopicAct,
  type PersonRef,
  type ProcedureContext,
  type TopicState,
} from '@zhixiao/domain';
import type { LoadedTopic } from './load-topic-facts.js';
import type { StoredRecord } from './topic-facts.js';

/**
 * Who signs that there is no major disagreement (意见（七）): both heads; where one person holds both posts, or one is vacant, that
 * head and a deputy. One of each group.
 */
export function signatoryGroups({ school, on, rules }: ProcedureContext): readonly (readonly PersonRef[])[] {
  const { secretary, principal, combined, deputies } = leadershipOn(school.seats, on, rules);
  if (secretary !== null && principal !== null && combined !== true) return [[secretary], [principal]];
  const head = secretary ?? principal;
  return [head === null ? [] : [head], deputies].filter((group) => group.length > 0);
}

/** Those whose signature a communication still lacks. */
export function unsigned(record: StoredRecord, context: ProcedureContext): string[] {
  const signed = record.signatures.map(({ personId }) => personId);
  return signatoryGroups(context)
    .filter((group) => !group.some(({ personId }) => signed.includes(personId)))
    .flatMap((group) => group.map(({ personId }) => personId));
}

/** The communication that counts: the last one. */
export function communicationOf({ row }: LoadedTopic): StoredRecord | null {
  return row.records.filter(({ kind }) => kind === 'COMMUNICATION').at(-1) ?? null;
}

/**
 * For whom a topic waits now: an opinion, a signature, changes to be accepted, a better draft. Once it is ready it waits for its
 * head, whoever holds the post then: the read model asks that.
 */
export function waitingFor(topic: LoadedTopic, state: TopicState, context: ProcedureContext): string[] {
  const { row, facts } = topic;
  const proposer = isRecorded(facts.proposer) ? [facts.proposer.personId] : [];
  const unconfirmed = row.rounds.filter(({ statedOnPaper, confirmed }) => statedOnPaper && !confirmed);
  const stated = unconfirmed.map(({ toPersonId }) => toPersonId);
  if (!statesForTopicAct('PREPARE').includes(state)) {
    return unique([...stated, ...(state === 'DRAFT' && row.returnedReason !== null ? proposer : [])]);
  }
  const last = row.rounds.at(-1);
  const asked = last?.opinion === null ? [last.toPersonId] : [];
  const changes = last?.opinion === 'AGREE_WITH_CHANGES' && !last.changesAccepted ? proposer : [];
  const communication = communicationOf(topic);
  const signatures = communication?.agreed ? unsigned(communication, context) : [];
  return unique([...stated, ...asked, ...changes, ...signatures]);
}

/** Who has a part in it and so may read it, however confidential: once concerned, always. */
export function concernedIn(topic: LoadedTopic, context: ProcedureContext): string[] {
  const { row } = topic;
  const asked = row.rounds.map(({ toPersonId }) => toPersonId);
  const signers = communicationOf(topic) ? signatoryGroups(context).flat() : [];
  const named = [row.proposerId, row.leadId].filter((id) => id !== null);
  return unique([...row.concernedIds, ...named, ...asked, ...signers.map(({ personId }) => personId)]);
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
