import { addDays, headOf, headPostOf, leadershipOn, meetingChecks, nextMeetingState } from '@zhixiao/domain';
import type { CivilDate, DecisionForm, ItemResult, PersonRef, RuledMeetingKind } from '@zhixiao/domain';
import { listPerson } from './attendance.js';
import { workday } from './days.js';
import { issueMinutes } from './hold-meeting.js';
import { usualTopic } from './make-topics.js';
import { addItem, factsOfMeeting, planMeeting, recordMeeting, refreshMeeting } from './meetings.js';
import { enterItem } from './paper-items.js';
import { enterTopic } from './paper-topics.js';
import { clerkActor, contextOf } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import type { DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';
import { membersOf } from '../../modules/meetings/index.js';

/**
 * What a paper says: everything; nothing beside the conclusions; that much was not done; or what the Opinion does not allow
 * (too few for a cadre matter, a chair who was not entrusted, decided by circulation, the principal's meeting in its place).
 */
export const PAPER_KINDS = ['FULL', 'SILENT', 'NOT_DONE', 'BROKEN'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export interface Paper {
  readonly kind: RuledMeetingKind;
  readonly on: CivilDate;
  readonly says: PaperKind;
}

/** 补录: a meeting that was held on paper, entered whole some weeks later and taken as it is. */
export function enterMeeting(year: SchoolYear, paper: Paper): DemoMeeting | null {
  const { kind, on, says } = paper;
  const enteredOn = workday(addDays(on, 20));
  const { rules } = contextOf(year, { kind, on, recordMode: 'AFTERWARDS' });
  const leadership = leadershipOn(year.seats, on, rules);
  const head = headOf(leadership, kind);
  if (!head || enteredOn < on || enteredOn >= year.today) return null;
  const meeting = planMeeting(year, {
    ...{
      kind,
      heldOn: on,
      clock: says === 'SILENT' ? '00:00' : '15:00',
      place: says === 'SILENT' ? '' : year.random.pick(YEAR_WORDS.places),
    },
    ...{ plannedOn: enteredOn, recorder: year.clerk.name },
  });
  const other = (kind === 'PARTY_ORG' ? leadership.committee : leadership.adminTeam).find(
    (one) => one.personId !== head.personId,
  );
  const chair = says === 'BROKEN' && other ? other : head;
  Object.assign(meeting, { enteredAfterwards: true, number: nextNumber(year, meeting) }, headOfPaper(paper, chair));
  if (says !== 'SILENT') listAsWritten(year, meeting, { says, chair });
  // of the principal's meeting such a paper does not even say how many were there
  else if (kind === 'PARTY_ORG') Object.assign(meeting, countsOf(factsOfMeeting(year, meeting)));
  addItems(year, meeting, { paper, head });
  close(year, meeting, { enteredOn });
  return meeting;
}

function nextNumber(year: SchoolYear, { kind, year: of }: DemoMeeting): number {
  const taken = year.meetings.filter((one) => one.kind === kind && one.year === of).map(({ number }) => number ?? 0);
  return Math.max(0, ...taken) + 1;
}

/** What the head of the paper says: notice, chair, signatures. */
function headOfPaper({ on, says }: Paper, chair: PersonRef): Partial<DemoMeeting> {
  const chaired = { chairId: chair.personId, chairName: chair.personName };
  if (says === 'SILENT') return { recorderName: null };
  const signed = { chairSignedOn: on, chairSignedName: chair.personName };
  if (says === 'NOT_DONE') {
    return { ...chaired, ...signed, notDone: ['NOTICE', 'PAPERS', 'RECORDER_SIGNATURE'] };
  }
  const both = {
    ...signed,
    recorderSignedOn: on,
    recorderSignedName: YEAR_WORDS.paperRecorder,
    recorderName: YEAR_WORDS.paperRecorder,
  };
  return { ...chaired, ...both, noticeOn: addDays(on, -3), papersOn: addDays(on, -3) };
}

function countsOf(facts: ReturnType<typeof factsOfMeeting>): Partial<DemoMeeting> {
  const expected = Math.max(3, membersOf(facts).length);
  return { statedExpected: expected, statedPresent: expected - 1 };
}

/** The list of names: who came, who did not; of a broken record too few, and one who is no member counted as one. */
function listAsWritten(
  year: SchoolYear,
  meeting: DemoMeeting,
  { says, chair }: { says: PaperKind; chair: PersonRef },
): void {
  const facts = factsOfMeeting(year, meeting);
  const members = membersOf(facts).toSorted(
    (a, b) => Number(b.personId === chair.personId) - Number(a.personId === chair.personId),
  );
  const there =
    says === 'BROKEN'
      ? Math.max(1, Math.ceil(members.length / 2) - (meeting.kind === 'PARTY_ORG' ? 0 : 1))
      : members.length - 1;
  for (const [i, person] of members.entries()) {
    const one = listPerson(year, meeting, { person, facts, capacity: 'MEMBER' });
    const isThere = i < Math.max(1, there);
    Object.assign(one, isThere ? { status: 'PRESENT' } : { status: 'LEAVE', reason: YEAR_WORDS.reasons.leave[0] });
  }
  const { team } = leadershipOn(facts.school.seats, facts.on, facts.rules);
  const stranger = team.find(({ personId }) => !meeting.attendance.some((one) => one.personId === personId));
  if (says === 'BROKEN' && stranger) {
    Object.assign(listPerson(year, meeting, { person: stranger, facts, capacity: 'MEMBER' }), { status: 'PRESENT' });
  }
}

const FORMS: readonly DecisionForm[] = ['CIRCULATION', 'COUNTERSIGNING', 'ONE_BY_ONE'];

/** Two or three items, as the paper has them. */
function addItems(year: SchoolYear, meeting: DemoMeeting, { paper, head }: { paper: Paper; head: PersonRef }): void {
  const { kind, on, says } = paper;
  const { random } = year;
  const isBroken = says === 'BROKEN';
  const wanted = [usualTopic(year, kind, on), usualTopic(year, kind, on)];
  // a party matter before the principal's meeting, a cadre matter before too few
  if (isBroken) wanted[1] = { ...usualTopic(year, 'PARTY_ORG', on), kind };
  // which decision is reconsidered a poor paper does not say
  const reconsidered = {
    itemKind: 'RECONSIDERATION',
    code: 'CANTEEN_UNIFORM_SERVICE',
    title: YEAR_WORDS.reconsiderOnPaper,
  } as const;
  if (kind === 'PARTY_ORG' && says === 'SILENT') wanted[1] = { ...reconsidered, kind };
  if (kind === 'PARTY_ORG') {
    wanted.push({ ...wanted[0]!, code: 'CADRE_APPOINT_MIDDLE', title: YEAR_WORDS.cadreOnPaper, more: {} });
    if (says !== 'SILENT') addItem(year, meeting, { kind: 'FIRST_TOPIC', title: random.pick(YEAR_WORDS.firstTopics) });
  } else {
    wanted.push({ kind, itemKind: 'IMPLEMENTATION', code: 'IMPLEMENT_DECISION', title: YEAR_WORDS.implementOnPaper });
  }
  for (const one of wanted)
    addItem(year, meeting, { topic: enterTopic(year, one, { paper, head, post: headPostOf(kind) }) });
  for (const [i, item] of meeting.items.entries()) {
    const result: ItemResult = item.topic ? 'APPROVED' : 'NOTED';
    enterItem(
      year,
      { meeting, item },
      { says, result, through: says === 'SILENT' ? null : isBroken ? (FORMS[i % 3] ?? null) : 'MEETING' },
    );
  }
}

/** Entered it is closed; sealed where the paper has both signatures. */
function close(year: SchoolYear, meeting: DemoMeeting, { enteredOn }: { readonly enteredOn: CivilDate }): void {
  const facts = refreshMeeting(year, meeting, meeting.createdAt);
  const next = nextMeetingState(facts, { type: 'ENTER_AFTERWARDS', by: clerkActor(enteredOn) });
  if (!next.ok) throw new Error(`not entered: ${meeting.kind} ${meeting.heldOn}`);
  const isSigned = meeting.chairSignedOn !== null && meeting.recorderSignedOn !== null;
  meeting.state = isSigned ? 'SIGNED' : next.state;
  const entered = refreshMeeting(year, meeting, meeting.createdAt);
  recordMeeting(year, meeting, { findings: meetingChecks(entered), at: meeting.createdAt, by: year.clerk.accountId });
  const issuedOn = workday(addDays(enteredOn, 3));
  if (isSigned && issuedOn < year.today && year.random.chance(0.5)) issueMinutes(year, meeting, issuedOn);
}
