import { encodeId, ID_PREFIXES } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { ReadContext } from '../../platform/context.js';
import { notFound } from '../../platform/errors.js';
import { keyOf } from '../schools/index.js';
import { loadMeeting, type LoadedMeeting } from './load-meeting.js';
import type { MeetingVerdictType } from './meeting-verdict.type.js';
import type { StoredItem } from './stored-meeting.js';
import { verdictOnItem, verdictOnMeeting } from './verdict.js';

/**
 * How a meeting and its undecided items stand right now, asked anew of who sits where, of the rules in force and of what was
 * recorded of its topics since it was last written in.
 * @throws RuleViolation NOT_FOUND
 */
export async function viewVerdict(ctx: ReadContext, opaque: string): Promise<MeetingVerdictType> {
  const meeting = await loadMeeting(ctx, keyOf('Meeting', opaque));
  const { row, facts } = meeting;
  const { tenantId, schoolId } = row;
  if (!ctx.ability.can('read', subjectOf('Meeting', { tenantId, schoolId }))) throw notFound();
  const open = row.items.filter((item) => item.result === null && mayRead(ctx, meeting, item));
  const items = open.map(({ id }) => {
    const item = facts.items.find(({ itemId }) => itemId === id);
    if (!item) throw notFound();
    return { itemId: encodeId(ID_PREFIXES.AgendaItem, tenantId, id), ...verdictOnItem(item, facts) };
  });
  return { ...verdictOnMeeting(facts), items };
}

/** May the account read this item? Who sits in a meeting that prepares a personnel matter reads it too. */
export function mayRead(ctx: ReadContext, { row }: Pick<LoadedMeeting, 'row'>, item: StoredItem): boolean {
  const { accountId, personId } = ctx.grant;
  const isConcerned = personId !== null && item.concernedIds.includes(personId);
  const { tenantId, schoolId } = row;
  const place = { tenantId, schoolId, restricted: item.restricted && !item.published };
  return ctx.ability.can('read', subjectOf('AgendaItem', { ...place, ...(isConcerned ? { accountId } : {}) }));
}
