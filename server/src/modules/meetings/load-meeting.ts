import type { CivilDate, ItemFacts, MeetingFacts, MeetingKind } from '@zhixiao/domain';
import { contextFrom, contextStatements, topicsFrom, topicsStatement, type LoadedTopic } from '../topics/index.js';
import type { ReadContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import { meetingFacts } from './meeting-facts.js';
import { LOAD_SQL, type StoredItem, type StoredMeeting } from './stored-meeting.js';

/** A meeting with its parts, its topics, and all that the checks ask. */
export interface LoadedMeeting {
  readonly row: StoredMeeting;
  readonly facts: MeetingFacts;
  readonly topics: ReadonlyMap<string, LoadedTopic>;
}

/** One of its items. */
export interface LoadedItem {
  readonly meeting: LoadedMeeting;
  readonly row: StoredItem;
  readonly facts: ItemFacts;
}

export interface MeetingKey {
  readonly tenantId: number;
  readonly id: string;
}

/** What has to be known of a meeting to ask all the rest at once. */
export interface MeetingHead extends MeetingKey {
  readonly schoolId: string;
  readonly kind: MeetingKind;
  readonly heldOn: CivilDate;
  readonly enteredAfterwards: boolean;
}

/** The columns of a head, of the meeting `m`. */
export const HEAD_COLUMNS = `m.tenant_id AS "tenantId", m.id, m.school_id AS "schoolId", m.kind, m.held_on::text AS "heldOn",
  m.entered_afterwards AS "enteredAfterwards"`;

const HEAD_SQL = `SELECT ${HEAD_COLUMNS} FROM meeting m WHERE m.tenant_id = $1 AND m.id = $2`;
const TOPICS = `SELECT i.topic_id FROM agenda_item i WHERE i.tenant_id = $1 AND i.meeting_id = $2 AND i.removed_at IS NULL`;

/**
 * A meeting as it stands. Rights are the caller's to check; what row security hides is not there.
 * @throws RuleViolation NOT_FOUND
 */
export async function loadMeeting(ctx: ReadContext, { tenantId, id }: MeetingKey): Promise<LoadedMeeting> {
  const [result] = await ctx.read.run([{ text: HEAD_SQL, values: [tenantId, id], name: 'meeting-head' }]);
  const head = result?.rows[0] as unknown as MeetingHead | undefined;
  if (!head) throw notFound();
  return loadHeaded(ctx, head);
}

/** The same of which the head was read already, at best with its lock: all in one go. */
export async function loadHeaded(ctx: ReadContext, head: MeetingHead): Promise<LoadedMeeting> {
  const { tenantId, id, schoolId, kind, heldOn } = head;
  const recordMode = head.enteredAfterwards ? 'AFTERWARDS' : 'LIVE';
  const scope = { tenantId, schoolId, on: heldOn, kind, meetingId: id, recordMode } as const;
  const [meeting, topicRows, ...context] = await ctx.read.run([
    { text: LOAD_SQL, values: [tenantId, id], name: 'meeting' },
    topicsStatement({ name: 'topics-of-meeting', ids: TOPICS, values: [tenantId, id] }),
    ...contextStatements(scope),
  ]);
  const row = meeting?.rows[0] as unknown as StoredMeeting | undefined;
  if (!row) throw notFound();
  const topics = await topicsFrom(ctx, tenantId, topicRows);
  return { row, facts: meetingFacts(row, contextFrom(context, scope), topics), topics };
}

/** The same after one of its items was changed, without asking for it again. */
export function withItem(meeting: LoadedMeeting, itemId: string, change: Partial<StoredItem>): LoadedMeeting {
  const items = meeting.row.items.map((item) => (item.id === itemId ? { ...item, ...change } : item));
  const row = { ...meeting.row, items };
  return { ...meeting, row, facts: meetingFacts(row, meeting.facts, meeting.topics) };
}

/** @throws RuleViolation NOT_FOUND for one that is not on the agenda (any more) */
export function itemOf(meeting: LoadedMeeting, itemId: string): LoadedItem {
  const row = meeting.row.items.find(({ id }) => id === itemId);
  const facts = meeting.facts.items.find((item) => item.itemId === itemId);
  if (!row || !facts) throw notFound();
  return { meeting, row, facts };
}

/** The item that the meeting has before it: the first without a result; null where all have one, or it is not open. */
export function currentItem({ row }: LoadedMeeting): StoredItem | null {
  return row.state === 'OPEN' ? (row.items.find(({ result }) => result === null) ?? null) : null;
}
