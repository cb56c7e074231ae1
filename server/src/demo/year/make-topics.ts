import { addDays, headOf, leadershipOn } from '@zhixiao/domain';
import type { CivilDate, ItemKind, MeetingKind, PersonRef, RuledMeetingKind } from '@zhixiao/domain';
import type { Weighted } from '../random.js';
import { workday } from './days.js';
import { prepareTopic } from './prepare-topic.js';
import type { ConsultationCourse, Preparation } from './prepare-topic.js';
import { contextOf } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { draftTopic, keepTopic } from './topics.js';
import type { DemoDecision, DemoTopic } from './year-rows.js';
import { audiencesOf, DRAFT_PLANS, MATTER_PLANS, titleOn, YEAR_WORDS } from './year-words.js';
import type { MatterPlan } from './year-words.js';
import { fill } from '../words.js';

/** A topic that is to come before a meeting. */
export interface WantedTopic {
  readonly kind: MeetingKind;
  readonly itemKind: ItemKind;
  readonly code: string;
  readonly title: string;
  readonly more?: Partial<DemoTopic>;
  /** default: by lot */
  readonly proposer?: PersonRef | null;
}

/** Share of topics on which the two sides disagree at first, and of those agreed to with changes. */
const COURSES: readonly Weighted<ConsultationCourse>[] = [
  ['AGREE', 83],
  ['DISAGREE_THEN_AGREE', 7],
  ['WITH_CHANGES', 10],
];

/** Drafts a topic and prepares it until the day; null where the school can't bring it so far then. */
export function makeTopic(
  year: SchoolYear,
  wanted: WantedTopic,
  { until, ...preparation }: Preparation & { readonly from?: CivilDate },
): DemoTopic | null {
  const { random } = year;
  const from = preparation.from ?? workday(addDays(until, -random.whole(8, 20)));
  const usual = leadersFor(year, wanted.kind, from);
  if (!usual) return null;
  const people = wanted.proposer ? { proposer: wanted.proposer, lead: wanted.proposer } : usual;
  const { kind: meetingKind, itemKind, code, title, more = {} } = wanted;
  const topic = draftTopic(year, { meetingKind, itemKind, code, title, on: from, ...people, more });
  const isPrepared = prepareTopic(year, topic, {
    ...{ until, course: random.weighted(COURSES), isWatched: year.isShowcase, skip: skippedBy(year, from) },
    ...preparation,
  });
  return isPrepared ? keepTopic(year, topic) : null;
}

/** What is generally asked is now and then not done; by reference also what is elsewhere asked without exception. */
function skippedBy(year: SchoolYear, on: CivilDate): NonNullable<Preparation['skip']> {
  const { random } = year;
  const { scope } = contextOf(year, { kind: 'PARTY_ORG', on }).school;
  const fate = random.pick(['ACCEPTED', 'ACCEPTED', 'ASKED', 'NEITHER'] as const);
  return {
    ...(random.chance(0.05) ? { 'PRE-7': fate } : {}),
    ...(scope === 'BY_REFERENCE' && random.chance(0.3) ? { 'PRE-2': 'ACCEPTED' as const } : {}),
  };
}

/** Who brings it up, and who is in charge of the matter: of the party meeting the committee, of the other the admin team. */
function leadersFor(
  year: SchoolYear,
  kind: MeetingKind,
  on: CivilDate,
): { proposer: PersonRef; lead: PersonRef } | null {
  const { rules } = contextOf(year, { kind, on });
  const leadership = leadershipOn(year.seats, on, rules);
  const isOffice = kind === 'PRINCIPAL_OFFICE' || kind === 'SCHOOL_COUNCIL';
  const body = isOffice ? leadership.adminTeam : leadership.committee;
  const people = body.length > 0 ? body : leadership.team;
  const head = headOf(leadership, kind);
  if (people.length === 0 || !head) return null;
  const others = people.filter(({ personId }) => personId !== head.personId);
  const proposer = others.length > 0 && year.random.chance(0.7) ? year.random.pick(others) : head;
  const lead = year.random.chance(0.75) ? proposer : year.random.pick(people);
  return { proposer, lead };
}

/** A matter as schools bring it up in this month, with its sum, its audiences, whether it is specialised. */
export function usualTopic(year: SchoolYear, kind: RuledMeetingKind, on: CivilDate): WantedTopic {
  const month = Number(on.slice(5, 7));
  const fitting = MATTER_PLANS.filter((plan) => plan.kind === kind && (!plan.months || plan.months.includes(month)));
  const plan = year.random.weighted(fitting.map((one) => [one, one.weight] as const));
  return {
    kind,
    itemKind: 'DECISION',
    code: plan.code,
    title: titleOn(year.random.pick(plan.titles), on),
    more: detailsOf(year, plan),
  };
}

/** A party matter that the principal's meeting drafts first. */
export function draftedTopic(year: SchoolYear): WantedTopic {
  const plan = year.random.pick(DRAFT_PLANS);
  const title = fill(YEAR_WORDS.drafting, year.random.pick(plan.titles));
  return { kind: 'PRINCIPAL_OFFICE', itemKind: 'DRAFT_PROPOSAL', code: plan.code, title, more: detailsOf(year, plan) };
}

function detailsOf(
  year: SchoolYear,
  plan: Pick<MatterPlan, 'amount' | 'audiences' | 'specialised' | 'confidential'>,
): Partial<DemoTopic> {
  const [low, high] = plan.amount ?? [];
  const amount = low === undefined || high === undefined ? null : Math.round(year.random.whole(low, high) / 100) * 100;
  return {
    ...{ amount, audiences: audiencesOf(plan), specialised: plan.specialised ?? null },
    ...(plan.confidential ? { confidentiality: 'CONFIDENTIAL' as const } : {}),
  };
}

/** The same before the party meeting, when the principal's has submitted it. */
export function submittedTopic(draft: DemoTopic): WantedTopic {
  const { matterCode: code, title, amount, audiences, specialised } = draft;
  const [before = ''] = YEAR_WORDS.drafting.split('%s');
  const more = { amount, audiences: [...audiences], specialised };
  return { kind: 'PARTY_ORG', itemKind: 'DECISION', code, title: title.slice(before.length), more };
}

/** Changes a decision of that meeting: the only way is by reconsideration (意见（七）). */
export function reconsidering(decision: DemoDecision): WantedTopic {
  return {
    ...{ kind: decision.body, itemKind: 'RECONSIDERATION', code: decision.matterCode ?? 'OTHER_MAJOR' },
    title: fill(YEAR_WORDS.reconsider, decision.title),
    more: {
      ...{ reconsidersDecisionId: decision.id, body: YEAR_WORDS.reconsiderBody, specialised: false },
      amount: decision.item.topic?.amount ?? null,
    },
  };
}

/** Carries a party decision out (OM-7). */
export function implementing(decision: DemoDecision): WantedTopic {
  const title = fill(YEAR_WORDS.implement, decision.title);
  const more = { implementsDecisionId: decision.id };
  return { kind: 'PRINCIPAL_OFFICE', itemKind: 'IMPLEMENTATION', code: 'IMPLEMENT_DECISION', title, more };
}
