import { countsOf, isPartyKind, itemChecks, makesDecision, presenceAt } from '@zhixiao/domain';
import type { DecisionForm, ItemResult, Stance } from '@zhixiao/domain';
import { verdictOnItem } from '../../modules/meetings/index.js';
import { recordDecision } from './decisions.js';
import { factsOfMeeting } from './meetings.js';
import type { PaperKind } from './paper-meetings.js';
import { clerkActor } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { moveTopic } from './topics.js';
import { vote } from './votes.js';
import type { DemoItem, DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

interface Entered {
  readonly meeting: DemoMeeting;
  readonly item: DemoItem;
}

interface OnPaper {
  readonly says: PaperKind;
  readonly result: ItemResult;
  readonly through: DecisionForm | null;
}

/** An item with what the paper has of it; its result is taken over, whatever it breaks. */
export function enterItem(year: SchoolYear, { meeting, item }: Entered, { says, result, through }: OnPaper): void {
  const at = meeting.createdAt;
  const isParty = isPartyKind(meeting.kind);
  Object.assign(item, { decidedThrough: through, conclusion: YEAR_WORDS.conclusions[result] });
  if (says === 'NOT_DONE') item.notDone = ['OPINIONS', 'CHAIR_SPOKE_LAST', 'IMPLEMENTS'];
  if (item.topic && says === 'FULL') sayAsWritten(year, { meeting, item });
  if (item.topic && isParty && says !== 'SILENT') {
    const facts = factsOfMeeting(year, meeting);
    vote(year, { meeting, facts, item }, { at, passes: says !== 'BROKEN' });
    if (says === 'FULL') item.chairSpokeLast = true;
  }
  item.result = result;
  settle(year, { meeting, item }, result);
}

/** What each said, as stated; some have confirmed it since. */
function sayAsWritten(year: SchoolYear, { meeting, item }: Entered): void {
  const facts = factsOfMeeting(year, meeting);
  const known = facts.items.find(({ itemId }) => itemId === item.id);
  const people = known ? (presenceAt(known, facts)?.people ?? []) : [];
  const at = meeting.createdAt;
  for (const { personId, personName } of people.filter((one) => one.personId !== meeting.chairId)) {
    const stance: Stance = year.random.pick(['AGREE', 'AGREE', 'NO_COMMENT'] as const);
    const text = year.random.pick(YEAR_WORDS.opinions[stance]);
    const { accountId: createdBy, name: recordedByName } = year.clerk;
    item.opinions.push({
      ...{ id: year.newId(at), personId, personName, stance, text, byOwnAccount: false, statedOnPaper: true },
      ...{ recordedByName, saidAt: at, createdAt: at, createdBy },
      ...(year.random.chance(0.5) ? { confirmedAt: at, confirmedBy: year.accountOf(personId) } : {}),
    });
  }
}

/** Its numbers, its topic's state, its checks, the register. */
function settle(year: SchoolYear, { meeting, item }: Entered, result: ItemResult): void {
  const facts = factsOfMeeting(year, meeting);
  const known = facts.items.find(({ itemId }) => itemId === item.id);
  if (!known) throw new Error('no such item');
  const counts = known.vote && countsOf(known.vote);
  const votes = counts && { votesFor: counts.inFavour, votesAgainst: counts.against, votesAbstained: counts.abstained };
  Object.assign(item, verdictOnItem(known, facts), votes ?? {}, { makesDecision: makesDecision(known, facts) });
  const at = meeting.createdAt;
  const by = clerkActor(at.slice(0, 10));
  if (item.topic && !moveTopic(year, item.topic, { act: { type: 'ENTER_AFTERWARDS', by, result }, at })) {
    throw new Error(`not entered: ${item.title}`);
  }
  const about = { subjectType: 'ITEM', subjectId: item.id, meetingId: meeting.id } as const;
  year.outcomes.record(about, itemChecks(known, facts), { at, by: year.clerk.accountId, restricted: item.restricted });
  if (item.makesDecision) recordDecision(year, meeting, item);
}
