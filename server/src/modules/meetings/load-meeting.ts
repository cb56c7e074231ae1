import { procedureContextOf, loadTopicFacts, type LoadedTopic } from '../topics/index.js';
import type { ItemFacts, MeetingFacts } from '@zhixiao/domain';
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

/**
 * A meeting as it stands. Rights are the caller's to check; what row security hides is not there.
 * @throws RuleViolation NOT_FOUND
 */
export async function loadMeeting(ctx: ReadContext, { tenantId, id }: MeetingKey): Promise<LoadedMeeting> {
  const [result] = await ctx.read.run([{ text: LOAD_SQL, values: [tenantId, id] }]);
  const row = result?.rows[0] as unknown as StoredMeeting | undefined;
  if (!row) throw notFound();
  const topicIds = row.items.flatMap(({ topicId }) => topicId ?? []);
  const topics = await loadTopicFacts(ctx, { tenantId, topicIds });
  const context = await procedureContextOf(ctx, {
    ...{ tenantId, schoolId: row.schoolId, on: row.heldOn, kind: row.kind, meetingId: id },
    recordMode: row.enteredAfterwards ? 'AFTERWARDS' : 'LIVE',
  });
  return { row, facts: meetingFacts(row, context, topics), topics };
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
