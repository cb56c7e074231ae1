import type { meetingEnums as zh } from '../zh-CN/meeting-enums.js';
import type { Translations } from './translations.js';

export const meetingEnums: Translations<typeof zh> = {
  MeetingState: {
    DRAFT: 'Draft',
    CALLED: 'Called',
    OPEN: 'Open',
    CLOSED: 'Closed',
    SIGNED: 'Signed',
    ISSUED: 'Minutes issued',
    NOT_HELD: 'Not held',
  },
  NotHeldReason: { NO_QUORUM: 'No quorum', PUT_OFF: 'Put off', CANCELLED: 'Cancelled' },
  AttendanceCapacity: { MEMBER: 'Member', OBSERVER: 'Observer', INVITEE: 'Invitee', RECORDER: 'Recorder' },
  AttendanceStatus: { PRESENT: 'Present', LATE: 'Late', LEAVE: 'On leave', ABSENT: 'Absent' },
  Stance: { AGREE: 'Agree', DISAGREE: 'Disagree', RESERVED: 'Reserved', NO_COMMENT: 'No comment' },
  VoteChoice: { FOR: 'For', AGAINST: 'Against', ABSTAIN: 'Abstain' },
  Signer: { CHAIR: 'Chair', RECORDER: 'Recorder' },
  MeetingNotDone: {
    CHAIR: 'Nobody chaired',
    NOTICE: 'No notice',
    PAPERS: 'No papers',
    CHAIR_SIGNATURE: 'Not signed by the chair',
    RECORDER_SIGNATURE: 'Not signed by the recorder',
  },
  ItemNotDone: {
    OPINIONS: 'No opinions heard',
    CHAIR_SPOKE_LAST: 'The chair did not speak last',
    IMPLEMENTS: 'No decision named that it carries out',
  },
  TopicNotDone: {
    PROPOSER: 'No proposer',
    CONFIRMATION: 'Not confirmed',
    MEMBER_IN_CHARGE: 'No member in charge',
    CONSULTATION: 'The other side was not heard',
  },
  TaskState: {
    ASSIGNED: 'Assigned',
    IN_PROGRESS: 'In progress',
    REPORTED_DONE: 'To be reviewed',
    CLOSED: 'Closed',
    CANCELLED: 'Cancelled',
  },
  TaskLight: { GREEN: 'On time', YELLOW: 'Due soon', RED: 'Overdue' },
  TaskRole: { IMPLEMENT: 'Carries out', SUPERVISE: 'Supervises', SUPPORT: 'Supports' },
  TaskReportKind: {
    PROGRESS: 'Progress',
    DONE: 'Reported done',
    SENT_BACK: 'Sent back',
    CLOSED: 'Closed',
    REOPENED: 'Reopened',
    CANCELLED: 'Cancelled',
  },
  SuperiorOutcome: { APPROVED: 'Approved', NOT_APPROVED: 'Not approved' },
  EmergencyState: { TAKEN: 'To be confirmed', CONFIRMED: 'Confirmed', NOT_CONFIRMED: 'Not confirmed' },
  HeldBackKind: {
    TOPIC_HELD_BACK: 'Topic held back',
    ITEM_POSTPONED: 'Item put off',
    MEETING_NOT_HELD: 'Meeting not held',
  },
  ComplianceGroup: { CHECK: 'In all', COUNTY: 'By county', SCHOOL: 'By school' },
};
