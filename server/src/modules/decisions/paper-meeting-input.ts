import type { BatchItem, BatchPerson, MeetingWrite } from '@zhixiao/documents';
import { ID_PREFIXES, encodeId } from '@zhixiao/domain';
import { isTopicMark, type EnterMeetingInput } from '../meetings/index.js';

type Input = EnterMeetingInput;
type ItemInput = Input['items'][number];
type Named = { personId: string } | { name: string };

/** A meeting of a batch sheet as if it had been typed in (补录). */
export function paperMeetingInput({ tenantId, schoolId, meeting, items }: MeetingWrite): Input {
  const who = (person: BatchPerson): Named => named(tenantId, person);
  const { chair, delegatedBy, attendance, notDone, ...about } = meeting;
  return {
    ...about,
    schoolId: encodeId(ID_PREFIXES.School, tenantId, schoolId),
    chair: chair && who(chair),
    delegatedById: delegatedBy?.personId ? encodeId(ID_PREFIXES.Person, tenantId, delegatedBy.personId) : null,
    attendance: attendance.map(({ capacity, status, reason, ...person }) => ({
      ...{ ...who(person), capacity, status, reason: reason ?? null },
    })),
    items: items.map((item) => itemInput(item, who)),
    notDone: [...notDone],
  };
}

function named(tenantId: number, { personId, name }: BatchPerson): Named {
  return personId ? { personId: encodeId(ID_PREFIXES.Person, tenantId, personId) } : { name };
}

function itemInput(item: BatchItem, who: (person: BatchPerson) => Named): ItemInput {
  const { kind, title, presenterName, chairSpokeLast, decidedThrough, result, responsible, dueOn, vote } = item;
  return {
    ...{ kind, title, presenterName, chairSpokeLast, decidedThrough, result, responsible, dueOn },
    ...{ conclusion: item.conclusion, discussion: item.discussion },
    topic: topicInput(item, who),
    vote: vote && { ...vote, tellers: [...vote.tellers] },
    recusals: item.recusals.flatMap(({ reason, ...person }) => {
      const one = who(person);
      return 'personId' in one ? [{ ...one, reason }] : [];
    }),
    notDone: item.notDone.flatMap((mark) => (isTopicMark(mark) ? [] : [mark])),
  };
}

function topicInput(item: BatchItem, who: (person: BatchPerson) => Named): ItemInput['topic'] {
  const { matterCode, amount, proposer, confirmed, opinion, notDone } = item;
  if (matterCode === null) return null;
  return {
    ...{ matterCode, amount, proposer: proposer && who(proposer) },
    confirmed: confirmed && { ...who(confirmed), as: confirmed.as, on: confirmed.on },
    opinion: opinion && { ...who(opinion), opinion: opinion.opinion, on: opinion.on },
    notDone: notDone.flatMap((mark) => (isTopicMark(mark) ? [mark] : [])),
  };
}
