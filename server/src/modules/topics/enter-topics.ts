import type {
  CivilDate,
  Confidentiality,
  ConsultationOpinion,
  ConsultedSide,
  HeadPost,
  HearingAudience,
  HearingChannel,
  ItemKind,
  MatterType,
  MeetingKind,
  PersonRef,
} from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { catalogueOf } from '../filings/index.js';
import { badInput } from '../schools/index.js';
import { insertRound } from './ask-consultation.js';
import { refreshTopic, reloadTopic } from './settle-topic.js';
import { isRestricted } from './topic-content.js';
import { TopicRecord, type Signature } from './topic-record.entity.js';
import { Topic } from './topic.entity.js';
import type { NotDoneFact, TopicRecordKind } from './topic-words.js';

/** A preparation that the paper record tells of. */
export interface EnteredRecord {
  readonly kind: TopicRecordKind;
  readonly heldOn: CivilDate;
  readonly result: string;
  readonly participants?: readonly PersonRef[];
  readonly channel?: HearingChannel;
  readonly audience?: HearingAudience;
  readonly approved?: boolean | null;
  /** 无重大分歧, and who signed that on the paper */
  readonly agreed?: boolean;
  readonly signatures?: readonly Signature[];
}

/** The other side's opinion as the paper has it: nothing until the person confirms it. */
export interface EnteredOpinion {
  readonly side: ConsultedSide;
  readonly person: PersonRef;
  readonly opinion: ConsultationOpinion;
  readonly text: string | null;
  readonly on: CivilDate;
}

/** A topic as a meeting on paper dealt with it (补录). */
export interface EnteredTopic {
  /** its place among the items, by which a refusal names it */
  readonly at?: number;
  readonly title: string;
  readonly itemKind: ItemKind;
  readonly matterCode: string;
  readonly body?: string | null;
  /** yuan */
  readonly amount?: number | null;
  readonly vitalInterest?: boolean | null;
  readonly audiences?: readonly HearingAudience[];
  readonly specialised?: boolean | null;
  readonly twoThirds?: boolean;
  readonly important?: boolean;
  readonly confidentiality?: Confidentiality;
  readonly proposer?: PersonRef | null;
  readonly lead?: PersonRef | null;
  readonly confirmed?: (PersonRef & { readonly as: HeadPost | null; readonly on: CivilDate }) | null;
  /** what the paper says was not done; of the rest that it doesn't tell nobody knows */
  readonly notDone?: readonly NotDoneFact[];
  readonly records?: readonly EnteredRecord[];
  readonly opinion?: EnteredOpinion | null;
  readonly implementsDecisionId?: string | null;
  readonly reconsidersDecisionId?: string | null;
}

export interface EnteredPlace {
  readonly schoolId: string;
  readonly meetingKind: MeetingKind;
  /** the day of the meeting */
  readonly on: CivilDate;
}

/**
 * Enters topics of a meeting on paper, as drafts that its results then settle (ENTER_AFTERWARDS). Rights are the caller's.
 * @returns their uuids, in the order given
 * @throws RuleViolation BAD_INPUT for a matter that the school's catalogue does not have
 */
export async function enterTopics(
  ctx: WriteContext,
  place: EnteredPlace,
  records: readonly EnteredTopic[],
): Promise<string[]> {
  const { tenantId } = ctx.grant;
  const catalogue = await catalogueOf(ctx, { tenantId, schoolId: place.schoolId, on: place.on });
  const byCode = new Map(catalogue.map((type) => [type.code, type]));
  const ids: string[] = [];
  for (const [i, entered] of records.entries()) {
    const matter = byCode.get(entered.matterCode);
    if (!matter) throw badInput(`items.${entered.at ?? i}.matterCode`, 'UNKNOWN_MATTER');
    ids.push(await enterTopic(ctx, place, { entered, matter }));
  }
  return ids;
}

interface Entering {
  readonly entered: EnteredTopic;
  readonly matter: MatterType;
}

async function enterTopic(ctx: WriteContext, place: EnteredPlace, entering: Entering): Promise<string> {
  const id = newId();
  await ctx.db.insert(Topic, rowOf(ctx, place, { id, ...entering }));
  await enterRecords(ctx, id, entering.entered.records ?? []);
  const { opinion } = entering.entered;
  if (opinion) {
    const { side, person, text, on } = opinion;
    const said = { opinion: opinion.opinion, text, answeredOn: on, answeredAt: ctx.now };
    const paper = { statedOnPaper: true, statedByName: ctx.grant.accountName };
    await insertRound(ctx, await reloadTopic(ctx, id), { side, person, ...said, ...paper });
  }
  await refreshTopic(ctx, id, { action: 'topic.entered' });
  return id;
}

function rowOf(
  ctx: WriteContext,
  place: EnteredPlace,
  { id, entered, matter }: Entering & { id: string },
): Partial<Topic> {
  const { tenantId, accountId: createdBy, accountName: createdByName } = ctx.grant;
  const { title, itemKind, matterCode, proposer, lead, confirmed, confidentiality = 'INTERNAL' } = entered;
  const { schoolId, meetingKind, on } = place;
  const confirmation = confirmed
    ? {
        ...{ confirmedById: confirmed.personId, confirmedByName: confirmed.personName, confirmedAs: confirmed.as },
        ...{ confirmedOn: confirmed.on, confirmedAt: ctx.now, confirmedActing: false },
      }
    : {};
  return {
    ...{ tenantId, id, schoolId, meetingKind, itemKind, title, body: entered.body ?? '', matterCode, matter },
    ...{ category: matter.category, decider: matter.decidedBy, amount: entered.amount ?? null },
    ...{ vitalInterest: entered.vitalInterest ?? null, audiences: [...(entered.audiences ?? [])] },
    ...{ specialised: entered.specialised ?? null, twoThirds: entered.twoThirds ?? false },
    ...{ important: entered.important ?? false, confidentiality, restricted: isRestricted(matter, confidentiality) },
    ...{ proposerId: proposer?.personId ?? null, proposerName: proposer?.personName ?? null, proposedOn: on },
    ...{ leadId: lead?.personId ?? null, leadName: lead?.personName ?? null, ...confirmation },
    ...{ implementsDecisionId: entered.implementsDecisionId ?? null },
    ...{ reconsidersDecisionId: entered.reconsidersDecisionId ?? null },
    ...{ state: 'DRAFT', consultationStatus: 'NOT_NEEDED', gates: [], concernedIds: [], waitingIds: [] },
    ...{
      enteredAfterwards: true,
      paperOn: on,
      notDone: [...(entered.notDone ?? [])],
      version: 0,
      createdBy,
      createdByName,
    },
  };
}

async function enterRecords(ctx: WriteContext, topicId: string, records: readonly EnteredRecord[]): Promise<void> {
  if (records.length === 0) return;
  const { row } = await reloadTopic(ctx, topicId);
  const { tenantId, accountId: createdBy, accountName: recordedByName } = ctx.grant;
  const rows = records.map(({ kind, heldOn, result, participants = [], ...more }): Partial<TopicRecord> => ({
    ...{ tenantId, id: newId(), schoolId: row.schoolId, topicId, kind, heldOn, result, createdBy, recordedByName },
    ...{ participantIds: participants.map((one) => one.personId) },
    ...{ participantNames: participants.map((one) => one.personName) },
    ...{ channel: more.channel ?? null, audience: more.audience ?? null, approved: more.approved ?? null },
    ...{ agreed: kind === 'COMMUNICATION' ? (more.agreed ?? false) : null },
    ...{ signatures: [...(more.signatures ?? [])], restricted: row.restricted, version: 1 },
  }));
  await ctx.db.insert(TopicRecord, rows);
}
