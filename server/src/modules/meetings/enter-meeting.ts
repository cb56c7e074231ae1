import { meetingChecks, nextMeetingState, type MeetingState } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refusalOf } from '../filings/index.js';
import { badInput, keyOf, optionalText, plausibleDay, plausibleDays, type OwnKey } from '../schools/index.js';
import { procedureContextOf } from '../topics/index.js';
import type { EnterMeetingInput } from './enter-meeting.input.js';
import { enterAttendance, enterItems } from './enter-parts.js';
import { loadMeeting, type LoadedMeeting } from './load-meeting.js';
import { MEETING_NAMES } from './meeting.dictionary.js';
import { Meeting } from './meeting.entity.js';
import { notifyOfMeeting } from './notify-meeting.js';
import { paperPeople, refOf, type PaperPeople } from './paper-people.js';
import { refuseOthers } from './plan-meeting.js';
import { refreshMeeting } from './refresh-meeting.js';
import { recordMeetingChecks } from './settle-meeting.js';
import { settleEntered } from './settle-entered.js';
import { seal } from './sign-record.js';
import { startOf } from './start-of.js';

/** Where the paper has no time of day. */
const UNKNOWN_TIME = '00:00';

/**
 * 补录: enters a meeting that was held on paper, whole and marked. What the paper says is taken as it is, whatever it breaks:
 * the checks say PASS, FAIL or, where it says nothing, NO_RECORD. Opinions stand as stated until their persons confirm them. A
 * record that both signed on paper is sealed at once.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_INPUT, CONFLICT of a number that is taken
 */
export async function enterMeeting(ctx: WriteContext, input: EnterMeetingInput): Promise<OwnKey> {
  const school = keyOf('School', input.schoolId);
  refuseOthers(ctx, school, input.kind);
  const heldOn = checkedDay(ctx, input);
  const { tenantId, id: schoolId } = school;
  const key = { tenantId, id: newId() };
  const people = await paperPeople(ctx, input, schoolId);
  await ctx.db.insert(Meeting, { ...rowOf(ctx, input, people), ...key, schoolId });
  await enterAttendance(ctx, { ...key, schoolId }, { entries: input.attendance ?? [], people });
  const { kind } = input;
  const listed = (input.attendance ?? []).flatMap((one) => refOf(people, one)?.personId ?? []);
  const context = await procedureContextOf(ctx, { tenantId, schoolId, on: heldOn, kind, recordMode: 'AFTERWARDS' });
  await enterItems(ctx, { ...key, schoolId }, { items: input.items, place: { kind, heldOn, people, context, listed } });
  await settleEntered(ctx, await loadMeeting(ctx, key));
  await close(ctx, await refreshMeeting(ctx, key));
  const entry = { action: 'meeting.entered', subjectType: 'Meeting', subjectId: key.id, schoolId };
  ctx.audit({ ...entry, after: { kind, heldOn, number: input.number ?? null, items: input.items.length } });
  return { type: 'Meeting', ...key };
}

function checkedDay(ctx: WriteContext, input: EnterMeetingInput): string {
  const heldOn = plausibleDay('heldOn', input.heldOn);
  if (heldOn > ctx.today) throw badInput('heldOn', 'TO_COME');
  const { noticeOn, papersOn, chairSignedOn, recorderSignedOn } = input;
  plausibleDays({ noticeOn, papersOn, chairSignedOn, recorderSignedOn });
  if (input.items.length === 0) throw badInput('items', 'REQUIRED');
  return heldOn;
}

function rowOf(ctx: WriteContext, input: EnterMeetingInput, people: PaperPeople): Partial<Meeting> {
  const { kind, heldOn } = input;
  const chair = refOf(people, input.chair);
  const chairName = chair?.personName ?? optionalText(input.chair?.name);
  const recorderName = optionalText(input.recorderName);
  const { chairSignedOn = null, recorderSignedOn = null } = input;
  return {
    ...{ kind, heldOn, year: Number(heldOn.slice(0, 4)), number: input.number ?? null, state: 'DRAFT' },
    ...{ title: optionalText(input.title) ?? MEETING_NAMES[kind], place: optionalText(input.place) ?? '' },
    startsAt: startOf(heldOn, input.startTime ?? UNKNOWN_TIME),
    endsAt: input.endTime ? startOf(heldOn, input.endTime) : null,
    ...{ chairId: chair?.personId ?? null, chairName, recorderName },
    delegatedById: refOf(people, { personId: input.delegatedById ?? null })?.personId ?? null,
    ...{ noticeOn: input.noticeOn ?? null, papersOn: input.papersOn ?? null },
    ...{ statedExpected: input.statedExpected ?? null, statedPresent: input.statedPresent ?? null },
    ...{ chairSignedOn, chairSignedName: chairSignedOn && chairName },
    ...{ recorderSignedOn, recorderSignedName: recorderSignedOn && recorderName },
    ...{ enteredAfterwards: true, notDone: [...(input.notDone ?? [])], version: 1 },
    ...{ createdBy: ctx.grant.accountId, createdByName: ctx.grant.accountName },
  };
}

/** Entered it is closed, as the domain says; sealed where the paper has both signatures. */
async function close(ctx: WriteContext, meeting: LoadedMeeting): Promise<void> {
  const next = nextMeetingState(meeting.facts, { type: 'ENTER_AFTERWARDS', by: actorOf(ctx) });
  if (!next.ok) throw refusalOf(next.violation);
  const { tenantId, id, chairSignedOn, recorderSignedOn } = meeting.row;
  const isSigned = chairSignedOn !== null && recorderSignedOn !== null;
  const state: MeetingState = isSigned ? 'SIGNED' : next.state;
  await ctx.db.update(Meeting, { tenantId, id }, { state });
  const entered = await refreshMeeting(ctx, { tenantId, id });
  if (isSigned) await seal(ctx, { tenantId, id });
  await recordMeetingChecks(ctx, entered, meetingChecks(entered.facts));
  const stated = entered.row.items.flatMap((item) => item.opinions.map(({ personId }) => personId));
  notifyOfMeeting(ctx, entered, { kind: 'OPINION_STATED', personIds: stated });
}
