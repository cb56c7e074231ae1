import {
  nextMeetingState,
  type MeetingAct,
  type MeetingState,
  type ProcedureCheckId,
  type ProcedureFinding,
} from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { refusalOf } from '../filings/index.js';
import { recordChecks } from '../topics/index.js';
import type { LoadedMeeting } from './load-meeting.js';
import { Meeting } from './meeting.entity.js';

/** What an act writes, and how it is remembered. */
export interface MeetingOutcome {
  /** e.g. `meeting.opened` */
  readonly action: string;
  readonly set?: Partial<Meeting>;
  readonly reason?: string | null;
}

/**
 * The state after the act, as the domain says it.
 * @throws RuleViolation BAD_STATE, FORBIDDEN, BAD_INPUT, RULE_VIOLATED with the open checks
 */
export function stateAfter({ facts }: LoadedMeeting, act: MeetingAct): MeetingState {
  const next = nextMeetingState(facts, act);
  if (!next.ok) throw refusalOf(next.violation);
  return next.state;
}

/** Writes what became of a meeting and remembers it. */
export async function writeMeeting(
  ctx: WriteContext,
  { row }: Pick<LoadedMeeting, 'row'>,
  { action, set = {}, reason = null }: MeetingOutcome,
): Promise<void> {
  const { tenantId, id, schoolId, version, state } = row;
  await ctx.db.update(Meeting, { tenantId, id }, { ...set, version: version + 1 });
  const entry = { action, subjectType: 'Meeting', subjectId: id, schoolId, reason };
  ctx.audit({ ...entry, before: { state }, after: { kind: row.kind, ...set } });
  ctx.live('Meeting', id, schoolId);
}

/** Leaves the rows of the meeting's own checks, as they stand at its call, opening, close and signing. */
export async function recordMeetingChecks(
  ctx: WriteContext,
  { row }: Pick<LoadedMeeting, 'row'>,
  findings: readonly ProcedureFinding[],
): Promise<void> {
  const { id, schoolId } = row;
  await recordChecks(
    ctx,
    { subjectType: 'MEETING', subjectId: id, meetingId: id, schoolId, restricted: false },
    findings,
  );
}

/** What can be said of a meeting that is called: nobody has come yet, so nothing on who is there. */
export const CHECKED_AT_CALL: readonly ProcedureCheckId[] = ['PM-1', 'PM-14', 'PM-15', 'OM-1'];
