import { isRecorded, whyNotEnter, whyNotWriteRecord, type MeetingState } from '@zhixiao/domain';
import { subjectOf, type ActionOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { keyOf, type OwnKey } from '../schools/index.js';
import {
  HEAD_COLUMNS,
  itemOf,
  loadHeaded,
  type LoadedItem,
  type LoadedMeeting,
  type MeetingHead,
  type MeetingKey,
} from './load-meeting.js';

export type MeetingAction = Exclude<ActionOf<'Meeting'>, 'read'>;

/**
 * The meeting that is to be acted on, locked until COMMIT: whoever writes in it waits for whoever wrote before. County and
 * city read it and enter nothing (SOD-10).
 * @param opaque its id
 * @throws RuleViolation NOT_FOUND, FORBIDDEN
 */
export async function findMeeting(ctx: WriteContext, opaque: string, action: MeetingAction): Promise<LoadedMeeting> {
  const key = keyOf('Meeting', opaque);
  const seen = await lockedOrSeen<MeetingHead>(ctx, { sql: MEETING_SQL, name: 'lock-meeting' }, [key.tenantId, key.id]);
  if (!seen) throw notFound();
  refuseUnlessMay(ctx, seen, action);
  return loadHeaded(ctx, seen);
}

const MEETING_SQL = `SELECT ${HEAD_COLUMNS} FROM meeting m
  WHERE m.tenant_id = $1 AND m.id = $2 AND m.undone_at IS NULL`;

/**
 * The row, locked; for whom row security lets read and not write it, as it is seen: the refusal says why, and one statement is
 * enough for whoever may act.
 */
async function lockedOrSeen<Row extends object>(
  ctx: WriteContext,
  { sql, name }: { readonly sql: string; readonly name: string },
  values: readonly unknown[],
): Promise<Row | undefined> {
  const [locked] = await ctx.db.query<Row>(`${sql} FOR UPDATE OF m`, [...values], name);
  return locked ?? (await ctx.db.query<Row>(sql, [...values]))[0];
}

interface Place {
  readonly tenantId: number;
  readonly schoolId: string;
}

function refuseUnlessMay(ctx: WriteContext, place: Place, action: MeetingAction): void {
  const subject = subjectOf('Meeting', place);
  if (!ctx.ability.can('read', subject)) throw notFound();
  refuseBy(whyNotEnter(actorOf(ctx)));
  if (!ctx.ability.can(action, subject)) throw new RuleViolation('FORBIDDEN');
}

interface SeenItem extends MeetingHead {
  readonly restricted: boolean;
  readonly concerned: boolean;
}

const ITEM_SQL = `SELECT ${HEAD_COLUMNS},
    i.restricted AND NOT EXISTS (SELECT 1 FROM item_publication p WHERE p.tenant_id = i.tenant_id AND p.item_id = i.id) AS restricted,
    COALESCE($3::uuid = ANY (i.concerned_ids), false) AS concerned
  FROM agenda_item i JOIN meeting m ON m.tenant_id = i.tenant_id AND m.id = i.meeting_id
  WHERE i.tenant_id = $1 AND i.id = $2 AND i.removed_at IS NULL`;

/**
 * An item of the agenda, its meeting locked. What somebody may not read of a personnel matter is not there for him.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN
 */
export async function findItem(ctx: WriteContext, opaque: string, action: MeetingAction): Promise<LoadedItem> {
  const key = keyOf('AgendaItem', opaque);
  return loadItem(ctx, key.id, { seen: await lockItem(ctx, key), action });
}

const TOPIC_SQL = `SELECT 1 AS ok FROM topic t WHERE t.tenant_id = $1 AND t.id = (
  SELECT i.topic_id FROM agenda_item i WHERE i.tenant_id = $1 AND i.id = $2) FOR UPDATE`;

/** The same with its topic locked too, after the meeting: what is then read of it stays so until COMMIT. */
export async function findItemAndTopic(ctx: WriteContext, opaque: string, action: MeetingAction): Promise<LoadedItem> {
  const key = keyOf('AgendaItem', opaque);
  const locks = [lockItem(ctx, key), ctx.db.query(TOPIC_SQL, [key.tenantId, key.id], 'lock-topic-of-item')] as const;
  const [seen] = await Promise.all(locks);
  return loadItem(ctx, key.id, { seen, action });
}

function lockItem(ctx: WriteContext, key: MeetingKey): Promise<SeenItem | undefined> {
  const values = [key.tenantId, key.id, ctx.grant.personId];
  return lockedOrSeen<SeenItem>(ctx, { sql: ITEM_SQL, name: 'lock-meeting-of-item' }, values);
}

interface Sought {
  readonly seen: SeenItem | undefined;
  readonly action: MeetingAction;
}

async function loadItem(ctx: WriteContext, itemId: string, { seen, action }: Sought): Promise<LoadedItem> {
  if (!seen) throw notFound();
  const { tenantId, schoolId, restricted, concerned } = seen;
  const account = concerned ? { accountId: ctx.grant.accountId } : {};
  if (!ctx.ability.can('read', subjectOf('AgendaItem', { tenantId, schoolId, restricted, ...account })))
    throw notFound();
  refuseUnlessMay(ctx, seen, action);
  return itemOf(await loadHeaded(ctx, seen), itemId);
}

/** @throws RuleViolation CONFLICT with the version that it has */
export function refuseStale({ version }: { readonly version: number }, expectedVersion: number): void {
  if (version !== expectedVersion) throw new RuleViolation('CONFLICT', { currentVersion: version });
}

/** @throws RuleViolation FORBIDDEN SOD-4 of a signed record, BAD_STATE of one in another state than these */
export function refuseState(ctx: WriteContext, { row }: LoadedMeeting, allowed: readonly MeetingState[]): void {
  refuseBy(whyNotWriteRecord(actorOf(ctx), row));
  if (!allowed.includes(row.state)) {
    throw new RuleViolation('BAD_STATE', { reason: 'NOT_IN_THIS_STATE', from: row.state, allowed: [...allowed] });
  }
  if (row.state === 'CLOSED' && (row.chairSignedOn ?? row.recorderSignedOn) !== null) {
    throw new RuleViolation('BAD_STATE', { reason: 'SIGNED_ONCE', from: row.state });
  }
}

/**
 * Whose hand writes the record: the clerk, the chair, the head of this meeting, or a member who is on the list as recorder.
 * @throws RuleViolation FORBIDDEN
 */
export function refuseOtherHand(ctx: WriteContext, { facts, row }: LoadedMeeting): void {
  const { role, personId } = ctx.grant;
  if (role === 'SchoolClerk') return;
  const isChair = isRecorded(facts.chair) && facts.chair.personId === personId;
  const isRecorder = row.attendance.some(
    (one) => one.personId === personId && one.capacity === 'RECORDER' && !one.removed,
  );
  if (!isChair && !isRecorder)
    throw new RuleViolation('FORBIDDEN', { reason: 'NOT_YOUR_ACT', act: 'WRITE_RECORD', role });
}

/** The key by which the read models find it. */
export function meetingKey({ row }: Pick<LoadedMeeting, 'row'>): OwnKey {
  return { type: 'Meeting', tenantId: row.tenantId, id: row.id };
}
