import {
  addDays,
  headPostOf,
  isRecorded,
  mayOpen,
  meetingChecks,
  nextMeetingState,
  openingQuorum,
} from '@zhixiao/domain';
import type { CivilDate, MeetingAct, NotHeldReason, PersonRef } from '@zhixiao/domain';
import { CHECKED_AT_CALL, minutesNumber } from '../../modules/meetings/index.js';
import { arrive, headOfMeeting } from './attendance.js';
import { instantOf } from './days.js';
import { decideItems } from './decide-items.js';
import type { ItemCourse } from './decide-items.js';
import { factsOfMeeting, recordMeeting, recordMeetingNow, refreshMeeting, refreshWithItems } from './meetings.js';
import { clerkActor } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { DemoItem, DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** @returns whether the domain lets the meeting go on so; then it is in the new state */
function move(year: SchoolYear, meeting: DemoMeeting, act: MeetingAct): boolean {
  const next = nextMeetingState(factsOfMeeting(year, meeting), act);
  if (next.ok) meeting.state = next.state;
  return next.ok;
}

/** Who heads the meeting, as the acting person. */
function headActor(meeting: DemoMeeting, head: PersonRef, on: CivilDate): MeetingAct['by'] {
  const role = headPostOf(meeting.kind) === 'SECRETARY' ? ('Secretary' as const) : ('Principal' as const);
  return { personId: head.personId, role, on };
}

/** The head calls the meeting; notice and papers go out that day, the papers perhaps later. */
export function callMeeting(
  year: SchoolYear,
  meeting: DemoMeeting,
  { on, papersOn = on }: { readonly on: CivilDate; readonly papersOn?: CivilDate | null },
): boolean {
  const head = headOfMeeting(factsOfMeeting(year, meeting));
  if (!head || !move(year, meeting, { type: 'CALL', by: headActor(meeting, head, on) })) return false;
  const at = instantOf(on, '16:00');
  Object.assign(meeting, { noticeOn: on, noticeAt: at, version: meeting.version + 1 });
  if (papersOn) Object.assign(meeting, { papersOn, papersAt: instantOf(papersOn, '16:00') });
  const facts = refreshMeeting(year, meeting, at);
  const findings = meetingChecks(facts).filter(({ checkId }) => CHECKED_AT_CALL.includes(checkId));
  recordMeeting(year, meeting, { findings, at, by: year.accountOf(head.personId) });
  return true;
}

/** The head entrusts a member with the chair, because he can't attend. */
export function delegateChair(year: SchoolYear, meeting: DemoMeeting, to: PersonRef): void {
  const head = headOfMeeting(factsOfMeeting(year, meeting));
  if (!head) return;
  const givenOn = addDays(meeting.heldOn, -1);
  const givenAt = instantOf(givenOn, '18:00');
  meeting.delegation = {
    ...{
      id: year.newId(givenAt),
      fromId: head.personId,
      fromName: head.personName,
      toId: to.personId,
      toName: to.personName,
    },
    ...{
      reason: YEAR_WORDS.reasons.delegation,
      givenAt,
      givenOn,
      createdAt: givenAt,
      createdBy: year.accountOf(head.personId),
    },
  };
}

/** A meeting that is not held: its items are free for another; what was said of it no longer counts. */
export function dropMeeting(
  year: SchoolYear,
  meeting: DemoMeeting,
  {
    reason,
    on,
    note,
    putOffTo = null,
  }: { reason: NotHeldReason; on: CivilDate; note: string; putOffTo?: CivilDate | null },
): void {
  const at = instantOf(on, '15:30');
  refreshWithItems(year, meeting, at);
  if (!move(year, meeting, { type: 'NOT_HELD', by: clerkActor(on), reason })) throw new Error('not dropped');
  for (const item of meeting.items) Object.assign(item, { releasedAt: at, mayDecide: false });
  const set = { mayOpen: false, notHeldReason: reason, notHeldNote: note, putOffTo, version: meeting.version + 1 };
  Object.assign(meeting, set);
  recordMeeting(year, meeting, { findings: [], at, by: year.clerk.accountId });
}

/** Members who are away come after all, until half of them are there (意见（五）（六）). */
export function fillUp(year: SchoolYear, meeting: DemoMeeting): void {
  for (const one of meeting.attendance.filter(
    ({ capacity, status, spans }) => capacity === 'MEMBER' && (status !== 'PRESENT' || spans.length > 0),
  )) {
    if (openingQuorum(factsOfMeeting(year, meeting))?.met !== false) return;
    arrive(year, meeting, one);
  }
}

/** Opens the meeting, where it may be opened; with its number and its chair. */
export function openMeeting(year: SchoolYear, meeting: DemoMeeting): boolean {
  const facts = factsOfMeeting(year, meeting);
  if (mayOpen(facts) !== null || !move(year, meeting, { type: 'OPEN', by: clerkActor(meeting.heldOn) })) return false;
  const { chair } = facts;
  if (isRecorded(chair)) {
    const { personId: chairId, personName: chairName, delegatedById } = chair;
    Object.assign(meeting, { chairId, chairName, delegatedById, chairPost: headPostOf(meeting.kind) });
  }
  Object.assign(meeting, {
    openedAt: meeting.startsAt,
    number: nextNumber(year, meeting),
    version: meeting.version + 1,
  });
  recordMeetingNow(year, meeting, { at: meeting.startsAt, by: year.clerk.accountId });
  return true;
}

function nextNumber(year: SchoolYear, { kind, year: of }: DemoMeeting): number {
  const taken = year.meetings.filter((one) => one.kind === kind && one.year === of).map(({ number }) => number ?? 0);
  return Math.max(0, ...taken) + 1;
}

export interface Holding {
  /** how an item goes, where not as usual */
  readonly courseOf?: (item: DemoItem) => ItemCourse;
  /** leaves so many items for later: the meeting goes on */
  readonly leaveOpen?: number;
  /** what is said of the meeting as a whole before it closes */
  readonly beforeClose?: (year: SchoolYear, meeting: DemoMeeting) => void;
}

/** Takes the items in their order and closes the meeting. */
export function goThrough(
  year: SchoolYear,
  meeting: DemoMeeting,
  { courseOf, leaveOpen = 0, beforeClose }: Holding = {},
): void {
  decideItems(year, meeting, { courseOf: courseOf ?? (() => ({})), leaveOpen });
  if (leaveOpen > 0) {
    refreshWithItems(year, meeting, meeting.startsAt);
    return;
  }
  const endsAt = new Date(Date.parse(meeting.startsAt) + (20 + 18 * meeting.items.length) * 60_000).toISOString();
  beforeClose?.(year, meeting);
  for (const one of meeting.attendance) if (one.status === null && one.capacity === 'MEMBER') one.status = 'ABSENT';
  if (!move(year, meeting, { type: 'CLOSE', by: clerkActor(meeting.heldOn) })) throw new Error('not closed');
  Object.assign(meeting, { closedAt: endsAt, endsAt, version: meeting.version + 1 });
  recordMeetingNow(year, meeting, { at: endsAt, by: year.clerk.accountId });
}

/** Signs for the recorder, then for the chair: with both the record is sealed (REC-1). */
export function signRecord(
  year: SchoolYear,
  meeting: DemoMeeting,
  { on, as = ['RECORDER', 'CHAIR'] }: { readonly on: CivilDate; readonly as?: readonly ('RECORDER' | 'CHAIR')[] },
): void {
  for (const who of as) {
    const isChair = who === 'CHAIR';
    const by = isChair ? { personId: meeting.chairId, role: 'Secretary' as const, on } : clerkActor(on);
    if (!move(year, meeting, { type: 'SIGN', by, as: who })) throw new Error(`not signed: ${meeting.state}`);
    const at = instantOf(on, isChair ? '17:30' : '17:00');
    const account = isChair ? year.accountOf(meeting.chairId ?? '') : year.clerk.accountId;
    Object.assign(
      meeting,
      isChair ? chairSignature(meeting, { at, on, account }) : recorderSignature(year, { at, on, account }),
    );
    meeting.version += 1;
    recordMeetingNow(year, meeting, { at, by: account });
  }
}

interface Signing {
  readonly at: string;
  readonly on: CivilDate;
  readonly account: string;
}

function chairSignature({ chairName }: DemoMeeting, { at, on, account }: Signing): Partial<DemoMeeting> {
  return { chairSignedOn: on, chairSignedAt: at, chairSignedBy: account, chairSignedName: chairName };
}

function recorderSignature({ clerk }: SchoolYear, { at, on, account }: Signing): Partial<DemoMeeting> {
  return { recorderSignedOn: on, recorderSignedAt: at, recorderSignedBy: account, recorderSignedName: clerk.name };
}

/** The head issues the minutes of a signed record. */
export function issueMinutes(year: SchoolYear, meeting: DemoMeeting, on: CivilDate): void {
  const head = headOfMeeting(factsOfMeeting(year, { ...meeting, heldOn: on }));
  if (!head || !move(year, meeting, { type: 'ISSUE', by: headActor(meeting, head, on) })) return;
  const minutesNo = minutesNumber(meeting.year, meeting.number, meeting.heldOn);
  const at = instantOf(on, '18:00');
  Object.assign(meeting, { issuedAt: at, issuedByName: head.personName, minutesNo, version: meeting.version + 1 });
}
