import { presenceAt, leadershipOn } from '@zhixiao/domain';
import type { PersonRef, Stance } from '@zhixiao/domain';
import { factsOfMeeting } from './meetings.js';
import type { SchoolYear } from './school-year.js';
import type { DemoItem, DemoMeeting } from './year-rows.js';
import { YEAR_WORDS } from './year-words.js';

interface Said {
  readonly meeting: DemoMeeting;
  readonly item: DemoItem;
  readonly at: string;
}

/** Who of the members is there for the item, without the head of the meeting. */
function othersThere(year: SchoolYear, { meeting, item }: Said): readonly PersonRef[] {
  const facts = factsOfMeeting(year, meeting);
  const known = facts.items.find(({ itemId }) => itemId === item.id);
  const people = known ? (presenceAt(known, facts)?.people ?? []) : [];
  const { principal } = leadershipOn(facts.school.seats, facts.on, facts.rules);
  const head = meeting.kind === 'PRINCIPAL_OFFICE' ? (principal?.personId ?? meeting.chairId) : meeting.chairId;
  return people.filter(({ personId }) => personId !== head);
}

/** 意见（六）：广泛听取与会人员意见: what each of those there says, before the head does. */
export function sayOpinions(year: SchoolYear, said: Said): void {
  const { item, at } = said;
  for (const { personId, personName } of othersThere(year, said)) {
    const stance: Stance = year.random.weighted([
      ['AGREE', 80],
      ['NO_COMMENT', 12],
      ['RESERVED', 5],
      ['DISAGREE', 3],
    ] as const);
    const byOwnAccount = year.random.chance(0.5);
    const createdBy = byOwnAccount ? year.accountOf(personId) : year.clerk.accountId;
    const recordedByName = byOwnAccount ? personName : year.clerk.name;
    item.opinions.push({
      ...{ id: year.newId(at), personId, personName, stance, text: year.random.pick(YEAR_WORDS.opinions[stance]) },
      ...{ byOwnAccount, statedOnPaper: false, recordedByName, saidAt: at, createdAt: at, createdBy },
    });
  }
}

/** Somebody who has to do with it leaves for the item, or stays although he has. */
export function recuseSomebody(year: SchoolYear, said: Said, course: 'LEAVES' | 'STAYS'): void {
  const { item, at } = said;
  const [who] = othersThere(year, said);
  if (!who) return;
  const { personId, personName } = who;
  const { accountId: createdBy, name: recordedByName } = year.clerk;
  const reason = YEAR_WORDS.reasons.recusal;
  const row = { id: year.newId(at), personId, personName, stayed: course === 'STAYS', reason, recordedByName };
  item.recusals.push({ ...row, createdAt: at, createdBy });
}
