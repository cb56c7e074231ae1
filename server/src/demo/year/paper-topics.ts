import { addDays, consultedPeople, consultedSide, topicGates } from '@zhixiao/domain';
import type { HeadPost, PersonRef, RuledMeetingKind } from '@zhixiao/domain';
import type { NotDoneFact } from '../../modules/topics/index.js';
import { addRound } from './consultations.js';
import { instantOf, workday } from './days.js';
import type { WantedTopic } from './make-topics.js';
import { clerkActor, teamOn } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { remedy } from './topic-records.js';
import { draftTopic, keepTopic, refreshTopic, topicContext, topicFacts } from './topics.js';
import type { DemoTopic } from './year-rows.js';
import type { PaperKind } from './paper-meetings.js';

interface OnPaper {
  readonly paper: { readonly kind: RuledMeetingKind; readonly on: string; readonly says: PaperKind };
  readonly head: PersonRef;
  readonly post: HeadPost;
}

const NOT_DONE: readonly NotDoneFact[] = [
  ...([
    'PROPOSAL',
    'INVESTIGATION',
    'COMMUNICATION',
    'CADRE_DELIBERATION',
    'INDIVIDUAL_DELIBERATION',
    'HEARING',
  ] as const),
  ...(['EXPERT', 'TECHNICAL', 'CONSULTATION', 'CONFIRMATION', 'MEMBER_IN_CHARGE', 'PROPOSER'] as const),
];

/** A topic as the paper tells of it: with all that came before, without a word of it, or with what was not done. */
export function enterTopic(year: SchoolYear, wanted: WantedTopic, { paper, head, post }: OnPaper): DemoTopic {
  const { kind, on, says } = paper;
  const team = teamOn(year, on, kind);
  const proposer = team.adminTeam.find(({ personId }) => personId !== head.personId) ?? head;
  const { itemKind, code, title, more = {} } = wanted;
  const topic = draftTopic(year, { meetingKind: kind, itemKind, code, title, on, proposer, lead: head, more });
  const { accountId: createdBy, name: createdByName } = year.clerk;
  const entered = instantOf(workday(addDays(on, 20)), '09:30');
  Object.assign(topic, {
    enteredAfterwards: true,
    paperOn: on,
    createdBy,
    createdByName,
    createdAt: entered,
    proposerPost: null,
  });
  if (says === 'SILENT' || says === 'NOT_DONE') {
    Object.assign(topic, { proposerId: null, proposerName: null, leadId: null, leadName: null });
    topic.notDone = says === 'NOT_DONE' ? [...NOT_DONE] : [];
  } else confirm(topic, { head, on, entered, post: says === 'BROKEN' ? null : post });
  if (says === 'FULL') tellAll(year, topic);
  const by = clerkActor(entered.slice(0, 10));
  refreshTopic(year, topic, { by, at: entered });
  return keepTopic(year, topic);
}

interface Confirming {
  readonly head: PersonRef;
  readonly on: string;
  readonly entered: string;
  /** null: the paper does not say under which */
  readonly post: HeadPost | null;
}

function confirm(topic: DemoTopic, { head, on, entered, post }: Confirming): void {
  const who = { confirmedById: head.personId, confirmedByName: head.personName, confirmedAs: post };
  Object.assign(topic, { ...who, confirmedActing: false, confirmedOn: addDays(on, -4), confirmedAt: entered });
}

/** Records of everything that is asked, and the other side's opinion as stated: confirmed by its person, or not yet. */
function tellAll(year: SchoolYear, topic: DemoTopic): void {
  const on = workday(addDays(topic.paperOn ?? topic.createdOn, -6));
  const context = topicContext(year, topic, on);
  for (const { checkId } of topicGates(topicFacts(year, topic), context, 'DECIDE'))
    remedy(year, topic, { checkId, on, context });
  const side = consultedSide(topicFacts(year, topic), context);
  const person = side && consultedPeople(side, context, context.on)[0];
  if (!side || !person) return;
  const round = addRound(year, topic, { side, person, on });
  const paper = {
    statedOnPaper: true,
    statedByName: year.clerk.name,
    askedBy: topic.createdBy,
    askedByName: topic.createdByName,
  };
  Object.assign(round, {
    opinion: 'AGREE',
    answeredOn: on,
    answeredAt: topic.createdAt,
    askedAt: topic.createdAt,
    ...paper,
  });
  if (year.random.chance(0.6)) Object.assign(round, { confirmed: true, confirmedAt: topic.createdAt, version: 2 });
}
