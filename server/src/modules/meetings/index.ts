/**
 * meetings 会议: the two meetings and their kin as they are convened, held, recorded and signed (意见（五）（六）).
 * Tables: meeting, meeting_delegation, attendance, agenda_item, item_recusal, item_opinion, item_ballot, record_correction,
 * opinion_confirmation, item_publication.
 * Rules: all of packages/domain (openingQuorum, mayDecide, nextMeetingState, whyNot…), asked anew at each act under a lock of
 * the meeting. Convened and chaired by the head or by recorded delegation; only members count and vote, by who is in office
 * that day; late, gone and recused change the bar of an item alone. A secret ballot is counts and tellers. Items are taken in
 * their order; a result freezes its numbers, moves its topic and tells the register (registerOnDecided). Chair and recorder
 * sign; then row security seals every part, and corrections are rows of their own. Paper records are entered whole (补录) and
 * taken as they are.
 */
import { AgendaItem } from './agenda-item.entity.js';
import { Attendance, MeetingDelegation } from './attendance.entity.js';
import { departureSubjects } from './departure-subjects.js';
import { HoldingResolver } from './holding.resolver.js';
import { WRITE_MINUTES } from './issue-minutes.js';
import { ItemBallot, ItemOpinion, ItemRecusal, RecordCorrection } from './item-part.entity.js';
import { meetingAttachments } from './meeting-attachments.js';
import { MEETING_NOTIFICATIONS } from './meeting.dictionary.js';
import { Meeting } from './meeting.entity.js';
import { meetingExtensions, meetingModels, meetingRoots } from './meeting.read.js';
import { MeetingResolver } from './meeting.resolver.js';
import {
  AgendaItemLinksResolver,
  MeetingLinksResolver,
  RecordResolver,
  SchoolMeetingsResolver,
  TopicMeetingsResolver,
} from './record.resolver.js';
import { writeMinutes } from './write-minutes.job.js';

export { liftItemRestriction, registerOnDecided } from './decided-items.js';
export type { DecidedItem, OnDecided } from './decided-items.js';
export { enterMeeting } from './enter-meeting.js';
export { isTopicMark, type EnterMeetingInput } from './enter-meeting.input.js';
export { refuseUndoEntered, undoEntered } from './undo-entered.js';
export type { EnteredMeeting } from './undo-entered.js';
export { AgendaItemType } from './agenda-item.type.js';
export { meetingFacts } from './meeting-facts.js';
export { MEETING_NAMES, minutesNumber } from './meeting.dictionary.js';
export { CHECKED_AT_CALL } from './settle-meeting.js';
export { startOf } from './start-of.js';
export type { StoredAttendance, StoredItem, StoredMeeting, StoredOpinion, StoredRecusal } from './stored-meeting.js';
export { membersOf, postOn } from './sync-members.js';
export { verdictOnItem, verdictOnMeeting } from './verdict.js';
export type { ItemVerdict, MeetingVerdict } from './verdict.js';
export { ItemResultEnum } from './meeting.enums.js';
export { MeetingType } from './meeting.type.js';

export const meetingsModule = {
  entities: [
    Meeting,
    MeetingDelegation,
    Attendance,
    AgendaItem,
    ItemRecusal,
    ItemOpinion,
    ItemBallot,
    RecordCorrection,
  ],
  resolvers: [
    MeetingResolver,
    HoldingResolver,
    RecordResolver,
    MeetingLinksResolver,
    AgendaItemLinksResolver,
    SchoolMeetingsResolver,
    TopicMeetingsResolver,
  ],
  models: meetingModels,
  extensions: meetingExtensions,
  roots: meetingRoots,
  jobs: { [WRITE_MINUTES]: writeMinutes },
  attachments: { Meeting: meetingAttachments },
  departures: departureSubjects,
  notifications: { kinds: MEETING_NOTIFICATIONS, routes: { Meeting: '/meetings/{id}/show' } },
};
