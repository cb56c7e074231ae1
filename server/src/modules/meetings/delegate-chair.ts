import {
  blocks,
  headOf,
  headPostOf,
  leadershipOn,
  meetingChecks,
  whyNotHead,
  type ChairFacts,
  type PersonRef,
} from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refusalOf, refuseBy } from '../filings/index.js';
import { badInput, filledText, keyInOwnTenant, type OwnKey } from '../schools/index.js';
import { MeetingDelegation } from './attendance.entity.js';
import { findMeeting, meetingKey, refuseStale, refuseState } from './find-meeting.js';
import type { LoadedMeeting } from './load-meeting.js';
import { notifyOfMeeting } from './notify-meeting.js';
import type { DelegateChairInput } from './plan-meeting.input.js';
import { refreshMeeting } from './refresh-meeting.js';
import { writeMeeting } from './settle-meeting.js';

/**
 * The head who can't attend entrusts a member with the chair, in a record of the head's own account (PM-1, OM-1), or takes it
 * back. The filed rules may leave no room for it.
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT, RULE_VIOLATED
 */
export async function delegateChair(ctx: WriteContext, input: DelegateChairInput): Promise<OwnKey> {
  const meeting = await findMeeting(ctx, input.id, 'lead');
  refuseState(ctx, meeting, ['DRAFT', 'CALLED']);
  refuseStale(meeting.row, input.expectedVersion);
  const head = actingHead(ctx, meeting);
  const reason = filledText('reason', input.reason);
  const to = input.toPersonId ? chosen(meeting, keyInOwnTenant(ctx, 'Person', input.toPersonId).id) : null;
  if (to) refuseByRules(meeting, { ...to, delegatedById: head.personId });
  await ctx.db.query(
    'UPDATE meeting_delegation SET ended_at = $3 WHERE tenant_id = $1 AND meeting_id = $2 AND ended_at IS NULL',
    [meeting.row.tenantId, meeting.row.id, ctx.now],
  );
  if (to) await record(ctx, meeting, { head, to, reason });
  await writeMeeting(ctx, meeting, { action: to ? 'meeting.chair-delegated' : 'meeting.chair-taken-back', reason });
  await refreshMeeting(ctx, meeting.row);
  if (to)
    notifyOfMeeting(ctx, meeting, {
      kind: 'CHAIR_DELEGATED',
      personIds: [to.personId],
      params: { by: head.personName },
    });
  return meetingKey(meeting);
}

/** @throws RuleViolation FORBIDDEN for all but the head of that meeting in office on its day */
function actingHead(ctx: WriteContext, { facts }: LoadedMeeting): PersonRef {
  refuseBy(whyNotHead(actorOf(ctx), headPostOf(facts.kind)));
  const head = headOf(leadershipOn(facts.school.seats, facts.on, facts.rules), facts.kind);
  if (head?.personId === ctx.grant.personId && head) return head;
  throw new RuleViolation('FORBIDDEN', { reason: 'SOD-15', role: ctx.grant.role, post: headPostOf(facts.kind) });
}

/** @throws RuleViolation BAD_INPUT for one who is not of the body that meets */
function chosen({ facts }: LoadedMeeting, personId: string): PersonRef {
  const { committee, adminTeam } = leadershipOn(facts.school.seats, facts.on, facts.rules);
  const body = headPostOf(facts.kind) === 'SECRETARY' ? committee : adminTeam;
  const found = body.find((person) => person.personId === personId);
  if (!found) throw badInput('toPersonId', 'NOT_A_MEMBER');
  return found;
}

function refuseByRules({ facts }: LoadedMeeting, chair: ChairFacts): void {
  const broken = meetingChecks({ ...facts, chair })
    .filter(({ checkId }) => checkId === 'PM-1' || checkId === 'OM-1')
    .filter(blocks);
  if (broken.length === 0) return;
  throw refusalOf({ code: 'GATES_OPEN', params: { checks: broken.map(({ checkId }) => checkId) }, findings: broken });
}

interface Delegated {
  readonly head: PersonRef;
  readonly to: PersonRef;
  readonly reason: string;
}

async function record(ctx: WriteContext, { row }: LoadedMeeting, { head, to, reason }: Delegated): Promise<void> {
  const { tenantId, id: meetingId, schoolId } = row;
  await ctx.db.insert(MeetingDelegation, {
    ...{ tenantId, id: newId(), schoolId, meetingId, reason, givenOn: ctx.today, createdBy: ctx.grant.accountId },
    ...{ fromId: head.personId, fromName: head.personName, toId: to.personId, toName: to.personName },
  });
}
