import { isPartyKind, type ItemKind, type PresenceSpan } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { newId } from '../../platform/ids.js';
import { badInput, filledText, keyInOwnTenant, optionalText } from '../schools/index.js';
import { enterTopics, loadTopicFacts } from '../topics/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { Attendance } from './attendance.entity.js';
import type { PaperAttendanceInput, PaperItemInput } from './enter-meeting.input.js';
import { ItemBallot, ItemOpinion, ItemRecusal } from './item-part.entity.js';
import { refOf, type PaperPeople } from './paper-people.js';
import { enteredTopic, type PaperPlace } from './paper-topic.js';

/** What is decided has a matter, so that its checks know what to ask. */
const NEEDS_TOPIC: readonly ItemKind[] = ['DECISION', 'RECONSIDERATION', 'UNSCHEDULED'];

/** The meeting to which the parts belong. */
export interface PartOf {
  readonly tenantId: number;
  readonly id: string;
  readonly schoolId: string;
}

interface EnteredList {
  readonly entries: readonly PaperAttendanceInput[];
  readonly people: PaperPeople;
}

/** The list of names of a paper record. */
export async function enterAttendance(
  ctx: WriteContext,
  part: PartOf,
  { entries, people }: EnteredList,
): Promise<void> {
  const ids = entries.flatMap(({ personId }) => personId ?? []);
  if (new Set(ids).size < ids.length) throw badInput('attendance', 'TWICE');
  const rows = entries.map((entry): Partial<Attendance> => {
    const person = refOf(people, entry);
    return {
      ...place(ctx, part),
      ...{ personId: person?.personId ?? null, personName: person?.personName ?? filledText('name', entry.name ?? '') },
      ...{ post: optionalText(entry.post), capacity: entry.capacity, status: entry.status },
      ...{ reason: optionalText(entry.reason), spans: spansOf(entry) },
    };
  });
  await ctx.db.insert(Attendance, rows);
}

type Place = Pick<Attendance, 'tenantId' | 'id' | 'schoolId' | 'meetingId' | 'createdBy'>;

function place(ctx: WriteContext, { tenantId, id: meetingId, schoolId }: PartOf): Place {
  return { tenantId, id: newId(), schoolId, meetingId, createdBy: ctx.grant.accountId };
}

function spansOf({ status, fromItem, toItem }: PaperAttendanceInput): readonly PresenceSpan[] {
  const isSaid = fromItem != null || toItem != null;
  if (!isSaid || (status !== 'PRESENT' && status !== 'LATE')) return [];
  return [{ fromItem: fromItem ?? (status === 'LATE' ? 1 : 0), toItem: toItem ?? null }];
}

interface EnteredItems {
  readonly items: readonly PaperItemInput[];
  readonly place: PaperPlace;
}

/** The agenda of a paper record with what was said, voted and concluded on each item. */
export async function enterItems(
  ctx: WriteContext,
  part: PartOf,
  { items, place: paper }: EnteredItems,
): Promise<void> {
  const withTopic = items.filter((item) => item.topic);
  const topics = withTopic.map((item) =>
    item.topic ? { ...enteredTopic(item, item.topic, paper), at: items.indexOf(item) } : null,
  );
  const entered = topics.flatMap((topic) => topic ?? []);
  const where = { schoolId: part.schoolId, meetingKind: paper.kind, on: paper.heldOn };
  const ids = await enterTopics(ctx, where, entered);
  const loaded = await loadTopicFacts(ctx, { tenantId: part.tenantId, topicIds: ids });
  for (const [i, item] of items.entries()) {
    const topic = loaded.get(ids[withTopic.indexOf(item)] ?? '');
    if (!topic && NEEDS_TOPIC.includes(item.kind)) throw badInput(`items.${i}.matterCode`, 'TOPIC_NEEDED');
    const id = newId();
    const about = { topicId: topic?.row.id ?? null, matterCode: topic?.row.matterCode ?? null };
    const restricted = topic?.row.restricted ?? false;
    const lead = { leadId: topic?.row.leadId ?? null, leadName: topic?.row.leadName ?? null };
    // a meeting that only prepares a personnel matter is read by who sat in it
    const concernedIds = restricted && !isPartyKind(paper.kind) ? [...paper.listed] : [];
    await ctx.db.insert(AgendaItem, {
      ...{ ...place(ctx, part), id, position: i + 1, ...about, restricted, concernedIds, ...lead },
      ...itemRow(ctx, item, i),
    });
    await enterSaid(ctx, { ...part, itemId: id }, { item, people: paper.people });
  }
}

function itemRow(ctx: WriteContext, item: PaperItemInput, at: number): Partial<AgendaItem> {
  const { vote } = item;
  const implementsId = item.topic?.implementsDecisionId;
  return {
    ...{
      kind: item.kind,
      title: filledText(`items.${at}.title`, item.title),
      presenterName: optionalText(item.presenterName),
    },
    ...{ statedPresent: item.statedPresent ?? null, voteForm: vote?.form ?? null, tellers: [...(vote?.tellers ?? [])] },
    ...countsOf(item, at),
    ...{ result: item.result, decidedThrough: item.decidedThrough ?? null },
    ...{ chairSpokeLast: item.chairSpokeLast ?? null, discussion: item.discussion ?? '' },
    ...{ conclusion: item.conclusion ?? '', responsible: optionalText(item.responsible), dueOn: item.dueOn ?? null },
    implementsDecisionId: implementsId ? keyInOwnTenant(ctx, 'Decision', implementsId).id : null,
    notDone: [...(item.notDone ?? [])],
  };
}

/** A named vote with its ballots is counted from them. */
function countsOf({ vote }: PaperItemInput, at: number): Partial<AgendaItem> {
  if (!vote) return {};
  const { votesFor, votesAgainst, votesAbstained, ballots } = vote;
  if (ballots && ballots.length > 0 && vote.form !== 'OPEN_BALLOT')
    throw badInput(`items.${at}.voteForm`, 'NO_NAMES_IN_THIS_VOTE');
  const given = [votesFor, votesAgainst, votesAbstained].filter((count) => count != null);
  if (given.length === 0) return {};
  if (given.length < 3) throw badInput(`items.${at}.votesFor`, 'ALL_THREE_COUNTS');
  return { votesFor: votesFor ?? 0, votesAgainst: votesAgainst ?? 0, votesAbstained: votesAbstained ?? 0 };
}

interface Said {
  readonly item: PaperItemInput;
  readonly people: PaperPeople;
}

async function enterSaid(ctx: WriteContext, part: PartOf & { itemId: string }, { item, people }: Said): Promise<void> {
  const who = (opaque: string): { itemId: string; personId: string; personName: string } => ({
    itemId: part.itemId,
    ...(people.get(opaque) ?? { personId: '', personName: '' }),
  });
  const recordedByName = ctx.grant.accountName;
  const recusals = (item.recusals ?? []).map((one): Partial<ItemRecusal> => ({
    ...{ ...place(ctx, part), ...who(one.personId), reason: one.reason, stayed: one.stayed ?? false, recordedByName },
  }));
  const opinions = (item.opinions ?? []).map((one): Partial<ItemOpinion> => ({
    ...{ ...place(ctx, part), ...who(one.personId), stance: one.stance, text: optionalText(one.text) ?? '' },
    ...{ byOwnAccount: false, statedOnPaper: true, recordedByName, saidAt: ctx.now },
  }));
  const ballots = (item.vote?.ballots ?? []).map((one): Partial<ItemBallot> => ({
    ...{ ...place(ctx, part), ...who(one.personId), choice: one.choice, castAt: ctx.now, statedOnPaper: true },
  }));
  await ctx.db.insert(ItemRecusal, recusals);
  await ctx.db.insert(ItemOpinion, opinions);
  await ctx.db.insert(ItemBallot, ballots);
}
