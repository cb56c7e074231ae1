import { headOf, leadershipOn } from '@zhixiao/domain';
import type { CivilDate, MeetingKind, PersonRef, ProcedureCheckId } from '@zhixiao/domain';
import { instantOf } from './days.js';
import { contextOf } from './school-year.js';
import type { SchoolYear } from './school-year.js';
import { YEAR_WORDS } from './year-words.js';

/** What is departed from in: a topic, a meeting, an item, and who asks for it. */
export interface DepartureSubject {
  readonly type: 'TOPIC' | 'MEETING' | 'ITEM';
  readonly id: string;
  readonly restricted: boolean;
  readonly meetingKind: MeetingKind;
  readonly by: PersonRef;
}

const REASONS: Readonly<Partial<Record<ProcedureCheckId, string>>> = YEAR_WORDS.departures;

/** Asks to depart from what is generally asked; the head of the meeting accepts, or it waits for that. */
export function departFrom(
  year: SchoolYear,
  { type, id, restricted, meetingKind, by }: DepartureSubject,
  { checkId, on, accepted }: { readonly checkId: ProcedureCheckId; readonly on: CivilDate; readonly accepted: boolean },
): void {
  const { rules } = contextOf(year, { kind: meetingKind, on });
  const head = headOf(leadershipOn(year.seats, on, rules), meetingKind);
  const createdAt = instantOf(on, '11:10');
  const isAccepted = accepted && head !== null;
  year.departures.push({
    ...{
      id: year.newId(createdAt),
      subjectType: type,
      subjectId: id,
      checkId,
      reason: REASONS[checkId] ?? '',
      createdAt,
    },
    ...{ requestedOn: on, requestedBy: year.accountOf(by.personId), requestedByName: by.personName, restricted },
    approvedOn: isAccepted ? on : null,
    approvedBy: isAccepted && head ? year.accountOf(head.personId) : null,
    approvedByName: isAccepted && head ? head.personName : null,
  });
}
