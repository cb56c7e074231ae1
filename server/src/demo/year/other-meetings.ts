import { addDays, leadershipOn } from '@zhixiao/domain';
import type { CivilDate, MeetingKind } from '@zhixiao/domain';
import { listMembers, listPerson } from './attendance.js';
import { workday } from './days.js';
import { callMeeting } from './hold-meeting.js';
import { makeTopic } from './make-topics.js';
import { addItem, factsOfMeeting, planMeeting } from './meetings.js';
import { finishRecord, holdMeeting } from './ordinary-meeting.js';
import type { SchoolYear } from './school-year.js';
import type { DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** 党员大会, which decides what belongs to the members, and the meetings that are records. */
export function holdOther(
  year: SchoolYear,
  { kind, on }: { readonly kind: MeetingKind; readonly on: CivilDate },
): void {
  const called = workday(addDays(on, -3));
  const topics = kind === 'MEMBERS_ASSEMBLY' ? membersTopics(year, called, on) : [];
  const meeting = planMeeting(year, {
    ...{ kind, heldOn: on, clock: kind === 'MEMBERS_ASSEMBLY' ? '16:30' : '15:00', plannedOn: called },
    ...{ place: year.random.pick(YEAR_WORDS.places), recorder: year.clerk.name },
  });
  if (kind === 'SCHOOL_COUNCIL') listCouncil(year, meeting);
  else listMembers(year, meeting);
  for (const title of titlesOf(kind)) addItem(year, meeting, { kind: 'HEAR_REPORT', title });
  for (const topic of topics) addItem(year, meeting, { topic });
  const isHeld = callMeeting(year, meeting, { on: called }) && holdMeeting(year, meeting);
  if (!isHeld) throw new Error(`not held: ${kind} ${on}`);
  finishRecord(year, meeting);
}

function titlesOf(kind: MeetingKind): readonly string[] {
  if (kind === 'SCHOOL_COUNCIL') return YEAR_WORDS.council;
  if (kind === 'DEMOCRATIC_LIFE') return YEAR_WORDS.democraticLife;
  return kind === 'INTEGRITY' ? YEAR_WORDS.integrity : [YEAR_WORDS.assembly.report];
}

/** Members' matters: 发展党员, and now and then an election of committee members. */
function membersTopics(
  year: SchoolYear,
  called: CivilDate,
  on: CivilDate,
): NonNullable<ReturnType<typeof makeTopic>>[] {
  const until = workday(addDays(called, -1));
  const words = YEAR_WORDS.assembly;
  const wanted = [
    { code: 'MEMBER_DEVELOPMENT', title: words.development },
    ...(on.slice(5, 7) === '06' || on.slice(5, 7) === '12'
      ? [{ code: 'COMMITTEE_CANDIDATES', title: words.candidates }]
      : []),
  ];
  return wanted.flatMap(
    ({ code, title }) =>
      makeTopic(year, { kind: 'MEMBERS_ASSEMBLY', itemKind: 'DECISION', code, title }, { until }) ?? [],
  );
}

/** 校务委员会: the admin team and those whom the school asks to advise it. */
function listCouncil(year: SchoolYear, meeting: DemoMeeting): void {
  const facts = factsOfMeeting(year, meeting);
  const { adminTeam } = leadershipOn(facts.school.seats, facts.on, facts.rules);
  for (const person of adminTeam) listPerson(year, meeting, { person, facts, capacity: 'MEMBER' });
  for (const personName of YEAR_WORDS.guests)
    listPerson(year, meeting, { person: { personName }, facts, capacity: 'MEMBER' });
}
