import type { Decider, ItemKind, ItemResult, MeetingKind } from './meeting-words.js';
import type { ItemFacts, ProcedureContext, ProcedureSchool, TopicFacts } from './procedure-facts.js';
import { approverOf } from './large-amount.js';
import { MAJOR_CATEGORIES, type MatterCategory } from './topic-words.js';

/** 党组织会议 and 党员大会 decide by vote, 校长办公会议 by its principal; the other kinds decide nothing. */
export function isDecidingKind(kind: MeetingKind): boolean {
  return isPartyKind(kind) || kind === 'PRINCIPAL_OFFICE';
}

/** Where the checks of the party organisation meeting apply (意见（五）). */
export function isPartyKind(kind: MeetingKind): boolean {
  return kind === 'PARTY_ORG' || kind === 'MEMBERS_ASSEMBLY';
}

/**
 * A branch too small for a committee decides by its members' meeting: there the base is a number of full members, and the
 * members' assembly is its party meeting.
 */
export function isAssembly(kind: MeetingKind, school: ProcedureSchool): boolean {
  return kind === 'MEMBERS_ASSEMBLY' || (kind === 'PARTY_ORG' && !school.hasCommittee);
}

/** Does a meeting of this kind decide for this body? */
export function decidesFor(kind: MeetingKind, decider: Decider, school: ProcedureSchool): boolean {
  if (decider === 'OFFICE_MEETING') return kind === 'PRINCIPAL_OFFICE';
  if (decider === 'MEMBERS_ASSEMBLY') return isAssembly(kind, school);
  return school.hasCommittee ? kind === 'PARTY_ORG' : isPartyKind(kind);
}

/** Who decides the topic: as its type says; a sum that the filed rules give to the party meeting goes there. */
export function deciderOf(topic: TopicFacts, { rules }: Pick<ProcedureContext, 'rules'>): Decider {
  const { decidedBy } = topic.matter;
  if (decidedBy !== 'OFFICE_MEETING' || topic.amount === null || rules === null) return decidedBy;
  return approverOf(rules, topic.amount)?.approver === 'PARTY_MEETING' ? 'PARTY_MEETING' : decidedBy;
}

/** Is the topic decided at the meeting for which it is meant? If not, that meeting prepares it for another body. */
export function isDecidedHere(topic: TopicFacts, context: ProcedureContext): boolean {
  return decidesFor(topic.meetingKind, deciderOf(topic, context), context.school);
}

const DECIDING_ITEMS: readonly ItemKind[] = ['DECISION', 'IMPLEMENTATION', 'RECONSIDERATION', 'UNSCHEDULED'];

/** 讨论决定 and its like; studying, hearing a report and drafting decide nothing. */
export function isDecidingItem(kind: ItemKind): boolean {
  return DECIDING_ITEMS.includes(kind);
}

/** What a result does: decides, takes note, puts off, takes back, hands on to another body. */
export type ResultClass = 'DECIDING' | 'NOTED' | 'POSTPONED' | 'WITHDRAWN' | 'FORWARDED';

const CLASS_OF: Readonly<Record<ItemResult, ResultClass>> = {
  APPROVED: 'DECIDING',
  APPROVED_IN_PRINCIPLE: 'DECIDING',
  APPROVED_AS_AMENDED: 'DECIDING',
  REJECTED: 'DECIDING',
  // the school has decided; the superior approves or not
  SUBMIT_TO_SUPERIOR: 'DECIDING',
  POSTPONED: 'POSTPONED',
  WITHDRAWN: 'WITHDRAWN',
  NOTED: 'NOTED',
  SUBMIT_TO_PARTY_MEETING: 'FORWARDED',
  SUBMIT_TO_STAFF_CONGRESS: 'FORWARDED',
};

/** What the result does. */
export function classOfResult(result: ItemResult): ResultClass {
  return CLASS_OF[result];
}

/** Is something being decided on this item: it is, by its result; before there is one, by its kind. */
export function isDecided(item: ItemFacts): boolean {
  return item.result === null ? isDecidingItem(item.kind) : classOfResult(item.result) === 'DECIDING';
}

/** 三重一大. */
export function isMajor(category: MatterCategory): boolean {
  return (MAJOR_CATEGORIES as readonly MatterCategory[]).includes(category);
}
