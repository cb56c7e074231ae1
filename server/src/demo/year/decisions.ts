import { initialDecisionState } from '@zhixiao/domain';
import { decisionNumber, lastDayOf } from '../../modules/decisions/index.js';
import { BLANK_DECISION } from './blank-rows.js';
import type { SchoolYear } from './school-year.js';
import type { DemoDecision, DemoItem, DemoMeeting } from './year-rows.js';

/** Enters what an item decided into the register; a reconsideration takes the place of what it reconsidered (意见（七）). */
export function recordDecision(year: SchoolYear, meeting: DemoMeeting, item: DemoItem): DemoDecision | null {
  const state = item.result && initialDecisionState(item.result);
  if (!item.result || !state) return null;
  const { topic } = item;
  const { kind: body, heldOn: decidedOn } = meeting;
  const old = year.decisions.find(({ id }) => id === topic?.reconsidersDecisionId && item.result !== 'REJECTED');
  const number = Number(decidedOn.slice(0, 4));
  const seq = year.decisions.filter((one) => one.body === body && one.year === number).length + 1;
  const createdAt = item.decidedAt ?? meeting.startsAt;
  const decision: DemoDecision = {
    ...BLANK_DECISION,
    ...{ id: year.newId(createdAt), number: decisionNumber(body, number, seq), year: number, seq, body, decidedOn },
    ...{ ...fieldsOf(meeting, item), result: item.result, supersedesId: old?.id ?? null },
    ...{ state, endedOn: state === 'COMPLETED' ? decidedOn : null, concernedIds: [...item.concernedIds] },
    ...{ createdAt, createdBy: item.decidedById ? year.accountOf(item.decidedById) : year.clerk.accountId },
    ...{ item, meeting, tasks: [], reports: [] },
  };
  year.decisions.push(decision);
  if (old) {
    const endedOn = lastDayOf(old, decidedOn);
    Object.assign(old, { state: 'SUPERSEDED', supersededById: decision.id, endedOn, version: old.version + 1 });
  }
  return decision;
}

/** What the register takes over from the item and its topic. */
function fieldsOf(meeting: DemoMeeting, item: DemoItem) {
  const { topic, topicId, title, restricted, decidedByName, responsible, dueOn } = item;
  return {
    ...{ meetingId: meeting.id, itemId: item.id, topicId, title, text: item.conclusion, restricted, decidedByName },
    ...{ responsible, dueOn, enteredAfterwards: meeting.enteredAfterwards },
    matterCode: topic?.matterCode ?? item.matterCode,
    matter: topic?.matter ?? null,
    category: topic?.matter.category ?? null,
    confidentiality: topic?.confidentiality ?? ('INTERNAL' as const),
    disclosure: topic?.matter.disclosure ?? ('NONE' as const),
    partyDecisionId: item.implementsDecisionId ?? topic?.implementsDecisionId ?? null,
  };
}
