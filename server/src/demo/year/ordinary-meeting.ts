import { addDays, isPartyKind } from '@zhixiao/domain';
import type { CivilDate, RuledMeetingKind } from '@zhixiao/domain';
import { comeAndGo, headOfMeeting, listGuests, listMembers } from './attendance.js';
import { clockIn, workday } from './days.js';
import { confirmBy, confirmTitle, toConfirm } from './emergencies.js';
import { callMeeting, fillUp, goThrough, issueMinutes, openMeeting, signRecord } from './hold-meeting.js';
import type { Holding } from './hold-meeting.js';
import { draftedTopic, implementing, makeTopic, reconsidering, submittedTopic, usualTopic } from './make-topics.js';
import type { WantedTopic } from './make-topics.js';
import { addItem, factsOfMeeting, planMeeting } from './meetings.js';
import type { SchoolYear } from './school-year.js';
import { contextOf } from './school-year.js';
import { awayFrom, bringUp, correct, entrust, fewCome } from './special-motions.js';
import type { DemoEmergency, DemoMeeting, DemoTopic } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

/** What waits for a meeting to come. */
export interface Waiting {
  /** confirmed topics of a meeting that was not held */
  readonly topics: DemoTopic[];
  /** drafted by the principal's meeting for the party meeting */
  readonly submitted: WantedTopic[];
}

export interface Ordinary {
  readonly kind: RuledMeetingKind;
  readonly on: CivilDate;
  readonly waiting: Waiting;
}

/** Days of notice by the school's rules; two where it has none. */
export function noticeDays(year: SchoolYear, kind: RuledMeetingKind, on: CivilDate): number {
  return contextOf(year, { kind, on }).rules?.noticeDays ?? 2;
}

/** A meeting with its agenda, called in time; null where nobody heads it that day. */
export function calledMeeting(year: SchoolYear, { kind, on, waiting }: Ordinary): DemoMeeting | null {
  const { random } = year;
  const days = noticeDays(year, kind, on);
  const called = workday(addDays(on, -days - (random.chance(0.5) ? 1 : 0)));
  const topics = topicsFor(year, { kind, on, waiting }, workday(addDays(called, -1)));
  const isParty = isPartyKind(kind);
  const meeting = planMeeting(year, {
    ...{ kind, heldOn: on, clock: clockIn(random, isParty ? 14 : 9), place: random.pick(YEAR_WORDS.places) },
    ...{ plannedOn: called, recorder: year.clerk.name },
  });
  listMembers(year, meeting);
  if (isParty && random.chance(0.95))
    addItem(year, meeting, { kind: 'FIRST_TOPIC', title: random.pick(YEAR_WORDS.firstTopics) });
  if (random.chance(0.2)) addItem(year, meeting, { kind: 'STUDY', title: random.pick(YEAR_WORDS.studies) });
  for (const topic of topics) addItem(year, meeting, { topic });
  if (random.chance(isParty ? 0.25 : 0.6))
    addItem(year, meeting, { kind: 'HEAR_REPORT', title: random.pick(YEAR_WORDS.reports) });
  // now and then later than the rules ask (PM-14)
  const late = random.chance(0.05) ? on : called;
  for (const action of toConfirm(year, meeting)) confirmationItem(year, meeting, action);
  if (meeting.items.length > 0 && callMeeting(year, meeting, { on: late })) return meeting;
  year.meetings.splice(year.meetings.indexOf(meeting), 1);
  waiting.topics.push(...topics);
  return null;
}

/** An emergency action comes before the next meeting: heard, or, where it is not to be confirmed, voted on. */
function confirmationItem(year: SchoolYear, meeting: DemoMeeting, action: DemoEmergency): void {
  const title = confirmTitle(action);
  if (year.course.emergency !== 'NOT_CONFIRMED' || meeting.kind !== 'PARTY_ORG') {
    addItem(year, meeting, { kind: 'HEAR_REPORT', title });
    return;
  }
  const wanted = { kind: 'PARTY_ORG', itemKind: 'DECISION', code: 'UNITED_FRONT_GROUPS', title } as const;
  const until = meeting.createdAt.slice(0, 10);
  const topic = makeTopic(year, wanted, { from: action.takenOn < until ? action.takenOn : until, until });
  if (topic) addItem(year, meeting, { topic });
}

/** The topics of the day: those left over, what the other meeting submitted, a reconsideration now and then, and new ones. */
function topicsFor(year: SchoolYear, { kind, on, waiting }: Ordinary, until: CivilDate): DemoTopic[] {
  const { random } = year;
  const left = waiting.topics.filter(({ meetingKind }) => meetingKind === kind);
  for (const topic of left) waiting.topics.splice(waiting.topics.indexOf(topic), 1);
  const wanted: WantedTopic[] = kind === 'PARTY_ORG' ? waiting.submitted.splice(0) : officeOnly(year, on);
  const count = random.whole(2, kind === 'PARTY_ORG' ? 4 : 5);
  if (kind === 'PARTY_ORG' && random.chance(0.05)) {
    wanted.push({ kind, itemKind: 'HEAR_REPORT', code: 'AUDIT_RECTIFY', title: YEAR_WORDS.heard });
  }
  const old = reconsiderable(year, kind, on);
  if (old && random.chance(0.055)) wanted.push(reconsidering(old));
  while (wanted.length + left.length < count) {
    const next = usualTopic(year, kind, on);
    if (!wanted.some(({ title }) => title === next.title)) wanted.push(next);
    else if (random.chance(0.3)) break;
  }
  return [...left, ...wanted.flatMap((one) => makeTopic(year, one, { until }) ?? [])];
}

/** The principal's meeting carries out what the party meeting decided, and drafts what that is to decide. */
function officeOnly(year: SchoolYear, on: CivilDate): WantedTopic[] {
  const { random } = year;
  const wanted: WantedTopic[] = [];
  const carried = new Set(year.topics.flatMap((topic) => topic.implementsDecisionId ?? []));
  const open = year.decisions.filter(
    ({ body, state, decidedOn, restricted, id }) =>
      body === 'PARTY_ORG' && state === 'IN_FORCE' && decidedOn < addDays(on, -12) && !restricted && !carried.has(id),
  );
  const last = open.at(-1);
  if (last && random.chance(0.45)) wanted.push(implementing(last));
  if (random.chance(0.22)) wanted.push(draftedTopic(year));
  return wanted;
}

function reconsiderable(
  year: SchoolYear,
  kind: RuledMeetingKind,
  on: CivilDate,
): SchoolYear['decisions'][number] | undefined {
  const pending = new Set(year.topics.flatMap((topic) => topic.reconsidersDecisionId ?? []));
  return year.decisions.find(
    ({ id, body, state, decidedOn, category, item }) =>
      body === kind &&
      state === 'IN_FORCE' &&
      decidedOn < addDays(on, -45) &&
      !pending.has(id) &&
      category !== null &&
      item.topic?.state === 'DECIDED',
  );
}

/** Opens a called meeting, goes through it, closes it; who is away comes where too few would be there. */
export function holdMeeting(year: SchoolYear, meeting: DemoMeeting, holding: Holding = {}): boolean {
  const { random, course } = year;
  const isParty = meeting.kind === 'PARTY_ORG';
  if (isParty && random.chance(0.03)) entrust(year, meeting);
  const head = headOfMeeting(factsOfMeeting(year, meeting));
  const chairId = meeting.delegation?.toId ?? head?.personId ?? null;
  listGuests(year, meeting);
  comeAndGo(year, meeting, { chairId });
  awayFrom(meeting);
  countMembers(year, meeting);
  const isCadre = isParty && meeting.items.some(({ topic }) => topic?.matterCode === 'CADRE_APPOINT_MIDDLE');
  if (isCadre && course.tooFewForCadres && random.chance(0.5)) fewCome(year, meeting, chairId);
  fillUp(year, meeting);
  if (!openMeeting(year, meeting)) return false;
  const isSecond =
    course.unscheduled && year.meetings.filter(({ kind, number }) => kind === 'PARTY_ORG' && number).length === 2;
  if (isParty && (isSecond || random.chance(0.015))) bringUp(year, meeting);
  goThrough(year, meeting, holding);
  for (const action of year.emergencies) {
    const item = meeting.items.find(({ title }) => action.state === 'TAKEN' && title === confirmTitle(action));
    if (item) confirmBy(action, meeting, item);
  }
  return true;
}

/** What a principal's meeting submitted waits for the party meeting. */
export function submit(meeting: DemoMeeting, waiting: Waiting): void {
  const submitted = meeting.items.filter(({ result }) => result === 'SUBMIT_TO_PARTY_MEETING');
  waiting.submitted.push(...submitted.flatMap(({ topic }) => (topic ? [submittedTopic(topic)] : [])));
}

/** Where the members' assembly is the body only numbers are recorded. */
export function countMembers(year: SchoolYear, meeting: DemoMeeting, share = 0.9): void {
  const { school } = factsOfMeeting(year, meeting);
  const isAssembly = meeting.kind === 'MEMBERS_ASSEMBLY' || (meeting.kind === 'PARTY_ORG' && !school.hasCommittee);
  if (!isAssembly) return;
  const expected = school.fullMembers ?? 3;
  meeting.statedExpected = expected;
  meeting.statedPresent = Math.max(1, Math.round(expected * share));
}

/** Signed a few days later, and issued: of the last weeks not all. */
export function finishRecord(year: SchoolYear, meeting: DemoMeeting): void {
  const { random, today } = year;
  const signed = workday(addDays(meeting.heldOn, random.whole(1, 4)));
  const signedOn = signed < meeting.heldOn ? meeting.heldOn : signed;
  if (signedOn >= today) return;
  if (random.chance(0.02)) return signRecord(year, meeting, { on: signedOn, as: ['RECORDER'] });
  signRecord(year, meeting, { on: signedOn });
  const issuedOn = workday(addDays(signedOn, random.whole(1, 6)));
  if (issuedOn < signedOn || issuedOn >= today || random.chance(0.05)) return;
  issueMinutes(year, meeting, issuedOn);
  if (random.chance(0.02)) correct(year, meeting);
}
