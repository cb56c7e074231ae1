import { headPostOf, whyNotEnter, whyNotHead, type MeetingKind } from '@zhixiao/domain';
import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation, notFound } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { badInput, keyOf, optionalText, plausibleDay, type OwnKey } from '../schools/index.js';
import { addGuests } from './add-guests.js';
import { addItems } from './build-agenda.js';
import { loadMeeting } from './load-meeting.js';
import { MEETING_NAMES } from './meeting.dictionary.js';
import { Meeting } from './meeting.entity.js';
import type { PlanMeetingInput } from './plan-meeting.input.js';
import { refreshMeeting } from './refresh-meeting.js';
import { startOf } from './start-of.js';
import { syncMembers } from './sync-members.js';

/**
 * Drafts a meeting with its agenda: by the head who convenes it (意见（五）（六）), or by the clerk for the head, who calls it.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, BAD_INPUT, BAD_STATE
 */
export async function planMeeting(ctx: WriteContext, input: PlanMeetingInput): Promise<OwnKey> {
  const school = keyOf('School', input.schoolId);
  const { kind } = input;
  refuseOthers(ctx, school, kind);
  const { tenantId, id: schoolId } = school;
  const heldOn = plausibleDay('heldOn', input.heldOn);
  if (heldOn < ctx.today) throw badInput('heldOn', 'PAST');
  const id = newId();
  const row = {
    ...{ tenantId, id, schoolId, kind, state: 'DRAFT' as const, heldOn, year: Number(heldOn.slice(0, 4)) },
    ...{ title: optionalText(input.title) ?? MEETING_NAMES[kind], startsAt: startOf(heldOn, input.startTime) },
    ...{ place: optionalText(input.place) ?? '', recorderName: optionalText(input.recorderName) },
    ...{ version: 1, createdBy: ctx.grant.accountId, createdByName: ctx.grant.accountName },
  };
  await ctx.db.insert(Meeting, row);
  await syncMembers(ctx, await loadMeeting(ctx, { tenantId, id }));
  await addGuests(ctx, await loadMeeting(ctx, { tenantId, id }), input.guests ?? []);
  const { row: stored } = await loadMeeting(ctx, { tenantId, id });
  await addItems(
    ctx,
    stored,
    input.items.map((item, i) => ({ ...item, position: i + 1 })),
  );
  await refreshMeeting(ctx, { tenantId, id });
  const entry = { action: 'meeting.planned', subjectType: 'Meeting', subjectId: id, schoolId };
  ctx.audit({ ...entry, after: { kind, heldOn, title: row.title, items: input.items.length } });
  return { type: 'Meeting', tenantId, id };
}

/** @throws RuleViolation NOT_FOUND, FORBIDDEN: nobody above a school, and only the head of that meeting or the clerk */
export function refuseOthers(ctx: WriteContext, school: OwnKey, kind: MeetingKind): void {
  const subject = subjectOf('Meeting', { tenantId: school.tenantId, schoolId: school.id });
  if (!ctx.ability.can('read', subject)) throw notFound();
  refuseBy(whyNotEnter(actorOf(ctx)));
  if (!ctx.ability.can('plan', subject)) throw new RuleViolation('FORBIDDEN');
  if (ctx.grant.role !== 'SchoolClerk') refuseBy(whyNotHead(actorOf(ctx), headPostOf(kind)));
}
