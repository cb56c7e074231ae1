import { countsOf, itemChecks, makesDecision } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { actorOf } from '../filings/index.js';
import { recordChecks, settleTopic } from '../topics/index.js';
import { AgendaItem } from './agenda-item.entity.js';
import { announceDecided } from './decided-items.js';
import { itemOf, type LoadedItem, type LoadedMeeting } from './load-meeting.js';
import { verdictOnItem } from './verdict.js';

/** Takes over the results of a paper record: the numbers of each item, its topic's state, its checks, the register. */
export async function settleEntered(ctx: WriteContext, meeting: LoadedMeeting): Promise<void> {
  for (const { id } of meeting.row.items) await settleOne(ctx, itemOf(meeting, id));
}

async function settleOne(ctx: WriteContext, { meeting, row, facts }: LoadedItem): Promise<void> {
  const { tenantId, schoolId, id: meetingId } = meeting.row;
  const { result } = row;
  if (result === null) return;
  const decides = makesDecision(facts, meeting.facts);
  const counts = facts.vote && countsOf(facts.vote);
  const votes = counts && {
    ...{ votesFor: counts.inFavour, votesAgainst: counts.against, votesAbstained: counts.abstained },
  };
  const set = { ...verdictOnItem(facts, meeting.facts), ...votes, makesDecision: decides };
  await ctx.db.update(AgendaItem, { tenantId, id: row.id }, set);
  const act = { type: 'ENTER_AFTERWARDS', by: actorOf(ctx), result } as const;
  if (row.topicId !== null) await settleTopic(ctx, row.topicId, act);
  const about = { subjectType: 'ITEM', subjectId: row.id, meetingId, schoolId, restricted: row.restricted } as const;
  await recordChecks(ctx, about, itemChecks(facts, meeting.facts));
  if (decides) await announceDecided(ctx, { itemId: row.id });
}
