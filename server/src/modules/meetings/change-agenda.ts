import type { WriteContext } from '../../platform/context.js';
import { badInput, keyInOwnTenant, optionalText, type OwnKey } from '../schools/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { addItems, type PlannedItem } from './build-agenda.js';
import { findMeeting, meetingKey, refuseOtherHand, refuseStale, refuseState } from './find-meeting.js';
import type { LoadedMeeting } from './load-meeting.js';
import type { ChangeAgendaInput, PlannedItemInput } from './plan-meeting.input.js';
import { refreshMeeting } from './refresh-meeting.js';
import { writeMeeting } from './settle-meeting.js';
import { beginCurrent } from './start-item.js';
import type { StoredItem } from './stored-meeting.js';
import { mayRead } from './view-verdict.js';

/**
 * The rest of an agenda in its new order: items that are kept, new ones, and those no longer named are taken off. What has a
 * result stays; what the writer may not read stays too, behind the others.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function changeAgenda(ctx: WriteContext, input: ChangeAgendaInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'record');
  refuseOtherHand(ctx, meeting);
  refuseState(ctx, meeting, ['DRAFT', 'CALLED', 'OPEN']);
  refuseStale(meeting.row, input.expectedVersion);
  const open = meeting.row.items.filter((item) => item.result === null);
  const hidden = open.filter((item) => !mayRead(ctx, meeting, item));
  const wanted = placed(ctx, meeting, { items: input.items, hidden });
  const kept = wanted.filter((item) => item.id !== null);
  await moveItems(ctx, meeting, kept);
  await dropItems(
    ctx,
    meeting,
    open.filter((item) => !kept.some(({ id }) => id === item.id)),
  );
  await addItems(
    ctx,
    meeting.row,
    wanted.filter((item) => item.id === null),
  );
  await writeMeeting(ctx, meeting, { action: 'meeting.agenda-changed' });
  await beginCurrent(ctx, meeting.row);
  await refreshMeeting(ctx, meeting.row);
  return meetingKey(meeting);
}

interface Placed extends PlannedItem {
  /** uuid of an item that is kept */
  readonly id: string | null;
}

interface Rest {
  readonly items: readonly PlannedItemInput[];
  readonly hidden: readonly StoredItem[];
}

/** Every item at its place behind those that have a result. @throws RuleViolation BAD_INPUT for one that is not open */
function placed(ctx: WriteContext, { row }: LoadedMeeting, { items, hidden }: Rest): Placed[] {
  const first = Math.max(0, ...row.items.filter((item) => item.result !== null).map((item) => item.position)) + 1;
  const named = items.map((item) => ({ ...item, id: item.id ? keyInOwnTenant(ctx, 'AgendaItem', item.id).id : null }));
  const all = [...named, ...hidden.map(({ id, presenterName }) => ({ id, presenterName }))];
  const ids = all.flatMap(({ id }) => id ?? []);
  const isOpen = (id: string): boolean => row.items.some((item) => item.id === id && item.result === null);
  if (new Set(ids).size < ids.length || !ids.every(isOpen)) throw badInput('items', 'NOT_AN_OPEN_ITEM');
  return all.map((item, i) => ({ ...item, position: first + i }));
}

async function moveItems(ctx: WriteContext, { row }: LoadedMeeting, kept: readonly Placed[]): Promise<void> {
  for (const { id, position, presenterName } of kept) {
    const before = row.items.find((item) => item.id === id);
    if (!before || id === null) continue;
    const presenter = presenterName === undefined ? before.presenterName : optionalText(presenterName);
    if (before.position === position && before.presenterName === presenter) continue;
    const set = { position, presenterName: presenter, version: before.version + 1 };
    await ctx.db.update(AgendaItem, { tenantId: row.tenantId, id }, set);
  }
}

async function dropItems(ctx: WriteContext, { row }: LoadedMeeting, gone: readonly StoredItem[]): Promise<void> {
  for (const { id, version } of gone) {
    await ctx.db.update(AgendaItem, { tenantId: row.tenantId, id }, { removedAt: ctx.now, version: version + 1 });
  }
}
