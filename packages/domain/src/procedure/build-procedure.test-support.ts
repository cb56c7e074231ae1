import { seat } from '../build-facts.test-support.js';
import type { SeatFacts } from '../staffing-facts.js';
import type { Role } from '../vocabulary.js';
import type { Actor } from './actor.js';
import type { MatterType } from './matter-type.js';
import type { MeetingKind } from './meeting-words.js';
import type {
  AttendanceFacts,
  ConsultationRound,
  ItemFacts,
  MeetingFacts,
  PersonRef,
  ProcedureSchool,
  TopicFacts,
  VoteFacts,
} from './procedure-facts.js';
import { PLATFORM_CATALOGUE, resolveMatterType } from './resolve-matter-type.js';
import type { RulesOfProcedure } from './rules-of-procedure.js';
import { suggestedRules } from './suggested-rules.js';

/** The day of the meeting; everything before it was prepared on DAY_BEFORE. */
export const MEETING_DAY = '2024-06-03';
export const DAY_BEFORE = '2024-05-27';

export const PARTY_RULES: RulesOfProcedure = suggestedRules('PARTY_ORG');
export const OFFICE_RULES: RulesOfProcedure = suggestedRules('PRINCIPAL_OFFICE');

export function person(name: string): PersonRef {
  return { personId: `id-${name}`, personName: name };
}

/** Five on the committee (secretary, principal, vice, m1, m2), four in the admin team (principal, vice, vice2, vice3). */
export function separateSeats(): SeatFacts[] {
  return [
    seat('secretary', 'SECRETARY'),
    seat('principal', 'PRINCIPAL'),
    seat('principal', 'DEPUTY_SECRETARY'),
    seat('vice', 'VICE_PRINCIPAL'),
    seat('vice', 'COMMITTEE_MEMBER'),
    seat('m1', 'COMMITTEE_MEMBER'),
    seat('m2', 'COMMITTEE_MEMBER'),
    seat('vice2', 'VICE_PRINCIPAL'),
    seat('vice3', 'VICE_PRINCIPAL'),
  ];
}

/** One holds both posts beside a full-time deputy; five on the committee, three in the admin team. */
export function combinedSeats(): SeatFacts[] {
  return [
    seat('head', 'SECRETARY'),
    seat('head', 'PRINCIPAL'),
    seat('deputy', 'DEPUTY_SECRETARY', { fullTime: true }),
    seat('vice', 'VICE_PRINCIPAL'),
    seat('vice', 'COMMITTEE_MEMBER'),
    seat('m1', 'COMMITTEE_MEMBER'),
    seat('m2', 'COMMITTEE_MEMBER'),
    seat('vice2', 'VICE_PRINCIPAL'),
  ];
}

export function procedureSchool(change: Partial<ProcedureSchool> = {}): ProcedureSchool {
  return { scope: 'IN_SCOPE', hasCommittee: true, fullMembers: 40, seats: separateSeats(), ...change };
}

/** So many on the committee beside nobody else: c1 is the secretary. */
export function committeeOf(size: number): SeatFacts[] {
  return Array.from({ length: size }, (_, index) =>
    seat(`c${index + 1}`, index === 0 ? 'SECRETARY' : 'COMMITTEE_MEMBER'),
  );
}

/** So many in the admin team: a1 is the principal. */
export function adminTeamOf(size: number): SeatFacts[] {
  return Array.from({ length: size }, (_, index) =>
    seat(`a${index + 1}`, index === 0 ? 'PRINCIPAL' : 'VICE_PRINCIPAL'),
  );
}

export function matter(code: string): MatterType {
  const type = resolveMatterType([PLATFORM_CATALOGUE], code);
  if (!type) throw new Error(`no matter type ${code}`);
  return type;
}

export function round(
  side: ConsultationRound['side'],
  name: string,
  change: Partial<ConsultationRound> = {},
): ConsultationRound {
  return {
    round: 1,
    side,
    person: person(name),
    opinion: 'AGREE',
    changesAccepted: false,
    confirmedByPerson: true,
    on: DAY_BEFORE,
    ...change,
  };
}

/** A topic of the party meeting with all that its type may ask for, in perfect order. */
export function partyTopic(code: string, change: Partial<TopicFacts> = {}): TopicFacts {
  return {
    topicId: `topic-${code}`,
    meetingKind: 'PARTY_ORG',
    itemKind: 'DECISION',
    matter: matter(code),
    proposer: person('vice'),
    proposedOn: DAY_BEFORE,
    confirmation: { ...person('secretary'), actingAs: 'SECRETARY', on: DAY_BEFORE },
    memberInCharge: person('vice'),
    vitalInterest: null,
    audiences: [],
    technical: false,
    twoThirds: false,
    important: false,
    amount: null,
    ...preparation(),
    consultation: [round('PRINCIPAL', 'principal')],
    changes: null,
    ...change,
  };
}

function preparation() {
  const on = DAY_BEFORE;
  return {
    proposal: { on },
    investigation: { on },
    communication: { on, result: 'NO_MAJOR_DISAGREEMENT', signedBy: ['id-secretary', 'id-principal'] },
    cadreDeliberation: { on, participants: [person('m1')] },
    individualDeliberations: [{ on, participants: [person('m1'), person('m2')] }],
    hearings: [{ on, channel: 'STAFF_CONGRESS', audience: 'STAFF', approved: true }],
    expertAssessment: { on },
    advice: [{ on, kind: 'LEGAL' }],
  } satisfies Partial<TopicFacts>;
}

/** A topic of the principal's meeting, in perfect order. */
export function officeTopic(code: string, change: Partial<TopicFacts> = {}): TopicFacts {
  return partyTopic(code, {
    meetingKind: 'PRINCIPAL_OFFICE',
    confirmation: { ...person('principal'), actingAs: 'PRINCIPAL', on: DAY_BEFORE },
    consultation: [round('SECRETARY', 'secretary')],
    ...change,
  });
}

export function here(name: string, change: Partial<AttendanceFacts> = {}): AttendanceFacts {
  return { ...person(name), capacity: 'MEMBER', status: 'PRESENT', spans: [], reason: null, ...change };
}

export function hands(inFavour: number, against = 0, abstained = 0): VoteFacts {
  return { form: 'SHOW_OF_HANDS', counts: { inFavour, against, abstained }, tellers: [] };
}

export function item(topic: TopicFacts | null, change: Partial<ItemFacts> = {}): ItemFacts {
  return {
    itemId: 'item-2',
    order: 2,
    topic,
    kind: topic?.itemKind ?? 'STUDY',
    interested: [],
    recusedIds: [],
    statedPresent: null,
    vote: hands(5),
    opinions: 'NOT_DONE',
    chairSpokeLast: 'SPOKE_LAST',
    result: 'APPROVED',
    decidedThrough: 'MEETING',
    implements: 'NOT_DONE',
    ...change,
  };
}

export const FIRST_TOPIC: ItemFacts = item(null, {
  itemId: 'item-1',
  order: 1,
  kind: 'FIRST_TOPIC',
  vote: null,
  result: 'NOTED',
});

/** A party meeting that is open, of the whole committee, with vice2 as observer and a first topic. */
export function partyMeeting(items: readonly ItemFacts[], change: Partial<MeetingFacts> = {}): MeetingFacts {
  return {
    ...meeting('PARTY_ORG', [FIRST_TOPIC, ...items]),
    rules: PARTY_RULES,
    chair: { ...person('secretary'), delegatedById: null },
    attendance: [
      ...['secretary', 'principal', 'vice', 'm1', 'm2'].map((name) => here(name)),
      here('vice2', { capacity: 'OBSERVER' }),
      here('clerk', { capacity: 'RECORDER' }),
    ],
    ...change,
  };
}

/** A principal's meeting that is open, of the whole admin team, with the secretary attending. */
export function officeMeeting(items: readonly ItemFacts[], change: Partial<MeetingFacts> = {}): MeetingFacts {
  return {
    ...meeting('PRINCIPAL_OFFICE', items),
    rules: OFFICE_RULES,
    chair: { ...person('principal'), delegatedById: null },
    attendance: [
      ...['principal', 'vice', 'vice2', 'vice3'].map((name) => here(name)),
      here('secretary', { capacity: 'OBSERVER' }),
    ],
    ...change,
  };
}

/** An item of the principal's meeting with everybody's opinion. */
export function officeItem(topic: TopicFacts | null, change: Partial<ItemFacts> = {}): ItemFacts {
  const opinions = ['vice', 'vice2', 'vice3'].map((name) => ({ personId: `id-${name}`, stance: 'AGREE' as const }));
  return item(topic, { vote: null, opinions, implements: { decisionId: 'decision-1' }, ...change });
}

function meeting(kind: MeetingKind, items: readonly ItemFacts[]): MeetingFacts {
  return {
    school: procedureSchool(),
    on: MEETING_DAY,
    recordMode: 'LIVE',
    rules: null,
    departures: [],
    meetingId: 'meeting',
    kind,
    state: 'OPEN',
    chair: 'NOT_DONE',
    noticeSent: { on: DAY_BEFORE },
    papersSent: { on: DAY_BEFORE },
    attendance: 'NOT_DONE',
    stated: null,
    items,
    chairSigned: { on: MEETING_DAY },
    recorderSigned: { on: MEETING_DAY },
    changedAfterSigning: false,
  };
}

export function actor(name: string, role: Role, on: string = MEETING_DAY): Actor {
  return { personId: `id-${name}`, role, on };
}
