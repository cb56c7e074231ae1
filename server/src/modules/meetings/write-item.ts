import type { WriteContext } from '../../platform/context.js';
import { given, optionalText, plausibleDays, type OwnKey } from '../schools/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { findItem, meetingKey, refuseOtherHand, refuseStale, refuseState } from './find-meeting.js';
import type { WriteItemInput } from './item.input.js';
import { refreshMeeting } from './refresh-meeting.js';

/**
 * Writes the text of an item's record (讨论要点、结论、责任人、时限) while the meeting is held and until somebody signs. Result and
 * votes are not text: they stay as they were given.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE
 */
export async function writeItem(ctx: WriteContext, input: WriteItemInput): Promise<OwnKey> {
  const item = await findItem(ctx, input.itemId, 'record');
  refuseOtherHand(ctx, item.meeting);
  refuseState(ctx, item.meeting, ['CALLED', 'OPEN', 'CLOSED']);
  refuseStale(item.row, input.expectedVersion);
  plausibleDays({ dueOn: input.dueOn });
  const { tenantId, schoolId } = item.meeting.row;
  const text = (value: string | null | undefined): string | null | undefined =>
    value === undefined ? undefined : optionalText(value);
  const set = given({
    discussion: input.discussion == null ? undefined : input.discussion,
    conclusion: input.conclusion == null ? undefined : (optionalText(input.conclusion) ?? ''),
    responsible: text(input.responsible),
    dueOn: input.dueOn,
    presenterName: text(input.presenterName),
    chairSpokeLast: input.chairSpokeLast ?? undefined,
  });
  await ctx.db.update(AgendaItem, { tenantId, id: item.row.id }, { ...set, version: item.row.version + 1 });
  await refreshMeeting(ctx, item.meeting.row);
  const entry = { action: 'item.written', subjectType: 'AgendaItem', subjectId: item.row.id, schoolId };
  ctx.audit({ ...entry, after: item.row.restricted ? {} : set });
  return meetingKey(item.meeting);
}
