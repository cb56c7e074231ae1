import { addMonths, isMajor, semesterBefore, semesterOn } from '@zhixiao/domain';
import type { CivilDate, DecisionState } from '@zhixiao/domain';
import { executionFindings } from '../../modules/decisions/index.js';
import { instantOf } from './days.js';
import { replacedOn } from './followers.js';
import { contextOf, teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { moveTopic } from './topics.js';
import type { DemoDecision, DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

const HELD: readonly string[] = ['CLOSED', 'SIGNED', 'ISSUED'];

/** 意见（四）9: the principal reports on major decisions to the party organisation, in most semesters in which they are in force. */
export function addReports(year: SchoolYear, decision: DemoDecision): void {
  const { body, category, state, decidedOn, endedOn } = decision;
  if (body !== 'PARTY_ORG' || category === null || !isMajor(category)) return;
  if (state !== 'IN_FORCE' && state !== 'COMPLETED') return;
  let semester = semesterOn(decidedOn);
  while (semester.from < year.today) {
    const until = semester.to < year.today ? semester.to : year.today;
    const from = decidedOn > semester.from ? decidedOn : semester.from;
    const isWanted = endedOn === null || endedOn >= semester.from;
    const heard = isWanted && year.random.chance(0.8) ? hearingIn(year, from, until) : null;
    if (heard) report(year, decision, heard);
    semester = semesterOn(semester.to);
  }
}

/** A party meeting of these days, at which it is reported. */
function hearingIn(year: SchoolYear, from: CivilDate, until: CivilDate): DemoMeeting | null {
  const meetings = year.meetings.filter(
    ({ kind, state, heldOn }) => kind === 'PARTY_ORG' && HELD.includes(state) && heldOn > from && heldOn < until,
  );
  return meetings.length > 0 ? year.random.pick(meetings) : null;
}

function report(year: SchoolYear, decision: DemoDecision, { id: meetingId, heldOn, startsAt }: DemoMeeting): void {
  const { principal } = teamOn(year, heldOn);
  if (!principal) return;
  const { personId, personName } = principal;
  decision.reports.push({
    ...{ id: year.newId(startsAt), reportedOn: heldOn, reportedById: personId, reportedByName: personName, meetingId },
    ...{ recordedByName: personName, text: year.random.pick(YEAR_WORDS.execution), createdAt: startsAt },
    createdBy: year.accountOf(personId),
  });
  decision.version += 1;
  const topic = year.topics.find((one) => one.id === decision.topicId);
  const by = { personId, role: 'Principal' as const, on: heldOn };
  if (topic?.state === 'EXECUTED') moveTopic(year, topic, { act: { type: 'REPORT', by }, at: startsAt });
}

/** REC-5, on the first morning after each semester that ended in the year: what was reported in it, as it was known then. */
export function judgeSemesters(year: SchoolYear): void {
  for (let day = semesterOn(year.since).to; day <= year.today; day = addMonths(day, 6)) judgeOn(year, day);
}

function judgeOn(year: SchoolYear, on: CivilDate): void {
  const semester = semesterBefore(on);
  const by = year.accountOf(teamOn(year, on).secretary?.personId ?? '');
  for (const decision of year.decisions) {
    const { id, body, matter, decidedOn, result, enteredAfterwards, restricted, meetingId } = decision;
    const { state, endedOn } = asOf(year, decision, on);
    const wasInForce = decidedOn < semester.to && (endedOn === null || endedOn >= semester.from);
    if (matter === null || result === 'REJECTED' || !wasInForce) continue;
    const recordMode = enteredAfterwards ? 'AFTERWARDS' : 'LIVE';
    const context = contextOf(year, { kind: body, on, recordMode });
    const reportedOn = decision.reports.map((one) => one.reportedOn).filter((day) => day < on);
    const row = { id, body, matter, state, decidedOn, endedOn, enteredAfterwards, reportedOn };
    const findings = executionFindings(row, context, semester);
    const about = { subjectType: 'DECISION', subjectId: id, meetingId } as const;
    year.outcomes.record(about, findings, { at: instantOf(on, '06:10'), by, restricted });
    decision.judgedSemester = semester.from;
  }
}

/** How the decision stood on that morning. */
function asOf(
  year: SchoolYear,
  decision: DemoDecision,
  on: CivilDate,
): { state: DecisionState; endedOn: CivilDate | null } {
  const { state, endedOn, superiorOn, result } = decision;
  const replaced = replacedOn(year, decision);
  const end = replaced ?? (state === 'COMPLETED' ? endedOn : null);
  if (end !== null && end < on) return { state, endedOn };
  if (result !== 'SUBMIT_TO_SUPERIOR') return { state: 'IN_FORCE', endedOn: null };
  if (superiorOn === null || superiorOn >= on) return { state: 'AWAITING_SUPERIOR', endedOn: null };
  return state === 'NOT_APPROVED' ? { state, endedOn } : { state: 'IN_FORCE', endedOn: null };
}
