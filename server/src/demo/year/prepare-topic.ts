import { addDays, headOf, headPostOf, leadershipOn, topicGates } from '@zhixiao/domain';
import type { CivilDate, ProcedureCheckId } from '@zhixiao/domain';
import { acceptChanges, answerRound, askRound, heard } from './consultations.js';
import { daysBetweenThem, instantOf } from './days.js';
import { departFrom } from './departures.js';
import { seatOf } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { moveTopic, refreshTopic, topicContext, topicFacts } from './topics.js';
import { remedy } from './topic-records.js';
import type { DemoTopic } from './year-rows.js';

/** How the other side answers: at once, after a disagreement in a second round, with changes; or the topic still waits. */
export type ConsultationCourse =
  'AGREE' | 'DISAGREE_THEN_AGREE' | 'WITH_CHANGES' | 'WAITING' | 'DISAGREE' | 'CHANGES_OPEN';

/** So far a topic is prepared; the last ones come after its confirmation. */
export const PREPARATION_STEPS = [
  'PROPOSE',
  'INVESTIGATE',
  'DELIBERATE',
  'COMMUNICATE',
  'CONSULT',
  'CONFIRM',
  'HEAR',
] as const;
export type PreparationStep = (typeof PREPARATION_STEPS)[number];

const ASKED_IN: Readonly<Partial<Record<PreparationStep, readonly ProcedureCheckId[]>>> = {
  INVESTIGATE: ['PRE-1', 'PRE-2'],
  DELIBERATE: ['PRE-6', 'PRE-7'],
  COMMUNICATE: ['PRE-3'],
  HEAR: ['PRE-8', 'PRE-9'],
};

export interface Preparation {
  /** the last day, before the meeting is called */
  readonly until: CivilDate;
  readonly course?: ConsultationCourse;
  /** the last step that is done; default: all */
  readonly to?: PreparationStep;
  /** checks that are not kept; departed from where that is possible, accepted or not yet */
  readonly skip?: Readonly<Partial<Record<ProcedureCheckId, 'ACCEPTED' | 'ASKED' | 'NEITHER'>>>;
  /** step by step, each leaving the outcome of its checks: where somebody will look at it */
  readonly isWatched?: boolean;
}

/** Prepares a topic as its checks ask (意见（七）（九）). @returns whether it came as far as was wanted */
export function prepareTopic(year: SchoolYear, topic: DemoTopic, preparation: Preparation): boolean {
  const { to = 'HEAR', until, isWatched = false } = preparation;
  const steps =
    to !== 'HEAR' ? PREPARATION_STEPS.slice(0, PREPARATION_STEPS.indexOf(to) + 1) : isWatched ? EARLY_HEARING : AT_ONCE;
  const days = daysBetweenThem(topic.createdOn, until, steps.length);
  return steps.every((step, i) => {
    const on = days[i] ?? until;
    return take(year, topic, { step, on, preparation, before: days[i - 1] ?? topic.createdOn });
  });
}

const EARLY_HEARING: readonly PreparationStep[] = [
  ...(['PROPOSE', 'INVESTIGATE', 'HEAR', 'DELIBERATE', 'COMMUNICATE', 'CONSULT', 'CONFIRM'] as const),
];

/** Everything is done before it is proposed: how the checks stood on the way is not looked at. */
const AT_ONCE: readonly PreparationStep[] = ['INVESTIGATE', 'PROPOSE', 'CONSULT', 'CONFIRM'];

interface Taken {
  readonly step: PreparationStep;
  readonly on: CivilDate;
  readonly before: CivilDate;
  readonly preparation: Preparation;
}

function take(year: SchoolYear, topic: DemoTopic, taken: Taken): boolean {
  const { step, on, preparation } = taken;
  const proposer = { personId: topic.proposerId ?? '', role: roleOf(year, topic, on), on } as const;
  const at = instantOf(on, '17:20');
  if (step === 'PROPOSE') return moveTopic(year, topic, { act: { type: 'PROPOSE', by: proposer }, at });
  if (step === 'CONSULT') return consult(year, topic, taken);
  if (step === 'CONFIRM') return confirmTopic(year, topic, on);
  const { to = 'HEAR', isWatched = to !== 'HEAR' } = preparation;
  fulfil(year, topic, { ...taken, checks: isWatched ? ASKED_IN[step] : null });
  if (isWatched) refreshTopic(year, topic, { by: proposer, at });
  return true;
}

/** Does what the checks of a step ask, or what all ask, on days of their own. */
function fulfil(
  year: SchoolYear,
  topic: DemoTopic,
  { on, preparation, checks = null }: Taken & { readonly checks?: readonly ProcedureCheckId[] | null | undefined },
): void {
  const { skip = {} } = preparation;
  const context = topicContext(year, topic, on);
  const open = topicGates(topicFacts(year, topic), context, 'DECIDE').filter(
    ({ checkId }) => checks?.includes(checkId) ?? true,
  );
  for (const { checkId } of open) {
    const fate = skip[checkId];
    if (fate === undefined) remedy(year, topic, { checkId, on, context });
    else if (fate !== 'NEITHER') departFrom(year, topicSubject(topic), { checkId, on, accepted: fate === 'ACCEPTED' });
  }
}

function roleOf(
  year: SchoolYear,
  topic: DemoTopic,
  on: CivilDate,
): 'Secretary' | 'Principal' | 'DeputySecretary' | 'CommitteeMember' | 'AdminTeamMember' {
  const post = seatOf(year, topic.proposerId ?? '', on)?.post;
  if (post === 'SECRETARY') return 'Secretary';
  if (post === 'PRINCIPAL') return 'Principal';
  if (post === 'DEPUTY_SECRETARY') return 'DeputySecretary';
  return post === 'COMMITTEE_MEMBER' ? 'CommitteeMember' : 'AdminTeamMember';
}

function topicSubject(topic: DemoTopic): Parameters<typeof departFrom>[1] {
  const { id, restricted, meetingKind, proposerId, proposerName } = topic;
  const by = { personId: proposerId ?? '', personName: proposerName ?? '' };
  return { type: 'TOPIC', id, restricted, meetingKind, by };
}

/** One round or two; without anybody to ask (no 专职副书记) it is departed from, or not. */
function consult(year: SchoolYear, topic: DemoTopic, { on, before, preparation }: Taken): boolean {
  const course = preparation.course ?? 'AGREE';
  const first = askRound(year, topic, before);
  if (!first) return withoutOtherSide(year, topic, { on, preparation });
  if (course === 'AGREE') {
    answerRound(year, first, { opinion: 'AGREE', on });
    heard(year, topic, first);
    return true;
  }
  const by = { personId: topic.proposerId, role: roleOf(year, topic, on), on };
  if (course === 'WAITING') {
    refreshTopic(year, topic, { by: { ...by, on: before }, at: first.askedAt });
    return true;
  }
  const early = addDays(before, 1) < on ? addDays(before, 1) : on;
  if (course === 'WITH_CHANGES' || course === 'CHANGES_OPEN') {
    answerRound(year, first, { opinion: 'AGREE_WITH_CHANGES', on: early });
    heard(year, topic, first);
    if (course === 'CHANGES_OPEN') return true;
    acceptChanges(topic, first, on);
    refreshTopic(year, topic, { by, at: instantOf(on, '16:30') });
    return true;
  }
  answerRound(year, first, { opinion: 'DISAGREE', on: early });
  heard(year, topic, first);
  if (course === 'DISAGREE') return true;
  const second = askRound(year, topic, on);
  if (!second) return false;
  answerRound(year, second, { opinion: 'AGREE', on });
  heard(year, topic, second);
  return true;
}

function withoutOtherSide(
  year: SchoolYear,
  topic: DemoTopic,
  { on, preparation }: Pick<Taken, 'on' | 'preparation'>,
): boolean {
  const context = topicContext(year, topic, on);
  const gates = topicGates(topicFacts(year, topic), context, 'CONFIRM').map(({ checkId }) => checkId);
  const fate =
    preparation.skip?.['PRE-5'] ??
    year.random.weighted([
      ['ACCEPTED', 6],
      ['ASKED', 1.5],
      ['NEITHER', 2.5],
    ] as const);
  if (gates.includes('PRE-5') && fate !== 'NEITHER') {
    departFrom(year, topicSubject(topic), { checkId: 'PRE-5', on, accepted: fate === 'ACCEPTED' });
  }
  return true;
}

/** The head of that meeting confirms, under that post. */
export function confirmTopic(year: SchoolYear, topic: DemoTopic, on: CivilDate): boolean {
  const { meetingKind } = topic;
  const context = topicContext(year, topic, on);
  const head = headOf(leadershipOn(year.seats, on, context.rules), meetingKind);
  if (!head) return false;
  const post = headPostOf(meetingKind);
  const at = instantOf(on, '17:40');
  const seat = year.seats.find((one) => one.post === post && one.personId === head.personId && one.from <= on);
  const set = {
    ...{ confirmedById: head.personId, confirmedByName: head.personName, confirmedAs: post, confirmedOn: on },
    ...{ confirmedActing: seat?.acting ?? false, confirmedAt: at },
  };
  const role = post === 'SECRETARY' ? ('Secretary' as const) : ('Principal' as const);
  const by = { personId: head.personId, role, on };
  // a topic that was not brought before by steps is looked at whole
  return moveTopic(year, topic, { act: { type: 'CONFIRM', by }, at, set });
}
