import {
  contains,
  headPostOf,
  type CivilDate,
  type MeetingKind,
  type PersonRef,
  type ProcedureContext,
} from '@zhixiao/domain';
import { badInput, keyOf, optionalText, plausibleDay } from '../schools/index.js';
import type { EnteredRecord, EnteredTopic, Signature } from '../topics/index.js';
import type { PaperItemInput, PaperRecordInput, PaperTopicInput } from './enter-meeting.input.js';
import { refOf, type PaperPeople } from './paper-people.js';

export interface PaperPlace {
  readonly kind: MeetingKind;
  readonly heldOn: CivilDate;
  readonly people: PaperPeople;
  readonly context: ProcedureContext;
  /** who sat in it */
  readonly listed: readonly string[];
}

/**
 * The topic of an item as the paper has it, in the words of the topics module. What the paper does not say is left out, so
 * that its checks answer NO_RECORD.
 */
export function enteredTopic(item: PaperItemInput, topic: PaperTopicInput, place: PaperPlace): EnteredTopic {
  const { people } = place;
  const { confirmed } = topic;
  const confirmer = refOf(people, confirmed);
  return {
    ...{ title: item.title, itemKind: item.kind, matterCode: topic.matterCode, body: topic.body ?? '' },
    ...{ amount: topic.amount ?? null, vitalInterest: topic.vitalInterest ?? null },
    ...{ specialised: topic.specialised ?? null, twoThirds: topic.twoThirds ?? false },
    ...{ important: topic.important ?? false, confidentiality: topic.confidentiality ?? 'INTERNAL' },
    ...{ proposer: refOf(people, topic.proposer), lead: refOf(people, topic.lead) },
    confirmed: confirmer && confirmed ? { ...confirmer, as: confirmed.as ?? null, on: confirmed.on } : null,
    notDone: topic.notDone ?? [],
    records: (topic.records ?? []).map((record) => enteredRecord(record, place)),
    opinion: opinionOf(topic, place),
    ...{ implementsDecisionId: decision(topic.implementsDecisionId) },
    ...{ reconsidersDecisionId: decision(topic.reconsidersDecisionId) },
  };
}

function decision(opaque: string | null | undefined): string | null {
  return opaque ? keyOf('Decision', opaque).id : null;
}

function enteredRecord(record: PaperRecordInput, place: PaperPlace): EnteredRecord {
  const { kind, heldOn, result, channel, audience } = record;
  const participants = (record.participants ?? []).flatMap((person) => refOf(place.people, person) ?? []);
  if (kind === 'HEARING' && (!channel || !audience)) throw badInput('records', 'CHANNEL_AND_AUDIENCE');
  return {
    ...{ kind, heldOn: plausibleDay('records', heldOn), result, participants, approved: record.approved ?? null },
    ...(kind === 'HEARING' && channel && audience ? { channel, audience } : {}),
    ...(kind === 'COMMUNICATION'
      ? { agreed: record.agreed ?? false, signatures: participants.map((person) => signatureOf(person, heldOn, place)) }
      : {}),
  };
}

function signatureOf({ personId, personName }: PersonRef, signedOn: CivilDate, { context }: PaperPlace): Signature {
  const seat = context.school.seats.find((one) => one.personId === personId && contains(one, signedOn));
  return { personId, personName, post: seat?.post ?? null, signedOn } as Signature;
}

/** The other head's opinion; where one person held both posts, the full-time deputy's (意见（九）, PRE-5). */
function opinionOf(topic: PaperTopicInput, { people, kind, context }: PaperPlace): EnteredTopic['opinion'] {
  const { opinion } = topic;
  const person = refOf(people, opinion);
  if (!opinion || !person) return null;
  const other = headPostOf(kind) === 'SECRETARY' ? 'PRINCIPAL' : 'SECRETARY';
  const isHead = context.school.seats.some(
    (seat) => seat.personId === person.personId && seat.post === other && contains(seat, opinion.on),
  );
  const side = isHead ? other : 'FULL_TIME_DEPUTY';
  return { side, person, opinion: opinion.opinion, text: optionalText(opinion.text), on: opinion.on };
}
