import type { WriteContext } from '../../platform/context.js';
import { badInput, given, optionalText, plausibleDay, type OwnKey } from '../schools/index.js';
import { findMeeting, meetingKey, refuseOtherHand, refuseStale, refuseState } from './find-meeting.js';
import { loadMeeting } from './load-meeting.js';
import type { Meeting } from './meeting.entity.js';
import { listedPeople, notifyOfMeeting } from './notify-meeting.js';
import type { ChangeMeetingInput } from './plan-meeting.input.js';
import { refreshMeeting } from './refresh-meeting.js';
import { writeMeeting } from './settle-meeting.js';
import { startOf } from './start-of.js';
import { syncMembers } from './sync-members.js';

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/**
 * Changes name, time, place or recorder of a meeting that has not begun; who was called is told of a new time or place.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT
 */
export async function changeMeeting(ctx: WriteContext, input: ChangeMeetingInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'record');
  refuseOtherHand(ctx, meeting);
  refuseState(ctx, meeting, ['DRAFT', 'CALLED']);
  refuseStale(meeting.row, input.expectedVersion);
  const { row } = meeting;
  const heldOn = plausibleDay('heldOn', input.heldOn ?? row.heldOn);
  if (input.heldOn && heldOn < ctx.today) throw badInput('heldOn', 'PAST');
  const time = input.startTime ?? clock.format(new Date(row.startsAt));
  const set: Partial<Meeting> = given({
    ...{ heldOn, year: Number(heldOn.slice(0, 4)), startsAt: startOf(heldOn, time) },
    title: optionalText(input.title) ?? undefined,
    place: input.place === undefined ? undefined : (optionalText(input.place) ?? ''),
    recorderName: input.recorderName === undefined ? undefined : optionalText(input.recorderName),
  });
  await writeMeeting(ctx, meeting, { action: 'meeting.changed', set });
  await syncMembers(ctx, await loadMeeting(ctx, row));
  const changed = await refreshMeeting(ctx, row);
  const isMoved =
    heldOn !== row.heldOn || time !== clock.format(new Date(row.startsAt)) || changed.row.place !== row.place;
  if (row.state === 'CALLED' && isMoved) {
    notifyOfMeeting(ctx, changed, { kind: 'MEETING_CHANGED', personIds: listedPeople(changed) });
  }
  return meetingKey(meeting);
}
