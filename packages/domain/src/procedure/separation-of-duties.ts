import { contains } from '../civil-date.js';
import type { SeatFacts } from '../staffing-facts.js';
import { PARTY_POSTS, type Post, type Role } from '../vocabulary.js';
import { FILING_ROLES, headPostOfRole, isOneOf, SCHOOL_ROLES, type Actor } from './actor.js';
import { consultedPeople, consultedSide } from './consultation.js';
import type { CatalogueViolation } from './resolve-matter-type.js';
import { isRecorded } from './judge.js';
import { headOf, headPostOf, isAmong, leadershipOn } from './leadership-on.js';
import type { MatterType } from './matter-type.js';
import type { MeetingState } from './meeting-words.js';
import type { ItemFacts, MeetingFacts, ProcedureContext, TopicFacts } from './procedure-facts.js';
import type { RulesViolation } from './check-rules.js';
import { violation, type ProcedureViolation } from './violation.js';
import { entitledVoters } from './vote-count.js';

/**
 * SOD-1 意见（五）（六）：the principal never confirms a party topic, the secretary never one of the principal's meeting; one who
 * holds both posts confirms under the post used. SOD-3: a proposer confirms his own topic only as that head. SOD-15: and
 * only as long as he holds the seat.
 */
export function whyNotConfirm(actor: Actor, topic: TopicFacts, context: ProcedureContext): ProcedureViolation | null {
  const post = headPostOf(topic.meetingKind);
  if (headPostOfRole(actor.role) !== post) {
    const own = isRecorded(topic.proposer) && topic.proposer.personId === actor.personId;
    return violation(own ? 'SOD-3' : 'SOD-1', { role: actor.role, post });
  }
  const head = headOf(leadershipOn(context.school.seats, actor.on, context.rules), topic.meetingKind);
  return head !== null && head.personId === actor.personId ? null : violation('SOD-15', { role: actor.role, post });
}

/** SOD-3: did the head confirm what he had proposed himself? It is allowed, and the record shows it. */
export function isSelfConfirmed({ proposer, confirmation }: TopicFacts): boolean {
  return isRecorded(proposer) && isRecorded(confirmation) && proposer.personId === confirmation.personId;
}

/** SOD-2 意见（九）：only the other side says its opinion, under its own account: no proxy, no clerk. */
export function whyNotGiveOpinion(
  actor: Actor,
  topic: TopicFacts,
  context: ProcedureContext,
): ProcedureViolation | null {
  const side = consultedSide(topic, context);
  const people = side === null ? [] : consultedPeople(side, context, actor.on);
  const post: Readonly<Record<NonNullable<typeof side>, Role>> = {
    SECRETARY: 'Secretary',
    PRINCIPAL: 'Principal',
    FULL_TIME_DEPUTY: 'DeputySecretary',
  };
  const isIt = side !== null && actor.role === post[side] && isAmong(people, actor.personId ?? '');
  return isIt ? null : violation('SOD-2', { role: actor.role, side: side ?? '' });
}

/** After both signatures a record does not change. */
const LOCKED_STATES: readonly MeetingState[] = ['SIGNED', 'ISSUED'];

/** SOD-10: only the school writes its meetings, votes and opinions. SOD-4: and nobody changes them once they are signed. */
export function whyNotWriteRecord(actor: Actor, meeting: Pick<MeetingFacts, 'state'>): ProcedureViolation | null {
  const outside = whyNotEnter(actor);
  if (outside !== null) return outside;
  return LOCKED_STATES.includes(meeting.state) ? violation('SOD-4', { state: meeting.state }) : null;
}

/** SOD-4: what is wrong in a signed record is corrected in a note of its own, which its chair signs. */
export function whyNotCorrect(actor: Actor, meeting: Pick<MeetingFacts, 'state' | 'chair'>): ProcedureViolation | null {
  const isChair = isRecorded(meeting.chair) && meeting.chair.personId === actor.personId;
  return isChair && LOCKED_STATES.includes(meeting.state) ? null : violation('SOD-4', { state: meeting.state });
}

/** SOD-5 意见（五）：an observer has no vote; a member who is recused has none on that item. */
export function whyNotVote(actor: Actor, item: ItemFacts, meeting: MeetingFacts): ProcedureViolation | null {
  const entitled = entitledVoters(item, meeting);
  const mayVote = actor.personId !== null && isAmong(entitled?.people ?? [], actor.personId);
  return mayVote ? null : violation('SOD-5', { role: actor.role });
}

/** What a school never grants itself. */
export const SUPERIOR_GRANTS = ['FILE_RULES', 'SET_ADJUSTED', 'APPROVE_STAFFING_DEPARTURE'] as const;
export type SuperiorGrant = (typeof SUPERIOR_GRANTS)[number];

/** SOD-6 意见（七）（十五）：a school sets no 已调整, files no rules, approves no staffing departure of its own. */
export function whyNotGrant(actor: Actor, grant: SuperiorGrant): ProcedureViolation | null {
  return isOneOf(actor.role, FILING_ROLES) ? null : violation('SOD-6', { role: actor.role, grant });
}

/** SOD-10: county, city, inspectors and the platform enter nothing into a school's meetings. */
export function whyNotEnter({ role }: Actor): ProcedureViolation | null {
  return isOneOf(role, SCHOOL_ROLES) ? null : violation('SOD-10', { role });
}

/** SOD-11: thresholds and marks become stricter, never looser than the Opinion. */
export function whyNotLoosen(found: readonly (RulesViolation | CatalogueViolation)[]): ProcedureViolation | null {
  return found.length === 0
    ? null
    : violation('SOD-11', { codes: found.map((one) => one.code), fields: found.map((one) => one.field) });
}

/** SOD-15: a right ends with the appointment, on the day after its last one. */
export function whyNotActAs(actor: Actor, post: Post, seats: readonly SeatFacts[]): ProcedureViolation | null {
  const held = seats.some((seat) => seat.personId === actor.personId && seat.post === post && contains(seat, actor.on));
  return held ? null : violation('SOD-15', { role: actor.role, post });
}

/** Who reads what is decided on people beside the committee: those who appoint and those who inspect. */
const PERSONNEL_READERS: readonly Role[] = ['CityAdmin', 'CityInspector', 'CountyAdmin', 'CountyInspector'];

/** What SOD-16 asks on a personnel matter. */
export type PersonnelText = {
  readonly matter: Pick<MatterType, 'category'>;
  readonly published: boolean;
  readonly seats: readonly SeatFacts[];
};

/** SOD-16: decision and votes on 干部任免 are read by the committee, the appointing authority and inspectors until published. */
export function whyNotReadPersonnel(
  actor: Actor,
  { matter, published, seats }: PersonnelText,
): ProcedureViolation | null {
  if (published || matter.category !== 'CADRE_APPOINTMENT' || isOneOf(actor.role, PERSONNEL_READERS)) return null;
  const isMember = PARTY_POSTS.some((post) => whyNotActAs(actor, post, seats) === null);
  return isMember ? null : violation('SOD-16', { role: actor.role });
}
