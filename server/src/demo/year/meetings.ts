import { meetingChecks } from '@zhixiao/domain';
import type { CivilDate, ItemKind, MeetingFacts, MeetingKind, ProcedureFinding } from '@zhixiao/domain';
import { meetingFacts, MEETING_NAMES, verdictOnItem, verdictOnMeeting } from '../../modules/meetings/index.js';
import { isPartyKind } from '@zhixiao/domain';
import { BLANK_ITEM, BLANK_MEETING } from './blank-rows.js';
import { instantOf } from './days.js';
import { contextOf } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { topicFacts } from './topics.js';
import type { DemoItem, DemoMeeting, DemoTopic } from './year-rows.js';

/** A meeting as it is planned. */
export interface NewMeeting {
  readonly kind: MeetingKind;
  readonly heldOn: CivilDate;
  readonly clock: string;
  readonly place: string;
  /** when it is drafted */
  readonly plannedOn: CivilDate;
  readonly title?: string;
  readonly recorder: string;
}

/** A meeting of the year as a draft, without anything in it yet. */
export function planMeeting(year: SchoolYear, planned: NewMeeting): DemoMeeting {
  const { kind, heldOn, clock, place, plannedOn, title, recorder } = planned;
  const createdAt = instantOf(plannedOn, '08:50');
  const meeting: DemoMeeting = {
    ...BLANK_MEETING,
    ...{ tenantId: year.tenantId, id: year.newId(createdAt), schoolId: year.schoolId, kind, heldOn, place },
    ...{ title: title ?? MEETING_NAMES[kind], year: Number(heldOn.slice(0, 4)), recorderName: recorder },
    ...{
      startsAt: instantOf(heldOn, clock),
      createdAt,
      createdBy: year.clerk.accountId,
      createdByName: year.clerk.name,
    },
    ...{ attendance: [], items: [], corrections: [] },
  };
  year.meetings.push(meeting);
  return meeting;
}

/** What an item is of: a topic, or a kind that needs none. */
export type NewItem = { readonly at?: string } & (
  { readonly topic: DemoTopic; readonly kind?: ItemKind } | { readonly kind: ItemKind; readonly title: string }
);

/** Puts an item at the end of the agenda. */
export function addItem(year: SchoolYear, meeting: DemoMeeting, wanted: NewItem): DemoItem {
  const at = wanted.at ?? meeting.createdAt;
  const topic = 'topic' in wanted ? wanted.topic : null;
  const restricted = topic?.restricted ?? false;
  const listed = meeting.attendance.flatMap(({ personId }) => personId ?? []);
  const item: DemoItem = {
    ...BLANK_ITEM,
    ...{ id: year.newId(at), topicId: topic?.id ?? null, topic, position: meeting.items.length + 1, restricted },
    kind: 'title' in wanted ? wanted.kind : (wanted.kind ?? wanted.topic.itemKind),
    title: 'title' in wanted ? wanted.title : wanted.topic.title,
    matterCode: topic?.matterCode ?? null,
    concernedIds: restricted && !isPartyKind(meeting.kind) ? listed : [],
    presenterName: topic ? (topic.leadName ?? topic.proposerName) : null,
    ...{ leadId: topic?.leadId ?? null, leadName: topic?.leadName ?? null },
    implementsDecisionId: topic?.implementsDecisionId ?? null,
    ...{ recusals: [], opinions: [], ballots: [], createdAt: at, createdBy: year.clerk.accountId },
  };
  meeting.items.push(item);
  return item;
}

/** The meeting as its checks see it, from what the server would read. */
export function factsOfMeeting(year: SchoolYear, meeting: DemoMeeting): MeetingFacts {
  const { kind, heldOn: on, id: meetingId } = meeting;
  const recordMode = meeting.enteredAfterwards ? 'AFTERWARDS' : 'LIVE';
  const context = contextOf(year, { kind, on, recordMode, meetingId });
  const topics = new Map(
    meeting.items.flatMap(({ topic }) => (topic ? [[topic.id, { facts: topicFacts(year, topic) }] as const] : [])),
  );
  return meetingFacts(meeting, context, topics);
}

/** Works out anew how the meeting stands, after something was written. */
export function refreshMeeting(year: SchoolYear, meeting: DemoMeeting, at: string): MeetingFacts {
  const facts = factsOfMeeting(year, meeting);
  Object.assign(meeting, verdictOnMeeting(facts), { checkedAt: at });
  return facts;
}

/** And its undecided items: asked of a meeting that stays as it is, since with its result an item is worked out again. */
export function refreshWithItems(year: SchoolYear, meeting: DemoMeeting, at: string): void {
  const facts = refreshMeeting(year, meeting, at);
  for (const item of meeting.items) {
    const known = facts.items.find(({ itemId }) => itemId === item.id);
    if (item.result === null && known) Object.assign(item, verdictOnItem(known, facts));
  }
}

/** Leaves the rows of the meeting's own checks. */
export function recordMeeting(
  year: SchoolYear,
  meeting: DemoMeeting,
  { findings, at, by }: { readonly findings: readonly ProcedureFinding[]; readonly at: string; readonly by: string },
): void {
  const about = { subjectType: 'MEETING', subjectId: meeting.id, meetingId: meeting.id } as const;
  year.outcomes.record(about, findings, { at, by, restricted: false });
}

/** The meeting's checks as they stand now, as rows. */
export function recordMeetingNow(year: SchoolYear, meeting: DemoMeeting, { at, by }: { at: string; by: string }): void {
  const facts = refreshMeeting(year, meeting, at);
  recordMeeting(year, meeting, { findings: meetingChecks(facts), at, by });
}
