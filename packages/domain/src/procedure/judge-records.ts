import { isMajor, isPartyKind } from './bodies.js';
import {
  asksForRecords,
  broken,
  isRecorded,
  judgeRecord,
  kept,
  missing,
  NOT_ASKED,
  type ProcedureVerdict,
} from './judge.js';
import type { DecisionFacts, MeetingFacts, ProcedureContext, Semester } from './procedure-facts.js';
import type { MeetingState } from './meeting-words.js';

/** From the end of the meeting on there is a record to be signed. */
const RECORDED_STATES: readonly MeetingState[] = ['CLOSED', 'SIGNED', 'ISSUED'];

/** REC-1 议事规则：会议记录须由主持人和记录人签字；after that it doesn't change, corrections are appended. */
export function isSigned(meeting: MeetingFacts): ProcedureVerdict {
  if (!asksForRecords(meeting) || meeting.rules?.signatures === false) return NOT_ASKED;
  if (!RECORDED_STATES.includes(meeting.state)) return NOT_ASKED;
  const signatures = { CHAIR: meeting.chairSigned, RECORDER: meeting.recorderSigned };
  const lacks = (Object.keys(signatures) as (keyof typeof signatures)[]).filter((who) => !isRecorded(signatures[who]));
  const params = { lacks, changed: meeting.changedAfterSigning ? 1 : 0 };
  if (meeting.changedAfterSigning || lacks.some((who) => signatures[who] === 'NOT_DONE')) return broken(params);
  return lacks.length === 0 ? kept() : missing(params);
}

/**
 * REC-5 意见（四）9：校长向学校党组织报告重大决议执行情况。 For each decision on a major matter that was in force in the semester, as often as
 * the rules say (once, where they say nothing); judged when the semester is over.
 */
export function isReported(decision: DecisionFacts, context: ProcedureContext, semester: Semester): ProcedureVerdict {
  const { body, matter, state, decidedOn, endedOn, executionReports } = decision;
  if (!asksForRecords(context) || !isPartyKind(body) || !isMajor(matter.category)) return NOT_ASKED;
  const inForce = decidedOn < semester.to && (endedOn === null || semester.from <= endedOn);
  if (!inForce || state === 'AWAITING_SUPERIOR' || state === 'NOT_APPROVED' || context.on < semester.to)
    return NOT_ASKED;
  const wanted = context.rules?.executionReportsPerSemester ?? 1;
  return judgeRecord(executionReports, { reports: 0, wanted }, (reports) => {
    const n = reports.filter(({ on }) => semester.from <= on && on < semester.to).length;
    return n >= wanted ? kept({ reports: n, wanted }) : broken({ reports: n, wanted });
  });
}
