import { headPostOf, isRecorded, itemChecks, meetingChecks, whyNotHead } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { actorOf } from '../filings/index.js';
import type { DepartureFinder } from '../topics/index.js';
import { findItem, findMeeting, refuseState } from './find-meeting.js';
import type { LoadedMeeting } from './load-meeting.js';
import { refreshMeeting } from './refresh-meeting.js';

/** Who chairs, or is the head of that meeting, accepts that it goes otherwise than is generally asked. */
function mayAccept(ctx: WriteContext, { facts }: LoadedMeeting): boolean {
  const isChair = isRecorded(facts.chair) && facts.chair.personId === ctx.grant.personId;
  return isChair || whyNotHead(actorOf(ctx), headPostOf(facts.kind)) === null;
}

const findMeetingToDepart: DepartureFinder = async (ctx, opaqueId) => {
  const meeting = await findMeeting(ctx, opaqueId, 'record');
  refuseState(ctx, meeting, ['DRAFT', 'CALLED', 'OPEN', 'CLOSED']);
  const { id, schoolId } = meeting.row;
  return {
    ...{ id, schoolId, restricted: false, type: 'Meeting', mayAccept: mayAccept(ctx, meeting) },
    findings: () => Promise.resolve(meetingChecks(meeting.facts)),
    done: async () => void (await refreshMeeting(ctx, meeting.row)),
  };
};

const findItemToDepart: DepartureFinder = async (ctx, opaqueId) => {
  const { meeting, row, facts } = await findItem(ctx, opaqueId, 'record');
  refuseState(ctx, meeting, ['DRAFT', 'CALLED', 'OPEN', 'CLOSED']);
  return {
    ...{ id: row.id, schoolId: meeting.row.schoolId, restricted: row.restricted, type: 'AgendaItem' },
    mayAccept: mayAccept(ctx, meeting),
    findings: () => Promise.resolve(itemChecks(facts, meeting.facts)),
    done: async () => void (await refreshMeeting(ctx, meeting.row)),
  };
};

/** What topics' departFrom may be asked for of this module. */
export const departureSubjects = { MEETING: findMeetingToDepart, ITEM: findItemToDepart } as const;
